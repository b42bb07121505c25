import Computation
import Modeling
import Testing

@Suite("GammaGamma")
struct GammaGammaTests {
  private func simulated(_ count: Int) -> (frequency: [Double], mean: [Double]) {
    var generator = SeededGenerator(seed: 6)
    let frequency = (0..<count).map { _ in Double(1 + generator.integer(below: 6)) }
    let mean = frequency.map { x in
      let rate = generator.gamma(shape: 4, scale: 1 / 15.0)
      return generator.gamma(shape: 6 * x, scale: 1 / (rate * x))
    }
    return (frequency, mean)
  }

  @Test("finds the truth it was simulated from, with errors that cover it")
  func truth() throws {
    let (frequency, mean) = simulated(30_000)
    let fitted = try GammaGamma().fit(frequency: frequency, meanValue: mean)
    for (index, value) in [6.0, 4, 15].enumerated() {
      #expect(abs(fitted.parameters[index] - value) < 4 * fitted.standardErrors[index])
      #expect(fitted.standardErrors[index] < 0.1 * value)
    }
    // pv / (q − 1) = 30.
    #expect(abs(fitted.populationMean - 30) < 0.5)
    // One purchase of 90 is pulled half-way to 30 and further: 6 (15 + 90) / (6 + 3) = 70.
    #expect(abs(fitted.expectedValue(frequency: 1, meanValue: 90) - 70) < 3)
    #expect(fitted.expectedValue(frequency: 0, meanValue: 0) == fitted.populationMean)
  }

  @Test("names what is wrong with its input, and refuses customers who do not differ")
  func problems() throws {
    let model = "GammaGamma"
    #expect(throws: FitProblem.noRows(model: model)) { try GammaGamma().fit(frequency: [], meanValue: []) }
    #expect(throws: FitProblem.notPositive(model: model, row: 1, column: 1)) {
      try GammaGamma().fit(frequency: [1, 2], meanValue: [3, 0])
    }
    #expect(throws: FitProblem.notPositive(model: model, row: 0, column: 1)) {
      try GammaGamma().fit(frequency: [1, 2], meanValue: [1e308, 1])
    }
    #expect(throws: FitProblem.notPositive(model: model, row: 0, column: 0)) {
      try GammaGamma().fit(frequency: [0, 2], meanValue: [1, 1])
    }
    #expect(throws: FitProblem.notFinite(model: model, row: 1, column: 1)) {
      try GammaGamma().fit(frequency: [1, 2], meanValue: [1, .nan])
    }
    let problem = #expect(throws: FitProblem.self) {
      try GammaGamma().fit(frequency: [1, 2, 3, 1], meanValue: [5, 5, 5, 5])
    }
    guard case .flatLikelihood = problem else {
      Issue.record("expected a flat likelihood, found \(String(describing: problem))")
      return
    }
  }

  @Test(
    "has the reference's likelihood and parameters",
    .enabled(if: SharedReference.isPresent, "\(SharedReference.absence)"))
  func cdnow() throws {
    let (histories, data) = try Cdnow.sample()
    let spent = try data.column("m_x")
    let buyers = histories.frequency.indices.filter { histories.frequency[$0] > 0 && spent[$0] > 0 }
    let fitted = try GammaGamma().fit(
      frequency: buyers.map { histories.frequency[$0] }, meanValue: buyers.map { spent[$0] })
    let path = ["sets", "cdnow_sample_txt_calibration_to_1997-09-30", "gammagamma"]
    let likelihood = try SharedReference.number("clv.json", path + ["loglik"])
    #expect(abs(fitted.logLikelihood - likelihood) < 1e-3)
    #expect(fitted.logLikelihood >= likelihood - 1e-7)
    for (index, letter) in ["p", "q", "v"].enumerated() {
      let value = try SharedReference.number("clv.json", path + [letter])
      #expect(abs(fitted.parameters[index] - value) <= 1e-4 * value)
    }
    for (index, value) in try Cdnow("clv_predictions.csv").column("gg_mean").enumerated() {
      let found = fitted.expectedValue(frequency: histories.frequency[index], meanValue: spent[index])
      #expect(abs(found - value) <= 1e-5 * value)
    }
  }
}
