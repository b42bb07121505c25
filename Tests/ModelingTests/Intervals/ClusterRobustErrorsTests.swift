import Computation
import Modeling
import Testing

@Suite struct ClusterRobustErrorsTests {
  private let rows = Matrix([
    [0.5, 1], [1.5, 0], [2, 1], [0.2, 0], [-1, 1], [-0.5, 0], [0, 1], [0.3, 1], [-1.2, 0], [0.9, 0], [-0.7, 1],
    [1.1, 1],
  ])
  private let outcomes = [true, true, false, false, false, true, false, true, false, true, true, true]
  private let clusters = [1, 1, 2, 2, 3, 3, 3, 4, 4, 5, 5, 5]

  /// Without penalty: statsmodels 0.14, GLM(Binomial), cov_type "cluster", times √(5/4) for its missing correction.
  /// With one: the same formula in NumPy.
  @Test(arguments: [
    (0.0, [0.774662108528, 1.377467882988]), (0.5, [0.610031660387, 0.791959985639]),
  ])
  func errorsAreThoseOfTheReference(penalty: Double, expected: [Double]) throws {
    let examples = try Examples(features: rows, outcomes: outcomes)
    let fitted = try LogisticRegression(penalty: penalty).fit(examples)
    let errors = try ClusterRobustErrors(of: fitted, on: examples, clusters: clusters)
    for (found, wanted) in zip(errors.weights, expected) { #expect(abs(found - wanted) < 1e-9) }
  }

  /// Every row twice in its cluster doubles score and curvature alike.
  @Test func aRowSeenTwiceSaysNothingNew() throws {
    let examples = try Examples(features: rows, outcomes: outcomes)
    let doubled = rows.selecting(rows: Array(0..<12) + Array(0..<12))
    let twice = try Examples(features: doubled, outcomes: outcomes + outcomes)
    let once = try ClusterRobustErrors(
      of: LogisticRegression(penalty: 0).fit(examples), on: examples, clusters: clusters)
    let again = try ClusterRobustErrors(
      of: LogisticRegression(penalty: 0).fit(twice), on: twice, clusters: clusters + clusters)
    for (first, second) in zip(once.weights, again.weights) { #expect(abs(first - second) < 1e-9) }
  }

  @Test func refusesOneClusterAndOtherLengths() throws {
    let examples = try Examples(features: rows, outcomes: outcomes)
    let fitted = try LogisticRegression(penalty: 1).fit(examples)
    #expect(throws: FitProblem.self) { try ClusterRobustErrors(of: fitted, on: examples, clusters: [1]) }
    #expect(throws: FitProblem.self) {
      try ClusterRobustErrors(of: fitted, on: examples, clusters: Array(repeating: 1, count: 12))
    }
  }
}
