import Vocabulary

/// Cells that say yes or no, as people and spreadsheets write it.
enum FlagCell {
  private static let yes: Set<String> = [
    "true", "yes", "1", "y", "t", "ja", "wahr", "oui", "vrai", "sí", "si", "sim", "verdadero", "verdadeiro", "vero",
    "waar", "tak", "prawda", "ano", "pravda", "sant", "sann", "sand", "да", "истина",
  ]
  private static let no: Set<String> = [
    "false", "no", "0", "n", "f", "nein", "falsch", "non", "faux", "não", "nao", "nee", "falso",
    "onwaar", "nie", "fałsz", "ne", "nepravda", "nej", "nei", "falskt", "usann", "falsk", "нет", "ложь",
  ]

  /// Nil for an empty cell, an absent column and any other word.
  static func value(_ record: RawRecord, _ column: Int?) -> Bool? { value(record.text(column)) }

  static func value(_ text: String) -> Bool? {
    let text = text.lowercased()
    return yes.contains(text) ? true : no.contains(text) ? false : nil
  }
}
