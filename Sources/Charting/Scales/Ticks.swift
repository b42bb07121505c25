/// Where an axis is marked.
enum Ticks {
  /// Multiples of 1, 2 or 5 × 10^k inside `low...high`, about `count` of them: step = 10^⌊log₁₀ raw⌋ × (10, 5, 2, 1)
  /// for raw ÷ that power ≥ √50, √10, √2, else.
  static func linear(_ low: Double, _ high: Double, count: Int) -> [Double] {
    guard high > low else { return [low] }
    let step = Step(span: high - low, count: count)
    let first = (low / step.size - 1e-9).rounded(.up)
    let last = (high / step.size + 1e-9).rounded(.down)
    guard last >= first, last - first < 1_000 else { return [] }
    return stride(from: first, through: last, by: 1).map(step.multiple)
  }

  /// `low...high` widened outward to whole steps, so that both ends carry a tick.
  static func nice(_ low: Double, _ high: Double, count: Int) -> (low: Double, high: Double) {
    guard high > low else { return (low, high) }
    var (start, end) = (low, high)
    // Widening can lengthen the step, and then the ends must be whole multiples of the longer one.
    for _ in 0..<4 {
      let step = Step(span: end - start, count: count)
      let widened = (
        step.multiple((start / step.size + 1e-9).rounded(.down)), step.multiple((end / step.size - 1e-9).rounded(.up))
      )
      if widened == (start, end) { break }
      (start, end) = widened
    }
    return (start, end)
  }

  /// Powers of two (or of 4, 16 … when there would be more than `most`) inside `low...high`, both positive.
  static func doubling(_ low: Double, _ high: Double, most: Int) -> [Double] {
    var power = 1.0
    while power > low { power /= 2 }
    while power < low * (1 - 1e-9) { power *= 2 }
    var all: [Double] = []
    while power <= high * (1 + 1e-9) {
      all.append(power)
      power *= 2
    }
    var every = 1
    while (all.count + every - 1) / every > most { every *= 2 }
    return stride(from: 0, to: all.count, by: every).map { all[$0] }
  }

  /// 1, 2 and 5 × 10^k inside `low...high`, both positive; when there would be more than `most`, only powers of ten,
  /// then of 100, 10,000 …
  static func decades(_ low: Double, _ high: Double, most: Int) -> [Double] {
    let exponents = decimalExponent(low)...decimalExponent(high)
    func inside(_ factors: [Double], every: Int) -> [Double] {
      var all: [Double] = []
      for exponent in exponents where exponent.isMultiple(of: every) {
        let power = powerOfTen(abs(exponent))
        for factor in factors {
          let tick: Double = exponent < 0 ? factor / power : factor * power
          if tick >= low * (1 - 1e-9) && tick <= high * (1 + 1e-9) { all.append(tick) }
        }
      }
      return all
    }
    let fine = inside([1, 2, 5], every: 1)
    if fine.count <= most { return fine }
    var every = 1
    while inside([1], every: every).count > most { every *= 2 }
    return inside([1], every: every)
  }

  /// A step of an axis. Steps below one are kept as their inverse, so that three tenths is 3 ÷ 10 and not 3 × 0.1.
  private struct Step {
    let factor: Double
    let exponent: Int

    init(span: Double, count: Int) {
      let raw = span / Double(max(count, 1))
      let exponent = decimalExponent(raw)
      let error = raw / powerOfTen(exponent)
      factor = error >= 50.0.squareRoot() ? 10 : error >= 10.0.squareRoot() ? 5 : error >= 2.0.squareRoot() ? 2 : 1
      self.exponent = exponent
    }

    var size: Double { exponent < 0 ? factor / powerOfTen(-exponent) : factor * powerOfTen(exponent) }

    func multiple(_ count: Double) -> Double {
      exponent < 0 ? count * factor / powerOfTen(-exponent) : count * factor * powerOfTen(exponent)
    }
  }
}
