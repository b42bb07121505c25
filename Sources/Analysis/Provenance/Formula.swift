import Vocabulary

/// How a number is made of rows.
package struct Formula: Sendable, Equatable {
  package enum Form: String, Sendable {
    /// The first set's amount.
    case amount
    /// The first set's amount over the second's.
    case quotient
    /// A query over all sets.
    case query
    /// By the stored model, or a comparison, from the first set's rows; SQL alone cannot tell it.
    case model
  }

  package var form: Form
  /// Those that the form names, then others that decide which rows count.
  package var sets: [RowSet]
  /// What makes one value of the sets, where the form is a query: an expression, and the queries that stand before it.
  private var told: (expression: String, definitions: [String])?

  static func amount(_ set: RowSet) -> Formula { Formula(form: .amount, sets: [set]) }
  static func quotient(_ above: RowSet, _ below: RowSet) -> Formula { Formula(form: .quotient, sets: [above, below]) }
  static func model(_ inputs: RowSet) -> Formula { Formula(form: .model, sets: [inputs]) }

  /// - Parameters:
  ///   - expression: with one value.
  ///   - definitions: named queries that it draws on, besides those of the sets.
  static func query(_ expression: String, _ definitions: [String] = [], over sets: [RowSet]) -> Formula {
    var formula = Formula(form: .query, sets: sets)
    formula.told = (expression, definitions)
    return formula
  }

  static func difference(_ left: Formula, _ right: Formula) -> Formula? {
    guard let minuend = left.expression, let subtrahend = right.expression else { return nil }
    return query("\(minuend) - \(subtrahend)", over: left.sets + right.sets)
  }

  private init(form: Form, sets: [RowSet]) {
    self.form = form
    self.sets = sets
  }

  /// One value as SQL, without the named queries that it draws on; nil where a model makes it.
  var expression: String? {
    switch form {
    case .amount: Self.scalar(sets[0])
    case .quotient: "1.0 * \(Self.scalar(sets[0])) / \(Self.scalar(sets[1]))"
    case .query: told?.expression
    case .model: nil
    }
  }

  /// One query with one value, to be run by `fairlead query`; nil where a model makes the number.
  package var sql: String? {
    guard form != .amount else { return sets[0].valueSQL }
    guard let expression else { return nil }
    var definitions: [String] = []
    for definition in sets.flatMap(\.definitions) + (told?.definitions ?? []) where !definitions.contains(definition) {
      definitions.append(definition)
    }
    return RowSet.preamble(definitions) + "SELECT \(expression) AS value"
  }

  private static func scalar(_ set: RowSet) -> String { "(\n\(indented(set.plainSQL))\n)" }

  static func indented(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { "  " + $0 }.joined(separator: "\n")
  }

  package static func == (left: Formula, right: Formula) -> Bool {
    left.form == right.form && left.sets == right.sets && left.sql == right.sql
  }
}
