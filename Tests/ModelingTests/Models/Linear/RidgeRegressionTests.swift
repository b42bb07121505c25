import Computation
import Modeling
import Testing

@Suite("RidgeRegression")
struct RidgeRegressionTests {
  @Test("weights of scikit-learn 1.9 Ridge, alpha 2.5")
  func reference() throws {
    let fitted = try RidgeRegression(penalty: 2.5).fit(try Arithmetic.regression())
    #expect(abs(fitted.intercept - 2.043845905179984) < 1e-12)
    #expect(
      Arithmetic.near(
        fitted.weights, [1.492358099479639, -0.7497764660052366, -0.006202103879668695], within: 1e-12))
  }

  @Test("without penalty it is least squares, with a heavy one the mean")
  func extremes() throws {
    let examples = try Arithmetic.regression()
    let free = try RidgeRegression(penalty: 0).fit(examples)
    #expect(Arithmetic.near(free.weights, try LinearRegression().fit(examples).weights, within: 1e-12))
    let heavy = try RidgeRegression(penalty: 1e12).fit(examples)
    #expect(heavy.weights.allSatisfy { abs($0) < 1e-8 })
    #expect(abs(heavy.intercept - examples.targets.reduce(0, +) / 40) < 1e-6)
  }

  @Test("shares a weight between equal columns and gives none to a constant one; without penalty it names them")
  func dependent() throws {
    let examples = try Arithmetic.regression()
    let first = Matrix(rows: 40, columns: 1, values: examples.features.column(0))
    let twice = try RegressionExamples(
      features: examples.features.joined(with: first).joined(with: Matrix(rows: 40, columns: 1, repeating: 0.1)),
      targets: examples.targets)
    let fitted = try RidgeRegression(penalty: 1).fit(twice)
    #expect(abs(fitted.weights[0] - fitted.weights[3]) < 1e-12)
    #expect(fitted.weights[4] == 0)
    let problem = #expect(throws: FitProblem.self) { try RidgeRegression(penalty: 0).fit(twice) }
    guard case .singular = problem else {
      Issue.record("expected a singular problem, found \(String(describing: problem))")
      return
    }
    #expect(throws: FitProblem.self) { try RidgeRegression(penalty: -1).fit(examples) }
  }
}
