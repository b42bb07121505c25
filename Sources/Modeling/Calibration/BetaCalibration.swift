import Computation

/// Beta calibration: ln odds(p') = a ln p − b ln(1 − p) + c with a, b ≥ 0, by maximum likelihood on held-out scores (Kull,
/// Silva Filho and Flach 2017, section 4).
///
/// Three numbers: it mends curves that are S-shaped or the inverse of it, and leaves calibrated scores alone, which Platt's
/// two cannot all do. Where a or b would fall below 0 it is put to 0 and the rest fitted again, so that the curve never
/// falls. Scores are held 1e-6 away from 0 and 1. O(n) for each of about ten Newton steps.
package struct BetaCalibration: Sendable, Equatable {
  package init() {}

  /// Throws `oneClass`, `constantFeatures` when all scores are equal, `fallingScores` when both a and b would be negative,
  /// and what `LogisticRegression` throws without a penalty: `separated`, `singular` with two distinct scores only, and
  /// `notConverged`.
  package func fit(_ input: ScoredOutcomes) throws(FitProblem) -> Fitted {
    try CalibratedOdds.check(input, for: Fitted.name)
    let both = try Self.regress(input, [Self.logarithm, Self.complement])
    if both.weights.allSatisfy({ $0 >= 0 }) {
      return Fitted(a: both.weights[0], b: both.weights[1], c: both.intercept)
    }
    if both.weights[0] < 0 {
      let right = try Self.regress(input, [Self.complement])
      if right.weights[0] >= 0 { return Fitted(a: 0, b: right.weights[0], c: right.intercept) }
    } else {
      let left = try Self.regress(input, [Self.logarithm])
      if left.weights[0] >= 0 { return Fitted(a: left.weights[0], b: 0, c: left.intercept) }
    }
    throw .fallingScores(model: Fitted.name)
  }

  private static func logarithm(_ p: Double) -> Double {
    Logarithm.of(CalibratedOdds.held(p))
  }

  private static func complement(_ p: Double) -> Double {
    -Logarithm.ofOnePlus(-CalibratedOdds.held(p))
  }

  private static func regress(
    _ input: ScoredOutcomes, _ columns: [(Double) -> Double]
  ) throws(FitProblem) -> LogisticRegression.Fitted {
    let rows = Matrix(input.scores.map { score in columns.map { $0(score) } })
    do {
      return try LogisticRegression(penalty: 0).fit(try Examples(features: rows, outcomes: input.outcomes))
    } catch {
      // Under the name of what was asked for.
      switch error {
      case .separated: throw .separated(model: Fitted.name)
      case .singular(_, let cause): throw .singular(model: Fitted.name, cause: cause)
      case .notConverged(_, let iterations): throw .notConverged(model: Fitted.name, iterations: iterations)
      default: throw error
      }
    }
  }

  package struct Fitted: FittedModel {
    package static let name = "BetaCalibration"
    package static let version = 1

    /// 1, 1 and 0 leave the score as it is.
    package let a: Double
    package let b: Double
    package let c: Double

    /// Probabilities in, probabilities out, in the same order of rows.
    package func calibrate(_ scores: [Double]) -> [Double] {
      scores.map {
        Exponential.logistic(a * BetaCalibration.logarithm($0) + b * BetaCalibration.complement($0) + c)
      }
    }
  }
}
