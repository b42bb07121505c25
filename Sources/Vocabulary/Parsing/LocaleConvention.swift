/// What a declared locale ("de", "de-CH", "pt_BR") settles where a file leaves a choice.
package struct LocaleConvention: Hashable, Sendable {
  package let decimalMark: NumberFormat.DecimalMark
  /// Nil for English without a region: Americans put the month first, others the day.
  package let dateOrder: DateOrder?
  /// The code page that spreadsheets of that locale write, by iconv's name.
  package let codePage: String

  /// Nil for a language that is not in the tables.
  package init?(_ tag: String) {
    let parts = tag.lowercased().split { $0 == "-" || $0 == "_" || $0 == "." }
    guard let language = parts.first.map(String.init), let codePage = LocaleConvention.codePages[language] else {
      return nil
    }
    let region = parts.dropFirst().first.map(String.init) ?? ""
    self.codePage = language == "zh" && ["tw", "hk", "hant"].contains(region) ? "BIG5" : codePage
    let writesDot =
      LocaleConvention.dotLanguages.contains(language) || LocaleConvention.dotRegions.contains("\(language)-\(region)")
    decimalMark = writesDot ? .dot : .comma
    switch (language, region) {
    case ("en", ""): dateOrder = nil
    case ("en", "us"): dateOrder = .monthDayYear
    case ("ja", _), ("zh", _), ("ko", _), ("hu", _), ("sv", _), ("lt", _), ("en", "ca"): dateOrder = .yearMonthDay
    default: dateOrder = .dayMonthYear
    }
  }

  private static let dotLanguages: Set<String> = ["en", "ja", "zh", "ko", "th", "he", "hi", "ms"]
  private static let dotRegions: Set<String> = ["de-ch", "it-ch", "es-mx", "es-us", "es-pr", "es-do", "es-gt"]

  private static let codePages: [String: String] = {
    let languages = [
      "CP1252": "en de fr es pt it nl da sv nb nn no fi is ca ms id hi", "CP1250": "pl cs sk hu sl hr ro sq",
      "CP1251": "ru uk bg sr mk be", "CP1253": "el", "CP1254": "tr", "CP1255": "he", "CP1256": "ar fa ur",
      "CP1257": "et lv lt", "CP874": "th", "CP1258": "vi", "CP932": "ja", "CP949": "ko", "GB18030": "zh",
    ]
    var pages: [String: String] = [:]
    for (page, names) in languages {
      for name in names.split(separator: " ") { pages[String(name)] = page }
    }
    return pages
  }()
}
