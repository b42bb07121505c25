import Computation
import Modeling
import Testing

/// What every model promises. A new model is one line in `cases`.
@Suite("Every model")
struct ModelContractTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    /// Fits the rows and gives the stored model and its predictions for `asked`, then those of the model read back.
    let run: @Sendable (Examples, Matrix, UInt64, Workers) throws -> Outcome
  }

  struct Outcome: Equatable {
    let bytes: [UInt8]
    let predictions: [Double]
    let predictionsOfRead: [Double]
  }

  static let cases: [Case] =
    [
      unsupervised("KMeans") {
        try KMeans(clusters: 3, start: .plusPlus(starts: 3)).fit($0, using: $1, on: $2)
      } predict: {
        try $0.predict($1).map { Double($0) }
      },
      mixture(.full), mixture(.tied), mixture(.diagonal), mixture(.spherical),
      classifier("LogisticRegression") { examples, workers in try LogisticRegression().fit(examples, on: workers) },
      classifier("RecencyRule") { examples, _ in try RecencyRule(column: 0).fit(examples) },
      classifier("EventRate") { examples, _ in try EventRate().fit(examples) },
      classifier("GaussianNaiveBayes") { examples, _ in try GaussianNaiveBayes().fit(examples) },
      classifier("BernoulliNaiveBayes") { examples, _ in try BernoulliNaiveBayes().fit(examples) },
      classifier("NearestNeighbours") { examples, _ in try NearestNeighbours().fit(examples) },
      classifier("DecisionTree") { examples, _ in try DecisionTree().fit(examples) },
      classifier("RandomForest") { examples, workers in
        try RandomForest(trees: 10).fit(examples, using: SeededGenerator(seed: 1), on: workers)
      },
      classifier("BoostedTrees") { examples, workers in try BoostedTrees(rounds: 10).fit(examples, on: workers) },
    ] + clusteringCases + linearCases + treeCases + survivalCases + lifetimeCases

  static func mixture(_ covariance: GaussianMixture.Covariance) -> Case {
    unsupervised("GaussianMixture \(covariance)") {
      try GaussianMixture(
        components: 3, covariance: covariance, start: .kMeans(starts: 1), maximumIterations: 10
      ).fit($0, using: $1, on: $2)
    } predict: {
      try $0.shares($1).values
    }
  }

  static func unsupervised<Model: FittedModel>(
    _ name: String, fit: @escaping @Sendable (Matrix, SeededGenerator, Workers) throws -> Model,
    predict: @escaping @Sendable (Model, Matrix) throws -> [Double]
  ) -> Case {
    Case(testDescription: name) { examples, asked, seed, workers in
      try outcome(try fit(examples.features, SeededGenerator(seed: seed), workers)) { try predict($0, asked) }
    }
  }

  static func classifier<Model: FittedClassifier>(
    _ name: String, fit: @escaping @Sendable (Examples, Workers) throws -> Model
  ) -> Case {
    Case(testDescription: name) { examples, asked, _, workers in
      try outcome(try fit(examples, workers)) { try $0.probabilities(asked) }
    }
  }

  static func outcome<Model: FittedModel>(
    _ model: Model, _ predict: (Model) throws -> [Double]
  ) throws -> Outcome {
    let bytes = try ModelArchive.bytes(of: model)
    return Outcome(
      bytes: bytes, predictions: try predict(model),
      predictionsOfRead: try predict(try ModelArchive.read(Model.self, from: bytes)))
  }

  let examples: Examples
  let asked: Matrix

  init() throws {
    // More rows than a chunk, so that two workers have something to share out.
    examples = try Simulated.examples(5_000, seed: 1)
    asked = try Simulated.examples(50, seed: 2).features
  }

  @Test("gives the same bytes for the same seed, on one worker or two", arguments: cases)
  func reproducible(item: Case) throws {
    let once = try item.run(examples, asked, 5, .one)
    #expect(try item.run(examples, asked, 5, .one) == once)
    #expect(try item.run(examples, asked, 5, Workers(count: 2)) == once)
  }

  @Test("does not depend on the order of rows", arguments: cases)
  func rowOrder(item: Case) throws {
    var generator = SeededGenerator(seed: 6)
    let shuffled = examples.selecting(rows: generator.permutation(examples.count))
    #expect(try item.run(shuffled, asked, 5, .one) == (try item.run(examples, asked, 5, .one)))
  }

  @Test("leaves its input alone and predicts the same bits after saving and loading", arguments: cases)
  func savedModel(item: Case) throws {
    let copy = examples
    let outcome = try item.run(examples, asked, 5, .one)
    #expect(copy == examples)
    #expect(outcome.predictions == outcome.predictionsOfRead)
    #expect(outcome.predictions.count >= asked.rows)
    #expect(outcome.predictions.allSatisfy { $0.isFinite })
  }

  @Test("names what is wrong with empty, constant and unfinished input", arguments: cases)
  func badInput(item: Case) throws {
    let empty = try Examples(features: Matrix(rows: 0, columns: 2), outcomes: [])
    #expect(throws: FitProblem.self) { try item.run(empty, asked, 5, .one) }
    let constant = try Examples(
      features: Matrix(rows: 20, columns: 2, repeating: 4), outcomes: (0..<20).map { $0 < 10 })
    #expect(throws: FitProblem.self) { try item.run(constant, asked, 5, .one) }
    for value in [Double.nan, .infinity] {
      var features = examples.features
      features[17, 1] = value
      let unfinished = try Examples(features: features, outcomes: examples.outcomes)
      let problem = #expect(throws: FitProblem.self) { try item.run(unfinished, asked, 5, .one) }
      guard case .notFinite(_, 17, 1) = problem else {
        Issue.record("expected the place of the value, found \(String(describing: problem))")
        continue
      }
    }
  }

  @Test("refuses to predict for another number of columns or NaN", arguments: cases)
  func badQuestion(item: Case) throws {
    let few = examples.selecting(rows: Array(0..<200))
    #expect(throws: FitProblem.self) { try item.run(few, Matrix([[1, 2, 3]]), 5, .one) }
    #expect(throws: FitProblem.self) { try item.run(few, Matrix([[.nan, 2]]), 5, .one) }
  }
}
