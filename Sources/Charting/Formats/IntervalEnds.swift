extension ValueFormat {
  /// The lower end of an interval, rounded down at the last digit that `text` writes: £8,116 is `£8.11k`.
  package func lowEnd(_ value: Double?) -> String { text(value.map { rounded($0, .down) }) }

  /// The upper end, rounded up: an interval that is written narrower than it is would claim too much.
  package func highEnd(_ value: Double?) -> String { text(value.map { rounded($0, .up) }) }

  package func interval(_ low: Double?, _ high: Double?) -> String { locale.range(lowEnd(low), highEnd(high)) }

  /// To the last digit that `text` writes of a value of this size.
  package func rounded(_ value: Double, _ rule: FloatingPointRoundingRule) -> Double {
    // Above .99 the words "over 99%" say that something is missing from all.
    guard value.isFinite, value != 0, !(unit == .percent && abs(value) > 0.99 && abs(value) < 1) else { return value }
    let places = places(abs(value))
    var power = 1.0
    for _ in 0..<abs(places) { power *= 10 }
    let scaled = places < 0 ? value / power : value * power
    // The last bit of 36.900000000000006 must not push an end on by a whole unit.
    let whole = abs(scaled - scaled.rounded()) < 1e-9 * abs(scaled) ? scaled.rounded() : scaled.rounded(rule)
    return places < 0 ? whole * power : whole / power
  }

  /// Decimal places that are written; negative where the last written digit stands before the point.
  private func places(_ size: Double) -> Int {
    switch (unit, precision) {
    case (.percent, .decimals(let places)): return places + 2
    case (_, .decimals(let places)): return places
    case (.percent, .compact): return size < 0.1 ? 3 : 2
    case (.money, .compact) where size >= 0.005 && size < 100: return 2
    case (.count, .compact) where size >= 100 && size < 10_000: return 0
    case (.money, .compact), (.count, .compact), (.plain, .compact): break
    }
    var (places, bound) = (2, 10.0)
    while size >= bound {
      places -= 1
      bound *= 10
    }
    bound = 1
    while size < bound, places < 300 {
      places += 1
      bound /= 10
    }
    return places
  }
}
