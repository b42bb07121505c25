/// Isotonic calibration (Zadrozny and Elkan 2002): the non-decreasing step function nearest to the held-out outcomes,
/// linear between steps and level beyond the first and last score.
///
/// Mends any curve that does not fall, but says 0 or 1 at the ends, which costs log loss dearly on few rows: prefer
/// Platt below some thousand. O(n log n) to fit, O(log n) for each score.
package struct IsotonicCalibration: Sendable, Equatable {
  package init() {}

  /// Throws `oneClass`, and `constantFeatures` when all scores are equal.
  package func fit(_ input: ScoredOutcomes) throws(FitProblem) -> Fitted {
    guard input.positives > 0, input.positives < input.count else { throw .oneClass(model: Fitted.name) }
    guard input.scores.contains(where: { $0 != input.scores[0] }) else { throw .constantFeatures(model: Fitted.name) }
    var knots: [MonotoneCurve.Knot] = []
    for block in MonotoneFit(values: input.scores, outcomes: input.outcomes).blocks {
      knots.append(MonotoneCurve.Knot(at: block.low, height: block.mean))
      if block.high > block.low { knots.append(MonotoneCurve.Knot(at: block.high, height: block.mean)) }
    }
    return Fitted(curve: MonotoneCurve(knots: knots))
  }

  package struct Fitted: FittedModel {
    package static let name = "IsotonicCalibration"
    package static let version = 1

    package let curve: MonotoneCurve

    package func calibrate(_ scores: [Double]) -> [Double] {
      scores.map { curve.height(at: $0) }
    }
  }
}
