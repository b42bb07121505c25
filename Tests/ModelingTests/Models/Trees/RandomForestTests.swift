import Computation
import Modeling
import Testing

@Suite("RandomForest")
struct RandomForestTests {
  @Test("comes near the truth that it was simulated from")
  func truth() throws {
    let fitted = try RandomForest(trees: 100, minimumLeafRows: 20).fit(
      try Simulated.examples(5_000, seed: 1), using: SeededGenerator(seed: 1))
    let test = try Simulated.examples(2_000, seed: 2)
    let scores = try fitted.probabilities(test.features)
    let truth = (0..<2_000).map { Exponential.logistic(-1 + 1.5 * test.features[$0, 0]) }
    let distance = zip(scores, truth).map { abs($0 - $1) }.reduce(0, +) / 2_000
    #expect(distance < 0.06)
    #expect(scores.allSatisfy { $0 > 0 && $0 < 1 })
  }

  @Test("trees that all agree, with the pseudo-tree of the base rate")
  func byHand() throws {
    let examples = try Examples(
      features: Matrix(rows: 200, columns: 1, values: (0..<200).map { Double($0 % 4 / 3) }),
      outcomes: (0..<200).map { $0 % 4 == 3 })
    let scores = try RandomForest(trees: 9).fit(examples, using: SeededGenerator(seed: 1)).probabilities(
      Matrix([[1], [0]]))
    // (9 · 1 + ¼) / 10 and (9 · 0 + ¼) / 10.
    #expect(zip(scores, [0.925, 0.025]).allSatisfy { abs($0 - $1) < 1e-15 })
  }

  @Test("another seed gives another forest")
  func seeds() throws {
    let examples = try Simulated.examples(300, seed: 1)
    let one = try RandomForest(trees: 3).fit(examples, using: SeededGenerator(seed: 1))
    #expect(one != (try RandomForest(trees: 3).fit(examples, using: SeededGenerator(seed: 2))))
    #expect(throws: FitProblem.self) { try RandomForest(trees: 0).fit(examples, using: SeededGenerator(seed: 1)) }
  }

  @Test("regression comes near the truth that it was simulated from")
  func regression() throws {
    var generator = SeededGenerator(seed: 4)
    let rows = Matrix((0..<4_000).map { _ in [generator.normal(), generator.normal(), generator.normal()] })
    let truth = (0..<4_000).map { rows[$0, 0] + (rows[$0, 1] > 0 ? 2 : 0) }
    let examples = try RegressionExamples(features: rows, targets: truth.map { $0 + 0.2 * generator.normal() })
    let fitted = try RandomForest(trees: 60).fit(examples, using: SeededGenerator(seed: 1))
    let says = try fitted.predictions(rows)
    let error = zip(says, truth).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) } / 4_000
    // The variance of the truth is 2.
    #expect(error < 0.15)
  }
}
