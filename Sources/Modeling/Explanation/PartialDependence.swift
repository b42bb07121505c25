import Computation

/// How a model's mean answer moves with one feature, all rows kept as they are otherwise (Friedman 2001, section 8.2).
///
/// Where features go together, some of the rows asked about cannot occur.
package struct PartialDependence: Sendable, Equatable {
  package let column: Int
  /// What the feature is set to, rising.
  package let values: [Double]
  /// The model's mean answer for each value, in the unit of its answers.
  package let means: [Double]

  /// At the quantiles of the column, `points` of them and fewer where values repeat; or at the given values. Throws
  /// `noRows`, `hyperparameter` and what `predict` throws. O(points · n) answers.
  package init(
    of column: Int, at values: [Double]? = nil, points: Int = 20, rows: Matrix,
    predict: (Matrix) throws(FitProblem) -> [Double]
  ) throws(FitProblem) {
    let name = "PartialDependence"
    guard rows.rows > 0 else { throw .noRows(model: name) }
    guard (0..<rows.columns).contains(column) else {
      throw .hyperparameter(
        model: name, name: "column", found: "\(column)", expected: "one from 0 to \(rows.columns - 1)")
    }
    guard points >= 2 else {
      throw .hyperparameter(model: name, name: "points", found: "\(points)", expected: "at least 2")
    }
    self.column = column
    self.values = values?.sorted() ?? Self.quantiles(rows.column(column), points)
    var means: [Double] = []
    for value in self.values {
      var changed = rows
      for row in 0..<rows.rows { changed[row, column] = value }
      // In rising order, so that the order of rows does not change a bit.
      means.append(RadixSort.sorted(try predict(changed)).reduce(0, +) / Double(rows.rows))
    }
    self.means = means
  }

  private static func quantiles(_ column: [Double], _ points: Int) -> [Double] {
    let sorted = RadixSort.sorted(column.filter { !$0.isNaN })
    guard !sorted.isEmpty else { return [] }
    var values: [Double] = []
    for point in 0..<points {
      let value = sorted[point * (sorted.count - 1) / (points - 1)]
      if value != values.last { values.append(value) }
    }
    return values
  }
}
