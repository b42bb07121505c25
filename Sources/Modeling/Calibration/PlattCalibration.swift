import Computation

/// Platt's calibration: p' = 1 / (1 + e^−(slope · ln odds(p) + intercept)), fitted by maximum likelihood on held-out
/// scores with Platt's smoothed targets (Platt 1999; Lin, Lin and Weng 2007).
///
/// Two numbers, so it is safe on some hundred rows; it cannot mend a curve that is not S-shaped. Scores are held 1e-6 away
/// from 0 and 1. O(n) for each of about ten Newton steps.
package struct PlattCalibration: Sendable, Equatable {
  package init() {}

  /// Throws `oneClass`, `constantFeatures` when all scores are equal, and `notConverged`.
  package func fit(_ input: ScoredOutcomes) throws(FitProblem) -> Fitted {
    try CalibratedOdds.check(input, for: Fitted.name)
    let positives = Double(input.positives)
    let negatives = Double(input.count) - positives
    let high = (positives + 1) / (positives + 2)
    let low = 1 / (negatives + 2)
    let rows = zip(input.scores, input.outcomes).map { (x: CalibratedOdds.of($0), target: $1 ? high : low) }
      .sorted { $0.x != $1.x ? $0.x < $1.x : $0.target < $1.target }
    var (slope, intercept) = (1.0, 0.0)
    var loss = Self.loss(rows, slope, intercept)
    for _ in 0..<100 {
      let step = Self.step(rows, slope, intercept)
      var share = 1.0
      var next = Self.loss(rows, slope - step.slope, intercept - step.intercept)
      while next > loss + 1e-12 * abs(loss), share > 1e-9 {
        share /= 2
        next = Self.loss(rows, slope - share * step.slope, intercept - share * step.intercept)
      }
      slope -= share * step.slope
      intercept -= share * step.intercept
      loss = next
      if max(abs(step.slope), abs(step.intercept)) < 1e-11 { return Fitted(slope: slope, intercept: intercept) }
    }
    throw .notConverged(model: Fitted.name, iterations: 100)
  }

  private static func loss(_ rows: [(x: Double, target: Double)], _ slope: Double, _ intercept: Double) -> Double {
    var sum = 0.0
    for row in rows {
      let score = slope * row.x + intercept
      sum += Logarithm.ofOnePlusExponential(score) - row.target * score
    }
    return sum
  }

  /// The Newton step H⁻¹ g.
  private static func step(
    _ rows: [(x: Double, target: Double)], _ slope: Double, _ intercept: Double
  ) -> (slope: Double, intercept: Double) {
    var (g1, g0, h11, h10, h00) = (0.0, 0.0, 0.0, 0.0, 0.0)
    for row in rows {
      let probability = Exponential.logistic(slope * row.x + intercept)
      let weight = probability * (1 - probability)
      g1 += (probability - row.target) * row.x
      g0 += probability - row.target
      h11 += weight * row.x * row.x
      h10 += weight * row.x
      h00 += weight
    }
    let determinant = h11 * h00 - h10 * h10
    return ((h00 * g1 - h10 * g0) / determinant, (h11 * g0 - h10 * g1) / determinant)
  }

  package struct Fitted: FittedModel {
    package static let name = "PlattCalibration"
    package static let version = 1

    /// 1 and 0 leave the score as it is; a slope below 1 says it was too sure of itself.
    package let slope: Double
    package let intercept: Double

    /// Probabilities in, probabilities out, in the same order of rows.
    package func calibrate(_ scores: [Double]) -> [Double] {
      scores.map { Exponential.logistic(slope * CalibratedOdds.of($0) + intercept) }
    }
  }
}
