import Computation
import Modeling
import Testing

@Suite("BetaGeometricNBD")
struct BetaGeometricNBDTests {
  static let reference = ["sets", "cdnow_summary", "bgnbd"]

  @Test(
    "finds the truth it was simulated from, with errors that cover it",
    arguments: [
      BetaGeometricNBD.Dropout.afterRepeatPurchase, .afterAnyPurchase,
    ])
  func truth(dropout: BetaGeometricNBD.Dropout) throws {
    let truth = [0.8, 6, 0.7, 2.5]
    let histories = try SimulatedPurchases.betaGeometric(20_000, truth, dropout, seed: 3)
    let fitted = try BetaGeometricNBD(dropout).fit(histories)
    for (index, value) in truth.enumerated() {
      let error = fitted.standardErrors[index]
      #expect(abs(fitted.parameters[index] - value) < 4 * error, "parameter \(index)")
      #expect(error < 0.2 * value)
    }
  }

  @Test("says of those who bought once that they are alive for certain, the modified model does not")
  func onceBuyers() throws {
    let histories = try SimulatedPurchases.betaGeometric(2_000, [0.8, 6, 0.7, 2.5], .afterAnyPurchase, seed: 4)
    let plain = try BetaGeometricNBD().fit(histories)
    #expect(plain.alive(frequency: 0, recency: 0, age: 30) == 1)
    let modified = try BetaGeometricNBD(.afterAnyPurchase).fit(histories)
    #expect(modified.alive(frequency: 0, recency: 0, age: 30) < 0.95)
    #expect(modified.alive(frequency: 3, recency: 5, age: 40) < modified.alive(frequency: 3, recency: 39, age: 40))
    #expect(modified.expected(in: 0, frequency: 3, recency: 39, age: 40) == 0)
  }

  @Test("the expectation is the rate at first and rises ever slower, over horizons of every size")
  func expectation() throws {
    let histories = try SimulatedPurchases.betaGeometric(5_000, [0.8, 6, 0.7, 2.5], .afterRepeatPurchase, seed: 5)
    let fitted = try BetaGeometricNBD().fit(histories)
    let (r, alpha) = (fitted.parameters[0], fitted.parameters[1])
    #expect(abs(fitted.expectedOfNewCustomer(in: 1e-6) / 1e-6 - r / alpha) < 1e-5 * r / alpha)
    let steps = [1.0, 10, 100, 1_000].map { fitted.expectedOfNewCustomer(in: $0) }
    #expect(zip(steps, steps.dropFirst()).allSatisfy { $0 < $1 && $1 < 10 * $0 })
    // A thousand purchases in 10 weeks: as many or fewer in the next 10, without overflow.
    let busy = fitted.expected(in: 10, frequency: 1_000, recency: 10, age: 10)
    #expect(busy > 0 && busy < 1_000)
  }

  @Test("names what is wrong with histories, and refuses customers who do not differ")
  func problems() throws {
    func history(_ x: Double, _ recency: Double, _ age: Double) throws -> PurchaseHistories {
      try PurchaseHistories(frequency: [1, x], recency: [1, recency], age: [2, age])
    }
    let model = "PurchaseHistories"
    #expect(throws: FitProblem.purchaseHistory(model: model, row: 1, damage: .recencyBeyondAge)) {
      try history(1, 3, 2)
    }
    #expect(throws: FitProblem.purchaseHistory(model: model, row: 1, damage: .recencyWithoutRepeat)) {
      try history(0, 1, 2)
    }
    #expect(throws: FitProblem.purchaseHistory(model: model, row: 1, damage: .fractionalFrequency)) {
      try history(1.5, 1, 2)
    }
    #expect(throws: FitProblem.purchaseHistory(model: model, row: 1, damage: .tooManyPurchases)) {
      try history(1e308, 1, 2)
    }
    #expect(throws: FitProblem.negative(model: model, row: 1, column: 0)) { try history(-1, 1, 2) }
    #expect(throws: FitProblem.notFinite(model: model, row: 1, column: 2)) { try history(1, 1, .nan) }
    let once = try PurchaseHistories(frequency: [0, 0], recency: [0, 0], age: [5, 9])
    #expect(throws: FitProblem.noRepeatPurchases(model: "BetaGeometricNBD")) { try BetaGeometricNBD().fit(once) }
    // Everybody buys at the same times: the rate has no spread, r runs away.
    let same = try PurchaseHistories(
      frequency: [Double](repeating: 4, count: 50), recency: [Double](repeating: 8, count: 50),
      age: [Double](repeating: 10, count: 50))
    let problem = #expect(throws: FitProblem.self) { try BetaGeometricNBD().fit(same) }
    guard case .flatLikelihood = problem else {
      Issue.record("expected a flat likelihood, found \(String(describing: problem))")
      return
    }
  }

  @Test(
    "has the reference's likelihood and parameters",
    .enabled(if: SharedReference.isPresent, "\(SharedReference.absence)"))
  func cdnow() throws {
    for (set, histories) in [
      ("cdnow_summary", try Cdnow.summary()),
      ("cdnow_sample_txt_calibration_to_1997-09-30", try Cdnow.sample().histories),
    ] {
      let fitted = try BetaGeometricNBD().fit(histories)
      let path = ["sets", set, "bgnbd"]
      let likelihood = try SharedReference.number("clv.json", path + ["loglik"])
      #expect(abs(fitted.logLikelihood - likelihood) < 1e-3)
      #expect(fitted.logLikelihood >= likelihood - 1e-7)
      for (index, letter) in ["r", "alpha", "a", "b"].enumerated() {
        let value = try SharedReference.number("clv.json", path + [letter])
        #expect(abs(fitted.parameters[index] - value) <= 1e-4 * value)
      }
      for weeks in [1, 4, 13, 26, 39, 52] {
        let value = try SharedReference.number("clv.json", path + ["expected_per_new_customer", "\(weeks)"])
        #expect(abs(fitted.expectedOfNewCustomer(in: Double(weeks)) - value) <= 1e-5 * value)
      }
    }
    // Fader, Hardie and Lee (2005), table 2, and the customer of their example: 1.226 purchases in the next 39 weeks.
    let fitted = try BetaGeometricNBD().fit(try Cdnow.summary())
    #expect(zip(fitted.parameters, [0.243, 4.414, 0.793, 2.426]).allSatisfy { abs($0 - $1) < 6e-4 })
    #expect(abs(fitted.expected(in: 39, frequency: 2, recency: 30.43, age: 38.86) - 1.226) < 5e-4)
  }

  @Test(
    "predicts the reference's holdout, customer by customer",
    .enabled(if: SharedReference.isPresent, "\(SharedReference.absence)"))
  func holdout() throws {
    let (histories, data) = try Cdnow.sample()
    let fitted = try BetaGeometricNBD().fit(histories)
    let predictions = try Cdnow("clv_predictions.csv")
    let expected = fitted.expected(in: 39, histories)
    let alive = fitted.alive(histories)
    for (index, value) in try predictions.column("bg_exp_holdout").enumerated() {
      #expect(abs(expected[index] - value) <= 1e-5 * max(value, 1e-3))
    }
    for (index, value) in try predictions.column("bg_alive").enumerated() {
      #expect(abs(alive[index] - value) <= 1e-5)
    }
    let path = ["sets", "cdnow_sample_txt_calibration_to_1997-09-30", "bgnbd"]
    let total = try SharedReference.number("clv.json", path + ["holdout_total_predicted"])
    #expect(abs(expected.reduce(0, +) - total) <= 1e-5 * total)
    let came = try data.column("x_star")
    let error = zip(expected, came).reduce(0) { $0 + abs($1.0 - $1.1) } / Double(came.count)
    #expect(abs(error - (try SharedReference.number("clv.json", path + ["holdout_mae"]))) < 1e-5)
  }

  @Test(
    "has the published parameters of the modified model: .525, 6.183, .891, 1.614",
    .enabled(if: SharedReference.isPresent, "\(SharedReference.absence)"))
  func modified() throws {
    let fitted = try BetaGeometricNBD(.afterAnyPurchase).fit(try Cdnow.summary())
    #expect(zip(fitted.parameters, [0.525, 6.183, 0.891, 1.614]).allSatisfy { abs($0 - $1) <= 1e-3 * $1 })
  }
}
