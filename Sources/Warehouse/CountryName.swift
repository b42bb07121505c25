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
}
