import Computation
import Modeling
import Testing

@Suite("LinearRegression")
struct LinearRegressionTests {
  @Test("weights, standard errors and R² of statsmodels 0.15 OLS")
  func reference() throws {
    let fitted = try LinearRegression().fit(try Arithmetic.regression())
    #expect(abs(fitted.intercept - 1.943518596550409) < 1e-12)
    #expect(
      Arithmetic.near(
        fitted.weights, [1.530754728872334, -0.7556098284927331, -0.004911360633271078], within: 1e-12))
    #expect(abs(fitted.interceptStandardError - 0.4006304016140194) < 1e-12)
    #expect(
      Arithmetic.near(
        fitted.standardErrors, [0.10602903333940776, 0.04483928514730355, 0.11951707692622908], within: 1e-12))
    #expect(abs(fitted.residualDeviation - 1.0624757399498135) < 1e-12)
    #expect(abs(fitted.determination - 0.9221395617298827) < 1e-13)
    #expect(abs(fitted.adjustedDetermination - 0.9156511918740395) < 1e-13)
  }

  @Test("a line through three points by hand")
  func byHand() throws {
    // (0, 0), (1, 2), (2, 2): slope 1, intercept 1/3; residuals −1/3, 2/3, −1/3; σ̂² = 2/3; Sxx = 2; R² = 1 − (2/3)/(8/3).
    let examples = try RegressionExamples(features: Matrix([[0], [1], [2]]), targets: [0, 2, 2])
    let fitted = try LinearRegression().fit(examples)
    #expect(abs(fitted.weights[0] - 1) < 1e-15)
    #expect(abs(fitted.intercept - 1.0 / 3) < 1e-15)
    #expect(abs(fitted.standardErrors[0] - (1.0 / 3).squareRoot()) < 1e-15)
    #expect(abs(fitted.interceptStandardError - (2.0 / 3 * (1.0 / 3 + 1.0 / 2)).squareRoot()) < 1e-15)
    #expect(abs(fitted.determination - 0.75) < 1e-15)
    #expect(try fitted.predictions(Matrix([[3]]))[0] == fitted.intercept + 3 * fitted.weights[0])
  }

  @Test("keeps its digits where normal equations lose them: y = 1 + x + … + x⁵ for x = 0…20 (Wampler 1970)")
  func polynomial() throws {
    var rows: [[Double]] = []
    var targets: [Double] = []
    for x in 0...20 {
      var powers: [Double] = []
      for _ in 0..<5 { powers.append((powers.last ?? 1) * Double(x)) }
      rows.append(powers)
      targets.append(powers.reduce(1, +))
    }
    let fitted = try LinearRegression().fit(try RegressionExamples(features: Matrix(rows), targets: targets))
    #expect(fitted.weights.allSatisfy { abs($0 - 1) < 1e-8 })
    #expect(abs(fitted.intercept - 1) < 1e-8)
    #expect(fitted.standardErrors.allSatisfy { $0 < 1e-8 })
  }

  @Test("many rows come in pieces that give the truth")
  func pieces() throws {
    var generator = SeededGenerator(seed: 4)
    let rows = Matrix((0..<5_000).map { _ in [generator.normal(), 1_000 + generator.normal()] })
    let targets = (0..<5_000).map { 5 - 2 * rows[$0, 0] + 0.5 * rows[$0, 1] }
    let fitted = try LinearRegression().fit(try RegressionExamples(features: rows, targets: targets))
    #expect(Arithmetic.near(fitted.weights + [fitted.intercept], [-2, 0.5, 5], within: 1e-9))
  }

  @Test("names too few rows, columns that determine each other, a constant column and numbers too large")
  func refusals() throws {
    let rows = Arithmetic.features()
    let targets = try Arithmetic.regression().targets
    let few = try RegressionExamples(features: rows.selecting(rows: [0, 1, 2, 3]), targets: Array(targets[..<4]))
    #expect(throws: FitProblem.tooFewRows(model: "LinearRegression", found: 4, needed: 5)) {
      try LinearRegression().fit(few)
    }
    let sum = Matrix(rows: 40, columns: 1, values: (0..<40).map { rows[$0, 0] - 3 * rows[$0, 1] + 0.1 })
    for extra in [sum, Matrix(rows: 40, columns: 1, repeating: 0.1)] {
      let examples = try RegressionExamples(features: rows.joined(with: extra), targets: targets)
      #expect(throws: FitProblem.singular(model: "LinearRegression", cause: .dependentColumn(3))) {
        try LinearRegression().fit(examples)
      }
    }
    var huge = rows
    huge[3, 1] = 1e308
    let large = try RegressionExamples(features: huge, targets: targets)
    #expect(throws: FitProblem.tooLarge(model: "LinearRegression")) { try LinearRegression().fit(large) }
    let level = try RegressionExamples(features: rows, targets: [Double](repeating: 1, count: 40))
    #expect(throws: FitProblem.constantTarget(model: "LinearRegression")) { try LinearRegression().fit(level) }
    var missing = targets
    missing[7] = .nan
    let unfinished = try RegressionExamples(features: rows, targets: missing)
    #expect(throws: FitProblem.targetNotFinite(model: "LinearRegression", row: 7)) {
      try LinearRegression().fit(unfinished)
    }
  }
}
