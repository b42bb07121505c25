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
    let inverse = 1 / shifted
    let square = inverse * inverse
    // Bernoulli numbers B_2n / (2n (2n − 1)); the first term left out is below 1e-17 at 12.
    let coefficients = [1.0 / 12, -1.0 / 360, 1.0 / 1_260, -1.0 / 1_680, 1.0 / 1_188, -691.0 / 360_360, 1.0 / 156]
    var series = 0.0
    for coefficient in coefficients.reversed() { series = series * square + coefficient }
    let halfLogTwoPi = 0.9189385332046728
    let stirling = (shifted - 0.5) * Logarithm.of(shifted) - shifted + halfLogTwoPi + series * inverse
    return product == 1 ? stirling : stirling - Logarithm.of(product)
  }
}
