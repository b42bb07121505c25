/// A value with the ends of its interval. Nil, NaN and infinity all mean "not known": a missing value is not drawn, a
/// missing bound is drawn open.
package struct Estimate: Sendable, Equatable {
  package let value: Double?
  package let low: Double?
  package let high: Double?

  package init(_ value: Double?, low: Double? = nil, high: Double? = nil) {
    self.value = value
    self.low = low
    self.high = high
  }

  var shownValue: Double? { finite(value) }
  var shownLow: Double? { finite(low) }
  var shownHigh: Double? { finite(high) }

  /// - Throws: `intervalReversed` when low > high.
  func check(figure: String, row: Int) throws(ChartProblem) {
    if let low = shownLow, let high = shownHigh, low > high {
      throw .intervalReversed(figure: figure, row: row, low: low, high: high)
    }
  }
}

/// The number if it can be drawn.
func finite(_ value: Double?) -> Double? {
  guard let value, value.isFinite else { return nil }
  return value
}
