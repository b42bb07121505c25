/// Natural logarithm and powers of ten in plain arithmetic, so that a drawing is the same to the byte on every
/// machine, whatever its mathematics library.

/// ln v for v > 0, to about 1e-13: ln(m·2^e) = e·ln 2 + 2·artanh((m − 1)/(m + 1)) with m in [√½, √2).
func naturalLogarithm(_ value: Double) -> Double {
  precondition(value > 0 && value.isFinite, "logarithm of a number that is not positive")
  var mantissa = value.significand
  var exponent = Double(value.exponent)
  if mantissa > 1.4142135623730951 {
    mantissa /= 2
    exponent += 1
  }
  let ratio = (mantissa - 1) / (mantissa + 1)
  let square = ratio * ratio
  var term = ratio
  var sum = 0.0
  for odd in stride(from: 1.0, through: 31.0, by: 2) {
    sum += term / odd
    term *= square
  }
  return exponent * 0.6931471805599453 + 2 * sum
}

func powerOfTen(_ exponent: Int) -> Double {
  var result = 1.0
  for _ in 0..<abs(exponent) { result *= 10 }
  return exponent < 0 ? 1 / result : result
}

/// The largest k with 10^k ≤ value. Exact, by digits.
func decimalExponent(_ value: Double) -> Int { DecimalExpansion(value).exponent - 1 }
