import Computation
import Modeling
import Testing

/// What every metric promises. A new metric is one line in `cases`.
@Suite("Every metric")
struct MetricContractTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let range: ClosedRange<Double>
    /// The value of simulated rows of a seed, in their order or shuffled.
    let simulated: @Sendable (UInt64, Bool) throws -> Double
    /// What it says of the given two columns, whatever they mean to it: scores, predictions, coordinates or labels first,
    /// then outcomes, targets or labels.
    let value: @Sendable ([Double], [Double]) throws -> Double
  }

  static let cases: [Case] =
    [
      ofScores(AreaUnderCurve()), ofScores(AveragePrecision()), ofScores(LogLoss()), ofScores(BrierScore()),
      ofScores(ExpectedCalibrationError()), ofScores(ExpectedCalibrationError(binning: .equalMass)),
      ofScores(DebiasedCalibrationError(bins: 2)), ofScores(FScore(threshold: 0.3)), ofScores(Lift(taking: 0.2)),
    ] + ThresholdRate.Kind.allCases.map { ofScores(ThresholdRate($0)) } + [
      ofTargets(MeanAbsoluteError()), ofTargets(RootMeanSquaredError()), ofTargets(MeanAbsolutePercentageError()),
      ofTargets(DeterminationCoefficient()),
      ofClusters(Silhouette()), ofClusters(CalinskiHarabasz()), ofClusters(DaviesBouldin()),
      ofLabels(AdjustedRandIndex()), ofLabels(AdjustedMutualInformation()), ofLabels(NormalisedMutualInformation()),
    ]

  static func ofScores<M: Metric>(_ metric: M) -> Case where M.Input == ScoredOutcomes {
    make(metric) { seed in
      try Simulated.scored(2_000, seed: seed)
    } shuffled: { input, order in
      try input.selecting(rows: order)
    } from: { scores, outcomes in
      try ScoredOutcomes(scores: scores, outcomes: outcomes.map { $0 > 0 })
    }
  }

  static func ofTargets<M: Metric>(_ metric: M) -> Case where M.Input == PredictedTargets {
    make(metric) { seed in
      let scored = try Simulated.scored(2_000, seed: seed)
      let targets = zip(scored.scores, scored.outcomes).map { 3 + $0 + ($1 ? 0.5 : 0) }
      return try PredictedTargets(predictions: scored.scores.map { 3 + $0 }, targets: targets)
    } shuffled: { input, order in
      try PredictedTargets(predictions: order.map { input.predictions[$0] }, targets: order.map { input.targets[$0] })
    } from: {
      try PredictedTargets(predictions: $0, targets: $1)
    }
  }

  static func ofClusters<M: Metric>(_ metric: M) -> Case where M.Input == LabelledRows {
    make(metric) { seed in
      let rows = Simulated.blobs(2_000, centres: [(0, 0), (3, 1), (0, 4)], deviation: 1, seed: seed)
      return LabelledRows(rows: rows, labels: (0..<2_000).map { $0 % 3 })
    } shuffled: { input, order in
      LabelledRows(rows: input.rows.selecting(rows: order), labels: order.map { input.labels[$0] })
    } from: { places, labels in
      LabelledRows(rows: Matrix(rows: places.count, columns: 1, values: places), labels: labels.map { Int($0) })
    }
  }

  static func ofLabels<M: Metric>(_ metric: M) -> Case where M.Input == LabelPair {
    make(metric) { seed in
      let scored = try Simulated.scored(2_000, seed: seed)
      return LabelPair(scored.scores.map { Int($0 * 4) }, scored.outcomes.map { $0 ? 1 : 0 })
    } shuffled: { input, order in
      LabelPair(order.map { input.first[$0] }, order.map { input.second[$0] })
    } from: { first, second in
      LabelPair(first.map { Int(min(max($0, -9), 9) * 10) }, second.map { Int($0) })
    }
  }

  private static func make<M: Metric>(
    _ metric: M, simulate: @escaping @Sendable (UInt64) throws -> M.Input,
    shuffled: @escaping @Sendable (M.Input, [Int]) throws -> M.Input,
    from: @escaping @Sendable ([Double], [Double]) throws -> M.Input
  ) -> Case where M.Input: Equatable {
    Case(testDescription: metric.name, range: metric.range) { seed, isShuffled in
      let input = try simulate(seed)
      let copy = input
      var generator = SeededGenerator(seed: seed + 1)
      let asked = isShuffled ? try shuffled(input, generator.permutation(2_000)) : input
      let value = try metric.value(of: asked)
      #expect(input == copy)
      return value
    } value: {
      try metric.value(of: try from($0, $1))
    }
  }

  @Test("is the same twice, in another order of rows, and within its range", arguments: cases)
  func orderAndRange(item: Case) throws {
    let value = try item.simulated(1, false)
    #expect(try item.simulated(1, false) == value)
    #expect(item.range.contains(value))
    #expect(try item.simulated(5, false) != value)
    // Sums in another order may differ in their last bits.
    #expect(abs(try item.simulated(1, true) - value) <= 1e-13 * max(1, abs(value)))
  }

  @Test("gives a value or a named problem for what varies in one column or none, never NaN", arguments: cases)
  func extremes(item: Case) throws {
    let scores = [0.0, 0.2, 0.8, 1.0]
    for outcomes in [[1.0, 1, 1, 1], [0, 0, 0, 0], [1, 0, 1, 0]] {
      for values in [scores, [0.3, 0.3, 0.3, 0.3]] {
        do {
          #expect(item.range.contains(try item.value(values, outcomes)))
        } catch let problem as MetricProblem {
          #expect("\(problem)".hasPrefix("\(item.testDescription): found"))
        }
      }
    }
  }

  @Test("numbers up to 1e308 give a value or a named problem", arguments: cases)
  func enormous(item: Case) throws {
    for values in [[1e308, -1e308, 1e308, 3], [1e-308, 0, 1, 1e308]] {
      do {
        #expect(item.range.contains(try item.value(values, [1, 0, 1, 0])))
      } catch is MetricProblem {}
    }
  }

  @Test("no rows, unequal lists and what is no number have a name", arguments: cases)
  func badInput(item: Case) throws {
    #expect(throws: MetricProblem.self) { try item.value([], []) }
    #expect(throws: MetricProblem.self) { try item.value([0.1, 0.2, 0.3], [1, 0]) }
  }

  /// Labels are whole numbers.
  private static let ofNumbers = cases.filter { item in
    !["adjusted", "normalised"].contains { item.testDescription.hasPrefix($0) }
  }

  @Test("what is no number is named with its row", arguments: ofNumbers)
  func unfinished(item: Case) throws {
    for value in [Double.nan, .infinity] {
      let problem = #expect(throws: MetricProblem.self) { try item.value([0.1, value, 0.3, 0.9], [1, 0, 1, 0]) }
      guard case .notFinite(_, 1) = problem else {
        Issue.record("expected the row of the value, found \(String(describing: problem))")
        continue
      }
    }
  }

  @Test("scores that are no probabilities are named where they must be")
  func outOfRange() {
    #expect(throws: MetricProblem.outOfRange(metric: "Brier score", row: 0)) {
      try BrierScore().value(of: try ScoredOutcomes(scores: [1.5, 0], outcomes: [true, false]))
    }
  }
}
