import Computation
import Modeling
import Testing

@Suite("LinearContributions")
struct LinearContributionsTests {
  let days = Feature("days", unit: .days)
  let channel = Feature("channel", unit: .category)

  @Test("sum with the base to the model's score; levels of one feature are one reason")
  func sums() throws {
    var generator = SeededGenerator(seed: 1)
    var table = FeatureTable(rowCount: 400)
    try table.append(days, .numeric((0..<400).map { _ in generator.normal() }))
    try table.append(channel, .categorical((0..<400).map { _ in ["a", "b", "c"][generator.integer(below: 3)] }))
    let encoder = try TableEncoder().fit(table)
    let rows = try encoder.transform(table)
    let outcomes = (0..<400).map { generator.chance(Exponential.logistic(rows[$0, 0] + rows[$0, 1])) }
    let model = try LogisticRegression().fit(try Examples(features: rows, outcomes: outcomes))
    let reasons = try LinearContributions(model, training: rows, sources: encoder.sources)
    for (explanation, score) in zip(try reasons.explain(rows), try model.scores(rows)) {
      #expect(explanation.contributions.count == 2)
      #expect(Set(explanation.contributions.map(\.feature)) == [days, channel])
      let sum = explanation.contributions.reduce(explanation.base) { $0 + $1.logOdds }
      #expect(abs(sum - score) < 1e-12)
      #expect(abs(explanation.score - score) < 1e-12)
      #expect(abs(explanation.contributions[0].logOdds) >= abs(explanation.contributions[1].logOdds))
    }
  }

  @Test("refuses sources that do not belong to the model")
  func refusals() throws {
    let examples = try Simulated.examples(100, seed: 1)
    let model = try LogisticRegression().fit(examples)
    #expect(throws: FitProblem.columns(model: "LinearContributions", found: 0, expected: 2)) {
      try LinearContributions(model, training: examples.features, sources: [])
    }
  }
}
