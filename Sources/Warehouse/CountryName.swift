import Foundation

/// One name for a country, whichever way an export writes it: shops write "GB", CRMs "United Kingdom".
package enum CountryName {
  private static let english = Locale(identifier: "en")

  /// The English name of a code of ISO 3166-1; any other text without blanks around it.
  package static func of(_ text: String) -> String {
    let trimmed = text.trimmingCharacters(in: .whitespaces)
    guard trimmed.count == 2, let name = english.localizedString(forRegionCode: trimmed.uppercased()) else {
      return trimmed
    }
    return name
  }

  /// The code of ISO 3166-1 of a code or a country's name in one of the languages of reports; nil for any other text.
  static func code(_ text: String) -> String? { codes[text.trimmingCharacters(in: .whitespaces).lowercased()] }

  private static let codes: [String: String] = {
    var codes = [
      "usa": "US", "u.s.": "US", "u.s.a.": "US", "uk": "GB", "u.k.": "GB", "england": "GB", "scotland": "GB",
      "wales": "GB", "great britain": "GB", "holland": "NL",
    ]
    let languages = ["en", "de", "fr", "es", "it", "nl", "pt"].map { Locale(identifier: $0) }
    let regions = Locale.Region.isoRegions.map(\.identifier).filter { $0.count == 2 }.sorted()
    for region in regions {
      for name in [region] + languages.compactMap({ $0.localizedString(forRegionCode: region) })
      where codes[name.lowercased()] == nil {
        codes[name.lowercased()] = region
      }
    }
    return codes
  }()
}
