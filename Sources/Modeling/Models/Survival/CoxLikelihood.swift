import Computation

/// Cox's partial log-likelihood with its gradient and its information at one point, over subjects sorted by rising
/// duration (Cox 1972; ties after Breslow 1974 or Efron 1977, equation 6).
struct CoxLikelihood {
  private(set) var value = 0.0
  private(set) var gradient: [Double]
  /// Minus the matrix of second derivatives; lower triangle.
  private(set) var information: Matrix

  /// O(n · d²): subjects enter the risk set from the longest duration down, so that no sum is taken twice.
  init(_ covariates: Matrix, _ times: SurvivalTimes, at coefficients: [Double], ties: CoxRegression.Ties) {
    let width = coefficients.count
    let scores = CoxRegression.scores(covariates, coefficients)
    // Relative hazards matter up to a factor; the largest becomes 1 and nothing overflows.
    let highest = scores.reduce(-.infinity) { max($0, $1) }
    gradient = [Double](repeating: 0, count: width)
    information = Matrix(rows: width, columns: width)
    var risk = RiskSums(width: width)
    var end = times.count
    while end > 0 {
      let time = times.durations[end - 1]
      var start = end
      var tied = RiskSums(width: width)
      while start > 0, times.durations[start - 1] == time {
        start -= 1
        let row = covariates.row(start)
        let hazard = Exponential.of(scores[start] - highest)
        risk.add(row, hazard)
        guard times.events[start] else { continue }
        tied.add(row, hazard)
        value += scores[start] - highest
        for (index, x) in row.enumerated() { gradient[index] += x }
      }
      for place in 0..<tied.count {
        take(risk, tied, share: ties == .efron ? Double(place) / Double(tied.count) : 0)
      }
      end = start
    }
  }

  /// One event's share of the risk set, less `share` of those who had it at the same time.
  private mutating func take(_ risk: RiskSums, _ tied: RiskSums, share: Double) {
    let width = gradient.count
    let total = risk.hazard - share * tied.hazard
    value -= Logarithm.of(total)
    var mean = [Double](repeating: 0, count: width)
    for i in 0..<width {
      mean[i] = (risk.first[i] - share * tied.first[i]) / total
      gradient[i] -= mean[i]
      for j in 0...i {
        let at = i * width + j
        information.values[at] += (risk.second[at] - share * tied.second[at]) / total - mean[i] * mean[j]
      }
    }
  }
}

/// Σ h, Σ h x and Σ h x xᵀ (lower triangle) over some subjects with relative hazards h.
private struct RiskSums {
  private(set) var count = 0
  private(set) var hazard = 0.0
  private(set) var first: [Double]
  private(set) var second: [Double]

  init(width: Int) {
    first = [Double](repeating: 0, count: width)
    second = [Double](repeating: 0, count: width * width)
  }

  mutating func add(_ row: ArraySlice<Double>, _ relative: Double) {
    let width = first.count
    count += 1
    hazard += relative
    for i in 0..<width {
      let weighted = relative * row[row.startIndex + i]
      first[i] += weighted
      for j in 0...i { second[i * width + j] += weighted * row[row.startIndex + j] }
    }
  }
}
