/// The exponential function in plain IEEE double operations.
///
/// The C library's `exp` rounds differently on processors with and without fused multiply-add, and what Fairlead
/// stores must not depend on the processor. Error below 1 ulp over the normal range (measured in the tests).
package enum Exponential {
  /// e^x. Overflows to infinity above 709.78, underflows to 0 below −745.13; NaN gives NaN.
  package static func of(_ x: Double) -> Double {
    guard x <= 709.782712893384 else { return x.isNaN ? x : .infinity }
    guard x >= -745.1332191019412 else { return 0 }
    // Adding 1.5 · 2^52 leaves the nearest integer in the low bits, which needs no rounding instruction.
    let shift = 6_755_399_441_055_744.0
    let k = (x * 1.4426950408889634 + shift) - shift
    let high = x - k * Logarithm.twoHigh
    let low = k * Logarithm.twoLow
    let r = high - low
    let lost = (high - r) - low
    let tail = lost + r * r * taylorTail(r)
    return scale(1 + (r + tail), by: Int(k))
  }

  /// e^x − 1, accurate for small |x|.
  package static func lessOne(_ x: Double) -> Double {
    abs(x) < 0.34 ? x + x * x * taylorTail(x) : of(x) - 1
  }

  /// base^exponent for a base ≥ 0, as e^(exponent · ln base): the relative error grows to about
  /// |exponent · ln base| · 2^-53.
  package static func power(_ base: Double, _ exponent: Double) -> Double {
    precondition(!(base < 0), "a negative base has no real power")
    if exponent == 0 { return 1 }
    if base == 0 { return exponent > 0 ? 0 : .infinity }
    return of(exponent * Logarithm.of(base))
  }

  /// 1 / (1 + e^−x), the inverse of the log-odds; never overflows.
  package static func logistic(_ x: Double) -> Double {
    if x >= 0 { return 1 / (1 + of(-x)) }
    let e = of(x)
    return e / (1 + e)
  }

  /// Σ r^(n−2)/n! for n = 2…13, whose remainder on |r| ≤ ln 2 / 2 is under 2^-57; grouped for short latency.
  private static func taylorTail(_ r: Double) -> Double {
    let r2 = r * r
    let r4 = r2 * r2
    let a = (1.0 / 2 + r * (1.0 / 6)) + (1.0 / 24 + r * (1.0 / 120)) * r2
    let b = (1.0 / 720 + r * (1.0 / 5_040)) + (1.0 / 40_320 + r * (1.0 / 362_880)) * r2
    let c = (1.0 / 3_628_800 + r * (1.0 / 39_916_800)) + (1.0 / 479_001_600 + r * (1.0 / 6_227_020_800)) * r2
    return (a + b * r4) + c * (r4 * r4)
  }

  /// y · 2^k for 0.5 < y < 2. Subnormal results pass through a normal one, so they are rounded once.
  private static func scale(_ y: Double, by k: Int) -> Double {
    if k > 1023 { return y * 2 * powerOfTwo(k - 1) }
    if k < -1021 { return y * powerOfTwo(k + 64) * powerOfTwo(-64) }
    return y * powerOfTwo(k)
  }

  private static func powerOfTwo(_ k: Int) -> Double {
    Double(bitPattern: UInt64(k + 1023) << 52)
  }
}
