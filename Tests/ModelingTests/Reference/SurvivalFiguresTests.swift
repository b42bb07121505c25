import Computation
import Testing

@testable import Modeling

/// Every figure of survival.json, on the telecom customers' tenure.
@Suite("Survival figures", .enabled(if: SharedReference.isPresent, "\(SharedReference.absence)"))
struct SurvivalFiguresTests {
  @Test func curves() throws {
    let book = try FigureBook("results/survival.json")
    let data = try TelcoTenure()
    meet(KaplanMeier(data.times), book, "km_all")
    for column in ["Contract", "gender", "SeniorCitizen", "InternetService"] {
      let groups = try data.groups(column)
      for (number, name) in groups.names.enumerated() {
        let rows = groups.numbers.indices.filter { groups.numbers[$0] == number }
        meet(KaplanMeier(try data.times.selecting(rows: rows)), book, "km_by/\(column)/\(name)")
      }
      let test = try LogRankTest(data.times, groups: groups.numbers)
      let path = "km_by/\(column)/_logrank"
      book.meet(path + "/chi2", test.chiSquare)
      book.meet(path + "/p", test.pValue, relative: 1e-6)
      book.meet(path + "/log_p", test.pValue > 0 ? Logarithm.of(test.pValue) : nil, relative: 1e-6)
    }
    let hazard = NelsonAalen(data.times)
    for time in [1, 6, 12, 24, 36, 48, 60, 72] {
      book.meet("nelson_aalen/\(time)", hazard.hazard(at: Double(time)))
    }
    book.leaveOut("cox/")
    book.expectAllMet()
  }

  private func meet(_ curve: KaplanMeier, _ book: FigureBook, _ path: String) {
    book.meet(path + "/n", Double(curve.count))
    book.meet(path + "/events", Double(curve.eventCount))
    book.meet(path + "/median", curve.median)
    book.meet(path + "/rmst_72", curve.restrictedMean(to: 72).mean)
    for index in 0..<book.count(of: path + "/t") {
      guard let time = book["\(path)/t/\(index)"] else { continue }
      book.meet("\(path)/t/\(index)", time)
      book.meet("\(path)/S/\(index)", curve.survival(at: time))
      let point = curve.points.last { $0.time <= time }
      // Before the first event there is nothing to doubt.
      let interval = point?.interval ?? Interval(lower: 1, upper: 1, level: 0.95)
      book.meet("\(path)/ci95_loglog_lower/\(index)", interval.lower, absolute: 1e-9)
      book.meet("\(path)/ci95_loglog_upper/\(index)", interval.upper, absolute: 1e-9)
    }
  }

  @Test func cox() throws {
    let book = try FigureBook("results/survival.json")
    let data = try TelcoTenure()
    let rows = try data.covariates()
    for ties in CoxRegression.Ties.allCases {
      let fitted = try CoxRegression(ties: ties).fit(rows, data.times)
      meet(fitted, book, "cox/statsmodels_\(ties.rawValue)")
      guard ties == .efron else { continue }
      meet(fitted, book, "cox")
      book.meet("cox/n", Double(fitted.count))
      book.meet("cox/events", Double(fitted.eventCount))
      book.meet("cox/loglik_null", fitted.nullLogLikelihood)
      book.meet("cox/concordance", fitted.concordance)
      for (name, mean) in zip(TelcoTenure.covariateNames, fitted.means) {
        book.meet("cox/covariate_means/\(name)", mean)
      }
      for time in [1, 6, 12, 24, 36, 48, 60, 72] {
        let path = "cox/baseline_cumhaz_at_mean_covariates/\(time)"
        book.meet(path, fitted.baselineHazard(at: Double(time)), relative: 1e-6)
      }
    }
    book.expectAllMet(under: "cox/")
  }

  private func meet(_ fitted: CoxRegression.Fitted, _ book: FigureBook, _ path: String) {
    book.meet(path + "/loglik", fitted.logLikelihood)
    for (column, name) in TelcoTenure.covariateNames.enumerated() {
      book.meet("\(path)/coef/\(name)", fitted.coefficients[column], relative: 1e-6)
      book.meet("\(path)/se/\(name)", fitted.standardErrors[column], relative: 1e-6)
    }
  }
}
