import Analysis

/// A usual range in words beside the figure that it judges: its ends are rounded so that the judgement still shows in
/// the digits. 36 is "above 23–35" where the range ends at 35.5; rounded up, it would be above 23–36.
struct UsualRangeText: Equatable {
  let low: Double
  let high: Double
  /// `£8.11k–£10.4k`
  let words: String
  /// The figure and the end that it passed are written alike all the same.
  let isClose: Bool

  init(_ value: Double, _ range: Overview.UsualRange, _ quantity: Quantity) {
    let standing = Standing(value, range)
    // Whole counts inside a range from 22.7 to 35.5 are those from 23 to 35.
    let isWhole = quantity.unit == .count && abs(range.high) < 10_000 && range.low.rounded(.up) <= range.high
    let lowRule: FloatingPointRoundingRule = isWhole || standing == .below ? .up : .down
    let highRule: FloatingPointRoundingRule = isWhole || standing == .above ? .down : .up
    low = Self.rounded(range.low, lowRule, quantity)
    high = Self.rounded(range.high, highRule, quantity)
    words = quantity.range(low, high)
    let shown = quantity.headline(value)
    isClose =
      switch standing {
      case .above: shown == quantity.headline(high)
      case .below: shown == quantity.headline(low)
      case .inside, .unknown: false
      }
  }

  /// "Above its usual range, 23–35"; "Just above" where the digits alone would not tell.
  func sentence(_ standing: Standing, isLowerBetter: Bool) -> String {
    let ends: KeyValuePairs = ["range": words]
    switch (standing, isLowerBetter) {
    case (.above, false):
      return isClose
        ? phrase("Just above its usual range, {range}", ends) : phrase("Above its usual range, {range}", ends)
    case (.above, true):
      return isClose
        ? phrase("Just above its usual range, {range}. Lower is better", ends)
        : phrase("Above its usual range, {range}. Lower is better", ends)
    case (.below, false):
      return isClose
        ? phrase("Just below its usual range, {range}", ends) : phrase("Below its usual range, {range}", ends)
    case (.below, true):
      return isClose
        ? phrase("Just below its usual range, {range}. Lower is better", ends)
        : phrase("Below its usual range, {range}. Lower is better", ends)
    case (.inside, _), (.unknown, _): return phrase("Usual range {range}", ends)
    }
  }

  /// To the last digit that is written; of a count, to a whole number.
  private static func rounded(_ value: Double, _ rule: FloatingPointRoundingRule, _ quantity: Quantity) -> Double {
    if quantity.unit == .count, abs(value) < 10_000 { return value.rounded(rule) }
    return quantity.chartFormat.rounded(value, rule)
  }
}
