import Computation

/// One column as a linear function of the others: value = intercept + Σ weights · row.
package struct ColumnRegression: Codable, Equatable, Sendable {
  package let intercept: Double
  /// One for each column; 0 for the column itself and for those that do not vary.
  package let weights: [Double]

  init(intercept: Double, weights: [Double]) {
    self.intercept = intercept
    self.weights = weights
  }

  /// Ridge regression of `target` on the other columns over the `known` rows, each predictor standardised over them:
  /// (ZᵀZ + penalty · I) w = Zᵀ (y − mean), by Cholesky. The target's scale is taken out first, so that units change
  /// nothing. O(n · d²).
  init(of target: Int, in rows: Matrix, _ known: [Int], _ penalty: Double, model: String) throws(FitProblem) {
    let columns = (0..<rows.columns).map { column in known.map { rows[$0, column] } }
    let means = columns.map { Moments.mean($0) }
    let deviations = zip(columns, means).map { Moments.variance($0, about: $1).squareRoot() }
    try Guard.notOverflown(deviations, model: model)
    let used = columns.indices.filter { column in
      column != target && deviations[column] > 0 && columns[column].contains { $0 != columns[column][0] }
    }
    let standardised = used.map { column in columns[column].map { ($0 - means[column]) / deviations[column] } }
    let scale = deviations[target] > 0 ? deviations[target] : 1
    let outcome = columns[target].map { ($0 - means[target]) / scale }
    var gram = Matrix(rows: used.count, columns: used.count)
    var right: [Double] = []
    for i in used.indices {
      for j in 0...i { gram[i, j] = Self.product(standardised[i], standardised[j]) }
      gram[i, i] += penalty
      right.append(Self.product(standardised[i], outcome))
    }
    let solution: [Double]
    do throws(ComputationProblem) {
      solution = try Cholesky(gram).solve(right)
    } catch {
      throw .singular(model: model, cause: error)
    }
    var weights = [Double](repeating: 0, count: rows.columns)
    var intercept = means[target]
    for (column, weight) in zip(used, solution) {
      weights[column] = weight * scale / deviations[column]
      intercept -= weights[column] * means[column]
    }
    self.init(intercept: intercept, weights: weights)
  }

  func value(_ rows: Matrix, _ row: Int) -> Double {
    var sum = intercept
    for column in weights.indices { sum += weights[column] * rows[row, column] }
    return sum
  }

  private static func product(_ a: [Double], _ b: [Double]) -> Double {
    var sum = 0.0
    for index in a.indices { sum += a[index] * b[index] }
    return sum
  }
}
