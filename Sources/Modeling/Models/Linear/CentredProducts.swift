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

  /// Takes examples in canonical order. Throws `tooLarge` when a sum overflows. O(n · d²).
  init(_ examples: RegressionExamples, on workers: Workers, model: String) throws(FitProblem) {
    let width = examples.features.columns
    let order = examples.canonicalOrder
    let parts = workers.map(order.count, chunksOf: 4_096) { range in
      var sums = CentredSums(columns: width + 1)
      for start in stride(from: range.lowerBound, to: range.upperBound, by: 256) {
        let rows = Array(order[start..<min(start + 256, range.upperBound)])
        sums.add(ColumnBlock(examples.features, rows: rows, appending: examples.targets))
      }
      return sums
    }
    var sums = CentredSums(columns: width + 1)
    for part in parts { sums.add(part) }
    guard sums.isFinite else { throw .tooLarge(model: model) }
    rows = order.count
    gram = sums.products(of: width)
    centre = Array(sums.means.prefix(width))
    targetMean = sums.means[width]
    products = (0..<width).map { sums[width, $0] }
    total = sums[width, width]
  }

  /// The intercept that goes with weights: ȳ − w·x̄.
  func intercept(_ weights: [Double]) -> Double {
    zip(weights, centre).reduce(targetMean) { $0 - $1.0 * $1.1 }
  }
}
