import Computation

/// Baskets with one item often hold another.
package struct AssociationRule: Sendable, Equatable {
  package let from: String
  package let to: String
  /// Baskets that hold both.
  package let together: Int
  /// Share of all baskets that hold both.
  package let support: Double
  /// Share of the baskets with `from` that hold `to`.
  package let confidence: Double
  /// How many times oftener than chance they meet.
  package let lift: Double
  /// Pearson's, one degree of freedom, without correction; 0 where an item is in every basket.
  package let chiSquare: Double
  /// G², asymptotically χ² with one degree of freedom; ≥ 0.
  package let logLikelihoodRatio: Double

  /// Requires 1 ≤ together ≤ first, second ≤ total.
  init(from: String, to: String, together: Int, first: Int, second: Int, of total: Int) {
    self.from = from
    self.to = to
    self.together = together
    let n = Double(total)
    let (a, b) = (Double(first), Double(second))
    let both = Double(together)
    support = both / n
    confidence = both / a
    lift = both * n / (a * b)
    let observed = [both, a - both, b - both, n - a - b + both]
    let expected = [a * b / n, a * (n - b) / n, (n - a) * b / n, (n - a) * (n - b) / n]
    let difference = both - expected[0]
    let spread = expected.map { $0 > 0 ? difference * difference / $0 : 0 }
    chiSquare = expected.contains(0) ? 0 : spread.reduce(0, +)
    let ratio = zip(observed, expected).reduce(0) { $0 + ($1.0 > 0 ? $1.0 * Logarithm.of($1.0 / $1.1) : 0) }
    logLikelihoodRatio = max(0, 2 * ratio)
  }
}
