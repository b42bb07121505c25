import Modeling
import Testing

@Suite("ShiftedBetaGeometric")
struct ShiftedBetaGeometricTests {
  /// Fader and Hardie (2007), table 1: customers of two plans still there after each year, of 1,000.
  static let highEnd: [Double] = [1000, 869, 743, 653, 593, 551, 517, 491, 468, 445, 427, 409, 394]
  static let regular: [Double] = [1000, 631, 468, 382, 326, 289, 262, 241, 223, 207, 194, 183, 173]

  @Test("has the published parameters of seven years: (.668, 3.806) and (.704, 1.182)")
  func published() throws {
    let highEnd = try ShiftedBetaGeometric().fit(survivors: Array(Self.highEnd.prefix(8)))
    #expect(zip(highEnd.parameters, [0.668, 3.806]).allSatisfy { abs($0 - $1) < 5e-4 })
    let regular = try ShiftedBetaGeometric().fit(survivors: Array(Self.regular.prefix(8)))
    #expect(zip(regular.parameters, [0.704, 1.182]).allSatisfy { abs($0 - $1) < 5e-4 })
    // The paper's projection of the twelfth year is within a few of the thousand.
    #expect(abs(highEnd.survival(periods: 12)[12] * 1_000 - 394) < 20)
    #expect(regular.retention(period: 2) > regular.retention(period: 1))
  }

  @Test(
    "has the reference's likelihood and survival", .enabled(if: SharedReference.isPresent, "\(SharedReference.absence)")
  )
  func reference() throws {
    for (name, survivors) in [("high_end", Self.highEnd), ("regular", Self.regular)] {
      let fitted = try ShiftedBetaGeometric().fit(survivors: Array(survivors.prefix(8)))
      let path = ["sets", "sbg_fader_hardie_2007", name]
      let likelihood = try SharedReference.number("clv.json", path + ["loglik"])
      #expect(abs(fitted.logLikelihood - likelihood) < 1e-6)
      for (period, share) in fitted.survival(periods: 12).enumerated() {
        let value = try SharedReference.number("clv.json", path + ["survival_0_12", "\(period)"])
        #expect(abs(share - value) < 1e-5)
      }
    }
  }

  @Test("names what is wrong with its input, and refuses customers who do not differ")
  func problems() {
    let model = "ShiftedBetaGeometric"
    #expect(throws: FitProblem.tooFewRows(model: model, found: 2, needed: 3)) {
      try ShiftedBetaGeometric().fit(survivors: [10, 5])
    }
    #expect(throws: FitProblem.risingSurvivors(model: model, row: 2)) {
      try ShiftedBetaGeometric().fit(survivors: [10, 5, 6])
    }
    #expect(throws: FitProblem.noEvents(model: model)) { try ShiftedBetaGeometric().fit(survivors: [10, 10, 10]) }
    #expect(throws: FitProblem.notFinite(model: model, row: 1, column: 0)) {
      try ShiftedBetaGeometric().fit(survivors: [10, .nan, 10])
    }
    // Half leave each year: one chance for all, so α and β run away together.
    let problem = #expect(throws: FitProblem.self) {
      try ShiftedBetaGeometric().fit(survivors: [1024, 512, 256, 128, 64])
    }
    guard case .flatLikelihood = problem else {
      Issue.record("expected a flat likelihood, found \(String(describing: problem))")
      return
    }
  }
}
