import Computation

/// Fills missing numbers by regressing each column on all others, in turn and again, until the fillings settle (chained
/// equations, van Buuren and Groothuis-Oudshoorn 2011, with the prediction in place of a draw).
///
/// Starts from the means. Column j, fewest gaps first, is fitted over the rows that have it by ridge regression on the
/// others, standardised over those rows: minimise Σ (y − a − z·w)² + penalty · |w|²; then its gaps are filled anew.
/// Settled when no row's fillings move by more than tolerance · the largest value in sum. A row asked later is filled by
/// the last regressions, in the same way. Fillings lie on a plane: they hold less spread than the truth.
/// O(rounds · n · d³). No inverse: where the gaps were is not kept.
package struct IterativeImputer: Step, Equatable {
  package let penalty: Double
  package let rounds: Int
  package let tolerance: Double
  /// The numeric features that are filled and learned from; all of the table where nil.
  package let features: [Feature]?

  package init(penalty: Double = 1e-3, rounds: Int = 200, tolerance: Double = 1e-4, features: [Feature]? = nil) {
    self.penalty = penalty
    self.rounds = rounds
    self.tolerance = tolerance
    self.features = features
  }

  /// Throws `hyperparameter`, `noRows`, `nothingToImpute` for a column without a value, `notConverged`, `columnTooLarge`, and
  /// `singular` where columns determine each other and the penalty is 0.
  package func fit(_ table: FeatureTable) throws(FitProblem) -> Fitted {
    try Guard.notNegative(penalty, "penalty", model: Fitted.name)
    try Guard.positive(rounds, "rounds", model: Fitted.name)
    try Guard.notNegative(tolerance, "tolerance", model: Fitted.name)
    let gapped = try GappedRows(table, try table.numeric(features, model: Fitted.name)).canonical
    let present = try gapped.present()
    let means = present.map { Moments.mean($0) }
    try Guard.notOverflown(means, model: Fitted.name)
    let order = means.indices.sorted {
      present[$0].count != present[$1].count ? present[$0].count > present[$1].count : $0 < $1
    }
    let largest = present.reduce(0) { max($0, abs($1[0]), abs($1[$1.count - 1])) }

    let isGap = gapped.values.values.map(\.isNaN)
    var rows = gapped.values
    for index in isGap.indices where isGap[index] { rows.values[index] = means[index % means.count] }
    var regressions = means.map { ColumnRegression(intercept: $0, weights: [Double](repeating: 0, count: means.count)) }
    var left = means.count > 1 ? rounds : 0
    while left > 0 {
      left -= 1
      let before = rows
      for column in order {
        let known = (0..<rows.rows).filter { !isGap[$0 * rows.columns + column] }
        regressions[column] = try ColumnRegression(of: column, in: rows, known, penalty, model: Fitted.name)
        for row in 0..<rows.rows where isGap[row * rows.columns + column] {
          rows[row, column] = regressions[column].value(rows, row)
        }
      }
      try Guard.notOverflown(rows, model: Fitted.name)
      if Self.movement(from: before, to: rows) <= tolerance * largest { break }
      if left == 0 { throw .notConverged(model: Fitted.name, iterations: rounds) }
    }
    return Fitted(
      features: gapped.features, means: means, order: order, regressions: regressions, rounds: rounds,
      settled: tolerance * largest)
  }

  /// The largest sum over a row of what its values moved.
  private static func movement(from before: Matrix, to after: Matrix) -> Double {
    (0..<after.rows).reduce(0) { largest, row in
      max(largest, zip(before.row(row), after.row(row)).reduce(0) { $0 + abs($1.0 - $1.1) })
    }
  }

  package struct Fitted: FittedStep {
    package static let name = "IterativeImputer"
    package static let version = 1

    package let features: [Feature]
    package let means: [Double]
    /// The columns in the order in which they are filled.
    package let order: [Int]
    package let regressions: [ColumnRegression]
    let rounds: Int
    /// A row whose fillings move less than this in sum has settled.
    let settled: Double

    /// The table without gaps in its numeric columns; a row that has not settled in `rounds` keeps its last fillings.
    package func transform(_ table: FeatureTable) throws(FitProblem) -> FeatureTable {
      var rows = try GappedRows(table, features)
      for row in 0..<rows.values.rows {
        let gaps = order.filter { rows.values[row, $0].isNaN }
        for column in gaps { rows.values[row, column] = means[column] }
        for _ in 0..<(gaps.isEmpty ? 0 : rounds) {
          var moved = 0.0
          for column in gaps {
            let value = regressions[column].value(rows.values, row)
            moved += abs(value - rows.values[row, column])
            rows.values[row, column] = value
          }
          if moved <= settled || gaps.count == 1 { break }
        }
      }
      return try rows.filling(table, model: Self.name)
    }
  }
}
