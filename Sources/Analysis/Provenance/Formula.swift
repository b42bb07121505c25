import Vocabulary

/// How a number is made of rows.
package struct Formula: Sendable, Equatable {
  package enum Form: String, Sendable {
    /// The first set's amount.
    case amount
    /// The first set's amount over the second's.
    case quotient
    /// By the stored model from the first set's rows; SQL alone cannot tell it.
    case model
  }

  package var form: Form
  /// Those that the form names, then others that decide which rows count.
  package var sets: [RowSet]

  static func amount(_ set: RowSet) -> Formula { Formula(form: .amount, sets: [set]) }
  static func quotient(_ above: RowSet, _ below: RowSet) -> Formula { Formula(form: .quotient, sets: [above, below]) }
  static func model(_ inputs: RowSet) -> Formula { Formula(form: .model, sets: [inputs]) }

  /// One query with one value, to be run by `fairlead query`; nil where a model makes the number.
  package var sql: String? {
    switch form {
    case .amount: sets[0].valueSQL
    case .quotient:
      "SELECT 1.0 * (\n\(Self.indented(sets[0].valueSQL))\n) / (\n\(Self.indented(sets[1].valueSQL))\n) AS value"
    case .model: nil
    }
  }

  private static func indented(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { "  " + $0 }.joined(separator: "\n")
  }
}
