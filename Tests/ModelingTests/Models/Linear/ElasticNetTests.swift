import Computation
import Modeling
import Testing

@Suite("ElasticNet")
struct ElasticNetTests {
  /// scikit-learn 1.9 ElasticNet, tol 1e-15: penalty, share, intercept, weights, objective.
  static let reference: [(Double, Double, Double, [Double], Double)] = [
    (0.1, 1, 2.042137111589222, [1.4885217704849676, -0.745636119574895, 0], 0.7340384155091743),
    (1, 1, 3.0204324191307523, [1.106327103266897, -0.6572776341355462, 0], 2.533031597867212),
    (0.5, 0.5, 2.5445697992989937, [1.291685156741093, -0.7095011995316443, 0], 1.3581556336933582),
    (0.7, 0.2, 2.79070610491444, [1.1950203715922603, -0.6957830454340169, 0], 1.459869788269328),
  ]

  @Test("weights and objective of scikit-learn, with its zeros", arguments: reference)
  func scikitLearn(penalty: Double, share: Double, intercept: Double, weights: [Double], objective: Double) throws {
    let fitted = try ElasticNet(penalty: penalty, share: share).fit(try Arithmetic.regression())
    #expect(abs(fitted.intercept - intercept) < 1e-10)
    #expect(Arithmetic.near(fitted.weights, weights, within: 1e-10))
    #expect(abs(fitted.objective - objective) < 1e-12)
    #expect(fitted.weights[2] == 0)
  }

  @Test("one column by hand: the least-squares slope moved towards 0 by penalty · n / Sxx")
  func byHand() throws {
    // (−1, −2), (0, 0), (1, 2): Sxx = 2, Sxy = 4. Lasso: 2 − 0.5 · 3 / 2. With a share of ½ of penalty 1: (4 − 1.5)/(2 + 1.5).
    let examples = try RegressionExamples(features: Matrix([[-1], [0], [1]]), targets: [-2, 0, 2])
    #expect(abs(try ElasticNet.lasso(penalty: 0.5).fit(examples).weights[0] - 1.25) < 1e-15)
    #expect(abs(try ElasticNet(penalty: 1, share: 0.5).fit(examples).weights[0] - 2.5 / 3.5) < 1e-15)
    #expect(try ElasticNet.lasso(penalty: 4.0 / 3).fit(examples).weights[0] == 0)
  }

  @Test("a share of 0 is ridge regression, no penalty least squares")
  func special() throws {
    let examples = try Arithmetic.regression()
    let ridge = try RidgeRegression(penalty: 0.3 * 40).fit(examples)
    #expect(
      Arithmetic.near(try ElasticNet(penalty: 0.3, share: 0).fit(examples).weights, ridge.weights, within: 1e-12))
    let free = try LinearRegression().fit(examples)
    #expect(
      Arithmetic.near(try ElasticNet(penalty: 0, share: 1).fit(examples).weights, free.weights, within: 1e-12))
  }

  @Test("more columns than rows and equal columns: no weight can move to gain anything")
  func wide() throws {
    var generator = SeededGenerator(seed: 5)
    var rows = Matrix((0..<30).map { _ in (0..<80).map { _ in generator.normal() } })
    for row in 0..<30 { rows[row, 79] = rows[row, 0] }
    let targets = (0..<30).map { 2 * rows[$0, 0] - rows[$0, 5] + generator.normal() }
    let examples = try RegressionExamples(features: rows, targets: targets)
    let fitted = try ElasticNet.lasso(penalty: 0.2).fit(examples)
    #expect(fitted.weights.count { $0 != 0 } < 30)
    let errors = zip(targets, try fitted.predictions(rows)).map { $0 - $1 }
    for column in 0..<80 {
      let slope = (0..<30).reduce(0.0) { $0 + errors[$1] * rows[$1, column] } / 30
      let weight = fitted.weights[column]
      if weight == 0 {
        #expect(abs(slope) <= 0.2 + 1e-5)
      } else {
        #expect(abs(slope - (weight > 0 ? 0.2 : -0.2)) < 1e-5)
      }
    }
  }

  @Test("names settings that mean nothing")
  func refusals() throws {
    let examples = try Arithmetic.regression()
    for net in [
      ElasticNet(penalty: -1, share: 1), ElasticNet(penalty: 1, share: 1.5), ElasticNet(penalty: .nan, share: 1),
      ElasticNet(penalty: 1, share: 1, maximumSweeps: 0),
    ] {
      let problem = #expect(throws: FitProblem.self) { try net.fit(examples) }
      guard case .hyperparameter = problem else {
        Issue.record("expected a hyperparameter, found \(String(describing: problem))")
        continue
      }
    }
  }
}
