import Computation
import Modeling
import Testing

@Suite("BoostedTrees")
struct BoostedTreesTests {
  @Test("one round by hand: Newton steps from the base rate")
  func byHand() throws {
    // 0 of 2 below, 2 of 4 above; base rate 1/3, so each row has h = 2/9. Below G = 2/3, H = 4/9; above
    // G = 4/3 − 2 = −2/3, H = 8/9. Leaves say −G/(H + 1) at full rate.
    let examples = try Examples(
      features: Matrix(rows: 6, columns: 1, values: [0, 0, 1, 1, 1, 1]),
      outcomes: [false, false, true, true, false, false])
    let fitted = try BoostedTrees(rounds: 1, learningRate: 1, leaves: 2, minimumLeafRows: 1).fit(examples)
    let start = -0.6931471805599453
    let expected = [start - (2.0 / 3) / (13.0 / 9), start + (2.0 / 3) / (17.0 / 9)].map { Exponential.logistic($0) }
    #expect(zip(try fitted.probabilities(Matrix([[0], [1]])), expected).allSatisfy { abs($0 - $1) < 1e-8 })
  }

  @Test("missing values go where they fit")
  func missing() throws {
    // The outcome is yes where the value is above 50 and where there is none.
    let values = (0..<300).map { $0 % 3 == 0 ? Double.nan : Double($0 % 100) }
    let examples = try Examples(
      features: Matrix(rows: 300, columns: 1, values: values), outcomes: values.map { $0.isNaN || $0 > 50 })
    let fitted = try BoostedTrees(rounds: 50, takesMissing: true).fit(examples)
    let scores = try fitted.probabilities(Matrix([[.nan], [20], [80]]))
    #expect(scores[0] > 0.95 && scores[1] < 0.05 && scores[2] > 0.95)
    #expect(throws: FitProblem.self) { try BoostedTrees().fit(examples) }
    #expect(throws: FitProblem.self) { try fitted.probabilities(Matrix([[.infinity]])) }
  }

  @Test("stops when validation rows gain no more, at the best round")
  func earlyStopping() throws {
    let train = try Simulated.examples(500, seed: 1)
    let validation = try Simulated.examples(2_000, seed: 2)
    let stopped = try BoostedTrees(rounds: 500, patience: 10).fit(train, validation: validation)
    let whole = try BoostedTrees(rounds: 500).fit(train)
    #expect(stopped.trees.count < 100)
    #expect(Array(whole.trees.prefix(stopped.trees.count)) == stopped.trees)
    func loss(_ model: BoostedTrees.Fitted) throws -> Double {
      try LogLoss().value(
        of: ScoredOutcomes(scores: model.probabilities(validation.features), outcomes: validation.outcomes))
    }
    #expect(try loss(stopped) < loss(whole))
    // One round less or more is no better.
    for rounds in [stopped.trees.count - 1, stopped.trees.count + 1] {
      #expect(try loss(try BoostedTrees(rounds: rounds).fit(train)) > loss(stopped))
    }
  }

  @Test("keeps to leaves and leaf size, and refuses settings that mean nothing")
  func bounds() throws {
    let examples = try Simulated.examples(1_000, seed: 1)
    let fitted = try BoostedTrees(rounds: 3, leaves: 7, minimumLeafRows: 30).fit(examples)
    #expect(fitted.trees.count == 3 && fitted.trees.allSatisfy { (2...7).contains($0.leaves) })
    for model in [
      BoostedTrees(rounds: 0), BoostedTrees(learningRate: 0), BoostedTrees(leaves: 1), BoostedTrees(bins: 256),
      BoostedTrees(penalty: -1),
    ] {
      #expect(throws: FitProblem.self) { try model.fit(examples) }
    }
  }

  @Test("few bins cost little")
  func bins() throws {
    let train = try Simulated.examples(5_000, seed: 1)
    let test = try Simulated.examples(5_000, seed: 2)
    let areas = try [8, 255].map { bins in
      let scores = try BoostedTrees(rounds: 30, bins: bins).fit(train).probabilities(test.features)
      return try AreaUnderCurve().value(of: ScoredOutcomes(scores: scores, outcomes: test.outcomes))
    }
    #expect(areas.allSatisfy { $0 > 0.77 })
    #expect(abs(areas[0] - areas[1]) < 0.02)
  }

  @Test("regression, one round by hand: steps from the mean, with the penalty")
  func regressionByHand() throws {
    // Mean 3; below −2, −2 and above 1 · 4: leaves say Σ residual / (rows + 1) = −4/3 and 4/5.
    let examples = try RegressionExamples(
      features: Matrix(rows: 6, columns: 1, values: [0, 0, 1, 1, 1, 1]), targets: [1, 1, 4, 4, 4, 4])
    let fitted = try BoostedTrees(rounds: 1, learningRate: 1, leaves: 2, minimumLeafRows: 1).fit(examples)
    let says = try fitted.predictions(Matrix([[0], [1]]))
    #expect(abs(says[0] - (3 - 4.0 / 3)) < 1e-8 && abs(says[1] - 3.8) < 1e-8)
  }

  @Test("regression follows the truth, at any scale, and stops early")
  func regression() throws {
    func simulated(_ count: Int, _ seed: UInt64, scale: Double) throws -> RegressionExamples {
      var generator = SeededGenerator(seed: seed)
      let rows = Matrix((0..<count).map { _ in [generator.normal(), generator.normal()] })
      let targets = (0..<count).map { scale * (rows[$0, 0] * rows[$0, 0] + rows[$0, 1] + 0.1 * generator.normal()) }
      return try RegressionExamples(features: rows, targets: targets)
    }
    for scale in [1e-6, 1, 1e9] {
      let test = try simulated(2_000, 2, scale: scale)
      let model = BoostedTrees(rounds: 1_000, patience: 10)
      let fitted = try model.fit(try simulated(5_000, 1, scale: scale), validation: test)
      let says = try fitted.predictions(test.features)
      let error = zip(says, test.targets).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) } / 2_000
      // The variance of what is predicted is 3, that of the noise 0.01.
      #expect(error < 0.1 * scale * scale && fitted.trees.count < 1_000)
    }
    let huge = try RegressionExamples(features: Matrix([[1], [2]]), targets: [1e308, -1e308])
    #expect(throws: FitProblem.tooLarge(model: "BoostedTreesRegression")) { try BoostedTrees().fit(huge) }
  }

  @Test("a score keeps to its direction in a monotone column")
  func monotone() throws {
    var generator = SeededGenerator(seed: 5)
    let rows = Matrix((0..<3_000).map { _ in [generator.normal(), generator.normal()] })
    // The first column helps up to 1 and harms beyond; the second harms.
    let outcomes = (0..<3_000).map {
      generator.chance(Exponential.logistic(min(rows[$0, 0], 2 - rows[$0, 0]) - rows[$0, 1]))
    }
    let examples = try Examples(features: rows, outcomes: outcomes)
    let asked = Matrix((0..<40).map { [Double($0) / 8 - 2.5, 0.3] })
    func falls(_ model: BoostedTrees) throws -> Bool {
      let scores = try model.fit(examples).probabilities(asked)
      return zip(scores, scores.dropFirst()).contains { $0 > $1 }
    }
    #expect(try falls(BoostedTrees(minimumLeafRows: 5)))
    #expect(try !falls(BoostedTrees(minimumLeafRows: 5, monotone: [1, 0])))
    #expect(try !falls(BoostedTrees(minimumLeafRows: 5, monotone: [1, -1])))
    for wrong in [[1], [2, 0]] {
      #expect(throws: FitProblem.self) { try BoostedTrees(monotone: wrong).fit(examples) }
    }
  }

  @Test("categories are parted into any two groups, and unknown ones go with the missing")
  func categories() throws {
    // Categories 2, 5 and 7 of 0…9 have the event: no threshold parts them in one question.
    let values = (0..<1_000).map { Double($0 % 10) }
    let examples = try Examples(
      features: Matrix(rows: 1_000, columns: 1, values: values), outcomes: values.map { [2, 5, 7].contains($0) })
    let model = BoostedTrees(rounds: 40, learningRate: 0.3, leaves: 2, categories: [0])
    let fitted = try model.fit(examples)
    let scores = try fitted.probabilities(Matrix((0..<12).map { [Double($0)] }))
    for value in 0..<12 { #expect(([2, 5, 7].contains(value) ? 1 - scores[value] : scores[value]) < 0.01) }
    #expect(fitted.trees.allSatisfy { $0.leaves == 2 })
    #expect(throws: FitProblem.self) { try BoostedTrees(categories: [1]).fit(examples) }
  }
}
