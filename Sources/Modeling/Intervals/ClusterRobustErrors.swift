import Computation

/// Standard errors of the weights of a logistic regression when rows come in clusters that belong together, such as
/// one customer seen on several days.
///
/// With A the Hessian of the penalised loss at its minimum and s_c the sum of the scores (p − y) x over cluster c,
///
///     Var(w) = G ÷ (G − 1) · A⁻¹ (Σ_c s_c s_cᵀ) A⁻¹
///
/// (Liang and Zeger 1986, eq. 7, with the correction for G clusters). Rows that repeat a customer so add what they
/// know and no more. O(n · d² + G · d²).
package struct ClusterRobustErrors: Sendable, Equatable {
  /// One for each weight, in its unit.
  package let weights: [Double]

  /// - Parameter clusters: one for each example.
  /// Throws `lengths`, `columns`, `noRows` for fewer than two clusters, and `singular`.
  package init(
    of fitted: LogisticRegression.Fitted, on examples: Examples, clusters: [Int]
  ) throws(FitProblem) {
    guard clusters.count == examples.count else {
      throw .lengths(model: "ClusterRobustErrors", found: clusters.count, expected: examples.count)
    }
    let rows = examples.features
    let probabilities = try fitted.probabilities(rows)
    let width = rows.columns
    var sums: [Int: [Double]] = [:]
    for row in 0..<rows.rows {
      let residual = probabilities[row] - (examples.outcomes[row] ? 1 : 0)
      var sum = sums[clusters[row]] ?? [Double](repeating: 0, count: width + 1)
      for column in 0..<width { sum[column] += residual * rows[row, column] }
      sum[width] += residual
      sums[clusters[row]] = sum
    }
    guard sums.count > 1 else { throw .noRows(model: "ClusterRobustErrors") }
    // In the order of clusters, so that the sums below have one order too.
    let scores = sums.sorted { $0.key < $1.key }.map(\.value)
    let loss = LogisticLoss(
      ExampleBlocks(examples, order: Array(0..<rows.rows), on: .one), at: fitted.weights + [fitted.intercept],
      penalty: fitted.penalty, on: .one)
    let factor: Cholesky
    do { factor = try Cholesky(loss.curvature) } catch {
      throw .singular(model: "ClusterRobustErrors", cause: error)
    }
    let correction = Double(scores.count) / Double(scores.count - 1)
    weights = (0..<width).map { column in
      var unit = [Double](repeating: 0, count: width + 1)
      unit[column] = 1
      let direction = factor.solve(unit)
      var variance = 0.0
      for score in scores {
        var projection = 0.0
        for index in direction.indices { projection += direction[index] * score[index] }
        variance += projection * projection
      }
      return (correction * variance).squareRoot()
    }
  }
}
