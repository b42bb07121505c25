import Vocabulary

/// What a spreadsheet has left in place of a value when it saved a file.
enum LostCell {
  /// Nil for any other cell.
  static func words(_ cell: UnsafeBufferPointer<UInt8>) -> String? {
    let text = BlankText.trimmed(cell)
    guard text.count > 1, text.count < 40, text[0] == hash else { return nil }
    if text.allSatisfy({ $0 == hash }) { return "#### (the column was too narrow when the sheet was saved)" }
    let word = String(decoding: text, as: UTF8.self)
    return errors.contains(word.uppercased()) ? "\(word), the error of a formula" : nil
  }

  private static let hash = UInt8(ascii: "#")

  /// In the languages of the spreadsheets' users.
  private static let errors: Set<String> = [
    "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!", "#N/A", "#SPILL!", "#ERROR!", "#BEZUG!", "#WERT!",
    "#ZAHL!", "#NV", "#VALEUR!", "#NOM?", "#NOMBRE!", "#¡REF!", "#¡VALOR!", "#¡DIV/0!", "#VALOR!", "#RIF!", "#VALORE!",
    "#WAARDE!", "#VERW!", "#GETAL!",
  ]
}
