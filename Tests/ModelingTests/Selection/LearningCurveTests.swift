import Computation
import Modeling
import Testing

@Suite("LearningCurve")
struct LearningCurveTests {
  private let stream = SeededGenerator(seed: 1)

  @Test("sizes rise, smaller samples are parts of larger ones, and nothing held out is trained on")
  func samples() throws {
    let folds = try Folds.random(rows: 50, folds: 5, using: stream)
    let curve = try LearningCurve(folds, shares: [1, 0.25, 0.5], using: stream) { train, test in
      Set(train).isDisjoint(with: test) ? Double(train.count) : nil
    }
    #expect(curve.points.map(\.rows) == [10, 20, 40])
    #expect(curve.points.map(\.mean) == [10, 20, 40])
    #expect(curve.points.allSatisfy { $0.standardError == 0 && $0.scores.count == 5 })
  }

  @Test("a logistic regression gains from more rows; sizes that cannot be fitted are left out")
  func gains() throws {
    let examples = try Simulated.examples(1_500, seed: 4)
    let folds = try Folds.stratified(examples.outcomes.map { $0 ? 1 : 0 }, folds: 5, using: stream)
    let curve = try LearningCurve(folds, shares: [0.0005, 0.02, 1], using: stream, on: Workers(count: 2)) {
      train, test in
      guard let model = try? LogisticRegression(penalty: 0.1).fit(examples.selecting(rows: train)) else { return nil }
      let held = examples.selecting(rows: test)
      guard let scores = try? model.probabilities(held.features),
        let scored = try? ScoredOutcomes(scores: scores, outcomes: held.outcomes)
      else { return nil }
      return try? LogLoss().value(of: scored)
    }
    // One row has one outcome only.
    #expect(curve.points.map(\.rows) == [24, 1_200])
    #expect(curve.points[1].mean < curve.points[0].mean)
    #expect(curve.points[1].standardError > 0)
  }

  @Test("shares lie above 0 and up to 1", arguments: [0, 1.1, -1])
  func refusals(share: Double) throws {
    let folds = try Folds.random(rows: 10, folds: 2, using: stream)
    #expect(throws: FitProblem.self) {
      try LearningCurve(folds, shares: [share], using: stream) { _, _ in 0 }
    }
  }
}
