import Computation
import Modeling
import Testing

@Suite("LogisticRegression")
struct LogisticRegressionTests {
  @Test("a two by two table: weight and intercept are its log-odds")
  func byHand() throws {
    // 10 of 40 without the feature, 30 of 40 with it: ln(1/3), and ln 3 − ln(1/3).
    let values = [Double](repeating: 0, count: 40) + [Double](repeating: 1, count: 40)
    let outcomes = (0..<40).map { $0 < 10 } + (0..<40).map { $0 < 30 }
    let examples = try Examples(features: Matrix(rows: 80, columns: 1, values: values), outcomes: outcomes)
    let fitted = try LogisticRegression(penalty: 0).fit(examples)
    #expect(abs(fitted.intercept + 1.0986122886681098) < 1e-12)
    #expect(abs(fitted.weights[0] - 2.1972245773362196) < 1e-12)
    #expect(try fitted.probabilities(Matrix([[0], [1]])).elementsEqual([0.25, 0.75]) { abs($0 - $1) < 1e-12 })
  }

  @Test("the penalty leaves the intercept alone: a heavy one gives the base rate")
  func heavyPenalty() throws {
    let examples = try Simulated.examples(500, seed: 1)
    let fitted = try LogisticRegression(penalty: 1e9).fit(examples)
    #expect(fitted.weights.allSatisfy { abs($0) < 1e-6 })
    let rate = Double(examples.positives) / 500
    #expect(abs(Exponential.logistic(fitted.intercept) - rate) < 1e-6)
  }

  @Test("finds the truth it was simulated from")
  func truth() throws {
    let fitted = try LogisticRegression(penalty: 0).fit(try Simulated.examples(20_000, seed: 3))
    // Standard errors are about 0.02.
    #expect(abs(fitted.intercept + 1) < 0.1)
    #expect(abs(fitted.weights[0] - 1.5) < 0.1)
    #expect(abs(fitted.weights[1]) < 0.1)
  }

  @Test("names separation, collinearity and a negative penalty")
  func refusals() throws {
    let line = Matrix(rows: 20, columns: 1, values: (0..<20).map { Double($0) })
    let separated = try Examples(features: line, outcomes: (0..<20).map { $0 >= 10 })
    #expect(throws: FitProblem.separated(model: "LogisticRegression")) {
      try LogisticRegression(penalty: 0).fit(separated)
    }
    #expect(try LogisticRegression(penalty: 1).fit(separated).weights[0] > 0)
    let mixed = (0..<20).map { $0 % 3 == 0 || $0 > 15 }
    let twice = try Examples(features: line.joined(with: line), outcomes: mixed)
    let problem = #expect(throws: FitProblem.self) { try LogisticRegression(penalty: 0).fit(twice) }
    guard case .singular = problem else {
      Issue.record("expected a singular problem, found \(String(describing: problem))")
      return
    }
    #expect(throws: FitProblem.self) { try LogisticRegression(penalty: -1).fit(separated) }
  }

  @Test(
    "has the reference's coefficients and objective, from raw columns through the encoder",
    .enabled(if: SharedReference.isPresent, "\(SharedReference.absence)"))
  func telco() throws {
    let data = try TelcoChurn()
    let encoder = try TableEncoder().fit(data.table.selecting(rows: data.train))
    let train = try encoder.transform(data.table.selecting(rows: data.train))
    let fitted = try LogisticRegression(penalty: 1).fit(
      try Examples(features: train, outcomes: data.train.map { data.churned[$0] }))
    let path = ["sets", "telco", "lr_solution"]
    let objective = try SharedReference.number("classify.json", path + ["objective"])
    #expect(abs(fitted.objective - objective) <= 1e-9 * objective)
    #expect(abs(fitted.intercept - (try SharedReference.number("classify.json", path + ["intercept"]))) <= 1e-5)
    var worst = 0.0
    for (source, weight) in zip(encoder.sources, fitted.weights) {
      var name = source.feature.name
      if case .named(let level) = source.level { name += "=\(level)" }
      worst = max(worst, abs(weight - (try SharedReference.number("classify.json", path + ["coef", name]))))
    }
    #expect(worst <= 1e-5)
    let test = try encoder.transform(data.table.selecting(rows: data.test))
    let scored = try ScoredOutcomes(
      scores: fitted.probabilities(test), outcomes: data.test.map { data.churned[$0] })
    let area = try SharedReference.number("classify.json", ["sets", "telco", "models", "lr", "test", "auc"])
    #expect(abs(try AreaUnderCurve().value(of: scored) - area) < 1e-6)
    #expect(try beatsRecency(data, train: train, test: test, encoder: encoder, area: area))
  }

  /// The baseline on days since joining stands beside the model.
  private func beatsRecency(
    _ data: TelcoChurn, train: Matrix, test: Matrix, encoder: TableEncoder.Fitted, area: Double
  ) throws -> Bool {
    let column = try #require(encoder.sources.firstIndex { $0.feature.name == "tenure" })
    let rule = try RecencyRule(column: column, direction: .falling).fit(
      try Examples(features: train, outcomes: data.train.map { data.churned[$0] }))
    let scored = try ScoredOutcomes(scores: rule.probabilities(test), outcomes: data.test.map { data.churned[$0] })
    let baseline = try AreaUnderCurve().value(of: scored)
    return baseline > 0.6 && baseline < area
  }
}
