import Computation

/// Where errors gather: conjunctions of "column = value" with the largest SliceLine score
/// α (ē_S / ē − 1) − (1 − α) (n / |S| − 1) (Sagadeeva and Boehm 2021, equation 5).
///
/// All conjunctions of up to `level` columns with at least `support` rows are looked at, so nothing is missed; those
/// with a score above 0 are worse than the whole. O(n · columns^level).
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

  /// `errors` are finite and at least 0, one for each row. The best come first; of equal ones that with fewer
  /// conditions, then the first by columns and values. Throws `noRows`, `lengths` and `notFinite`.
  package func search(_ columns: [Column], errors: [Double]) throws(MetricProblem) -> [Slice] {
    guard !errors.isEmpty else { throw .noRows(metric: "slice search") }
    if let column = columns.first(where: { $0.values.count != errors.count }) {
      throw .lengths(metric: "slice search", first: errors.count, second: column.values.count)
    }
    if let row = errors.firstIndex(where: { !$0.isFinite }) { throw .notFinite(metric: "slice search", row: row) }
    let mean = Moments.mean(errors)
    guard mean > 0 else { return [] }
    let coded = columns.map { CodedColumn($0) }
    var walk = SliceWalk(columns: coded, errors: errors, level: level, support: support) { size, error in
      score(size: size, error: error, mean, errors.count)
    }
    walk.extend(by: [], rows: errors.indices.map { Int32($0) })
    return walk.found.sorted { $0.isBefore($1) }.prefix(most).map { found in
      let rows = errors.indices.filter { row in found.path.allSatisfy { coded[$0.column].codes[row] == $0.code } }
      let error = Moments.mean(rows.map { errors[$0] })
      return Slice(
        conditions: found.path.map {
          Condition(column: columns[$0.column].name, value: coded[$0.column].levels[Int($0.code)])
        }, rows: rows, meanError: error, score: score(size: rows.count, error: error, mean, errors.count))
    }
  }

  private func score(size: Int, error: Double, _ mean: Double, _ count: Int) -> Double {
    alpha * (error / mean - 1) - (1 - alpha) * (Double(count) / Double(size) - 1)
  }
}
