/// ψ(x) = d ln Γ(x) / dx for x > 0, in plain IEEE operations.
package enum Digamma {
  /// Absolute error below 1e-14 · max(1, |ψ|). Requires x > 0.
  package static func of(_ x: Double) -> Double {
    precondition(x > 0, "ψ is asked for positive numbers only")
    var shifted = x
    var sum = 0.0
    while shifted < 12 {
      sum += 1 / shifted
      shifted += 1
    }
    let inverse = 1 / shifted
    let square = inverse * inverse
    // Bernoulli numbers B_2n / 2n (Abramowitz and Stegun 6.3.18).
    var series = 1.0 / 12
    series = series * square - 691.0 / 32_760
    series = series * square + 1.0 / 132
    series = series * square - 1.0 / 240
    series = series * square + 1.0 / 252
    series = series * square - 1.0 / 120
    series = series * square + 1.0 / 12
    return Logarithm.of(shifted) - 0.5 * inverse - series * square - sum
  }
}
