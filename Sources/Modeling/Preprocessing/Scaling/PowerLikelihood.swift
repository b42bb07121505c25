import Computation

/// The likelihood of a Yeo-Johnson power for one column, and its maximum.
struct PowerLikelihood {
  private let logs: [Double]
  private let isNegative: [Bool]
  /// The mean of sign(x) ln(1 + |x|).
  private let slope: Double

  /// Requires at least two different values.
  init(_ values: [Double]) {
    logs = values.map { Logarithm.ofOnePlus(abs($0)) }
    isNegative = values.map { $0 < 0 }
    slope = Moments.mean(zip(logs, isNegative).map { $1 ? -$0 : $0 })
  }

  /// Per row, without constants; −∞ where the variance overflows or vanishes.
  func of(_ power: Double) -> Double {
    let spread = logVariance(power)
    return spread.isFinite ? (power - 1) * slope - spread / 2 : -.infinity
  }

  /// The search keeps (1 + 20 · max |x|)^λ within half of the range of exponents, so that values twenty times the largest
  /// still have a transform.
  var maximum: (power: Double, value: Double) {
    let reach = 336.0 / (logs.reduce(0, max) + 2.995732273553991)
    let isMixed = isNegative.contains(true) && isNegative.contains(false)
    let middle = isMixed ? 1 : isNegative[0] ? 2.0 : 0
    let found = BrentSearch().minimise(from: middle - reach, to: middle + reach) { -of($0) }
    return (found.point, -found.value)
  }

  private func logVariance(_ power: Double) -> Double {
    let allNegative = !isNegative.contains(false)
    guard allNegative || !isNegative.contains(true) else {
      return Logarithm.of(
        variance(
          logs.indices.map {
            isNegative[$0] ? -YeoJohnsonPower.grown(logs[$0], 2 - power) : YeoJohnsonPower.grown(logs[$0], power)
          }))
    }
    // Of one sign: e^(λ · largest) is taken out as a factor, so that nothing overflows and nothing is lost against −1.
    let own = allNegative ? 2 - power : power
    let extreme = own >= 0 ? logs.reduce(logs[0], max) : logs.reduce(logs[0], min)
    return 2 * own * extreme + Logarithm.of(variance(logs.map { YeoJohnsonPower.grown($0 - extreme, own) }))
  }

  private func variance(_ values: [Double]) -> Double {
    Moments.variance(values, about: Moments.mean(values))
  }
}
