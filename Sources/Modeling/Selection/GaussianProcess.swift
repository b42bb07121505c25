import Computation

/// A Gaussian process with the Matérn 5/2 kernel: s² (1 + √5 r + 5 r² / 3) e^(−√5 r), where r is the distance in units of
/// one length for each column, and noise of variance s² · noise (Rasmussen and Williams 2006, equation 4.17 and algorithm
/// 2.1). Targets are taken about their mean. O(n³) to fit, O(n²) for each prediction.
package struct GaussianProcess: Sendable {
  package let lengths: [Double]
  package let noise: Double
  /// s², at its most likely for these lengths and this noise.
  package let variance: Double
  package let logLikelihood: Double
  private let rows: Matrix
  private let mean: Double
  private let factor: Cholesky
  /// (K + noise)⁻¹ (y − mean), K without s².
  private let weights: [Double]

  /// Requires finite rows and as many targets, and a length above 0 for each column. Throws `notPositiveDefinite` when
  /// rows lie too near to each other for so little noise.
  package init(
    _ rows: Matrix, _ targets: [Double], lengths: [Double], noise: Double
  ) throws(ComputationProblem) {
    precondition(rows.rows == targets.count && !targets.isEmpty && lengths.count == rows.columns, "one for each row")
    self.rows = rows
    self.lengths = lengths
    self.noise = noise
    let mean = Moments.mean(targets)
    self.mean = mean
    let count = rows.rows
    var kernel = Matrix(rows: count, columns: count)
    for i in 0..<count {
      for j in 0..<i { kernel[i, j] = Self.kernel(rows.row(i), rows.row(j), lengths) }
      kernel[i, i] = 1 + noise
    }
    factor = try Cholesky(kernel)
    let centred = targets.map { $0 - mean }
    weights = factor.solve(centred)
    let fit = zip(centred, weights).reduce(0) { $0 + $1.0 * $1.1 } / Double(count)
    // Targets that are all equal have no variance of which a logarithm could be taken.
    variance = max(fit, 1e-300)
    logLikelihood =
      -0.5 * (Double(count) * (Logarithm.of(6.283185307179586 * variance) + 1) + factor.logDeterminant)
  }

  /// The lengths within 0.05…20 and the noise within 1e-6…1 that make the targets most likely, from 0.5 and 0.01 by the
  /// simplex of Nelder and Mead.
  package static func mostLikely(_ rows: Matrix, _ targets: [Double]) throws(ComputationProblem) -> GaussianProcess {
    func setting(_ point: [Double]) -> (lengths: [Double], noise: Double) {
      let held = point.enumerated().map { index, value in
        let bounds = index < rows.columns ? (-2.995732273553991, 2.995732273553991) : (-13.815510557964274, 0.0)
        return Exponential.of(min(max(value, bounds.0), bounds.1))
      }
      return (Array(held.dropLast()), held[rows.columns])
    }
    let start = [Double](repeating: -0.6931471805599453, count: rows.columns) + [-4.605170185988091]
    let point: [Double]
    do {
      point = try NelderMead(pointTolerance: 1e-2, valueTolerance: 1e-4, maximumIterations: 2_000).minimise(from: start)
      { point in
        let (lengths, noise) = setting(point)
        guard let process = try? GaussianProcess(rows, targets, lengths: lengths, noise: noise) else {
          return .infinity
        }
        return -process.logLikelihood
      }.point
    } catch {
      point = start
    }
    let (lengths, noise) = setting(point)
    return try GaussianProcess(rows, targets, lengths: lengths, noise: noise)
  }

  /// Mean and standard deviation of the function (without noise) at a point.
  package func predict(_ point: [Double]) -> (mean: Double, deviation: Double) {
    let near = (0..<rows.rows).map { Self.kernel(rows.row($0), point[...], lengths) }
    let solved = factor.solve(near)
    var (expected, explained) = (mean, 0.0)
    for row in near.indices {
      expected += near[row] * weights[row]
      explained += near[row] * solved[row]
    }
    return (expected, (variance * max(0, 1 - explained)).squareRoot())
  }

  private static func kernel(_ a: ArraySlice<Double>, _ b: ArraySlice<Double>, _ lengths: [Double]) -> Double {
    var square = 0.0
    for ((x, y), length) in zip(zip(a, b), lengths) { square += (x - y) * (x - y) / (length * length) }
    let r = (5 * square).squareRoot()
    return (1 + r + r * r / 3) * Exponential.of(-r)
  }
}
