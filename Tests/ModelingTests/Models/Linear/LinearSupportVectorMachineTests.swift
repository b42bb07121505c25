import Computation
import Modeling
import Testing

@Suite("LinearSupportVectorMachine")
struct LinearSupportVectorMachineTests {
  /// scikit-learn 1.9 LinearSVC (liblinear), tol 1e-13, C = 1 / penalty: loss, penalty, intercept, weights, objective.
  static let scikitLearn: [(LinearSupportVectorMachine.Loss, Double, Double, [Double], Double)] = [
    (
      .hinge, 2, -1.5956678700375864, [0.5054151624551398, -0.17689530685943688, 0.12996389891736332], 37.47433173897877
    ),
    (
      .hinge, 0.5, -1.938534554861529, [0.590496197312318, -0.20135768609827215, 0.21116103557591046], 34.87184325014836
    ),
    (
      .squaredHinge, 2, -0.9213282736661909, [0.2753832332486097, -0.08616684294017729, 0.07287549586082143],
      40.83252508829219
    ),
    (
      .squaredHinge, 0.5, -1.0123697067398816, [0.2936344569029365, -0.08798884322879796, 0.0882311206317846],
      40.06293308919736
    ),
  ]

  @Test("the objective and weights of liblinear", arguments: scikitLearn)
  func liblinear(
    loss: LinearSupportVectorMachine.Loss, penalty: Double, intercept: Double, weights: [Double], objective: Double
  ) throws {
    let machine = LinearSupportVectorMachine(loss: loss, penalty: penalty, tolerance: 1e-9, maximumPasses: 1_000_000)
    let fitted = try machine.fit(try Arithmetic.classification(), using: SeededGenerator(seed: 1))
    #expect(abs(fitted.objective - objective) < 1e-8 * objective)
    #expect(fitted.gap >= 0 && fitted.gap < 1e-6)
    #expect(abs(fitted.intercept - intercept) < 1e-6)
    #expect(Arithmetic.near(fitted.weights, weights, within: 1e-6))
    #expect(fitted.supportVectors < 60)
  }

  @Test("two points by hand: the margin lies half way")
  func byHand() throws {
    // x = ±1, b = 0 by symmetry: least 2 max(0, 1 − w) + penalty w² / 2 has w = 1 while penalty < 2, and 2 / penalty above.
    let examples = try Examples(features: Matrix([[-1], [1]]), outcomes: [false, true])
    let hard = try LinearSupportVectorMachine(loss: .hinge, penalty: 0.5).fit(examples, using: SeededGenerator(seed: 1))
    #expect(abs(hard.weights[0] - 1) < 1e-9 && abs(hard.intercept) < 1e-9)
    let soft = try LinearSupportVectorMachine(loss: .hinge, penalty: 4).fit(examples, using: SeededGenerator(seed: 1))
    #expect(abs(soft.weights[0] - 0.5) < 1e-9)
    // Squared: 2 (1 − w)² + penalty w² / 2 has w = 4 / (4 + penalty).
    let square = try LinearSupportVectorMachine(penalty: 4).fit(examples, using: SeededGenerator(seed: 1))
    #expect(abs(square.weights[0] - 0.5) < 1e-6)
    #expect(square.supportVectors == 2)
  }

  @Test(
    "the squared hinge ends exactly after a few passes, begun from a part of many rows or not",
    arguments: [500, 70_000])
  func newton(count: Int) throws {
    let examples = try Simulated.examples(count, seed: 2)
    let fitted = try LinearSupportVectorMachine().fit(examples, using: SeededGenerator(seed: 1))
    #expect(fitted.passes < 20)
    #expect(fitted.gap <= 1e-12 * fitted.objective)
    // The dual side, a pass over each example at a time, comes to the same.
    guard count < 1_000 else { return }
    let short = (0..<count).map { row in
      let score = zip(examples.features.row(row), fitted.weights).reduce(fitted.intercept) { $0 + $1.0 * $1.1 }
      return max(0, 1 - (examples.outcomes[row] ? score : -score))
    }
    #expect(fitted.supportVectors == short.count { $0 > 0 })
    let squares = (fitted.weights + [fitted.intercept]).reduce(0) { $0 + $1 * $1 }
    #expect(abs(short.reduce(0.5 * squares) { $0 + $1 * $1 } - fitted.objective) < 1e-10 * fitted.objective)
  }

  @Test("equal columns share their weight")
  func equalColumns() throws {
    let examples = try Arithmetic.classification()
    let twice = try Examples(features: examples.features.joined(with: examples.features), outcomes: examples.outcomes)
    let fitted = try LinearSupportVectorMachine().fit(twice, using: SeededGenerator(seed: 1))
    for column in 0..<3 { #expect(abs(fitted.weights[column] - fitted.weights[column + 3]) < 1e-12) }
  }

  @Test("names settings that mean nothing, values too large and passes that run out")
  func refusals() throws {
    let examples = try Arithmetic.classification()
    let generator = SeededGenerator(seed: 1)
    for machine in [
      LinearSupportVectorMachine(penalty: 0), LinearSupportVectorMachine(tolerance: 0),
      LinearSupportVectorMachine(maximumPasses: 0),
    ] {
      let problem = #expect(throws: FitProblem.self) { try machine.fit(examples, using: generator) }
      guard case .hyperparameter = problem else {
        Issue.record("expected a hyperparameter, found \(String(describing: problem))")
        continue
      }
    }
    #expect(throws: FitProblem.notConverged(model: "LinearSupportVectorMachine", iterations: 1)) {
      try LinearSupportVectorMachine(loss: .hinge, maximumPasses: 1).fit(examples, using: generator)
    }
    var huge = examples.features
    huge[0, 0] = 1e308
    let large = try Examples(features: huge, outcomes: examples.outcomes)
    #expect(throws: FitProblem.tooLarge(model: "LinearSupportVectorMachine")) {
      try LinearSupportVectorMachine().fit(large, using: generator)
    }
  }
}
