import Vocabulary

/// What the names of a Plausible export say: `Plausible export example.com 2021-09-20  to 2021-10-20 .zip/pages.csv`,
/// `example.com_20210920_20211020.zip/imported_pages_20210920_20211020.csv`.
struct PlausibleName {
  private(set) var site = ""
  private(set) var period: DateWindow?
  /// Of a table whose first column is called `name`.
  let dimension: String?

  init(_ file: String) {
    let name = ExportName(file)
    let table = name.leaf.prefix { $0.isLetter || $0 == "_" }.lowercased()
    dimension = PlausibleName.dimensions[table]
    for text in [name.leaf] + name.folders {
      let words = text.split(separator: " ")
      if words.count >= 6, words[0] == "Plausible", words[1] == "export", words[4] == "to" {
        site = String(words[2])
        period = PlausibleName.period(words[3], words[5])
        return
      }
      let parts = text.split(separator: "_", omittingEmptySubsequences: false)
      guard parts.count > 2, let found = PlausibleName.period(parts[parts.count - 2], parts[parts.count - 1]) else {
        continue
      }
      period = period ?? found
      let rest = parts.dropLast(2).joined(separator: "_")
      if !rest.hasPrefix("imported_"), site.isEmpty { site = rest }
    }
  }

  private static func period(_ first: Substring, _ last: Substring) -> DateWindow? {
    guard let first = DateText(String(first), order: nil), let last = DateText(String(last), order: nil) else {
      return nil
    }
    return DateWindow(first: first.day, last: last.day)
  }

  private static let dimensions = [
    "sources": "source", "channels": "channel", "referrers": "referrer", "utm_mediums": "utm_medium",
    "utm_sources": "utm_source", "utm_campaigns": "utm_campaign", "utm_contents": "utm_content",
    "utm_terms": "utm_term", "pages": "page", "entry_pages": "entry_page", "exit_pages": "exit_page",
    "countries": "country", "regions": "region", "cities": "city", "devices": "device", "browsers": "browser",
    "browser_versions": "browser", "operating_systems": "operating_system",
    "operating_system_versions": "operating_system", "conversions": "goal",
  ]
}
