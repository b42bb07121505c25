import Computation

/// BG/NBD and MBG/NBD: customers buy at random at a rate that is gamma-distributed among them (shape r, rate α) and
/// leave after a purchase with a chance that is beta-distributed (a, b).
///
/// BG/NBD (Fader, Hardie and Lee 2005) lets them leave after a repeat purchase, so those who bought once are alive for
/// certain; MBG/NBD (Batislam, Denizel and Filiztekin 2007) after any purchase. Maximum likelihood from several starts
/// with analytic slopes; the likelihood with its equation stands at `BetaGeometricLikelihood`. Equal histories are taken
/// together; neither their order nor the workers change a bit.
/// O(n) to sort and O(distinct histories) for each of some thirty evaluations.
package struct BetaGeometricNBD: Sendable, Equatable {
  package enum Dropout: String, Sendable, Codable {
    /// BG/NBD.
    case afterRepeatPurchase
    /// MBG/NBD.
    case afterAnyPurchase
  }

  package let dropout: Dropout

  package init(_ dropout: Dropout = .afterRepeatPurchase) { self.dropout = dropout }

  /// Throws `noRepeatPurchases`, or `flatLikelihood` where customers do not differ enough to tell the parameters.
  package func fit(_ histories: PurchaseHistories, on workers: Workers = .one) throws(FitProblem) -> Fitted {
    let collapsed = CollapsedHistories(histories)
    guard collapsed.hasRepeats, let rate = collapsed.purchaseRate else {
      throw .noRepeatPurchases(model: Fitted.name)
    }
    let starts = [(0.3, 0.8, 2.5), (1, 0.5, 5), (2, 1, 1), (0.5, 0.1, 1)].map { r, a, b in [r, r / rate, a, b] }
    let sample = collapsed.sample(atMost: 4_000)
    let maximum = try PositiveMaximum(
      model: Fitted.name, names: Fitted.parameterNames, starts: starts, customers: collapsed.customers,
      sample: sample.map {
        (BetaGeometricLikelihood(histories: $0, dropout: dropout, workers: workers).callAsFunction, $0.customers)
      },
      BetaGeometricLikelihood(histories: collapsed, dropout: dropout, workers: workers).callAsFunction)
    return Fitted(
      dropout: dropout, parameters: maximum.parameters, standardErrors: maximum.standardErrors,
      logLikelihood: maximum.logLikelihood, count: histories.count)
  }

  package struct Fitted: FittedPurchaseModel {
    package static let name = "BetaGeometricNBD"
    package static let version = 1
    package static let parameterNames = ["r", "alpha", "a", "b"]

    package let dropout: Dropout
    package let parameters: [Double]
    package let standardErrors: [Double]
    package let logLikelihood: Double
    package let count: Int

    private var r: Double { parameters[0] }
    private var alpha: Double { parameters[1] }
    private var a: Double { parameters[2] }
    private var b: Double { parameters[3] }
    /// Chances to leave that a customer has had, besides the repeat purchases.
    private var firstChance: Double { dropout == .afterAnyPurchase ? 1 : 0 }

    /// 1 / (1 + (a/(b+q)) ((α+T)/(α+tₓ))^(r+x)), q as at `BetaGeometricLikelihood`.
    package func alive(frequency x: Double, recency: Double, age: Double) -> Double {
      if x == 0, dropout == .afterRepeatPurchase { return 1 }
      let gap = Logarithm.of((alpha + age) / (alpha + recency))
      return 1 / (1 + a / (b + x + firstChance - 1) * Exponential.of((r + x) * gap))
    }

    package func expected(in horizon: Double, frequency x: Double, recency: Double, age: Double) -> Double {
      alive(frequency: x, recency: recency, age: age)
        * ofThoseAlive(in: horizon, shape: r + x, rate: alpha + age, stays: b + x + firstChance)
    }

    package func expectedOfNewCustomer(in horizon: Double) -> Double {
      let alive = dropout == .afterAnyPurchase ? b / (a + b) : 1
      return alive * ofThoseAlive(in: horizon, shape: r, rate: alpha, stays: b + firstChance)
    }

    /// Σₙ P(N = n) Σ_{j<n} (b′)ⱼ/(a+b′)ⱼ: N, the purchases that would come if nobody left, is negative binomial, and the
    /// inner sum counts those that come before one leaves. Equal to (a+b′−1)/(a−1) · [1 − ₂F₁ …] of the paper (equation
    /// 10), but a sum of positive terms, which a = 1 and a + b < 1 do not disturb.
    private func ofThoseAlive(in horizon: Double, shape: Double, rate: Double, stays: Double) -> Double {
      guard horizon > 0 else { return 0 }
      let z = horizon / (rate + horizon)
      // P(N = 0) = (1 − z)^shape underflows where the mean is large: all terms are kept in units of e^logUnit.
      let logNone = shape * Logarithm.of(rate / (rate + horizon))
      var chance = Exponential.of(max(logNone, -600))
      var logUnit = min(0, logNone + 600)
      var kept = 1.0
      var bought = 0.0
      var sum = 0.0
      var n = 0.0
      while true {
        chance *= (shape + n) / (n + 1) * z
        bought += kept
        kept *= (stays + n) / (a + stays + n)
        n += 1
        let term = chance * bought
        sum += term
        if sum > 1e250 {
          sum *= 1e-250
          chance *= 1e-250
          logUnit += 575.6462732485114
        }
        // Past the mode the ratio of terms falls towards z.
        if (shape + n) * z < n + 1, !(term > 1e-17 * (1 - z) * sum) { break }
      }
      return sum * Exponential.of(logUnit)
    }
  }
}
