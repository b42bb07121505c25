import Computation

/// Gamma-Gamma: what customers spend in a purchase is gamma-distributed (shape p, rate ν), with ν gamma-distributed among
/// them (shape q, rate v) (Fader and Hardie 2013, "The Gamma-Gamma model of monetary value"; Colombo and Jiang 1999).
///
/// After x purchases of mean value m the next is expected to be worth p (v + m x) / (p x + q − 1); the likelihood with its
/// equation stands at `SpendingLikelihood`.
///
/// Learns from customers with x ≥ 1 repeat purchases of mean value m > 0, by maximum likelihood from several starts with
/// analytic slopes. Spending is taken to have nothing to do with how often one buys. O(n log n), O(n) an evaluation.
package struct GammaGamma: Sendable, Equatable {
  package init() {}

  /// One x ≥ 1 and one m > 0 for each customer. Throws `noRows`, `lengths`, `notFinite`, `notPositive` or `purchaseHistory` for x
  /// (column 0), `notFinite` or `notPositive` for m (column 1), and `flatLikelihood` where customers do not differ
  /// enough to tell the parameters.
  package func fit(
    frequency: [Double], meanValue: [Double], on workers: Workers = .one
  ) throws(FitProblem) -> Fitted {
    try check(frequency, meanValue)
    let order = RadixSort.order(by: [frequency, meanValue])
    let sorted = SpendingLikelihood(
      frequency: order.map { frequency[$0] }, meanValue: order.map { meanValue[$0] }, workers: workers)
    let mean = sorted.meanValue.reduce(0) { $0 + $1 / Double(order.count) }
    // The population's mean is pv / (q − 1).
    let starts = [(6.0, 4.0), (1, 2), (2, 10), (20, 3)].map { p, q in [p, q, mean * (q - 1) / p] }
    let sample = sorted.sample(atMost: 4_000)
    let maximum = try PositiveMaximum(
      model: Fitted.name, names: ["p", "q", "v"], starts: starts, customers: Double(order.count),
      sample: sample.map { ($0.callAsFunction, Double($0.frequency.count)) }, sorted.callAsFunction)
    return Fitted(
      parameters: maximum.parameters, standardErrors: maximum.standardErrors, logLikelihood: maximum.logLikelihood,
      count: order.count)
  }

  private func check(_ frequency: [Double], _ meanValue: [Double]) throws(FitProblem) {
    let name = Fitted.name
    guard !frequency.isEmpty else { throw .noRows(model: name) }
    guard frequency.count == meanValue.count else {
      throw .lengths(model: name, found: meanValue.count, expected: frequency.count)
    }
    for (column, values) in [frequency, meanValue].enumerated() {
      if let row = values.firstIndex(where: { !$0.isFinite }) {
        throw .notFinite(model: name, row: row, column: column)
      }
      if let row = values.firstIndex(where: { $0 <= 0 || $0 > 1e100 }) {
        throw .notPositive(model: name, row: row, column: column)
      }
    }
    if let row = frequency.firstIndex(where: { $0 > PurchaseHistories.mostPurchases }) {
      throw .purchaseHistory(model: name, row: row, damage: .tooManyPurchases)
    }
    if let row = frequency.firstIndex(where: { $0 != $0.rounded() }) {
      throw .purchaseHistory(model: name, row: row, damage: .fractionalFrequency)
    }
  }

  package struct Fitted: FittedModel {
    package static let name = "GammaGamma"
    package static let version = 1
    package static let parameterNames = ["p", "q", "v"]

    package let parameters: [Double]
    package let standardErrors: [Double]
    package let logLikelihood: Double
    package let count: Int

    /// pv / (q − 1): the mean value of a purchase over all customers; infinite where q ≤ 1.
    package var populationMean: Double {
      parameters[1] > 1 ? parameters[0] * parameters[2] / (parameters[1] - 1) : .infinity
    }

    /// The mean value of future purchases of a customer with x purchases of mean value m: p (v + mx) / (px + q − 1)
    /// (equation 5), between the customer's own mean and the population's. With x = 0 the population's.
    package func expectedValue(frequency x: Double, meanValue m: Double) -> Double {
      guard x > 0 else { return populationMean }
      let (p, q, v) = (parameters[0], parameters[1], parameters[2])
      let weight = p * x + q - 1
      return weight > 0 ? p * (v + m * x) / weight : .infinity
    }
  }
}
