import Computation
import Modeling
import Testing

/// What every step of preparation promises. A new step is one line in `cases`.
@Suite("Every step")
struct StepContractTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    /// Whether the order of rows means something to it.
    var isOrdered = false
    /// Fits the training rows and transforms those asked.
    let run: @Sendable (StepExample, StepExample) throws -> Outcome
  }

  struct Outcome: Equatable {
    let bytes: [UInt8]
    let made: StepExample.Made
    let madeByRead: StepExample.Made
    /// How far the way there and back leads from the asked rows, for their size; nil without a way back.
    var error: Double?
  }

  static let cases: [Case] = [
    table(NeighbourImputer()), table(IterativeImputer()), table(GapFill(.forward), isOrdered: true),
    table(OutlierBounds(.quartiles(1.5))), table(OutlierBounds(.medianDeviations(3), treatment: .flag)),
    invertible("OrdinalEncoder", OrdinalEncoder()), table(RareLevels(minimumRows: 30)),
    table(HashingEncoder(columns: 8)),
    table(TargetEncoder()), table(TextEncoder(StepExample.level)),
    table(CalendarParts(of: [StepExample.day], parts: CalendarParts.Part.allCases)),
    table(CyclicalParts(of: [StepExample.day], period: 7)),
    Case(testDescription: "TableEncoder") {
      try outcome(TableEncoder(), $0.table, $0.outcomes, $1.table) { .matrix($0) }
    },
    invertible("Standardiser", Standardiser()), invertible("RobustScaler", RobustScaler()),
    invertible("RangeScaler", RangeScaler()), invertible("YeoJohnson", YeoJohnson()),
    invertible("PolynomialFeatures", PolynomialFeatures()),
    invertible("Pipeline", Pipeline(Standardiser().then(YeoJohnson()), RangeScaler())),
    selection("VarianceThreshold", VarianceThreshold()), selection("CorrelationFilter", CorrelationFilter()),
    selection("F", BestColumns(by: .analysisOfVariance, keeping: .count(1))),
    selection("information", BestColumns(by: .information(neighbours: 3), keeping: .count(1))),
    selection("discrete information", BestColumns(by: .discreteInformation, keeping: .count(1))),
    selection(
      "RecursiveElimination",
      RecursiveElimination(keeping: 1) { (rows, _) throws(FitProblem) in (0..<rows.columns).map { Double($0) } }),
  ]

  static func table<S: SupervisedStep>(_ step: S, isOrdered: Bool = false) -> Case
  where S.Fitted.Input == FeatureTable, S.Fitted.Output == FeatureTable {
    Case(testDescription: S.Fitted.name, isOrdered: isOrdered) {
      try outcome(step, $0.table, $0.outcomes, $1.table) { .table($0) }
    }
  }

  static func selection<S: SupervisedStep>(_ name: String, _ step: S) -> Case where S.Fitted == ColumnSelection {
    Case(testDescription: name) { try outcome(step, $0.matrix, $0.outcomes, $1.matrix) { .matrix($0) } }
  }

  static func invertible<S: SupervisedStep>(_ name: String, _ step: S) -> Case
  where S.Fitted: InvertibleStep, S.Fitted.Input == Matrix, S.Fitted.Output == Matrix {
    Case(testDescription: name) { training, asked in
      var found = try outcome(step, training.matrix, training.outcomes, asked.matrix) { .matrix($0) }
      let fitted = try ModelArchive.read(S.Fitted.self, from: found.bytes)
      let back = try fitted.inverse(try fitted.transform(asked.matrix))
      found.error = zip(back.values, asked.matrix.values).reduce(0) { max($0, abs($1.0 - $1.1) / max(1, abs($1.1))) }
      return found
    }
  }

  static func invertible<S: SupervisedStep>(_ name: String, _ step: S) -> Case
  where S.Fitted: InvertibleStep, S.Fitted.Input == FeatureTable, S.Fitted.Output == FeatureTable {
    Case(testDescription: name) { training, asked in
      var found = try outcome(step, training.table, training.outcomes, asked.table) { .table($0) }
      let fitted = try ModelArchive.read(S.Fitted.self, from: found.bytes)
      found.error = try fitted.inverse(try fitted.transform(asked.table)) == asked.table ? 0 : .infinity
      return found
    }
  }

  static func outcome<S: SupervisedStep>(
    _ step: S, _ training: S.Fitted.Input, _ outcomes: [Double], _ asked: S.Fitted.Input,
    _ made: (S.Fitted.Output) -> StepExample.Made
  ) throws -> Outcome {
    let fitted = try step.fit(training, outcomes: outcomes)
    let bytes = try ModelArchive.bytes(of: fitted)
    let read = try ModelArchive.read(S.Fitted.self, from: bytes)
    return Outcome(bytes: bytes, made: made(try fitted.transform(asked)), madeByRead: made(try read.transform(asked)))
  }

  let training: StepExample
  let asked: StepExample

  init() throws {
    training = try StepExample(rows: 240, seed: 1)
    asked = try StepExample(rows: 40, seed: 2)
  }

  @Test("gives the same bytes and rows whatever the order of the training rows", arguments: cases)
  func rowOrder(item: Case) throws {
    let once = try item.run(training, asked)
    #expect(try item.run(training, asked) == once)
    guard !item.isOrdered else { return }
    for seed in 3...5 {
      var generator = SeededGenerator(seed: UInt64(seed))
      #expect(try item.run(training.selecting(generator.permutation(240)), asked) == once)
    }
  }

  @Test("makes the same bits, all finite, after saving and loading, and goes back where it can", arguments: cases)
  func stored(item: Case) throws {
    let outcome = try item.run(training, asked)
    #expect(outcome.made == outcome.madeByRead)
    #expect(outcome.made.isFinite && outcome.made.rowCount == 40)
    #expect(outcome.error ?? 0 <= 1e-12)
  }

  @Test("a row asked is transformed alike alone and among others", arguments: cases.filter { !$0.isOrdered })
  func alone(item: Case) throws {
    #expect(try item.run(training, asked.selecting([17])).made == (try item.run(training, asked)).made.selecting([17]))
  }

  @Test("names what is wrong with no rows, NaN and infinity", arguments: cases)
  func badInput(item: Case) throws {
    #expect(throws: FitProblem.self) { try item.run(training.selecting([]), asked) }
    for value in [Double.nan, .infinity] {
      guard case .matrix = try item.run(training, asked).made, item.testDescription != "TableEncoder" else { return }
      var damaged = training
      damaged.matrix[17, 1] = value
      let problem = #expect(throws: FitProblem.self) { try item.run(damaged, asked) }
      guard case .notFinite(_, 17, 1) = problem else {
        Issue.record("expected the place of the value, found \(String(describing: problem))")
        continue
      }
      damaged = asked
      damaged.matrix[3, 2] = value
      #expect(throws: FitProblem.self) { try item.run(training, damaged) }
    }
  }

  @Test("names or masters constant columns and numbers up to 1e308", arguments: cases)
  func extremes(item: Case) throws {
    for values in [[4.0, 4], [1e308, -1e308], [1e308, 3], [1e-300, 0], [-0.0, 0]] {
      let extreme = try training.replacingNumbers { values[$0 % 2] }
      do throws(FitProblem) {
        let made = try Result { try item.run(extreme, asked) }.mapError { $0 as? FitProblem ?? .noRows(model: "?") }
          .get()
        #expect(made.made.isFinite)
      } catch {
        #expect(error != .noRows(model: "?"))
      }
    }
  }

  @Test("refuses other columns than those of training", arguments: cases)
  func otherColumns(item: Case) throws {
    let other = try StepExample(rows: 5, seed: 3, names: ["x", "y", "z"], width: 2)
    #expect(throws: FitProblem.self) { try item.run(training, other) }
  }

  @Test("a million levels are handled, or named where each would be a column")
  func manyLevels() throws {
    let table = try SmallTable.levels((0..<1_000_000).map { "level \($0)" })
    let feature = try #require(table.features.first)
    #expect(throws: FitProblem.tooManyLevels(feature: "level", found: 1_000_000, limit: 10_000)) {
      try TableEncoder().fit(table)
    }
    #expect(try OrdinalEncoder().fit(table).encodings[0].levels.count == 1_000_000)
    #expect(try RareLevels().fit(table).groupings[0].kept.isEmpty)
    #expect(try HashingEncoder(columns: 4).fit(table).transform(table).features.count == 4)
    let outcomes = [Double](repeating: 1, count: 1_000_000)
    #expect(try TargetEncoder().fit(table, outcomes: outcomes).transform(table)[feature] == nil)
  }
}
