import Computation

/// Log-odds of scores for calibrators that work on them.
enum CalibratedOdds {
  /// Scores are held 1e-6 away from 0 and 1.
  static func of(_ p: Double) -> Double {
    Logarithm.odds(held(p))
  }

  static func held(_ p: Double) -> Double {
    min(max(p, 1e-6), 1 - 1e-6)
  }

  /// Both outcomes, and scores that differ.
  static func check(_ input: ScoredOutcomes, for model: String) throws(FitProblem) {
    guard input.positives > 0, input.positives < input.count else { throw .oneClass(model: model) }
    guard input.scores.contains(where: { $0 != input.scores[0] }) else { throw .constantFeatures(model: model) }
  }
}
