import Computation

/// How far log-odds are off on a line: ln odds(event) = intercept + slope · ln odds(score) (Cox 1958), and, with the slope
/// left at 1, the calibration in the large (Van Calster et al. 2019).
///
/// A slope below 1 says that scores are too extreme, as after overfitting; one above 1 that they are too modest. An
/// intercept in the large below 0 says that they are too high on the whole. Scores are held 1e-6 away from 0 and 1.
/// Rows are summed in canonical order: their order changes nothing. O(n) for each of about ten Newton steps.
package struct CalibrationLine: Sendable, Equatable {
  package struct Estimate: Sendable, Equatable {
    package let value: Double
    package let standardError: Double

    /// Normal.
    package func interval(level: Double) -> Interval {
      let half = NormalDistribution.quantile((1 + level) / 2) * standardError
      return Interval(lower: value - half, upper: value + half, level: level)
    }
  }

  package let slope: Estimate
  /// Beside that slope.
  package let intercept: Estimate
  /// Beside a slope of 1.
  package let inTheLarge: Estimate

  /// Throws `oneClass`, `constantFeatures` when all scores are equal, `separated` and `notConverged`.
  package init(_ input: ScoredOutcomes) throws(FitProblem) {
    let name = "CalibrationLine"
    try CalibratedOdds.check(input, for: name)
    let odds = input.scores.map { CalibratedOdds.of($0) }
    let examples = try Examples(
      features: Matrix(rows: odds.count, columns: 1, values: odds), outcomes: input.outcomes
    ).canonical
    let fitted: LogisticRegression.Fitted
    do {
      fitted = try LogisticRegression(penalty: 0).fit(examples)
    } catch {
      if case .notConverged(_, let iterations) = error { throw .notConverged(model: name, iterations: iterations) }
      throw .separated(model: name)
    }
    let loss = LogisticLoss(
      ExampleBlocks(examples, order: Array(0..<examples.count), on: .one), at: [fitted.weights[0], fitted.intercept],
      penalty: 0, on: .one)
    let (a, b, c) = (loss.curvature[0, 0], loss.curvature[1, 0], loss.curvature[1, 1])
    let determinant = a * c - b * b
    guard determinant > 0 else { throw .separated(model: name) }
    slope = Estimate(value: fitted.weights[0], standardError: (c / determinant).squareRoot())
    intercept = Estimate(value: fitted.intercept, standardError: (a / determinant).squareRoot())
    inTheLarge = try Self.shift(examples, name)
  }

  /// The c with Σ logistic(c + odds) = events.
  private static func shift(_ examples: Examples, _ name: String) throws(FitProblem) -> Estimate {
    var shift = 0.0
    for _ in 0..<100 {
      var expected = -Double(examples.positives)
      var curvature = 0.0
      for odds in examples.features.values {
        let probability = Exponential.logistic(shift + odds)
        expected += probability
        curvature += probability * (1 - probability)
      }
      // Far from the root the curve is flat; log-odds need no longer steps than this.
      let step = min(max(expected / curvature, -2), 2)
      shift -= step
      if abs(step) < 1e-12 { return Estimate(value: shift, standardError: 1 / curvature.squareRoot()) }
    }
    throw .notConverged(model: name, iterations: 100)
  }
}
