import Computation
import Modeling
import Testing

@Suite("ParetoNBD")
struct ParetoNBDTests {
  @Test(
    "finds the truth it was simulated from, with errors that cover it",
    arguments: [
      [0.8, 6, 0.7, 9], [1.5, 12, 1.2, 4],
    ])
  func truth(parameters: [Double]) throws {
    let fitted = try ParetoNBD().fit(try SimulatedPurchases.pareto(20_000, parameters, seed: 3))
    for (index, value) in parameters.enumerated() {
      #expect(abs(fitted.parameters[index] - value) < 4 * fitted.standardErrors[index], "parameter \(index)")
      #expect(fitted.standardErrors[index] < 0.3 * value)
    }
  }

  @Test("refuses customers who never leave: nothing tells s and β")
  func flat() throws {
    var generator = SeededGenerator(seed: 2)
    var columns: [[Double]] = [[], [], []]
    for _ in 0..<300 {
      let count = 5 + generator.integer(below: 3)
      columns[0].append(Double(count))
      columns[1].append(10)
      columns[2].append(10)
    }
    let histories = try PurchaseHistories(frequency: columns[0], recency: columns[1], age: columns[2])
    let problem = #expect(throws: FitProblem.self) { try ParetoNBD().fit(histories) }
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
      let fitted = try ParetoNBD().fit(histories)
      let path = ["sets", set, "paretonbd"]
      let likelihood = try SharedReference.number("clv.json", path + ["loglik"])
      #expect(abs(fitted.logLikelihood - likelihood) < 1e-3)
      #expect(fitted.logLikelihood >= likelihood - 1e-7)
      for (index, letter) in ["r", "alpha", "s", "beta"].enumerated() {
        let value = try SharedReference.number("clv.json", path + [letter])
        #expect(abs(fitted.parameters[index] - value) <= 1e-4 * value)
      }
    }
    // As published: .553, 10.578, .606, 11.669.
    let fitted = try ParetoNBD().fit(try Cdnow.sample().histories)
    #expect(zip(fitted.parameters, [0.553, 10.578, 0.606, 11.669]).allSatisfy { abs($0 - $1) < 6e-4 })
  }

  @Test(
    "predicts the reference's holdout, customer by customer",
    .enabled(if: SharedReference.isPresent, "\(SharedReference.absence)"))
  func holdout() throws {
    let (histories, _) = try Cdnow.sample()
    let fitted = try ParetoNBD().fit(histories)
    let predictions = try Cdnow("clv_predictions.csv")
    let expected = fitted.expected(in: 39, histories)
    let alive = fitted.alive(histories)
    for (index, value) in try predictions.column("pn_exp_holdout").enumerated() {
      #expect(abs(expected[index] - value) <= 1e-5 * max(value, 1e-3))
    }
    for (index, value) in try predictions.column("pn_alive").enumerated() {
      #expect(abs(alive[index] - value) <= 1e-5)
    }
    let path = ["sets", "cdnow_sample_txt_calibration_to_1997-09-30", "paretonbd", "holdout_total_predicted"]
    let total = try SharedReference.number("clv.json", path)
    #expect(abs(expected.reduce(0, +) - total) <= 1e-5 * total)
  }

  /// All who bought again did so at once: the search runs along the edge of what the series allows.
  @Test func recenciesOfNothingEndInAnAnswerOrARefusal() throws {
    let frequency = (0..<60).map { Double($0 % 6) }
    let recency = frequency.enumerated().map { $1 == 0 ? 0 : Double($0 + 1) * 1e-150 }
    let histories = try PurchaseHistories(
      frequency: frequency, recency: recency, age: (0..<60).map { 10 + Double($0 * 7 % 31) })
    do throws(FitProblem) {
      let fitted = try ParetoNBD().fit(histories)
      #expect(fitted.parameters.allSatisfy { $0 > 0 && $0.isFinite } && fitted.logLikelihood.isFinite)
    } catch {
      #expect(error.description.contains("expected"))
    }
  }
}
