import Computation
import Modeling

extension ModelContractTests {
  /// Fits the contract's rows to the target 3 x₀ − x₁ + (1 where the event happened).
  static func regressor<Model: FittedRegressor>(
    _ name: String, fit: @escaping @Sendable (RegressionExamples, Workers) throws -> Model
  ) -> Case {
    Case(testDescription: name) { examples, asked, _, workers in
      let rows = examples.features
      let targets = (0..<rows.rows).map {
        3 * rows[$0, 0] - rows[$0, 1] + (examples.outcomes[$0] ? 1 : 0)
      }
      let regression = try RegressionExamples(features: rows, targets: targets)
      return try outcome(try fit(regression, workers)) { try $0.predictions(asked) }
    }
  }
}
