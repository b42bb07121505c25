/// The regularised incomplete gamma functions P(a, x) = γ(a, x) / Γ(a) and Q = 1 − P: the distribution function of a
/// gamma variable with shape a, and its upper tail. Q(d/2, χ²/2) is the tail of χ² with d degrees of freedom.
package enum IncompleteGamma {
  /// P(a, x) in [0, 1]; relative error below 1e-12 for a up to 1,000. Requires a > 0 and x ≥ 0.
  package static func lower(_ a: Double, _ x: Double) -> Double {
    precondition(a > 0 && x >= 0, "a positive shape and no negative bound")
    if x == 0 { return 0 }
    if x == .infinity { return 1 }
    return x < a + 1 ? series(a, x) : 1 - fraction(a, x)
  }

  /// Q(a, x) in [0, 1], accurate far into the tail. Requires a > 0 and x ≥ 0.
  package static func upper(_ a: Double, _ x: Double) -> Double {
    precondition(a > 0 && x >= 0, "a positive shape and no negative bound")
    if x == 0 { return 1 }
    if x == .infinity { return 0 }
    return x < a + 1 ? 1 - series(a, x) : fraction(a, x)
  }

  /// x^a e^−x / Γ(a).
  private static func density(_ a: Double, _ x: Double) -> Double {
    Exponential.of(a * Logarithm.of(x) - x - LogGamma.of(a))
  }

  /// Abramowitz and Stegun 6.5.29: all terms positive.
  private static func series(_ a: Double, _ x: Double) -> Double {
    var term = 1 / a
    var sum = term
    var n = a
    while term > sum * 1e-17 {
      n += 1
      term *= x / n
      sum += term
    }
    return min(1, sum * density(a, x))
  }

  /// Legendre's continued fraction (Abramowitz and Stegun 6.5.31) by Lentz's method.
  private static func fraction(_ a: Double, _ x: Double) -> Double {
    var b = x + 1 - a
    var c = Double.infinity
    var d = 1 / b
    var value = d
    for n in 1...100_000 {
      let numerator = -Double(n) * (Double(n) - a)
      b += 2
      d = 1 / (numerator * d + b)
      c = b + numerator / c
      let factor = c * d
      value *= factor
      if abs(factor - 1) < 1e-16 { break }
    }
    return value * density(a, x)
  }
}
