/// What kind of site a visit's source is.
package enum SourceCategory: String, Sendable, CaseIterable {
  case search, social, video, shopping, aiAssistant

  /// Of a source as a tag or a report writes it ("google", "fb") or of a referrer's host ("www.google.co.uk",
  /// "l.instagram.com"), in any case; nil for one that is not in the tables.
  package init?(_ source: some StringProtocol) {
    let name = source.lowercased()
    if let category = SourceCategory.words[name] ?? SourceCategory.aliases[name] {
      self = category
      return
    }
    let labels = name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard labels.count > 1, !labels.contains("") else { return nil }
    // "gemini.google.com" before "google.com".
    for start in 0..<(labels.count - 1) {
      if let category = SourceCategory.hosts[labels[start...].joined(separator: ".")] {
        self = category
        return
      }
    }
    for (place, label) in labels.enumerated() {
      guard let category = SourceCategory.words[label], SourceCategory.isEnding(labels[(place + 1)...]) else {
        continue
      }
      guard category != .search || labels[..<place].allSatisfy(SourceCategory.isSearchPrefix) else { continue }
      self = category
      return
    }
    return nil
  }

  /// "com", "co.uk": what may follow a company's name.
  private static func isEnding(_ labels: ArraySlice<String>) -> Bool {
    guard let last = labels.last, (2...4).contains(last.utf8.count), labels.count <= 2 else { return false }
    return labels.count == 1 || ["co", "com", "org", "net", "ne", "or"].contains(labels[labels.startIndex])
  }

  /// A search company's mail, documents and sign-in pages are no search.
  private static func isSearchPrefix(_ label: String) -> Bool {
    label.utf8.count == 2 || ["www", "m", "r", "search", "images", "news", "lite", "html", "cse"].contains(label)
  }

  /// Names that stand alone as a source and, before ".com" or ".co.uk", as a host.
  private static let words = table([
    .search:
      "alice aol baidu biglobe bing daum dogpile duckduckgo ecosia exalead excite google kvasir mojeek naver qwant "
      + "rambler search-results seznam sogou startpage startsiden virgilio yahoo yandex yippy",
    .social:
      "badoo bebo bluesky classmates cyworld deviantart digg facebook flickr foursquare goodreads hi5 instagram linkedin "
      + "livejournal mastodon mixi myspace nextdoor odnoklassniki photobucket pinterest quora reddit renren slashdot "
      + "snapchat stumbleupon substack telegram tiktok tripadvisor trustpilot tumblr twitter viadeo vkontakte weibo "
      + "whatsapp xing yammer yelp",
    .video: "crackle dailymotion disneyplus hulu netflix niconico twitch veoh vimeo wistia youku youtube",
    .shopping: "aliexpress alibaba amazon ebay etsy mercadolibre mercadolivre shopify shopzilla walmart",
    .aiAssistant: "chatgpt deepseek perplexity",
  ])

  /// Names that are a source, but before ".com" or ".org" anybody's.
  private static let aliases = table([
    .search: "ask conduit goo msn onet so terra ukr wp",
    .social: "bsky fb fb.me ig line meetup messenger ning snap threads vk x",
    .shopping: "igshopping shopping target",
    .aiAssistant: "ai-assistant claude copilot gemini grok",
  ])

  /// Hosts whose name alone does not say it, and those that lie below another company's.
  private static let hosts = table([
    .search:
      "ask.com metager.de msn.com presearch.com search.brave.com so.com swisscows.com tut.by 360.cn",
    .social:
      "bsky.app fb.me line.me lnkd.in meetup.com messenger.com news.ycombinator.com ok.ru out.reddit.com pin.it redd.it "
      + "snap.com t.co t.me threads.com threads.net vk.com wa.me x.com plus.google.com com.facebook.katana "
      + "com.linkedin.android com.reddit.frontpage com.twitter.android",
    .video: "primevideo.com tv.apple.com youtu.be",
    .shopping: "shop.app shopping.google.com shopping.yahoo.com target.com",
    .aiAssistant:
      "bard.google.com chat.mistral.ai chat.openai.com chatgpt.com claude.ai copilot.cloud.microsoft "
      + "copilot.microsoft.com gemini.google.com grok.com meta.ai openai.com perplexity.ai phind.com poe.com x.ai you.com",
  ])

  private static func table(_ names: KeyValuePairs<SourceCategory, String>) -> [String: SourceCategory] {
    var table: [String: SourceCategory] = [:]
    for (category, list) in names {
      for name in list.split(separator: " ") { table[String(name)] = category }
    }
    return table
  }
}
