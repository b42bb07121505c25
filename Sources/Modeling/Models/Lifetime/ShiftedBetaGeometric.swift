import Computation

/// sBG: customers on a contract renew each period with a chance that is beta-distributed among them, 1 − θ with θ from
/// beta (α, β) (Fader and Hardie 2007, "How to project customer retention"): of those who renewed t − 1 times a share
/// (β + t − 1) / (α + β + t − 1) renews again.
///
/// Maximum likelihood from several starts with analytic slopes. O(periods) for each evaluation.
package struct ShiftedBetaGeometric: Sendable, Equatable {
  package init() {}

  /// `survivors`: how many of one cohort were still there at the start and after each renewal, never rising. Throws
  /// `tooFewRows` below two renewals, `notFinite`, `negative`, `noEvents` where nobody left, `risingSurvivors`, and
  /// `flatLikelihood` where customers do not seem to differ.
  package func fit(survivors: [Double]) throws(FitProblem) -> Fitted {
    guard survivors.count >= 3 else { throw .tooFewRows(model: Fitted.name, found: survivors.count, needed: 3) }
    if let row = survivors.firstIndex(where: { !$0.isFinite }) {
      throw .notFinite(model: Fitted.name, row: row, column: 0)
    }
    if let row = survivors.firstIndex(where: { $0 < 0 }) { throw .negative(model: Fitted.name, row: row, column: 0) }
    if let row = survivors.indices.dropFirst().first(where: { survivors[$0] > survivors[$0 - 1] }) {
      throw .risingSurvivors(model: Fitted.name, row: row)
    }
    let last = survivors[survivors.count - 1]
    guard last < survivors[0] else { throw .noEvents(model: Fitted.name) }
    let maximum = try PositiveMaximum(
      model: Fitted.name, names: ["alpha", "beta"], starts: [[1, 1], [0.5, 3], [3, 3]], customers: survivors[0],
      sample: nil
    ) { parameters in
      Self.likelihood(survivors, alpha: parameters[0], beta: parameters[1])
    }
    return Fitted(
      parameters: maximum.parameters, standardErrors: maximum.standardErrors, logLikelihood: maximum.logLikelihood)
  }

  /// Of those there at the start of period t, α/(α+β+t−1) leave in it (equations 5 and 6): each period is one binomial.
  private static func likelihood(_ survivors: [Double], alpha: Double, beta: Double) -> Slope {
    var slope = Slope(value: 0, gradient: [0, 0])
    for period in 1..<survivors.count {
      let (lost, kept) = (survivors[period - 1] - survivors[period], survivors[period])
      let stay = beta + Double(period - 1)
      let all = alpha + stay
      slope.value += lost * Logarithm.of(alpha / all) + kept * Logarithm.of(stay / all)
      slope.gradient[0] += lost / alpha - (lost + kept) / all
      slope.gradient[1] += kept / stay - (lost + kept) / all
    }
    return slope
  }

  package struct Fitted: FittedModel {
    package static let name = "ShiftedBetaGeometric"
    package static let version = 1

    /// α and β.
    package let parameters: [Double]
    package let standardErrors: [Double]
    package let logLikelihood: Double

    /// The share of those there at the start of period t ≥ 1 that renews in it: (β+t−1)/(α+β+t−1), rising with t.
    package func retention(period t: Int) -> Double {
      precondition(t >= 1, "periods are numbered from 1")
      let stay = parameters[1] + Double(t - 1)
      return stay / (parameters[0] + stay)
    }

    /// The share of the cohort that is there after each of 0…periods renewals.
    package func survival(periods: Int) -> [Double] {
      var shares = [1.0]
      for t in 1..<max(periods + 1, 1) { shares.append(shares[t - 1] * retention(period: t)) }
      return shares
    }
  }
}
