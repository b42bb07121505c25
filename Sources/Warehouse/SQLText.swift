/// Words of SQL that a person reads and may run again.
package enum SQLText {
  /// A string literal; nothing in it can end it.
  package static func literal(_ text: String) -> String { "'" + text.replacing("'", with: "''") + "'" }

  /// `column = 'a'` or `column IN ('a', 'b')`, in the order given; of no values, a condition that nothing fulfils.
  package static func isOne(_ column: String, of values: [String]) -> String {
    guard let first = values.first else { return "0" }
    if values.count == 1 { return "\(column) = \(literal(first))" }
    return "\(column) IN (\(values.map(literal).joined(separator: ", ")))"
  }

  /// The conditions that are not empty, all of them to hold.
  package static func all(_ conditions: [String], separator: String = " AND ") -> String {
    conditions.filter { !$0.isEmpty }.joined(separator: separator)
  }
}
