import Analysis
import Charting

/// An estimate in words: value and interval in the value's unit, with no more decimals than half the interval's width
/// supports, and the interval rounded outward. An end that is far larger than the value is written in its own unit.
struct EstimateText: Equatable {
  let value: String
  /// `£3.9–£5.3`; nil when there is no interval.
  let range: String?
  /// `£4.6 (£3.9–£5.3)`
  var both: String { range.map { "\(value) (\($0))" } ?? value }

  init(_ estimate: Analysis.Estimate, _ quantity: Quantity) {
    guard let low = estimate.low, let high = estimate.high, low.isFinite, high.isFinite, estimate.value.isFinite else {
      value = quantity.text(estimate.value)
      range = nil
      return
    }
    let near = [low, high].filter { !Self.isFar($0, from: estimate.value) }
    let step =
      near.count == 2
      ? Step(estimate.value, beside: near, half: (high - low) / 2, quantity)
      // The width up to a far end tells nothing of the value's digits.
      : Step(estimate.value, beside: near, quantity)
    func end(_ bound: Double, _ rule: FloatingPointRoundingRule) -> String {
      let own = Self.isFar(bound, from: estimate.value) || step.loses(bound, rule)
      return (own ? Step(bound, quantity) : step).text(bound, rule)
    }
    value = step.text(estimate.value, .toNearestOrAwayFromZero)
    range = Quantity.range(end(low, .down), end(high, .up), quantity.numbers)
  }

  /// Ten times the value, and so large that the width up to it would leave the value no decimals.
  private static func isFar(_ bound: Double, from value: Double) -> Bool {
    value != 0 && abs(bound) >= 10 && abs(bound) >= 10 * abs(value)
  }

  /// The unit and digits that a value gives to the numbers beside it.
  private struct Step {
    let quantity: Quantity
    let scale: Double
    let suffix: String
    let decimals: Int
    /// The multiple that shown values are rounded to.
    let grain: Double

    /// Two figures of the value, as nothing tells how many are known.
    init(_ value: Double, beside ends: [Double] = [], _ quantity: Quantity) {
      self.init(value, beside: ends, half: abs(value) / 10, quantity)
    }

    init(_ value: Double, beside ends: [Double], half width: Double, _ quantity: Quantity) {
      self.quantity = quantity
      let size = abs(value)
      // Counts and money are written out below ten thousand: £870 says more than £0.9k.
      let isWrittenOut = quantity.unit != .plain && size < 10_000
      let takesSuffix = quantity.unit != .share && !isWrittenOut
      let word = takesSuffix ? quantity.numbers.suffixes.last { $0.scale <= size } : nil
      suffix = word?.text ?? ""
      scale = quantity.unit == .share ? 0.01 : word?.scale ?? 1
      let half = width / scale
      let largest = ends.map { abs($0) }.reduce(size, max)
      if isWrittenOut, quantity.unit == .count || (quantity.unit != .share && half >= 10) {
        // Two figures of half the width are all that the last digits can mean.
        var unit = 1.0
        while half >= unit * 100 { unit *= 10 }
        decimals = 0
        grain = unit
      } else {
        grain = 1
        decimals = min(Self.decimals(telling: half), Self.decimals(left: largest / scale))
      }
    }

    /// 0.7 → 1, 5 → 0: the first place in which half the width shows.
    private static func decimals(telling half: Double) -> Int {
      var (places, unit) = (0, 1.0)
      while half < unit, places < 3 {
        places += 1
        unit /= 10
      }
      return places
    }

    /// Places that three significant figures leave after the point.
    private static func decimals(left largest: Double) -> Int {
      var (places, bound) = (3, 1.0)
      while largest >= bound, places > 0 {
        places -= 1
        bound *= 10
      }
      return places
    }

    /// Whether nothing of a number is left in thousands or millions: £300 is no £0k.
    func loses(_ value: Double, _ rule: FloatingPointRoundingRule) -> Bool {
      !suffix.isEmpty && value != 0 && rounded(value, rule) == 0
    }

    private func rounded(_ value: Double, _ rule: FloatingPointRoundingRule) -> Double {
      var power = 1 / grain
      for _ in 0..<decimals { power *= 10 }
      let scaled = value / scale * power
      // A last bit of 0.30000000000000004 must not push an end outward by a whole unit.
      return (abs(scaled - scaled.rounded()) < 1e-9 ? scaled.rounded() : scaled.rounded(rule)) / power
    }

    func text(_ value: Double, _ rule: FloatingPointRoundingRule) -> String {
      let shown = rounded(value, rule)
      let digits = quantity.numbers.number(abs(shown), decimals: decimals) + suffix
      let sign = shown < 0 ? Charting.NumberFormat.minus : ""
      switch quantity.unit {
      case .money(let currency): return sign + quantity.numbers.currency(digits, code: currency.code)
      case .share: return sign + digits + quantity.numbers.percentSign
      case .count, .plain: return sign + digits
      }
    }
  }
}
