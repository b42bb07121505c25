import Modeling
import Testing

@Suite("Metrics of predicted numbers")
struct RegressionMetricTests {
  @Test("by hand")
  func byHand() throws {
    // Errors 1, −1, 2: mean of sizes 4/3, root of 6/3; targets 2, 4, 6 vary by 8 about their mean.
    let input = try PredictedTargets(predictions: [1, 5, 4], targets: [2, 4, 6])
    #expect(abs(try MeanAbsoluteError().value(of: input) - 4.0 / 3) < 1e-15)
    #expect(abs(try RootMeanSquaredError().value(of: input) - 2.0.squareRoot()) < 1e-15)
    #expect(abs(try DeterminationCoefficient().value(of: input) - 0.25) < 1e-15)
    #expect(abs(try MeanAbsolutePercentageError().value(of: input) - (0.5 + 0.25 + 1.0 / 3) / 3) < 1e-15)
  }

  @Test("the mean explains nothing, its opposite less than nothing")
  func baseline() throws {
    let targets = [1.0, 2, 3]
    #expect(try DeterminationCoefficient().value(of: PredictedTargets(predictions: [2, 2, 2], targets: targets)) == 0)
    #expect(try DeterminationCoefficient().value(of: PredictedTargets(predictions: [3, 2, 1], targets: targets)) == -3)
    #expect(try RootMeanSquaredError().value(of: PredictedTargets(predictions: targets, targets: targets)) == 0)
  }

  @Test("what has no value has a name")
  func refusals() throws {
    #expect(throws: MetricProblem.noRows(metric: "predicted targets")) {
      try PredictedTargets(predictions: [], targets: [])
    }
    #expect(throws: MetricProblem.lengths(metric: "predicted targets", first: 1, second: 2)) {
      try PredictedTargets(predictions: [1], targets: [1, 2])
    }
    #expect(throws: MetricProblem.notFinite(metric: "predicted targets", row: 1)) {
      try PredictedTargets(predictions: [1, 2], targets: [1, .infinity])
    }
    let level = try PredictedTargets(predictions: [1, 2], targets: [3, 3])
    #expect(throws: MetricProblem.constantTarget(metric: "R²")) { try DeterminationCoefficient().value(of: level) }
    let zero = try PredictedTargets(predictions: [1, 2], targets: [3, 0])
    #expect(throws: MetricProblem.emptyDenominator(metric: "mean absolute percentage error")) {
      try MeanAbsolutePercentageError().value(of: zero)
    }
    let huge = try PredictedTargets(predictions: [1e308, -1e308], targets: [-1e308, 1])
    #expect(throws: MetricProblem.tooLarge(metric: "root mean squared error")) {
      try RootMeanSquaredError().value(of: huge)
    }
    #expect(throws: MetricProblem.tooLarge(metric: "mean absolute error")) { try MeanAbsoluteError().value(of: huge) }
    #expect(throws: MetricProblem.tooLarge(metric: "R²")) { try DeterminationCoefficient().value(of: huge) }
  }
}
