import Vocabulary

/// One kind of record that mapped tables hold: which fields it has, which it needs, and how a row becomes one.
protocol MappedKind: Sendable {
  static var title: String { get }
  static var fields: [KindField] { get }
  static var needs: [[TableField]] { get }
  /// The sums that a column of the field adds to; the kind's own count of records beside them.
  static var metrics: [TableField: TotalMetric] { get }
  static var ownMetrics: Set<TotalMetric> { get }

  /// Where a guess is to be sure, one of these has a column, too; any will do where there are none.
  static var signs: [TableField] { get }

  /// What a table shows that is of another kind, whatever its other columns are called.
  static var strangers: Set<TableTrait> { get }

  /// What a table of the kind may show, and one of another kind more often: the guess is never sure.
  static var doubts: Set<TableTrait> { get }

  init(_ columns: MappedColumns)

  mutating func map(_ row: MappedRow, into batch: inout CanonicalBatch) throws(RowProblem)
}

extension MappedKind {
  static var signs: [TableField] { [] }
  static var strangers: Set<TableTrait> { [] }
  static var doubts: Set<TableTrait> { [] }
}

/// One field of a kind: what it holds, and the words by which tables call it.
package struct KindField: Hashable, Sendable {
  package let field: TableField
  package let type: FieldType
  /// Headers in several languages, each as `HeaderWords` writes it.
  package let words: [String]
  /// What a constant may be, where the field is a `word`.
  package let values: [String]

  /// `words`: divided by bars.
  init(_ field: TableField, _ type: FieldType, _ words: String, values: [String] = []) {
    self.values = values
    self.field = field
    self.type = type
    self.words = words.split(separator: "|").map(String.init)
  }
}
