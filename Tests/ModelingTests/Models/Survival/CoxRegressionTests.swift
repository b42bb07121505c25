import Computation
import Modeling
import Testing

@Suite("CoxRegression")
struct CoxRegressionTests {
  @Test("leukaemia: the coefficients that Kalbfleisch and Prentice (2002) print, −1.572 and −1.509")
  func leukaemia() throws {
    // Further digits from statsmodels 0.15.
    let efron = try CoxRegression().fit(Leukaemia.arm, try Leukaemia.all())
    #expect(abs(efron.coefficients[0] + 1.57212515) < 1e-8)
    #expect(abs(efron.standardErrors[0] - 0.41239672) < 1e-8)
    #expect(abs(efron.logLikelihood + 85.00842457737163) < 1e-10)
    #expect(abs(efron.pValues[0] - 0.00013775) < 1e-8)
    let breslow = try CoxRegression(ties: .breslow).fit(Leukaemia.arm, try Leukaemia.all())
    #expect(abs(breslow.coefficients[0] + 1.50919141) < 1e-8)
    #expect(abs(breslow.standardErrors[0] - 0.40956441) < 1e-8)
    #expect(abs(breslow.logLikelihood + 86.37962207114556) < 1e-10)
  }

  @Test("leukaemia: concordance, baseline and survival of lifelines 0.30.3")
  func predictions() throws {
    let fitted = try CoxRegression().fit(Leukaemia.arm, try Leukaemia.all())
    #expect(abs((fitted.concordance ?? 0) - 0.6900420757363254) < 1e-12)
    #expect(abs(fitted.baselineHazard(at: 1) - 0.035934) < 1e-6)
    #expect(abs(fitted.baselineHazard(at: 23.5) - 1.644394) < 1e-6)
    #expect(fitted.baselineHazard(at: 0.5) == 0)
    // At the mean arm the hazard is the baseline's.
    let survival = try fitted.survival(Matrix([[0.5]]), at: 23)
    #expect(abs(survival[0] - Exponential.of(-fitted.baselineHazard(at: 23))) < 1e-15)
    let interval = fitted.intervals()[0]
    #expect(abs(interval.lower - (-1.57212515 - 1.959963984540054 * 0.41239672)) < 1e-7)
    #expect(abs(interval.upper - (-1.57212515 + 1.959963984540054 * 0.41239672)) < 1e-7)
  }

  @Test("names the column that parts early events from late ones: its coefficient has no bound")
  func monotone() throws {
    let times = try SurvivalTimes(durations: [1, 2, 3, 4, 5, 6], events: [true, true, true, true, true, true])
    let rows = Matrix(rows: 6, columns: 2, values: [1, 0.1, 1, -0.2, 1, 0.3, 0, 0.1, 0, -0.3, 0, 0.2])
    #expect(throws: FitProblem.monotoneLikelihood(model: "CoxRegression", column: 0)) {
      try CoxRegression().fit(rows, times)
    }
  }

  @Test("names collinear columns, no events, constant columns and other lengths")
  func problems() throws {
    let times = try Leukaemia.all()
    let problem = #expect(throws: FitProblem.self) {
      try CoxRegression().fit(Leukaemia.arm.joined(with: Leukaemia.arm), times)
    }
    guard case .singular = problem else {
      Issue.record("expected a singular problem, found \(String(describing: problem))")
      return
    }
    let censored = try SurvivalTimes(durations: times.durations, events: times.durations.map { _ in false })
    #expect(throws: FitProblem.noEvents(model: "CoxRegression")) { try CoxRegression().fit(Leukaemia.arm, censored) }
    #expect(throws: FitProblem.constantFeatures(model: "CoxRegression")) {
      try CoxRegression().fit(Matrix(rows: 42, columns: 1, repeating: 2), times)
    }
    #expect(throws: FitProblem.lengths(model: "CoxRegression", found: 42, expected: 1)) {
      try CoxRegression().fit(Matrix([[1]]), times)
    }
    #expect(throws: FitProblem.self) {
      try CoxRegression().fit(Matrix(rows: 42, columns: 1, values: (0..<42).map { $0 < 21 ? 1e308 : -1e308 }), times)
    }
  }

  @Test("finds the truth it was simulated from")
  func truth() throws {
    var generator = SeededGenerator(seed: 8)
    let rows = Matrix((0..<20_000).map { _ in [generator.normal(), generator.normal()] })
    let durations = (0..<20_000).map { generator.exponential(rate: Exponential.of(0.7 * rows[$0, 0] - 1)) }
    let times = try SurvivalTimes(
      durations: durations.map { min($0, 3) }, events: durations.map { $0 < 3 })
    let fitted = try CoxRegression().fit(rows, times)
    // Standard errors are about 0.01.
    #expect(abs(fitted.coefficients[0] - 0.7) < 0.05)
    #expect(abs(fitted.coefficients[1]) < 0.05)
    // H₀(t) = t / e at the means.
    #expect(abs(fitted.baselineHazard(at: 2) - 2 * 0.36787944) < 0.03)
  }

  @Test(
    "has the reference's coefficients, errors, likelihood, concordance and baseline",
    .enabled(if: SharedReference.isPresent, "\(SharedReference.absence)"))
  func telco() throws {
    let data = try TelcoTenure()
    let rows = try data.covariates()
    for ties in CoxRegression.Ties.allCases {
      let fitted = try CoxRegression(ties: ties).fit(rows, data.times)
      let path = ["cox", "statsmodels_\(ties.rawValue)"]
      let likelihood = try SharedReference.number("survival.json", path + ["loglik"])
      #expect(abs(fitted.logLikelihood - likelihood) <= 1e-10 * -likelihood)
      for (column, name) in TelcoTenure.covariateNames.enumerated() {
        let coefficient = try SharedReference.number("survival.json", path + ["coef", name])
        let error = try SharedReference.number("survival.json", path + ["se", name])
        #expect(abs(fitted.coefficients[column] - coefficient) <= 1e-6 * abs(coefficient))
        #expect(abs(fitted.standardErrors[column] - error) <= 1e-6 * error)
      }
    }
    let fitted = try CoxRegression().fit(rows, data.times)
    let null = try SharedReference.number("survival.json", ["cox", "loglik_null"])
    #expect(abs(fitted.nullLogLikelihood - null) <= 1e-9 * -null)
    let concordance = try SharedReference.number("survival.json", ["cox", "concordance"])
    #expect(abs((fitted.concordance ?? 0) - concordance) <= 1e-9)
    for time in [1, 6, 12, 24, 36, 48, 60, 72] {
      let path = ["cox", "baseline_cumhaz_at_mean_covariates", "\(time)"]
      let hazard = try SharedReference.number("survival.json", path)
      #expect(abs(fitted.baselineHazard(at: Double(time)) - hazard) <= 1e-6 * hazard)
    }
  }
}
