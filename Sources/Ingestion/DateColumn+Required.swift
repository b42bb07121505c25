import Vocabulary

extension DateColumn {
  /// The row's date where no fact can be without one.
  func required(_ record: RawRecord) throws(RowProblem) -> DateText {
    guard let date = try date(record) else {
      throw RowProblem(column: name, found: "an empty cell", expected: "a day such as 2026-10-31")
    }
    return date
  }
}
