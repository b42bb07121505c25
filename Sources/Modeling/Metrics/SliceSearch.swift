import Computation

/// Where errors gather: conjunctions of "column = value" with the largest SliceLine score
/// α (ē_S / ē − 1) − (1 − α) (n / |S| − 1) (Sagadeeva and Boehm 2021, equation 5).
///
/// All conjunctions of up to `level` columns with at least `support` rows are looked at, so nothing is missed; those with a
/// score above 0 are worse than the whole. O(n · columns^level).
package struct SliceSearch: Sendable, Equatable {
  package let alpha: Double
  package let level: Int
  package let support: Int
  package let most: Int

  /// Requires 0 < alpha ≤ 1, and a level, a support and a number of slices of at least 1.
  package init(alpha: Double = 0.95, level: Int = 3, support: Int, most: Int = 10) {
    precondition(alpha > 0 && alpha <= 1 && level >= 1 && support >= 1 && most >= 1, "settings that mean something")
    self.alpha = alpha
    self.level = level
    self.support = support
    self.most = most
  }

  package struct Column: Sendable, Equatable {
    package let name: String
    package let values: [String]

    /// One value for each row.
    package init(name: String, values: [String]) {
      self.name = name
      self.values = values
    }
  }

  package struct Slice: Sendable, Equatable {
    /// Column and value of each condition, in the order of the columns.
    package let conditions: [Condition]
    /// Row indices, rising.
    package let rows: [Int]
    package let meanError: Double
    package let score: Double
  }

  package struct Condition: Hashable, Sendable {
    package let column: String
    package let value: String
  }

  /// A column's values as numbers in the order of their bytes.
  private struct Coded {
    let levels: [String]
    private let codes: [Int]

    init(_ column: Column) {
      levels = Set(column.values).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
      let places = Dictionary(uniqueKeysWithValues: levels.enumerated().map { ($1, $0) })
      codes = column.values.map { places[$0] ?? 0 }
    }

    /// The given rows, apart by value.
    func parts(of rows: [Int]) -> [[Int]] {
      var parts = [[Int]](repeating: [], count: levels.count)
      for row in rows { parts[codes[row]].append(row) }
      return parts
    }
  }

  private struct Candidate {
    let lastColumn: Int
    let conditions: [Condition]
    let rows: [Int]
  }

  /// `errors` are finite and at least 0, one for each row. The best come first; of equal ones the first by columns, then
  /// values. Throws `noRows`, `lengths` and `notFinite`.
  package func search(_ columns: [Column], errors: [Double]) throws(MetricProblem) -> [Slice] {
    guard !errors.isEmpty else { throw .noRows(metric: "slice search") }
    if let column = columns.first(where: { $0.values.count != errors.count }) {
      throw .lengths(metric: "slice search", first: errors.count, second: column.values.count)
    }
    if let row = errors.firstIndex(where: { !$0.isFinite }) { throw .notFinite(metric: "slice search", row: row) }
    let mean = Moments.mean(errors)
    guard mean > 0 else { return [] }
    let coded = columns.map { Coded($0) }
    var found: [Slice] = []
    var layer = [Candidate(lastColumn: -1, conditions: [], rows: Array(errors.indices))]
    for _ in 0..<level {
      var next: [Candidate] = []
      for candidate in layer {
        for place in coded.indices where place > candidate.lastColumn {
          for (code, rows) in coded[place].parts(of: candidate.rows).enumerated() where rows.count >= support {
            let condition = Condition(column: columns[place].name, value: coded[place].levels[code])
            let conditions = candidate.conditions + [condition]
            next.append(Candidate(lastColumn: place, conditions: conditions, rows: rows))
            let error = Moments.mean(rows.map { errors[$0] })
            let size = Double(errors.count) / Double(rows.count)
            let score = alpha * (error / mean - 1) - (1 - alpha) * (size - 1)
            if score > 0 {
              found.append(Slice(conditions: conditions, rows: rows, meanError: error, score: score))
            }
          }
        }
      }
      layer = next
    }
    let order = found.indices.sorted {
      found[$0].score != found[$1].score ? found[$0].score > found[$1].score : $0 < $1
    }
    return order.prefix(most).map { found[$0] }
  }
}
