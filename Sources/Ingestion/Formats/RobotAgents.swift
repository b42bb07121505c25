/// Agents that are programs: crawlers, feed readers, monitors, previews, libraries.
///
/// They are known by the words with which they name themselves. The words cover what the public lists have in common (the
/// crawler list of matomo-org/device-detector and monperrus/crawler-user-agents, 2026); a program that calls itself a
/// browser is not found by its agent.
enum RobotAgents {
  /// `agent` in any case. A browser always says what it is, so no agent is a program too; a log without agents is not
  /// asked.
  static func isRobot(_ agent: String) -> Bool {
    let text = agent.lowercased()
    guard text.utf8.contains(where: { $0 != 0x2D && $0 > 0x20 }) else { return true }
    return words.contains { text.contains($0) } && !browsers.contains { text.contains($0) }
  }

  /// Telephones and browsers with such a word in their names.
  private static let browsers = ["cubot"]

  private static let words = [
    "bot", "crawl", "spider", "slurp", "archive", "fetch", "feed", "rss", "preview", "scrap", "scan",
    "monitor",
    "uptime", "check", "validator", "favicon", "proxy", "http:", "https:", "headless", "phantom", "selenium",
    "playwright",
    "puppeteer", "lighthouse", "pingdom", "statuscake", "nagios", "zabbix", "site24x7", "newrelic", "datadog",
    "externalhit", "meta-external", "whatsapp/", "telegram", "slack", "discord", "skypeuri", "embedly", "mediapartners",
    "apis-google", "google-", "googleother", "gptbot", "chatgpt-user", "claude-", "perplexity", "cohere", "bytespider",
    "curl", "wget", "python", "java/", "libwww", "perl", "ruby", "php", "go-http", "okhttp", "http_request",
    "httpclient",
    "http-client", "httpunit", "axios", "node-", "winhttp", "dalvik", "nutch", "heritrix", "ia_archiver", "ezooms",
    "yandex.com", "liferea", "netvibes", "newsblur", "link sleuth", "nikto", "nmap", "sqlmap", "zgrab", "censys",
    "wordpress", "synapse", "urllib", "apachebench", "jmeter",
  ]
}
