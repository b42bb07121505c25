import Vocabulary

/// Cells that say yes or no.
enum FlagCell {
  private static let yes: Set<String> = [
    "true", "yes", "1", "y", "t", "ja", "wahr", "oui", "vrai", "sí", "si", "sim", "verdadero", "verdadeiro", "vero",
  ]
  private static let no: Set<String> = [
    "false", "no", "0", "n", "f", "nein", "falsch", "non", "faux", "não", "nao", "nee", "falso",
  ]

  /// Nil for an empty cell, an absent column and any other word.
  static func value(_ record: RawRecord, _ column: Int?) -> Bool? {
    let text = record.text(column).lowercased()
    return yes.contains(text) ? true : no.contains(text) ? false : nil
  }
}
