import Computation

/// McNemar's exact test (1947): whether two rules that decide the same rows are right equally often. Only rows that one
/// has right and the other wrong count; if both were as good, each of these would fall to either side like a coin.
package enum McNemarTest {
  /// Two-sided p; 1 when no row tells the rules apart. Requires counts of at least 0. O(smaller count).
  package static func pValue(firstOnly: Int, secondOnly: Int) -> Double {
    precondition(firstOnly >= 0 && secondOnly >= 0, "counts of rows")
    let total = firstOnly + secondOnly
    let logTotal = LogGamma.of(Double(total) + 1)
    var tail = 0.0
    for k in 0...min(firstOnly, secondOnly) {
      let ways = logTotal - LogGamma.of(Double(k) + 1) - LogGamma.of(Double(total - k) + 1)
      tail += Exponential.of(ways - Double(total) * 0.6931471805599453)
    }
    return min(1, 2 * tail)
  }
}
