import Computation
import Modeling
import Testing

/// What models of one list of values promise, which are no rows of features: scores with outcomes, a column with gaps, a
/// cohort. A new one is one line in `cases`.
@Suite("Every model of a list")
struct ListModelContractTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    /// Each of them must give a problem.
    let wrong: [@Sendable () throws -> Void]
    /// Whether the order of the values means something.
    var isOrdered = false
    /// Fits simulated values, in their order or shuffled, and says the model and what it makes of values asked.
    let run: @Sendable (_ isShuffled: Bool) throws -> ModelContractTests.Outcome
  }

  static let cases: [Case] = [
    calibrator("PlattCalibration") {
      try PlattCalibration().fit($0)
    } calibrate: {
      $0.calibrate($1)
    },
    calibrator("BetaCalibration") {
      try BetaCalibration().fit($0)
    } calibrate: {
      $0.calibrate($1)
    },
    calibrator("TemperatureCalibration") {
      try TemperatureCalibration().fit($0)
    } calibrate: {
      $0.calibrate($1)
    },
    calibrator("IsotonicCalibration") {
      try IsotonicCalibration().fit($0)
    } calibrate: {
      $0.calibrate($1)
    },
    imputer(.mean), imputer(.median), imputer(.mode),
    Case(
      testDescription: "OneHotEncoder",
      wrong: [
        { _ = try OneHotEncoder(Feature("level", unit: .category)).fit(["a", nil]) },
        { _ = try OneHotEncoder(Feature("level", unit: .category, missing: .mode)).fit([nil, nil]) },
        { _ = try OneHotEncoder(Feature("level", unit: .category), maximumLevels: 1).fit(["a", "b"]) },
      ]
    ) { isShuffled in
      let values = try shuffled((0..<300).map { $0 % 7 == 0 ? nil : "level \($0 % 5)" }, isShuffled)
      return try outcome(try OneHotEncoder(Feature("level", unit: .category, missing: .ownLevel)).fit(values)) {
        try $0.transform(["level 3", nil, "another"]).values
      }
    },
    Case(
      testDescription: "ShiftedBetaGeometric",
      wrong: [
        { _ = try ShiftedBetaGeometric().fit(survivors: []) },
        { _ = try ShiftedBetaGeometric().fit(survivors: [10, 10, 10]) },
        { _ = try ShiftedBetaGeometric().fit(survivors: [10, .nan, 3]) },
        { _ = try ShiftedBetaGeometric().fit(survivors: [10, 4, 5]) },
      ], isOrdered: true
    ) { _ in
      try outcome(try ShiftedBetaGeometric().fit(survivors: [1_000, 631, 468, 382, 326])) { $0.survival(periods: 8) }
    },
  ]

  static func calibrator<Model: FittedModel>(
    _ name: String, fit: @escaping @Sendable (ScoredOutcomes) throws -> Model,
    calibrate: @escaping @Sendable (Model, [Double]) -> [Double]
  ) -> Case {
    Case(
      testDescription: name,
      wrong: [
        { _ = try fit(ScoredOutcomes(scores: [0.1, 0.9], outcomes: [true, true])) },
        { _ = try fit(ScoredOutcomes(scores: [0.4, 0.4, 0.4], outcomes: [true, false, true])) },
      ]
    ) { isShuffled in
      let input = try Simulated.scored(3_000, seed: 1) { 0.1 + 0.7 * $0 }
      let order = try shuffled(Array(0..<3_000), isShuffled)
      return try outcome(try fit(try input.selecting(rows: order))) { calibrate($0, [0, 0.01, 0.3, 0.7, 1]) }
    }
  }

  static func imputer(_ policy: Feature.MissingPolicy) -> Case {
    Case(
      testDescription: "Imputer \(policy)",
      wrong: [
        { _ = try Imputer(Feature("x", unit: .count, missing: policy)).fit([]) },
        { _ = try Imputer(Feature("x", unit: .count, missing: policy)).fit([nil, nil]) },
        { _ = try Imputer(Feature("x", unit: .count)).fit([1, nil]) },
      ]
    ) { isShuffled in
      let values = try shuffled((0..<300).map { $0 % 7 == 0 ? nil : Double($0 % 11) / 3 }, isShuffled)
      return try outcome(try Imputer(Feature("x", unit: .count, missing: policy)).fit(values)) {
        try $0.transform([1, nil, 3])
      }
    }
  }

  private static func shuffled<Value>(_ values: [Value], _ isShuffled: Bool) throws -> [Value] {
    guard isShuffled else { return values }
    var generator = SeededGenerator(seed: 4)
    return generator.permutation(values.count).map { values[$0] }
  }

  private static func outcome<Model: FittedModel>(
    _ model: Model, _ predict: (Model) throws -> [Double]
  ) throws -> ModelContractTests.Outcome {
    try ModelContractTests.outcome(model, predict)
  }

  @Test("gives the same bytes again, and the same bits after saving and loading", arguments: cases)
  func stored(item: Case) throws {
    let once = try item.run(false)
    #expect(try item.run(false) == once)
    #expect(once.predictions == once.predictionsOfRead)
    #expect(!once.predictions.isEmpty && once.predictions.allSatisfy { $0.isFinite })
  }

  @Test("does not depend on the order of values", arguments: cases.filter { !$0.isOrdered })
  func order(item: Case) throws {
    #expect(try item.run(true) == (try item.run(false)))
  }

  @Test("names what is wrong", arguments: cases)
  func badInput(item: Case) {
    for attempt in item.wrong { #expect(throws: FitProblem.self) { try attempt() } }
  }
}
