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

  /// scikit-learn 1.9 LogisticRegression, saga, tol 1e-15, C = 1 / penalty: penalty, share, intercept, weights, objective.
  static let scikitLearn: [(Double, Double, Double, [Double], Double)] = [
    (2, 1, -2.225725648793119, [0.6685163297152463, -0.21547874472149697, 0.14530858886966375], 32.07475252830795),
    (1.5, 0.5, -2.4696762351889263, [0.7173013342894199, -0.2285398780154988, 0.2039391618559725], 30.923158395849146),
    (8, 1, -1.2453245027185553, [0.4036746422548675, -0.1565407595934258, 0], 36.53749651967788),
    (1, 0, -2.6472316897004013, [0.7555523467471226, -0.2383041747658006, 0.24279594711257768], 30.109322437953946),
  ]

  @Test("lasso and elastic net: weights, zeros and objective of scikit-learn", arguments: scikitLearn)
  func penalties(penalty: Double, share: Double, intercept: Double, weights: [Double], objective: Double) throws {
    let fitted = try LogisticRegression(penalty: penalty, share: share).fit(try Arithmetic.classification())
    #expect(abs(fitted.intercept - intercept) < 1e-10)
    #expect(Arithmetic.near(fitted.weights, weights, within: 1e-10))
    #expect(abs(fitted.objective - objective) < 1e-11)
    #expect(zip(fitted.weights, weights).allSatisfy { ($0 == 0) == ($1 == 0) })
  }

  @Test("the lasso with twin columns and a constant one stops where no weight can gain, and drops the constant")
  func twins() throws {
    let examples = try Arithmetic.classification()
    let first = Matrix(rows: 60, columns: 1, values: examples.features.column(0))
    let twins = try Examples(
      features: examples.features.joined(with: first).joined(with: Matrix(rows: 60, columns: 1, repeating: 0.1)),
      outcomes: examples.outcomes)
    let fitted = try LogisticRegression(penalty: 8, share: 1).fit(twins)
    #expect(abs(fitted.weights[0] + fitted.weights[3] - 0.4036746422548675) < 1e-8)
    #expect(fitted.weights[4] == 0)
    #expect(abs(fitted.objective - 36.53749651967788) < 1e-10)
  }

  @Test("many rows begin from some of them and end where plain steps end")
  func many() throws {
    // Above 65,536 rows; the gradient at the minimum is 0 whatever the way there.
    let examples = try Simulated.examples(70_000, seed: 7)
    for (penalty, share) in [(3.0, 0.0), (30.0, 1.0)] {
      let fitted = try LogisticRegression(penalty: penalty, share: share).fit(examples, on: Workers(count: 2))
      let probabilities = try fitted.probabilities(examples.features)
      var slopes = [0.0, 0.0, 0.0]
      for row in 0..<examples.count {
        let residual = probabilities[row] - (examples.outcomes[row] ? 1 : 0)
        slopes[0] += residual * examples.features[row, 0]
        slopes[1] += residual * examples.features[row, 1]
        slopes[2] += residual
      }
      #expect(abs(slopes[2]) < 1e-6)
      for column in 0..<2 where fitted.weights[column] != 0 {
        let weight = fitted.weights[column]
        let pull = penalty * (share == 1 ? (weight > 0 ? 1 : -1) : weight)
        #expect(abs(slopes[column] + pull) < 1e-6)
      }
    }
  }

  @Test("names values too large to sum")
  func tooLarge() throws {
    var examples = try Arithmetic.classification().features
    examples[5, 1] = 1e308
    let large = try Examples(features: examples, outcomes: try Arithmetic.classification().outcomes)
    #expect(throws: FitProblem.tooLarge(model: "LogisticRegression")) { try LogisticRegression().fit(large) }
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
