import Computation

/// Pareto/NBD: customers buy at random at a rate that is gamma-distributed among them (shape r, rate α) and may leave at
/// any moment, at a rate that is gamma-distributed too (shape s, rate β) (Schmittlein, Morrison and Colombo 1987).
///
/// Maximum likelihood from several starts with analytic slopes; the likelihood with its equation stands at
/// `ParetoLikelihood`. Equal histories are taken together; neither their order nor the workers change a bit. O(n) to sort
/// and O(distinct histories + series terms · distinct moments) for each of some thirty evaluations.
package struct ParetoNBD: Sendable, Equatable {
  package init() {}

  /// Throws `noRepeatPurchases`, or `flatLikelihood` where customers do not differ enough to tell the parameters.
  package func fit(_ histories: PurchaseHistories, on workers: Workers = .one) throws(FitProblem) -> Fitted {
    let collapsed = CollapsedHistories(histories)
    guard collapsed.hasRepeats, let rate = collapsed.purchaseRate else {
      throw .noRepeatPurchases(model: Fitted.name)
    }
    let age = collapsed.meanAge
    let starts = [(0.5, 0.6, 0.4), (1, 0.3, 1), (1.5, 1.5, 2), (0.3, 0.1, 0.1)].map { r, s, share in
      [r, r / rate, s, share * age]
    }
    let sample = collapsed.sample(atMost: 4_000)
    let maximum = try PositiveMaximum(
      model: Fitted.name, names: Fitted.parameterNames, starts: starts, customers: collapsed.customers,
      sample: sample.map { (ParetoLikelihood(histories: $0, workers: workers).callAsFunction, $0.customers) },
      ParetoLikelihood(histories: collapsed, workers: workers).callAsFunction)
    return Fitted(
      parameters: maximum.parameters, standardErrors: maximum.standardErrors, logLikelihood: maximum.logLikelihood,
      count: histories.count)
  }

  package struct Fitted: FittedPurchaseModel {
    package static let name = "ParetoNBD"
    package static let version = 1
    package static let parameterNames = ["r", "alpha", "s", "beta"]

    package let parameters: [Double]
    package let standardErrors: [Double]
    package let logLikelihood: Double
    package let count: Int

    private var r: Double { parameters[0] }
    private var alpha: Double { parameters[1] }
    private var s: Double { parameters[2] }
    private var beta: Double { parameters[3] }

    /// (α+T)^−(r+x) (β+T)^−s over the sum at `ParetoLikelihood`.
    package func alive(frequency x: Double, recency: Double, age: Double) -> Double {
      let atLast = DepartureIntegral(shape: r + x, alpha: alpha, s: s, beta: beta, from: recency)
      let atEnd = DepartureIntegral(shape: r + x, alpha: alpha, s: s, beta: beta, from: age)
      let unit = Logarithm.of(s) + atLast.logarithm
      let stayed = Exponential.of(-(r + x) * Logarithm.of(alpha + age) - s * Logarithm.of(beta + age) - unit)
      return stayed / (stayed + 1 - Exponential.of(atEnd.logarithm - atLast.logarithm))
    }

    /// (r+x)(β+T)/(α+T) · (1 − ((β+T)/(β+T+t))^(s−1))/(s−1) · P(alive) (Fader and Hardie 2005, equation 41).
    package func expected(in horizon: Double, frequency x: Double, recency: Double, age: Double) -> Double {
      let reached = ExponentialShare.of(s - 1, Logarithm.ofOnePlus(horizon / (beta + age)))
      return (r + x) * (beta + age) / (alpha + age) * reached * alive(frequency: x, recency: recency, age: age)
    }

    /// rβ/α · (1 − (β/(β+t))^(s−1))/(s−1) (equation 17).
    package func expectedOfNewCustomer(in horizon: Double) -> Double {
      r * beta / alpha * ExponentialShare.of(s - 1, Logarithm.ofOnePlus(horizon / beta))
    }
  }
}
