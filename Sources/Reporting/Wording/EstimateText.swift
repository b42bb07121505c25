import Analysis
import Charting

/// An estimate in words: value and interval in one unit, with no more decimals than half the interval's width
/// supports, and the interval rounded outward.
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
    let step = Step(estimate.value, low: low, high: high, quantity)
    value = step.text(estimate.value, .toNearestOrAwayFromZero)
    range = Quantity.range(step.text(low, .down), step.text(high, .up), quantity.numbers)
  }

  /// The unit that all three numbers share.
  private struct Step {
    let quantity: Quantity
    let scale: Double
    let suffix: String
    let decimals: Int
    /// The multiple that shown values are rounded to.
    let grain: Double

    init(_ value: Double, low: Double, high: Double, _ quantity: Quantity) {
      self.quantity = quantity
      let largest = max(abs(value), abs(low), abs(high))
      // Counts and money are written out below ten thousand: £870 says more than £0.9k.
      let isWrittenOut = quantity.unit != .plain && largest < 10_000
      let takesSuffix = quantity.unit != .share && !isWrittenOut
      let word = takesSuffix ? quantity.numbers.suffixes.last { $0.scale <= largest } : nil
      suffix = word?.text ?? ""
      scale = quantity.unit == .share ? 0.01 : word?.scale ?? 1
      let half = (high - low) / 2 / scale
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

    func text(_ value: Double, _ rule: FloatingPointRoundingRule) -> String {
      var power = 1 / grain
      for _ in 0..<decimals { power *= 10 }
      let scaled = value / scale * power
      // A last bit of 0.30000000000000004 must not push an end outward by a whole unit.
      let rounded = abs(scaled - scaled.rounded()) < 1e-9 ? scaled.rounded() : scaled.rounded(rule)
      let shown = rounded / power
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
