import Computation
import Foundation
import Testing

@testable import fairlead

struct LabLifetimeTests {
  private func run(_ arguments: [String]) throws -> LifetimeResult {
    try LabLifetime.parse(arguments).lifetime()
  }

  private static let columns = ["--frequency", "x", "--recency", "t", "--age", "T"]
  private static let listed = ["--transactions", "--customer", "who", "--date", "day"]

  /// Customers who buy at different rates and leave after any repeat purchase with different chances.
  private static let customers: String = {
    var generator = SeededGenerator(seed: 7)
    let rows = (0..<2_000).map { _ -> String in
      let age = generator.uniform(in: 20...40)
      let rate = generator.gamma(shape: 0.8, scale: 1 / 6.0)
      let chance = generator.beta(0.7, 2.5)
      var (x, last, time) = (0, 0.0, 0.0)
      while true {
        time += generator.exponential(rate: rate)
        if time > age { break }
        (x, last) = (x + 1, time)
        if generator.chance(chance) { break }
      }
      let spent = generator.gamma(shape: 6, scale: 1 / generator.gamma(shape: 4, scale: 1 / 15.0))
      return "\(x),\(last),\(age),\(spent)"
    }
    return "x,t,T,m\n" + rows.joined(separator: "\n") + "\n"
  }()

  @Test(arguments: ["bg-nbd", "mbg-nbd"])
  func everyCustomerGetsFiguresThatAddUp(model: String) throws {
    let folder = try Folder()
    let path = try folder.write(Self.customers, to: "t.csv")
    let result = try run([path, "--model", model, "--monetary", "m", "--horizon", "10"] + Self.columns)
    #expect(result.model == model)
    #expect(result.count == 2_000 && result.customers.count == 2_000)
    #expect(result.horizon == 10)
    #expect(result.parameters.count == 4 && result.standardErrors.count == 4)
    #expect(result.gammaGamma?.parameters.keys.sorted() == ["p", "q", "v"])
    for (row, customer) in result.customers.enumerated() {
      #expect(customer.row == row && customer.customer == nil)
      #expect((0...1).contains(customer.alive ?? -1))
      let value = (customer.expectedPurchases ?? -1) * (customer.expectedMeanValue ?? -1)
      #expect(abs((customer.expectedValue ?? 0) - value) < 1e-12 * value)
    }
    #expect(result.text.contains("bought again"))
  }

  @Test func transactionsBecomeHistoriesByHand() throws {
    let folder = try Folder()
    let path = try folder.write(
      """
      who,day,value
      a,2026-01-01,10
      a,2026-01-08,4
      a,2026-01-08,6
      a,2026-01-29,20
      b,2026-01-15,7
      b,2026-02-12,9
      a,2026-02-05,3
      c,2026-02-10,3
      a,2026-01-09,-4
      ,2026-01-09,4

      """, to: "t.csv")
    let table = try LabTable.read(path, asText: ["who", "day"])
    let command = try LabLifetime.parse([path, "--amount", "value", "--until", "2026-02-04"] + Self.listed)
    let input = try LifetimeInput(transactions: table, command)
    // a: the 8th is one purchase of 10, the 29th one of 20; watched 34 days. b: watched 20 days. c came too late.
    #expect(input.customers == ["a", "b"])
    #expect(input.frequency == [2, 0])
    #expect(input.recency == [4, 0])
    #expect(input.age == [34.0 / 7, 20.0 / 7])
    #expect(input.monetary?[0] == 15)
    #expect(input.monetary?[1].isNaN == true)
    // The last transaction came on 12 February: eight days to judge on.
    #expect(input.holdout?.length == 8.0 / 7)
    #expect(input.holdout?.purchases == [1, 1])
    #expect(input.notes.count == 3)
    let daily = try LabLifetime.parse([path, "--unit", "day", "--until", "2026-02-04"] + Self.listed)
    #expect(try LifetimeInput(transactions: table, daily).age == [34, 20])
  }

  @Test(arguments: [
    ("x,t,T\n", "found no rows"),
    ("x,t,T\n1,2,3\n2,many,3\n", "t holds text"),
    ("x,t,T\n1,5,3\n", "recency above the age"),
    ("x,t,T\n1,0,3\n", "repeat purchases with recency 0"),
    ("x,t,T\n0,2,3\n", "recency with frequency 0"),
    ("x,t,T\n1,,3\n", "t, data row 0 (from 0): found no value"),
    ("x,t,T\n1,NaN,3\n", "found no value"),
    ("x,t,T\n-1,2,3\n", "x, data row 0 (from 0): found a number below 0"),
    ("x,t,T\n1.5,2,3\n", "no whole number"),
    ("x,t,T\n1e308,2,3\n", "found a number of that size"),
    ("x,t,T\n1,inf,3\n", "found no finite number"),
    ("x,t,T\n0,0,3\n0,0,4\n", "no customer who bought again"),
    ("x,t,T\n4,8,10\n4,8,10\n4,8,10\n", "the likelihood is flat"),
    ("x,recency,T\n4,8,10\n", "has no column t"),
  ])
  func refusesWithAName(text: String, expected: String) throws {
    let folder = try Folder()
    let path = try folder.write(text, to: "t.csv")
    for model in ["bg-nbd", "mbg-nbd", "pareto-nbd"] {
      let failure = #expect(throws: Failure.self) { try run([path, "--model", model] + Self.columns) }
      #expect(failure?.status == .unusableData)
      #expect(failure?.message.contains(expected) == true, "\(failure?.message ?? "")")
    }
  }

  @Test(arguments: [
    ("who,day\na,yesterday\n", "holds a text that is no day"),
    ("who,day\na,01/02/2026\nb,03/04/2026\n", "day and month could be exchanged"),
    ("who,day\na,\n", "no transaction with a customer"),
  ])
  func refusesTransactionsWithAName(text: String, expected: String) throws {
    let folder = try Folder()
    let path = try folder.write(text, to: "t.csv")
    let failure = #expect(throws: Failure.self) { try run([path] + Self.listed) }
    #expect(failure?.message.contains(expected) == true, "\(failure?.message ?? "")")
    #expect(failure?.message.contains("yesterday") == false)
  }

  @Test(arguments: [
    ["--frequency", "x"], ["--transactions", "--customer", "who"], ["--transactions", "--frequency", "x"],
    ["--model", "gamma-gamma", "--frequency", "x"], Self.columns + ["--until", "2026-01-01"],
    Self.columns + ["--horizon", "0"], Self.listed + ["--until", "June"], Self.listed + ["--date-order", "down"],
  ])
  func flagsThatDoNotGoTogetherAreUsageErrors(arguments: [String]) {
    #expect(throws: (any Error).self) { try LabLifetime.parse(["t.csv"] + arguments) }
  }

  @Test(
    .enabled(if: LabReference.isPresent, "\(LabReference.absence)"),
    arguments: [("bg-nbd", "bgnbd"), ("pareto-nbd", "paretonbd")])
  func theSummaryHasTheReferencesFit(model: String, key: String) throws {
    let folder = try Folder()
    let path = try folder.write(try LabReference.text("cdnow/cdnow_customers_summary.csv"), to: "t.csv")
    let result = try run(
      [path, "--model", model, "--frequency", "frequency", "--recency", "recency", "--age", "T", "--horizon", "39"])
    let reference = ["sets", "cdnow_summary", key]
    let likelihood = try LabReference.number("clv.json", reference + ["loglik"])
    #expect(abs(result.logLikelihood - likelihood) < 1e-3)
    for (name, value) in result.parameters {
      let expected = try LabReference.number("clv.json", reference + [name])
      #expect(abs(value - expected) <= 1e-3 * expected)
    }
    // The first customer: x 2, tₓ 30.43, T 38.86.
    let expected = key == "bgnbd" ? 1.2259104520057793 : 1.4551129917079058
    #expect(abs((result.customers[0].expectedPurchases ?? 0) - expected) < 1e-4)
  }

  @Test(.enabled(if: LabReference.isPresent, "\(LabReference.absence)"))
  func theListOfTransactionsHasTheReferencesFitAndHoldout() throws {
    let folder = try Folder()
    let lines = try LabReference.text("cdnow/CDNOW_sample.txt").split(whereSeparator: \.isNewline).map {
      $0.split(whereSeparator: \.isWhitespace)
    }
    let csv = "who,day,value\n" + lines.map { "\($0[1]),\($0[2]),\($0[4])\n" }.joined()
    let path = try folder.write(csv, to: "t.csv")
    let result = try run([path, "--amount", "value", "--until", "1997-09-30"] + Self.listed)
    let set = ["sets", "cdnow_sample_txt_calibration_to_1997-09-30"]
    #expect(result.count == 2_357 && result.repeatCustomers == 946)
    for (name, value) in result.parameters {
      let expected = try LabReference.number("clv.json", set + ["bgnbd", name])
      #expect(abs(value - expected) <= 1e-3 * expected)
    }
    for (name, value) in result.gammaGamma?.parameters ?? [:] {
      let expected = try LabReference.number("clv.json", set + ["gammagamma", name])
      #expect(abs(value - expected) <= 1e-3 * expected)
    }
    let mean = try LabReference.number("clv.json", set + ["gammagamma", "population_mean"])
    #expect(abs((result.populationMeanValue ?? 0) - mean) < 1e-3 * mean)
    let holdout = try #require(result.holdout)
    #expect(holdout.length == 39)
    #expect(holdout.actual == 1_882)
    let total = try LabReference.number("clv.json", set + ["bgnbd", "holdout_total_predicted"])
    #expect(abs(holdout.expected - total) < 1e-3 * total)
    let error = try LabReference.number("clv.json", set + ["bgnbd", "holdout_mae"])
    #expect(abs(holdout.meanAbsoluteError - error) < 1e-3 * error)
    #expect(holdout.byFrequency.map(\.customers) == [1411, 439, 214, 100, 62, 38, 29, 64])
    #expect(result.timeUnit == "week")
    #expect(result.customers[0].customer == "0001")
  }

  @Test(.enabled(if: LabReference.isPresent, "\(LabReference.absence)"))
  func gammaGammaAlone() throws {
    let folder = try Folder()
    let path = try folder.write(
      try LabReference.text("cdnow/cdnow_customers_summary_with_transactions.csv"), to: "t.csv")
    let result = try run([path, "--model", "gamma-gamma", "--frequency", "x", "--monetary", "zbar"])
    let set = ["sets", "cdnow_summary", "gammagamma_with_transactions_csv"]
    for (name, value) in result.parameters {
      let expected = try LabReference.number("clv.json", set + [name])
      #expect(abs(value - expected) <= 1e-3 * expected)
    }
    #expect(abs(result.logLikelihood - (try LabReference.number("clv.json", set + ["loglik"]))) < 1e-3)
    #expect(result.customers.allSatisfy { $0.expectedMeanValue != nil && $0.alive == nil })
  }
}
