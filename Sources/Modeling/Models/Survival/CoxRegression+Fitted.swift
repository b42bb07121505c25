import Computation

extension CoxRegression {
  package struct Fitted: FittedModel {
    package static let name = "CoxRegression"
    package static let version = 1

    package let ties: Ties
    /// β: one for each column, in log-hazard for each unit of it.
    package let coefficients: [Double]
    /// From the inverse of the observed information.
    package let standardErrors: [Double]
    /// Means of the training columns, at which the baseline is given.
    package let means: [Double]
    package let logLikelihood: Double
    /// With all coefficients 0.
    package let nullLogLikelihood: Double
    /// Harrell's, on the training rows; nil where no pair is known.
    package let concordance: Double?
    /// The durations at which events came, rising, and the cumulative hazard of a subject with mean covariates after
    /// each (Breslow 1974, whatever the ties).
    package let times: [Double]
    package let baseline: [Double]
    package let count: Int
    package let eventCount: Int
    package let iterations: Int

    init(
      _ end: End, _ rows: Matrix, _ times: SurvivalTimes, scaling: Standardiser.Fitted, ties: Ties
    ) throws(FitProblem) {
      let inverse = end.factor.inverseLower
      let scales = scaling.deviations
      self.ties = ties
      coefficients = zip(end.coefficients, scales).map { $0 / $1 }
      standardErrors = scales.indices.map { column in
        // (L Lᵀ)⁻¹ = L⁻ᵀ L⁻¹: its diagonal holds the squared lengths of the columns of L⁻¹.
        var square = 0.0
        for row in 0..<inverse.rows { square += inverse[row, column] * inverse[row, column] }
        return square.squareRoot() / scales[column]
      }
      means = scaling.means
      logLikelihood = end.likelihood.value
      nullLogLikelihood = end.nullLikelihood
      iterations = end.iterations
      count = times.count
      eventCount = times.eventCount
      let scores = CoxRegression.scores(rows, end.coefficients)
      concordance = try ConcordanceIndex.value(times, risks: scores)
      (self.times, baseline) = Self.baseline(times, scores)
    }

    /// H₀(t) = Σ dᵢ / Σ e^score over those at risk.
    private static func baseline(_ times: SurvivalTimes, _ scores: [Double]) -> (times: [Double], hazard: [Double]) {
      var steps: [(time: Double, hazard: Double)] = []
      var risk = 0.0
      var end = times.count
      while end > 0 {
        let time = times.durations[end - 1]
        var events = 0.0
        while end > 0, times.durations[end - 1] == time {
          end -= 1
          risk += Exponential.of(scores[end])
          events += times.events[end] ? 1 : 0
        }
        if events > 0 { steps.append((time, events / risk)) }
      }
      var total = 0.0
      let hazard = steps.reversed().map { step in
        total += step.hazard
        return total
      }
      return (steps.reversed().map(\.time), hazard)
    }

    /// β ± z · standard error of each column (Wald). Requires 0 < level < 1.
    package func intervals(level: Double = 0.95) -> [Interval] {
      let z = NormalDistribution.quantile(0.5 + level / 2)
      return zip(coefficients, standardErrors).map { Interval(lower: $0 - z * $1, upper: $0 + z * $1, level: level) }
    }

    /// The chance of a coefficient this far from 0 were it 0, for each column (Wald, two-sided).
    package var pValues: [Double] {
      zip(coefficients, standardErrors).map { 2 * NormalDistribution.cumulative(-abs($0 / $1)) }
    }

    /// β · (x − mean) of each row: 0 is the hazard at the means, ln 2 twice that. Throws `columns` or `notFinite`.
    package func logHazards(_ rows: Matrix) throws(FitProblem) -> [Double] {
      try Guard.columns(rows, expected: coefficients.count, model: Self.name)
      try Guard.finite(rows, model: Self.name)
      return (0..<rows.rows).map { row in
        var score = 0.0
        for column in 0..<rows.columns { score += coefficients[column] * (rows[row, column] - means[column]) }
        return score
      }
    }

    /// H₀(t) at the mean covariates; 0 before the first event.
    package func baselineHazard(at time: Double) -> Double {
      times.lastIndex { $0 <= time }.map { baseline[$0] } ?? 0
    }

    /// e^(−H₀(t) e^(β · (x − mean))) of each row: the share of such subjects that survives t.
    /// Throws `columns` or `notFinite`.
    package func survival(_ rows: Matrix, at time: Double) throws(FitProblem) -> [Double] {
      let hazard = baselineHazard(at: time)
      return try logHazards(rows).map { Exponential.of(-hazard * Exponential.of($0)) }
    }
  }
}
