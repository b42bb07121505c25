/// Agents that are programs: crawlers, feed readers, monitors, previews, libraries.
///
/// Browsers call themselves Mozilla or Opera, but for a few; telephones before smartphones name their maker: any other
/// agent is a program. Of those that begin so too, programs are known by the words with which they name themselves. The
/// table is our own, of general words rather than of each program's name; what to hold it against are the public lists
/// matomo-org/device-detector (bots.yml) and monperrus/crawler-user-agents. A program that says no more than a browser
/// does is not found by its agent. A messenger whose programs call themselves bots is no such word: people read in it.
enum RobotAgents {
  /// `agent` in any case. A browser always says what it is, so no agent is a program too; a log without agents is not
  /// asked.
  static func isRobot(_ agent: String) -> Bool {
    // Logs of columns that blanks part write a plus sign for a blank.
    let text = agent.lowercased().replacing("+", with: " ")
    let start = text.drop { "\"'\\ ".contains($0) }
    guard browserOpenings.contains(where: { start.hasPrefix($0) }) || telephones.contains(where: text.contains) else {
      return true
    }
    // Telephones and browsers with such a word in their names; "google-apps-script" is a program.
    let unnamed = text.replacing(/cubot|google-app\b/, with: "")
    return words.contains { unnamed.contains($0) }
  }

  private static let browserOpenings = [
    "mozilla/", "opera/", "blackberry", "nokia", "sonyericsson", "samsung-", "lg-", "lge-", "mot-", "ucweb",
    // Browsers of text, and one inside an application.
    "links (", "elinks/", "lynx/", "w3m/", "dillo/", "instagram ",
  ]
  private static let telephones = ["profile/midp", "wap browser"]

  private static let words = [
    "bot", "crawl", "spider", "slurp", "archive", "fetch", "feed", "rss", "preview", "scrap", "scan",
    "monitor",
    "uptime", "check", "validator", "favicon", "proxy", "http:", "https:", "headless", "phantom", "selenium",
    "playwright",
    "puppeteer", "lighthouse", "pingdom", "statuscake", "nagios", "zabbix", "site24x7", "newrelic", "datadog",
    "externalhit", "meta-external", "whatsapp/", "slack", "skypeuri", "embedly", "mediapartners",
    "apis-google", "google-", "googleother", "gptbot", "chatgpt-user", "claude-", "perplexity", "cohere", "bytespider",
    "curl", "wget", "python", "java/", "libwww", "perl", "ruby", "php", "go-http", "okhttp", "http_request",
    "httpclient",
    "http-client", "httpunit", "axios", "node-", "winhttp", "dalvik", "nutch", "heritrix", "ia_archiver", "ezooms",
    "yandex.com", "liferea", "netvibes", "newsblur", "link sleuth", "nikto", "nmap", "sqlmap", "zgrab", "censys",
    "wordpress", "synapse", "urllib", "apachebench", "jmeter", "gtmetrix", "httrack", "monit/", "inoreader",
    "alwaysonline", "expanse", "powershell", "microsoft office", "ms-office",
  ]
}
