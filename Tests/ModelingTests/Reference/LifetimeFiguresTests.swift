import Computation
import Testing

@testable import Modeling

/// Every figure of clv.json.
@Suite("Lifetime figures", .enabled(if: SharedReference.isPresent, "\(SharedReference.absence)"))
struct LifetimeFiguresTests {
  /// The reference's search left its parameters at that.
  private static let parameters = 1e-4

  @Test func summary() throws {
    let book = try FigureBook("results/clv.json")
    let path = "sets/cdnow_summary"
    let histories = try Cdnow.summary()
    let (beta, pareto) = try models(histories, book, path)
    try firstRows(histories, beta, pareto, nil, book, path)
    let published = BetaGeometricLikelihood(
      histories: CollapsedHistories(histories), dropout: .afterRepeatPurchase, workers: .one)([
        0.243, 4.414, 0.793, 2.426,
      ])
      .value
    book.meet(path + "/bgnbd/loglik_at_published_0.243_4.414_0.793_2.426", published)
    let paretoPublished = ParetoLikelihood(
      histories: CollapsedHistories(histories), workers: .one)([0.553, 10.578, 0.606, 11.669]).value
    book.meet(path + "/paretonbd/loglik_at_published_0.553_10.578_0.606_11.669", paretoPublished)
    let example = path + "/paper_example_x2_tx30.43_T38.86_t39"
    book.meet(
      example + "/bgnbd", beta.expected(in: 39, frequency: 2, recency: 30.43, age: 38.86), relative: Self.parameters)
    book.meet(
      example + "/p_alive", beta.alive(frequency: 2, recency: 30.43, age: 38.86), relative: Self.parameters)
    let data = try Cdnow("cdnow_customers_summary_with_transactions.csv")
    let columns = (try data.column("x"), try data.column("zbar"))
    let spending = try self.spending(columns.0, columns.1, book, path + "/gammagamma_with_transactions_csv")
    // The package lifetimes stops earlier than the reference does.
    for (names, fitted, model) in [
      (["r", "alpha", "a", "b"], beta.parameters, "bgnbd"),
      (["r", "alpha", "s", "beta"], pareto.parameters, "paretonbd"),
      (["p", "q", "v"], spending.parameters, "gammagamma_with_transactions_csv"),
    ] {
      for (name, value) in zip(names, fitted) {
        book.meet("\(path)/\(model)/lifetimes/\(name)", value, relative: 1e-3)
      }
    }
    // Its own mean over a scale of its own; the parameters published with rounding; a model that nothing here fits.
    book.leaveOut("lifetimes_negloglik_total", "bgnbd_at_published_params", "/nbd/")
    book.expectAllMet(under: path + "/")
  }

  @Test func sample() throws {
    let book = try FigureBook("results/clv.json")
    let path = "sets/cdnow_sample_txt_calibration_to_1997-09-30"
    let (histories, data) = try Cdnow.sample()
    let (beta, pareto) = try models(histories, book, path)
    let came = try data.column("x_star")
    book.meet(path + "/holdout_transactions", came.reduce(0, +))
    let spent = try data.column("m_x")
    let spending = try self.spending(histories.frequency, spent, book, path + "/gammagamma")
    try firstRows(histories, beta, pareto, (spending, came, spent), book, path)
    let expected = [beta.expected(in: 39, histories), pareto.expected(in: 39, histories)]
    for (name, expected) in zip(["bgnbd", "paretonbd"], expected) {
      let errors = zip(expected, came).map { $0 - $1 }
      let count = Double(came.count)
      let mean = errors.reduce(0) { $0 + abs($1) } / count
      let square = (errors.reduce(0) { $0 + $1 * $1 } / count).squareRoot()
      book.meet("\(path)/\(name)/holdout_total_predicted", expected.reduce(0, +), relative: 1e-5)
      book.meet("\(path)/\(name)/holdout_mae", mean, relative: 1e-5)
      book.meet("\(path)/\(name)/holdout_rmse", square, relative: 1e-5)
      book.meet("\(path)/\(name)/holdout_corr", correlation(expected, came), relative: 1e-5)
    }
    for group in 0..<8 {
      let rows = histories.frequency.indices.filter { min(Int(histories.frequency[$0]), 7) == group }
      func mean(_ values: [Double]) -> Double { rows.reduce(0) { $0 + values[$1] } / Double(rows.count) }
      let at = "\(path)/holdout_by_calibration_x/\(group)"
      book.meet(at + "/n", Double(rows.count))
      book.meet(at + "/actual", mean(came))
      book.meet(at + "/bgnbd", mean(expected[0]), relative: 1e-5)
      book.meet(at + "/paretonbd", mean(expected[1]), relative: 1e-5)
    }
    try tracking(beta, book, path + "/tracking_cumulative_weekly")
    book.leaveOut("/nbd/")
    book.expectAllMet(under: path + "/")
  }

  /// What those who joined day by day were expected to have bought again by the end of each week.
  private func tracking(_ fitted: BetaGeometricNBD.Fitted, _ book: FigureBook, _ path: String) throws {
    // Master number, customer, day as yyyymmdd of 1997 or 1998, discs, value.
    var days: [String: Set<Int>] = [:]
    for line in try SharedReference.lines("cdnow/CDNOW_sample.txt") {
      let cells = line.split(whereSeparator: \.isWhitespace)
      let date = try SharedReference.found(Int(cells[2]), "a day")
      let before = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334][date / 100 % 100 - 1]
      days[String(cells[1]), default: []].insert((date / 10_000 - 1997) * 365 + before + date % 100 - 1)
    }
    let first = days.values.compactMap { $0.min() }
    var actual = [Double](repeating: 0, count: 78)
    for purchases in days.values {
      let began = purchases.min() ?? 0
      for day in purchases where day > began && day / 7 < 78 { actual[day / 7] += 1 }
    }
    for week in 1..<78 { actual[week] += actual[week - 1] }
    for week in 1...78 {
      let expected = first.reduce(0.0) {
        let time = Double(week) - Double($1) / 7
        return $0 + (time > 0 ? fitted.expectedOfNewCustomer(in: time) : 0)
      }
      book.meet("\(path)/week/\(week - 1)", Double(week))
      book.meet("\(path)/actual/\(week - 1)", actual[week - 1])
      book.meet("\(path)/bgnbd/\(week - 1)", expected, relative: 1e-5)
    }
  }

  @Test(arguments: [("high_end", ShiftedBetaGeometricTests.highEnd), ("regular", ShiftedBetaGeometricTests.regular)])
  func contracts(name: String, survivors: [Double]) throws {
    let book = try FigureBook("results/clv.json")
    let path = "sets/sbg_fader_hardie_2007/\(name)"
    let fitted = try ShiftedBetaGeometric().fit(survivors: Array(survivors.prefix(8)))
    book.meet(path + "/survivors_per_1000", all: survivors)
    book.meet(path + "/fit_on_years", 7)
    book.meet(path + "/alpha", fitted.parameters[0], relative: Self.parameters)
    book.meet(path + "/beta", fitted.parameters[1], relative: Self.parameters)
    book.meet(path + "/loglik", fitted.logLikelihood, absolute: 1e-6)
    book.meet(path + "/survival_0_12", all: fitted.survival(periods: 12), relative: 1e-5)
    book.expectAllMet(under: path + "/")
  }

  private func models(
    _ histories: PurchaseHistories, _ book: FigureBook, _ path: String
  ) throws -> (BetaGeometricNBD.Fitted, ParetoNBD.Fitted) {
    book.meet(path + "/n", Double(histories.count))
    book.meet(path + "/repeat_customers", Double(histories.frequency.count { $0 > 0 }))
    book.meet(path + "/calibration_repeat_transactions", histories.frequency.reduce(0, +))
    book.meet(path + "/t_star_weeks", 39)
    let beta = try BetaGeometricNBD().fit(histories)
    let pareto = try ParetoNBD().fit(histories)
    try parameters(["r", "alpha", "a", "b"], beta.parameters, beta.logLikelihood, book, path + "/bgnbd")
    try parameters(["r", "alpha", "s", "beta"], pareto.parameters, pareto.logLikelihood, book, path + "/paretonbd")
    for weeks in [1, 4, 13, 26, 39, 52] {
      let expected = beta.expectedOfNewCustomer(in: Double(weeks))
      book.meet("\(path)/bgnbd/expected_per_new_customer/\(weeks)", expected, relative: 1e-5)
    }
    return (beta, pareto)
  }

  private func parameters(
    _ names: [String], _ values: [Double], _ likelihood: Double, _ book: FigureBook, _ path: String
  ) throws {
    for (name, value) in zip(names, values) { book.meet("\(path)/\(name)", value, relative: Self.parameters) }
    book.meet(path + "/loglik", likelihood, absolute: 1e-3)
    try book.reach(path + "/loglik", likelihood, within: 1e-7)
  }

  private func spending(
    _ frequency: [Double], _ spent: [Double], _ book: FigureBook, _ path: String
  ) throws -> GammaGamma.Fitted {
    let buyers = frequency.indices.filter { frequency[$0] > 0 && spent[$0] > 0 }
    let fitted = try GammaGamma().fit(frequency: buyers.map { frequency[$0] }, meanValue: buyers.map { spent[$0] })
    try parameters(["p", "q", "v"], fitted.parameters, fitted.logLikelihood, book, path)
    book.meet(path + "/n", Double(fitted.count))
    book.meet(path + "/population_mean", fitted.populationMean, relative: 1e-5)
    return fitted
  }

  private func firstRows(
    _ histories: PurchaseHistories, _ beta: BetaGeometricNBD.Fitted, _ pareto: ParetoNBD.Fitted,
    _ more: (spending: GammaGamma.Fitted, came: [Double], spent: [Double])?, _ book: FigureBook, _ path: String
  ) throws {
    let (alive, expected) = (beta.alive(histories), beta.expected(in: 39, histories))
    let (otherAlive, otherExpected) = (pareto.alive(histories), pareto.expected(in: 39, histories))
    for row in 0..<10 {
      let at = "\(path)/first_rows/\(row)"
      book.meet(at + "/x", histories.frequency[row])
      book.meet(at + "/t_x", histories.recency[row])
      book.meet(at + "/T", histories.age[row])
      book.meet(at + "/bg_alive", alive[row], relative: 1e-5)
      book.meet(at + "/bg_exp_holdout", expected[row], relative: 1e-5)
      book.meet(at + "/pn_alive", otherAlive[row], relative: 1e-5)
      book.meet(at + "/pn_exp_holdout", otherExpected[row], relative: 1e-5)
      guard let more else { continue }
      book.meet(at + "/x_star", more.came[row])
      if more.spent[row] > 0 { book.meet(at + "/m_x", more.spent[row]) }
      let value = more.spending.expectedValue(frequency: histories.frequency[row], meanValue: more.spent[row])
      book.meet(at + "/gg_mean", value, relative: 1e-5)
    }
    // The number of the customer.
    book.leaveOut("/cust")
  }

  private func correlation(_ first: [Double], _ second: [Double]) -> Double {
    let (a, b) = (Moments.mean(first), Moments.mean(second))
    let product = zip(first, second).reduce(0) { $0 + ($1.0 - a) * ($1.1 - b) } / Double(first.count)
    return product / (Moments.variance(first, about: a) * Moments.variance(second, about: b)).squareRoot()
  }
}
