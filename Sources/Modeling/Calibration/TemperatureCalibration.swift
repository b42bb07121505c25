import Computation

/// Temperature scaling: p' = 1 / (1 + e^−(ln odds(p) / T)), T by maximum likelihood on held-out scores (Guo, Pleiss, Sun
/// and Weinberger 2017, section 4.2).
///
/// One number, so it is safe on few rows; it makes scores less or more sure and moves none across ½. Scores are held 1e-6
/// away from 0 and 1. Rows are summed sorted: their order changes nothing. O(n) for each of about ten Newton steps.
package struct TemperatureCalibration: Sendable, Equatable {
  package init() {}

  /// Throws `oneClass`, `constantFeatures` when all scores are equal, `fallingScores` when no temperature above 0 is best,
  /// `separated` when the lower T the better, and `notConverged`.
  package func fit(_ input: ScoredOutcomes) throws(FitProblem) -> Fitted {
    try CalibratedOdds.check(input, for: Fitted.name)
    // Signed by the outcome: the loss of a row is ln(1 + e^(−m / T)).
    let margins = zip(input.scores, input.outcomes).map { CalibratedOdds.of($0) * ($1 ? 1 : -1) }.sorted()
    guard margins.reduce(0, +) > 0 else { throw .fallingScores(model: Fitted.name) }
    guard (margins.first ?? 0) < 0 else { throw .separated(model: Fitted.name) }
    var inverse = 1.0
    for _ in 0..<100 {
      let step = Self.step(margins, at: inverse)
      // The loss is convex in 1 / T; half the way to 0 is as far down as a step may go.
      let next = max(inverse - step, inverse / 2)
      let change = abs(next - inverse)
      inverse = next
      if change < 1e-13 * inverse { return Fitted(temperature: 1 / inverse) }
    }
    throw .notConverged(model: Fitted.name, iterations: 100)
  }

  /// The Newton step in 1 / T.
  private static func step(_ margins: [Double], at inverse: Double) -> Double {
    var (slope, curvature) = (0.0, 0.0)
    for margin in margins {
      let wrong = Exponential.logistic(-inverse * margin)
      slope -= wrong * margin
      curvature += wrong * (1 - wrong) * margin * margin
    }
    // No more than twice as cold at once.
    return curvature > 0 ? max(slope / curvature, -inverse) : 0
  }

  package struct Fitted: FittedModel {
    package static let name = "TemperatureCalibration"
    package static let version = 1

    /// T > 0; 1 leaves the score as it is, above 1 says it was too sure of itself.
    package let temperature: Double

    /// Probabilities in, probabilities out, in the same order of rows.
    package func calibrate(_ scores: [Double]) -> [Double] {
      scores.map { Exponential.logistic(CalibratedOdds.of($0) / temperature) }
    }
  }
}
