import Computation

/// Leaves out each column whose correlation (Pearson's) with an earlier column that stays is larger in size than a limit:
/// of two that say the same the first stays. Scores are the largest such size for each column. A column that does not
/// vary has correlation 0 with all. O(n · d²).
package struct CorrelationFilter: Step, Equatable {
  package typealias Fitted = ColumnSelection

  /// From 0 to 1.
  package let limit: Double

  package init(limit: Double = 0.95) {
    self.limit = limit
  }

  /// Throws `hyperparameter`, `noRows`, `notFinite` and `columnTooLarge`.
  package func fit(_ rows: Matrix) throws(FitProblem) -> ColumnSelection {
    guard (0...1).contains(limit) else {
      throw .hyperparameter(model: "CorrelationFilter", name: "limit", found: "\(limit)", expected: "0 to 1")
    }
    try Guard.finiteRows(rows, model: "CorrelationFilter")
    // In canonical order, so that the sums do not depend on the order of rows.
    let sorted = rows.selecting(rows: rows.canonicalOrder)
    var units: [[Double]] = []
    for column in 0..<rows.columns {
      units.append(Self.unit(sorted.column(column)))
      if !units[column].allSatisfy(\.isFinite) { throw .columnTooLarge(model: "CorrelationFilter", column: column) }
    }
    var kept: [Int] = []
    var largest: [Double] = []
    for column in units.indices {
      let sizes = kept.map { earlier in abs(zip(units[earlier], units[column]).reduce(0) { $0 + $1.0 * $1.1 }) }
      largest.append(min(1, sizes.max() ?? 0))
      if largest[column] <= limit { kept.append(column) }
    }
    return try ColumnSelection(keeping: kept, scores: largest, model: "CorrelationFilter")
  }

  /// Shifted to mean 0 and scaled to length 1; 0 where nothing varies.
  private static func unit(_ values: [Double]) -> [Double] {
    if values.allSatisfy({ $0 == values[0] }) { return values.map { _ in 0 } }
    let mean = Moments.mean(values.sorted())
    let length = (Moments.variance(values, about: mean) * Double(values.count)).squareRoot()
    return values.map { ($0 - mean) / length }
  }
}
