import Computation

/// Sums of products of centred columns and target: all that a linear model with squared loss needs to know of its rows.
struct CentredProducts: Sendable {
  let rows: Int
  /// One for each column; exactly the value of a column that has one only.
  let centre: [Double]
  let targetMean: Double
  /// XᵀX, both triangles.
  let gram: Matrix
  /// Xᵀy.
  let products: [Double]
  /// yᵀy.
  let total: Double

  /// Requires examples in canonical order. Throws `tooLarge` when a sum overflows. O(n · d²).
  init(_ examples: RegressionExamples, on workers: Workers, model: String) throws(FitProblem) {
    let width = examples.features.columns
    let joined = examples.features.joined(with: Matrix(rows: examples.count, columns: 1, values: examples.targets))
    let centre = Moments.centre(of: joined)
    let size = width + 1
    let parts = workers.map(examples.count, chunksOf: 4_096) { range in
      var sums = [Double](repeating: 0, count: size * size)
      for start in stride(from: range.lowerBound, to: range.upperBound, by: 256) {
        ColumnBlock(joined, rows: Array(start..<min(start + 256, range.upperBound)), less: centre)
          .addGram(weights: nil, to: &sums)
      }
      return sums
    }
    var sums = [Double](repeating: 0, count: size * size)
    for part in parts { for index in sums.indices { sums[index] += part[index] } }
    guard sums.allSatisfy(\.isFinite), centre.allSatisfy(\.isFinite) else { throw .tooLarge(model: model) }
    var gram = Matrix(rows: width, columns: width)
    for row in 0..<width {
      for column in 0...row {
        gram[row, column] = sums[row * size + column]
        gram[column, row] = gram[row, column]
      }
    }
    rows = examples.count
    self.centre = Array(centre.prefix(width))
    targetMean = centre[width]
    self.gram = gram
    products = (0..<width).map { sums[width * size + $0] }
    total = sums[width * size + width]
  }

  /// The intercept that goes with weights: ȳ − w·x̄.
  func intercept(_ weights: [Double]) -> Double {
    zip(weights, centre).reduce(targetMean) { $0 - $1.0 * $1.1 }
  }
}
