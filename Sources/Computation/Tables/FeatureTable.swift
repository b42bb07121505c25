/// Columns of equal length, each named by a `Feature`: what analysis hands to modelling.
///
/// It knows no day. Whoever builds it answers for every value having been known on the day it stands for.
package struct FeatureTable: Sendable, Equatable {
  package enum Kind: String, Sendable, Equatable {
    case numeric, categorical
  }

  /// One value or none for each row. Numbers are finite: what is missing is nil, never NaN.
  package enum Column: Sendable, Equatable {
    case numeric([Double?])
    case categorical([String?])

    package var kind: Kind {
      switch self {
      case .numeric: .numeric
      case .categorical: .categorical
      }
    }

    package var count: Int {
      switch self {
      case .numeric(let values): values.count
      case .categorical(let values): values.count
      }
    }

    func selecting(rows: [Int]) -> Column {
      switch self {
      case .numeric(let values): .numeric(rows.map { values[$0] })
      case .categorical(let values): .categorical(rows.map { values[$0] })
      }
    }
  }

  package let rowCount: Int
  /// In the order in which they were appended.
  package private(set) var features: [Feature] = []
  private var columns: [Column] = []

  package init(rowCount: Int) {
    precondition(rowCount >= 0, "a table has no fewer than no rows")
    self.rowCount = rowCount
  }

  /// Adds a column at the right. Throws when its length differs from `rowCount`, its name is taken, a number is not
  /// finite, or the feature's policy is not made for this kind of column.
  package mutating func append(_ feature: Feature, _ column: Column) throws(ComputationProblem) {
    guard column.count == rowCount else {
      throw .columnLength(feature: feature.name, found: column.count, expected: rowCount)
    }
    guard !features.contains(where: { $0.name == feature.name }) else { throw .duplicateFeature(feature.name) }
    if case .numeric(let values) = column, let row = values.firstIndex(where: { $0.map { !$0.isFinite } ?? false }) {
      throw .notFinite(feature: feature.name, row: row)
    }
    guard feature.missing.suits(column.kind) else {
      throw .policy(feature: feature.name, policy: feature.missing, kind: column.kind)
    }
    features.append(feature)
    columns.append(column)
  }

  /// The column of that feature, or nil where the table has none.
  package subscript(feature: Feature) -> Column? {
    features.firstIndex(of: feature).map { columns[$0] }
  }

  /// Those of the given features that the table has, in the table's order.
  package func selecting(features wanted: [Feature]) -> FeatureTable {
    var table = FeatureTable(rowCount: rowCount)
    for (feature, column) in zip(features, columns) where wanted.contains(feature) {
      table.features.append(feature)
      table.columns.append(column)
    }
    return table
  }

  /// The given rows in the given order; an index may come more than once.
  package func selecting(rows: [Int]) -> FeatureTable {
    var table = FeatureTable(rowCount: rows.count)
    table.features = features
    table.columns = columns.map { $0.selecting(rows: rows) }
    return table
  }
}

extension Feature.MissingPolicy {
  fileprivate func suits(_ kind: FeatureTable.Kind) -> Bool {
    switch self {
    case .refused, .mode: true
    case .mean, .median, .constant: kind == .numeric
    case .ownLevel: kind == .categorical
    }
  }
}
