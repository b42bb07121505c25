import Computation
import Modeling
import Testing

@Suite("Disaggregation")
struct DisaggregationTests {
  let generator = SeededGenerator(seed: 1)

  @Test("values by group, difference and ratio, by hand")
  func byHand() throws {
    // a: 60 of 100 events found; b: 30 of 100; c has 2 positives, too few.
    let scores = (0..<100).map { $0 < 60 ? 0.9 : 0.1 } + (0..<100).map { $0 < 30 ? 0.9 : 0.1 } + [0.9, 0.9]
    let groups = [String](repeating: "b-first", count: 100) + [String](repeating: "a", count: 100) + ["c", "c"]
    let input = try ScoredOutcomes(scores: scores, outcomes: [Bool](repeating: true, count: 202))
    let result = try Disaggregation().measure(
      ThresholdRate(.truePositive), on: input, groups: groups, using: generator)
    #expect(result.groups.map(\.name) == ["a", "b-first", "c"])
    #expect(result.groups.map(\.value) == [0.3, 0.6, nil])
    #expect(result.groups[2].finding == .tooFew)
    #expect(result.groups[2].positives == 2)
    let difference = try #require(result.difference)
    #expect(abs(difference.value - 0.3) < 1e-15)
    #expect(difference.smallest == "a" && difference.largest == "b-first")
    // The standard error of the difference is √(0.21 + 0.24)/10 = 0.067: half width 0.131.
    let interval = try #require(difference.interval)
    #expect(abs(interval.lower - 0.169) < 0.03 && abs(interval.upper - 0.431) < 0.03)
    #expect(abs(try #require(result.ratio).value - 0.5) < 1e-15)
    #expect(abs(result.overall - 92.0 / 202) < 1e-15)
  }

  @Test("is the same on two workers")
  func workers() throws {
    let input = try Simulated.scored(1_000, seed: 5)
    let groups = (0..<1_000).map { "\($0 % 3)" }
    let once = try Disaggregation().measure(BrierScore(), on: input, groups: groups, using: generator)
    let again = try Disaggregation().measure(
      BrierScore(), on: input, groups: groups, using: generator, on: Workers(count: 2))
    #expect(once == again)
  }

  @Test(
    "matches the reference's rates and gaps by gender",
    .enabled(if: SharedReference.isPresent, "\(SharedReference.absence)"))
  func reference() throws {
    let (test, rows) = try SharedReference.scores("telco", "lr", part: "test")
    let lines = try SharedReference.lines("telco/Telco-Customer-Churn.csv")
    let groups = rows.map { String(lines[$0 + 1].split(separator: ",")[1]) }
    let path = ["sets", "telco", "lr", "by", "gender"]
    let tool = Disaggregation(bootstrap: PercentileBootstrap(replicates: 100))
    for (kind, name) in [
      (ThresholdRate.Kind.selection, "selection_rate"), (.truePositive, "tpr"), (.falsePositive, "fpr"),
      (.precision, "precision"), (.accuracy, "accuracy"),
    ] {
      let result = try tool.measure(ThresholdRate(kind), on: test, groups: groups, using: generator)
      for group in result.groups {
        let reference = try SharedReference.number("fairness.json", path + ["groups", group.name, name])
        #expect(abs(try #require(group.value) - reference) <= 1e-9 * reference)
      }
      guard kind == .selection else { continue }
      let difference = try SharedReference.number(
        "fairness.json", path + ["fairlearn", "demographic_parity_difference"])
      #expect(abs(try #require(result.difference).value - difference) <= 1e-9)
      let ratio = try SharedReference.number("fairness.json", path + ["fairlearn", "demographic_parity_ratio"])
      #expect(abs(try #require(result.ratio).value - ratio) <= 1e-9)
    }
  }
}
