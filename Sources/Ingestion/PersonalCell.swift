import Vocabulary

/// Cells that hold somebody's data: their content never enters a problem's wording.
enum PersonalCell {
  /// Nil for an empty cell.
  static func email(_ record: RawRecord, _ column: Int?, name: String) throws(RowProblem) -> EmailAddress? {
    let text = record.text(column)
    guard !text.isEmpty else { return nil }
    guard let email = EmailAddress(text) else {
      throw RowProblem(column: name, found: "text that is no e-mail address", expected: "an e-mail address or nothing")
    }
    return email
  }

  /// Nil for an empty cell. For columns that the vendor checks; what people type is `PhoneNumber`'s to accept or leave.
  static func phone(_ record: RawRecord, _ column: Int?, name: String) throws(RowProblem) -> PhoneNumber? {
    let text = record.text(column)
    guard !text.isEmpty else { return nil }
    guard let phone = PhoneNumber(text) else {
      throw RowProblem(column: name, found: "text that is no phone number", expected: "a phone number or nothing")
    }
    return phone
  }
}
