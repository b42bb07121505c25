/// ln B(a, b) = ln Γ(a) + ln Γ(b) − ln Γ(a + b), without the cancellation between the last two.
package enum LogBeta {
  /// Absolute error below 1e-13 or relative error below 1e-13, whichever is larger. Requires a > 0 and b > 0.
  package static func of(_ a: Double, _ b: Double) -> Double {
    let (small, large) = a < b ? (a, b) : (b, a)
    guard large >= 12 else { return LogGamma.of(small) + LogGamma.of(large) - LogGamma.of(small + large) }
    let sum = small + large
    // Stirling's formula for both, subtracted by hand.
    let difference = (0.5 - large) * Logarithm.ofOnePlus(small / large) - small * Logarithm.of(sum) + small
    return LogGamma.of(small) + difference + (LogGamma.stirlingTail(large) - LogGamma.stirlingTail(sum))
  }
}
