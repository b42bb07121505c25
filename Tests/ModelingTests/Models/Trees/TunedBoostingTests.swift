import Computation
import Modeling
import Testing

@Suite("TunedBoosting")
struct TunedBoostingTests {
  /// One row in `every` has the event, likelier as the first of three columns rises.
  private func rare(_ count: Int, every: Double, seed: UInt64) throws -> Examples {
    var generator = SeededGenerator(seed: seed)
    let rows = Matrix((0..<count).map { _ in (0..<3).map { _ in generator.normal() } })
    let outcomes = (0..<count).map {
      generator.chance(Exponential.logistic(1.2 * rows[$0, 0] - 0.7 - Logarithm.of(every)))
    }
    return try Examples(features: rows, outcomes: outcomes)
  }

  private func area(_ fitted: BoostedTrees.Fitted, _ test: Examples) throws -> Double {
    try AreaUnderCurve().value(of: ScoredOutcomes(scores: fitted.probabilities(test.features), outcomes: test.outcomes))
  }

  @Test("learns from few events where a handful of validation events would have stopped it")
  func fewEvents() throws {
    // The true log-odds rank with an area of about .8.
    let test = try rare(20_000, every: 100, seed: 1)
    var (tuned, stopped): ([Double], [Double]) = ([], [])
    for seed in 2..<8 as Range<UInt64> {
      let train = try rare(3_000, every: 100, seed: 100 + seed)
      let validation = try rare(1_000, every: 100, seed: 200 + seed)
      let generator = SeededGenerator(seed: seed)
      tuned.append(try area(try TunedBoosting().fit(train, validation: validation, using: generator), test))
      stopped.append(try area(try BoostedTrees(rounds: 1_000).fit(train, validation: validation), test))
    }
    #expect(tuned.reduce(0, +) / 6 > 0.72)
    #expect(tuned.reduce(0, +) > stopped.reduce(0, +) + 0.1)
    #expect((tuned.min() ?? 0) > 0.6)
  }

  @Test("learns from forty rows, of which a fold leaves too few for two leaves of twenty")
  func fewRows() throws {
    var rows = Matrix(rows: 40, columns: 2)
    for row in 0..<40 {
      rows[row, 0] = Double(row * 7 % 40)
      rows[row, 1] = Double(row * 13 % 11)
    }
    let outcomes = (0..<40).map { rows[$0, 0] >= 20 }
    let train = try Examples(features: rows, outcomes: outcomes)
    let fitted = try TunedBoosting().fit(train, validation: train, using: SeededGenerator(seed: 1))
    #expect(try area(fitted, train) > 0.95)
  }

  @Test("with events enough, the validation rows decide alone")
  func manyEvents() throws {
    let train = try Simulated.examples(500, seed: 1)
    let validation = try Simulated.examples(2_000, seed: 2)
    let rows = Double(train.count)
    let share = Double(train.positives) / rows
    let least = Int((5 / (share * (1 - share))).rounded(.up))
    let plain = try BoostedTrees(rounds: 1_000, minimumLeafRows: least).fit(train, validation: validation)
    #expect(try TunedBoosting().fit(train, validation: validation, using: SeededGenerator(seed: 1)) == plain)
    let folded = try TunedBoosting(enough: 10_000).fit(train, validation: validation, using: SeededGenerator(seed: 1))
    #expect(folded != plain)
  }

  @Test("outcomes that nothing foretells are given their base rate")
  func noise() throws {
    var generator = SeededGenerator(seed: 4)
    let rows = Matrix((0..<600).map { _ in [generator.normal(), generator.normal()] })
    let outcomes = (0..<600).map { _ in generator.chance(0.3) }
    let examples = try Examples(features: rows, outcomes: outcomes)
    let fitted = try TunedBoosting().fit(examples, validation: examples, using: SeededGenerator(seed: 1))
    let scores = try fitted.probabilities(rows)
    #expect(scores.allSatisfy { abs($0 - Double(examples.positives) / 600) < 0.1 })
  }

  @Test("one event, no fold to hold it out: the validation rows decide")
  func oneEvent() throws {
    var examples = try Simulated.examples(60, seed: 1)
    examples = try Examples(features: examples.features, outcomes: (0..<60).map { $0 == 7 })
    let fitted = try TunedBoosting().fit(examples, validation: examples, using: SeededGenerator(seed: 1))
    #expect(try fitted.probabilities(examples.features).allSatisfy { $0 > 0 && $0 < 1 })
    #expect(throws: FitProblem.self) {
      try TunedBoosting(folds: 1).fit(
        try Simulated.examples(60, seed: 1), validation: examples, using: SeededGenerator(seed: 1))
    }
  }
}
