/// ln Γ(x) for x > 0 from Stirling's series, in plain IEEE operations.
package enum LogGamma {
  /// ln Γ(x). Absolute error below 1e-14 for x ≤ 20, relative below 1e-15 above. Requires x > 0.
  package static func of(_ x: Double) -> Double {
    precondition(x > 0, "ln Γ is asked for positive numbers only")
    var shifted = x
    var product = 1.0
    while shifted < 12 {
      product *= shifted
      shifted += 1
    }
    let halfLogTwoPi = 0.9189385332046728
    let stirling = (shifted - 0.5) * Logarithm.of(shifted) - shifted + halfLogTwoPi + stirlingTail(shifted)
    return product == 1 ? stirling : stirling - Logarithm.of(product)
  }

  /// What Stirling's formula leaves out of ln Γ(x), for x ≥ 12; the first term left out is below 1e-17 there.
  static func stirlingTail(_ x: Double) -> Double {
    let inverse = 1 / x
    let square = inverse * inverse
    // Bernoulli numbers B_2n / (2n (2n − 1)).
    var series = 1.0 / 156
    series = series * square - 691.0 / 360_360
    series = series * square + 1.0 / 1_188
    series = series * square - 1.0 / 1_680
    series = series * square + 1.0 / 1_260
    series = series * square - 1.0 / 360
    series = series * square + 1.0 / 12
    return series * inverse
  }
}
