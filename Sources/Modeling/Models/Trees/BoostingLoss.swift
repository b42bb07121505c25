import Computation

/// What boosting lowers: a sum over rows of a loss of the score and the outcome, with its derivatives by the score.
enum BoostingLoss: Sendable {
  /// ln(1 + e^−s), s the score signed by the outcome: derivatives p − y and p(1 − p).
  case logistic([Bool])
  /// (score − outcome)² / 2: derivatives score − outcome and 1.
  case squared([Double])

  /// The score that is best for all rows alike: the log-odds of the base rate, or the mean.
  var start: Double {
    switch self {
    case .logistic(let outcomes):
      return Logarithm.odds(Double(outcomes.count { $0 }) / Double(outcomes.count))
    case .squared(let outcomes):
      // In rising order, so that the order of rows does not change a bit; halves cannot overflow.
      return 2 * (RadixSort.sorted(outcomes).reduce(0) { $0 + $1 / Double(outcomes.count) / 2 })
    }
  }

  /// Writes each row's derivatives. Nil when all slopes are 0.
  func derive(
    _ scores: [Double], into pairs: inout [DerivativeSums.Pair], on workers: Workers
  ) -> DerivativeSums? {
    let largest = unit(scores)
    guard largest > 0x1p-900 else { return nil }
    let sums = DerivativeSums(
      rows: scores.count, largestSlope: largest, largestCurvature: curvatureBound)
    pairs.withUnsafeMutableBufferPointer { buffer in
      // Each place is written by exactly one worker.
      nonisolated(unsafe) let pairs = buffer
      _ = workers.map(scores.count, chunksOf: 16_384) { range in
        scores.withUnsafeBufferPointer { scores in
          switch self {
          case .logistic(let outcomes):
            outcomes.withUnsafeBufferPointer { Self.logistic(scores, $0, range, pairs, sums) }
          case .squared(let outcomes):
            for row in range { pairs[row] = sums.pair(scores[row] - outcomes[row], 1) }
          }
        }
      }
    }
    return sums
  }

  private var curvatureBound: Double {
    switch self {
    case .logistic: 0.25
    case .squared: 1
    }
  }

  private static func logistic(
    _ scores: UnsafeBufferPointer<Double>, _ outcomes: UnsafeBufferPointer<Bool>, _ range: Range<Int>,
    _ pairs: UnsafeMutableBufferPointer<DerivativeSums.Pair>, _ sums: DerivativeSums
  ) {
    var row = range.lowerBound
    while row < range.upperBound {
      // The last rows may come twice; they get the same numbers.
      let first = max(range.lowerBound, min(row, range.upperBound - 4))
      var x = SIMD4<Double>()
      let lanes = min(4, range.upperBound - first)
      for lane in 0..<lanes { x[lane] = scores[first + lane] }
      let p = Exponential.logistic(x)
      let curvature = p * (1 - p)
      for lane in 0..<lanes {
        pairs[first + lane] = sums.pair(p[lane] - (outcomes[first + lane] ? 1 : 0), curvature[lane])
      }
      row = first + 4
    }
  }

  /// A size of the loss of one row that its sums can be counted in.
  func unit(_ scores: [Double]) -> Double {
    switch self {
    case .logistic: return 1
    case .squared(let outcomes):
      let largest = zip(scores, outcomes).reduce(0) { max($0, abs($1.0 - $1.1)) }
      return largest > 0 ? largest : 1
    }
  }

  /// The sum of the loss (of its double, where it is squared) as a whole number of small parts of units, so that the
  /// order of rows changes nothing.
  func total(_ scores: [Double], unit: Double) -> Int64 {
    func cut(_ loss: Double) -> Int64 { Int64((min(loss, 0x1p10) * 0x1p30).rounded()) }
    switch self {
    case .logistic(let outcomes):
      return zip(scores, outcomes).reduce(0) { $0 + cut(Logarithm.ofOnePlusExponential($1.1 ? -$1.0 : $1.0)) }
    case .squared(let outcomes):
      return zip(scores, outcomes).reduce(0) {
        let distance = ($1.0 - $1.1) / unit
        return $0 + cut(distance * distance)
      }
    }
  }
}
