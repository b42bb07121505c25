/// Why one data record gives no fact. The driver adds the line.
package struct RowProblem: Error, Hashable, Sendable {
  package let column: String
  /// The cell, or a description of it where it may hold personal data.
  package let found: String
  package let expected: String

  package init(column: String, found: String, expected: String) {
    self.column = column
    self.found = found
    self.expected = expected
  }
}
