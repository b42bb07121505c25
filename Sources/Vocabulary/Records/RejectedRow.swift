/// A data record that could not be understood, with what was found and what was expected. A bad row is data.
package struct RejectedRow: Hashable, Sendable {
  package var line: Int
  package var column: String
  /// What the cell held, or a description of it where the column may hold personal data; never the cell itself then.
  package var found: String
  package var expected: String

  package init(line: Int, column: String, found: String, expected: String) {
    self.line = line
    self.column = column
    self.found = found
    self.expected = expected
  }
}
