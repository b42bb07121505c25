import Vocabulary

/// Cells that hold somebody's data: their content never enters a problem's wording.
enum PersonalCell {
  /// Nil for an empty cell and for one that says that there is none.
  static func email(_ record: RawRecord, _ column: Int?, name: String) throws(RowProblem) -> EmailAddress? {
    let text = record.text(column)
    guard !text.isEmpty, !saysNone(text) else { return nil }
    guard let email = EmailAddress(text) else {
      throw RowProblem(column: name, found: "text that is no e-mail address", expected: "an e-mail address or nothing")
    }
    return email
  }

  /// `n/a`, `-`, `none`, `walk-in`: as people at a till write it.
  private static func saysNone(_ text: String) -> Bool {
    BlankText.isMissing(text) || none.contains(text.lowercased())
  }

  private static let none: Set<String> = [
    "none", "na", "nil", "no", "no email", "no e-mail", "noemail", "not provided", "not given", "unknown", "anonymous",
    "guest", "walk-in", "walk in", "walkin", "x", "keine", "kein", "ohne", "unbekannt", "gast", "aucun", "aucune",
    "inconnu", "ninguno", "no tiene", "nessuno", "nessuna", "geen", "onbekend", "nenhum",
  ]

  /// Of a cell that may hold several, parted by commas or semicolons, as Pipedrive writes all of a person's: the first.
  static func firstEmail(_ record: RawRecord, _ column: Int?, name: String) throws(RowProblem) -> EmailAddress? {
    let parts = record.text(column).split { $0 == "," || $0 == ";" }
    let emails = parts.compactMap { EmailAddress($0) }
    guard parts.count > 1, emails.count == parts.count else { return try email(record, column, name: name) }
    return emails.first
  }

  /// Of a table that a connector has copied: nil too for a digest that it has put in the place of the address.
  static func copiedEmail(_ record: RawRecord, _ column: Int?, name: String) throws(RowProblem) -> EmailAddress? {
    isPseudonym(record.text(column)) ? nil : try email(record, column, name: name)
  }

  /// Of the first column that holds one. A number only serves to know a person again, so that a cell with anything else
  /// in it ("ask reception") is no reason to refuse the person.
  static func firstPhone(_ record: RawRecord, _ columns: [Int?]) -> PhoneNumber? {
    columns.lazy.compactMap { PhoneNumber(record.text($0)) }.first
  }

  /// Whether the text is a digest that stands for a person: 20 to 128 figures and letters of hexadecimal or base 64
  /// without a blank, some of them figures, or padded as base 64 is.
  static func isPseudonym(_ text: String) -> Bool {
    guard (20...128).contains(text.utf8.count) else { return false }
    var figures = 0
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): figures += 1
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): break
      case UInt8(ascii: "+"), UInt8(ascii: "/"), UInt8(ascii: "="), UInt8(ascii: "-"), UInt8(ascii: "_"): break
      default: return false
      }
    }
    return figures > 0 || (text.hasSuffix("=") && text.utf8.count.isMultiple(of: 4))
  }
}
