import Computation
import Modeling
import Testing

@Suite("CalibratedSupportVectorMachine")
struct CalibratedSupportVectorMachineTests {
  @Test("probabilities are those of the truth that is linear, and rank as the machine's scores")
  func calibrated() throws {
    let train = try Simulated.examples(4_000, seed: 1)
    let machine = LinearSupportVectorMachine(tolerance: 1e-3)
    let fitted = try CalibratedSupportVectorMachine(machine: machine).fit(train, using: SeededGenerator(seed: 1))
    // The event's log-odds are −1 + 1.5 · first.
    for first in [-1.0, 0, 1, 2] {
      let says = try fitted.probabilities(Matrix([[first, 0]]))[0]
      #expect(abs(says - Exponential.logistic(-1 + 1.5 * first)) < 0.05, "\(first): \(says)")
    }
    let scores = try fitted.machine.scores(train.features)
    let probabilities = try fitted.probabilities(train.features)
    let order = scores.indices.sorted { scores[$0] < scores[$1] }
    #expect(zip(order, order.dropFirst()).allSatisfy { probabilities[$0] <= probabilities[$1] })
    #expect(fitted.calibration.slope > 0)
  }

  @Test("the curve is learned from scores of rows that the machine had not seen")
  func honest() throws {
    // Fifty columns of noise and a hundred rows: in sample the machine parts the outcomes, out of sample it knows nothing.
    var generator = SeededGenerator(seed: 3)
    let rows = Matrix((0..<100).map { _ in (0..<50).map { _ in generator.normal() } })
    let examples = try Examples(features: rows, outcomes: (0..<100).map { _ in generator.chance(0.5) })
    let machine = LinearSupportVectorMachine(penalty: 0.1, tolerance: 1e-3)
    let fitted = try CalibratedSupportVectorMachine(machine: machine).fit(examples, using: SeededGenerator(seed: 1))
    let inSample = zip(try fitted.machine.scores(rows), examples.outcomes).count { ($0 > 0) == $1 }
    #expect(inSample > 75)
    #expect(try fitted.probabilities(rows).allSatisfy { $0 > 0.1 && $0 < 0.9 })
  }

  @Test("refuses one event, and folds that are none")
  func refusals() throws {
    let rows = try Simulated.examples(40, seed: 1).features
    let lone = try Examples(features: rows, outcomes: (0..<40).map { $0 == 3 })
    let machine = CalibratedSupportVectorMachine()
    #expect(throws: FitProblem.tooFewRows(model: "CalibratedSupportVectorMachine", found: 1, needed: 2)) {
      try machine.fit(lone, using: SeededGenerator(seed: 1))
    }
    #expect(throws: FitProblem.self) {
      try CalibratedSupportVectorMachine(folds: 1).fit(
        try Simulated.examples(40, seed: 1), using: SeededGenerator(seed: 1))
    }
  }
}
