/// The regularised incomplete beta function I_x(a, b) = B(x; a, b) / B(a, b): the distribution function of a beta
/// variable, and with it the tails of F and t.
package enum IncompleteBeta {
  /// I_x(a, b) in [0, 1]; relative error below 1e-11 for a and b up to 1,000. Requires a, b > 0 and 0 ≤ x ≤ 1.
  package static func of(_ x: Double, _ a: Double, _ b: Double) -> Double {
    precondition(a > 0 && b > 0 && (0...1).contains(x), "positive shapes and a share")
    if x == 0 || x == 1 { return x }
    return x < (a + 1) / (a + b + 2) ? fraction(x, 1 - x, a, b) : 1 - fraction(1 - x, x, b, a)
  }

  /// The probability of more than `ratio` under an F distribution: I_{d₂ / (d₂ + d₁ f)}(d₂/2, d₁/2), accurate far into
  /// the tail. Requires positive degrees of freedom and a ratio of 0 or more.
  package static func upperF(_ ratio: Double, _ first: Double, _ second: Double) -> Double {
    precondition(ratio >= 0, "a ratio of variances is not negative")
    if ratio == .infinity { return 0 }
    let (x, rest) = (second / (second + first * ratio), first * ratio / (second + first * ratio))
    if x == 0 || x == 1 { return x }
    let (a, b) = (second / 2, first / 2)
    return x < (a + 1) / (a + b + 2) ? fraction(x, rest, a, b) : 1 - fraction(rest, x, b, a)
  }

  /// The continued fraction of Abramowitz and Stegun 26.5.8 by Lentz's method; `rest` is 1 − x.
  private static func fraction(_ x: Double, _ rest: Double, _ a: Double, _ b: Double) -> Double {
    let tiny = 1e-300
    func kept(_ value: Double) -> Double { abs(value) < tiny ? tiny : value }
    var c = 1.0
    var d = 1 / kept(1 - (a + b) * x / (a + 1))
    var value = d
    for n in 1...100_000 {
      let m = Double(n)
      var factor = 1.0
      for numerator in [
        m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m)),
        -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1)),
      ] {
        d = 1 / kept(1 + numerator * d)
        c = kept(1 + numerator / c)
        factor = c * d
        value *= factor
      }
      if abs(factor - 1) < 1e-16 { break }
    }
    let front = a * Logarithm.of(x) + b * Logarithm.of(rest) - LogBeta.of(a, b)
    return min(1, Exponential.of(front) * value / a)
  }
}
