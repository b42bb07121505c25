/// Natural logarithms in plain IEEE double operations, for the reason given at `Exponential`.
/// Error below 1 ulp for `of` and below 2 ulp for `ofOnePlus` (measured in the tests).
package enum Logarithm {
  /// ln 2 in two parts; the first has 21 trailing zero bits, so that k · twoHigh is exact for |k| < 2^20.
  @inlinable static var twoHigh: Double { 0x1.62e42fee00000p-1 }
  @inlinable static var twoLow: Double { 0x1.a39ef35793c76p-33 }

  /// ln x. Zero gives −infinity, a negative number or NaN gives NaN.
  package static func of(_ x: Double) -> Double {
    guard x > 0, x < .infinity else { return edge(x) }
    let parts = split(x)
    return combine(exponent: parts.exponent, fraction: parts.fraction, correction: 0)
  }

  /// ln(1 + x), accurate for small |x|. −1 gives −infinity, below −1 or NaN gives NaN.
  package static func ofOnePlus(_ x: Double) -> Double {
    guard x > -1, x < .infinity else { return edge(1 + x) }
    if x > -0.29, x < 0.41 { return combine(exponent: 0, fraction: x, correction: 0) }
    let sum = 1 + x
    let lost = x < 1 ? x - (sum - 1) : 1 - (sum - x)
    let parts = split(sum)
    return combine(exponent: parts.exponent, fraction: parts.fraction, correction: lost / sum)
  }

  /// ln(e^a + e^b + …), shifted by the largest so that nothing overflows; an empty list gives −infinity.
  package static func ofSumOfExponentials(_ values: some Sequence<Double>) -> Double {
    var largest = -Double.infinity
    for value in values { largest = max(largest, value) }
    guard largest > -.infinity, largest < .infinity else { return largest }
    var sum = 0.0
    for value in values { sum += Exponential.of(value - largest) }
    return largest + of(sum)
  }

  /// ln(1 + e^x), the logistic loss of a score; never overflows.
  package static func ofOnePlusExponential(_ x: Double) -> Double {
    x > 0 ? x + ofOnePlus(Exponential.of(-x)) : ofOnePlus(Exponential.of(x))
  }

  /// ln(p / (1 − p)) for 0 < p < 1.
  package static func odds(_ p: Double) -> Double {
    of(p) - ofOnePlus(-p)
  }

  private static func edge(_ x: Double) -> Double {
    if x == 0 { return -.infinity }
    return x > 0 ? x : .nan
  }

  /// x = 2^exponent · (1 + fraction) with √½ ≤ 1 + fraction < √2.
  private static func split(_ x: Double) -> (exponent: Double, fraction: Double) {
    var x = x
    var exponent = 0
    if x < 0x1p-1022 {
      x *= 0x1p54
      exponent = -54
    }
    let bits = x.bitPattern
    exponent += Int(bits >> 52) - 1023
    var mantissa = Double(bitPattern: (bits & 0x000f_ffff_ffff_ffff) | 0x3ff0_0000_0000_0000)
    if mantissa > 1.4142135623730951 {
      mantissa *= 0.5
      exponent += 1
    }
    return (Double(exponent), mantissa - 1)
  }

  /// exponent · ln 2 + ln(1 + f) + correction, with s = f / (2 + f) and ln(1 + f) = 2 artanh s
  /// = f − (f²/2 − s · (f²/2 + Σ 2 s^2j / (2j + 1))): the leading f is exact, so its error never enters.
  private static func combine(exponent: Double, fraction f: Double, correction: Double) -> Double {
    let s = f / (2 + f)
    let z = s * s
    let z2 = z * z
    let z4 = z2 * z2
    let a = (2.0 / 3 + z * (2.0 / 5)) + (2.0 / 7 + z * (2.0 / 9)) * z2
    let b = (2.0 / 11 + z * (2.0 / 13)) + (2.0 / 15 + z * (2.0 / 17)) * z2
    let c = 2.0 / 19 + z * (2.0 / 21)
    let series = z * ((a + b * z4) + c * (z4 * z4))
    let half = 0.5 * f * f
    let small = s * (half + series) + (exponent * twoLow + correction)
    return exponent * twoHigh - ((half - small) - f)
  }
}
