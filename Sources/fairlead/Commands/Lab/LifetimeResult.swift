import Foundation

/// What `lab lifetime` says. Times are in the unit of the table, or in `timeUnit` for transactions.
struct LifetimeResult: Encodable {
  struct Customer: Encodable {
    /// Nil for a table of customers, which are told by their `row`.
    var customer: String?
    /// Data row from 0; nil for transactions.
    var row: Int?
    let frequency: Double
    var recency: Double?
    var age: Double?
    var monetary: Double?
    /// The chance of not having left.
    var alive: Double?
    /// In the next `horizon`.
    var expectedPurchases: Double?
    /// Of one future purchase.
    var expectedMeanValue: Double?
    /// `expectedPurchases` times `expectedMeanValue`.
    var expectedValue: Double?
  }

  struct Fit: Encodable {
    let parameters: [String: Double]
    let standardErrors: [String: Double]
    let logLikelihood: Double
    let customers: Int
  }

  /// How the model did on the time that it had not seen, beside the rule that everybody goes on as before.
  struct Holdout: Encodable {
    struct Group: Encodable {
      /// Repeat purchases before, `7+` for seven and more.
      let frequency: String
      let customers: Int
      let actual: Double
      let expected: Double
    }

    let length: Double
    let customers: Int
    let actual: Double
    let expected: Double
    let meanAbsoluteError: Double
    let rootMeanSquareError: Double
    let baselineExpected: Double
    let baselineMeanAbsoluteError: Double
    /// Means of a customer, by how often they had bought.
    let byFrequency: [Group]
  }

  let model: String
  let parameters: [String: Double]
  let standardErrors: [String: Double]
  let logLikelihood: Double
  let count: Int
  let repeatCustomers: Int
  var timeUnit: String?
  var horizon: Double?
  /// Repeat purchases that a new customer makes in the first `horizon`.
  var expectedOfNewCustomer: Double?
  /// What repeat purchases are worth, where there was a column of values.
  var gammaGamma: Fit?
  /// The mean value of a purchase over all customers.
  var populationMeanValue: Double?
  var holdout: Holdout?
  var notes: [String] = []
  var customers: [Customer] = []

  init(model: String, fit: Fit, count: Int, repeatCustomers: Int) {
    self.model = model
    parameters = fit.parameters
    standardErrors = fit.standardErrors
    logLikelihood = fit.logLikelihood
    self.count = count
    self.repeatCustomers = repeatCustomers
  }

  var text: String {
    func short(_ number: Double) -> String { String(format: "%.5g", number) }
    func total(_ value: KeyPath<Customer, Double?>) -> Double? {
      let values = customers.compactMap { $0[keyPath: value] }
      return values.isEmpty ? nil : values.reduce(0, +)
    }
    func lines(_ parameters: [String: Double], _ errors: [String: Double]) -> [String] {
      parameters.keys.sorted().map { name in
        let title = name.padding(toLength: 16, withPad: " ", startingAt: 0)
        return "  \(title)\(short(parameters[name] ?? 0)) (standard error \(short(errors[name] ?? 0)))"
      }
    }
    let unit = timeUnit.map { " \($0)s" } ?? ""
    var all = ["\(model): \(count) customers, of whom \(repeatCustomers) bought again"]
    all += lines(parameters, standardErrors)
    all.append("  log-likelihood  \(String(format: "%.3f", logLikelihood))")
    if let gammaGamma {
      all.append("value of a purchase (gamma-gamma, \(gammaGamma.customers) customers)")
      all += lines(gammaGamma.parameters, gammaGamma.standardErrors)
    }
    if let populationMeanValue { all.append("  mean value of a purchase  \(short(populationMeanValue))") }
    if let alive = total(\.alive) {
      all.append("  still customers: about \(String(format: "%.0f", alive)) of \(count)")
    }
    if let horizon, let purchases = total(\.expectedPurchases) {
      all.append(
        "  next \(short(horizon))\(unit): \(short(purchases)) purchases expected, "
          + "\(short(purchases / Double(count))) a customer")
      if let expectedOfNewCustomer {
        all.append(
          "  a new customer: \(short(expectedOfNewCustomer)) repeat purchases in the first \(short(horizon))\(unit)")
      }
    }
    if let value = total(\.expectedValue) {
      all.append("  worth: \(short(value)) in all, \(short(value / Double(count))) a customer")
    }
    if let holdout {
      all.append(
        "judged on the \(short(holdout.length))\(unit) held out: expected \(short(holdout.expected)) purchases, "
          + "came \(short(holdout.actual)); as before would be \(short(holdout.baselineExpected))")
      all.append(
        "  off by \(short(holdout.meanAbsoluteError)) purchases a customer on average; as before by "
          + short(holdout.baselineMeanAbsoluteError) + ", n \(holdout.customers)")
      for group in holdout.byFrequency {
        all.append(
          "  bought again \(group.frequency) times, n \(group.customers): expected \(short(group.expected)), came "
            + short(group.actual))
      }
    }
    for note in notes { all.append("  note  \(note)") }
    return all.joined(separator: "\n")
  }
}
