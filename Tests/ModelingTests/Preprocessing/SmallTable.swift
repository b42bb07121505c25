import Computation
import Modeling

/// Tables written out as rows.
enum SmallTable {
  static let names = ["a", "b", "c", "d", "e"]

  static func feature(_ column: Int) -> Feature { Feature(names[column], unit: .ratio) }

  static func numbers(_ rows: [[Double?]]) throws -> FeatureTable {
    var table = FeatureTable(rowCount: rows.count)
    for column in (rows.first ?? []).indices {
      try table.append(feature(column), .numeric(rows.map { $0[column] }))
    }
    return table
  }

  static func levels(_ values: [String?], missing: Feature.MissingPolicy = .refused) throws -> FeatureTable {
    var table = FeatureTable(rowCount: values.count)
    try table.append(Feature("level", unit: .category, missing: missing), .categorical(values))
    return table
  }

  /// The numeric columns as rows.
  static func rows(_ table: FeatureTable) -> [[Double?]] {
    let columns = table.features.compactMap { feature -> [Double?]? in
      guard case .numeric(let values) = table[feature] else { return nil }
      return values
    }
    return (0..<table.rowCount).map { row in columns.map { $0[row] } }
  }

  /// The largest difference between two tables of numbers; nil where a gap stands against a number, or shapes differ.
  static func distance(_ table: FeatureTable, _ expected: [[Double?]]) -> Double? {
    let rows = rows(table)
    guard rows.map(\.count) == expected.map(\.count) else { return nil }
    var largest = 0.0
    for (a, b) in zip(rows.joined(), expected.joined()) {
      guard (a == nil) == (b == nil) else { return nil }
      largest = max(largest, abs((a ?? 0) - (b ?? 0)))
    }
    return largest
  }

  static func isClose(_ table: FeatureTable, _ expected: [[Double?]], within tolerance: Double = 1e-12) -> Bool {
    distance(table, expected).map { $0 <= tolerance } ?? false
  }
}
