import Computation

/// Solves the factors of one user from those of the items, or of one item from those of the users.
struct FactorSolver: Sendable {
  private let others: Matrix
  private let confidence: Double
  /// Yᵀ Y + λ I.
  private let base: Matrix

  init(_ others: Matrix, confidence: Double, penalty: Double) {
    self.others = others
    self.confidence = confidence
    var base = Self.products(others)
    for factor in 0..<base.rows { base[factor, factor] += penalty }
    self.base = base
  }

  /// The minimiser for one row of counts of the others at `places`. O(f² · counts + f³).
  func factors(
    _ places: some Collection<Int32>, _ counts: some Collection<Double>
  ) throws(ComputationProblem) -> [Double] {
    var system = base
    let width = base.rows
    var right = [Double](repeating: 0, count: width)
    for (place, count) in zip(places, counts) {
      let begin = Int(place) * width
      let extra = confidence * count
      for row in 0..<width {
        let value = others.values[begin + row]
        right[row] += (1 + extra) * value
        // The factor reads the lower triangle only.
        for column in 0...row { system.values[row * width + column] += extra * value * others.values[begin + column] }
      }
    }
    return try Cholesky(system).solve(right)
  }

  /// Yᵀ Y, columns × columns.
  static func products(_ rows: Matrix) -> Matrix {
    let width = rows.columns
    var products = Matrix(rows: width, columns: width)
    for index in 0..<rows.rows {
      for row in 0..<width {
        let value = rows.values[index * width + row]
        for column in 0...row { products.values[row * width + column] += value * rows.values[index * width + column] }
      }
    }
    for row in 0..<width { for column in 0..<row { products[column, row] = products[row, column] } }
    return products
  }
}
