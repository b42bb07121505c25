/// What this target refuses to compute.
package enum ComputationProblem: Error, Equatable, Sendable {
  case notPositiveDefinite(order: Int, pivot: Int)
  case columnLength(feature: String, found: Int, expected: Int)
  case duplicateFeature(String)
  case notFinite(feature: String, row: Int)
  case policy(feature: String, policy: Feature.MissingPolicy, kind: FeatureTable.Kind)
  case notFiniteAtStart(method: String)
  case notSettled(method: String, iterations: Int)
  case tooLarge(row: Int, column: Int)
  case dependentColumn(Int)
}

extension ComputationProblem: CustomStringConvertible {
  package var description: String {
    switch self {
    case .notPositiveDefinite(let order, let pivot):
      "matrix of order \(order): pivot \(pivot) is not positive; expected a positive definite matrix; "
        + "drop columns that others determine, or raise the penalty"
    case .columnLength(let feature, let found, let expected):
      "feature \(feature): found \(found) values; expected \(expected); give one value, or none, for each row"
    case .duplicateFeature(let feature):
      "feature \(feature): found twice; expected each name once; rename one of them"
    case .notFinite(let feature, let row):
      "feature \(feature), row \(row): found a value that is not finite; expected a number or a missing value; "
        + "correct how the feature is computed"
    case .policy(let feature, let policy, let kind):
      "feature \(feature): found missing-value policy \(policy) on a \(kind.rawValue) column; "
        + "expected one made for that kind; choose another policy"
    case .notFiniteAtStart(let method):
      "\(method): found a value that is not finite at the start; expected a finite value and slope; "
        + "start elsewhere"
    case .notSettled(let method, let iterations):
      "\(method): found no minimum in \(iterations) iterations; expected to settle; "
        + "start nearer, rescale, or check that the function has a least value"
    case .tooLarge(let row, let column):
      "matrix: found a number beyond 1e150, or none, at row \(row), column \(column); expected one whose square is "
        + "finite; rescale it"
    case .dependentColumn(let column):
      "column \(column): found nothing in it that a constant and the columns before do not determine; "
        + "expected a column of its own; drop it, or set a penalty"
    }
  }
}
