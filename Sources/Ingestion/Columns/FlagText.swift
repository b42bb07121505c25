/// A cell that says yes or no.
enum FlagText {
  /// Nil for an empty cell and for any other word.
  static func value(_ text: String) -> Bool? {
    let key = Header.key(text).key
    if yes.contains(key) { return true }
    return no.contains(key) ? false : nil
  }

  private static let yes: Set<String> = [
    "true", "1", "yes", "y", "t", "ja", "wahr", "oui", "vrai", "sí", "si", "sim", "verdadero", "verdadeiro", "vero",
  ]
  private static let no: Set<String> = [
    "false", "0", "no", "n", "f", "nein", "falsch", "non", "faux", "não", "nao", "nee", "falso",
  ]
}
