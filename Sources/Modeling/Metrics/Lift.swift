/// Lift: how many times as many events the given share of rows with the highest scores holds as chance would put there,
/// `CumulativeGains` at the share, divided by the share (Provost and Fawcett 2013, chapter 8).
///
/// 1 is chance; 1 / share, or 1 / base rate if that is less, is the most. Without an event it throws `oneClass`, for a share
/// outside 0…1 or of 0 `setting`. O(n log n).
package struct Lift: Metric {
  package let name = "lift"
  package let unit = MetricUnit.index
  package let better = BetterDirection.higher
  /// Of all rows, above 0 and at most 1.
  package let share: Double

  package init(taking share: Double = 0.1) {
    self.share = share
  }

  package var range: ClosedRange<Double> { 0...(share > 0 ? max(1, 1 / share) : 1) }

  package func value(of input: ScoredOutcomes) throws(MetricProblem) -> Double {
    guard share > 0, share <= 1 else {
      throw .setting(metric: name, name: "share", found: "\(share)", expected: "a share above 0 and at most 1")
    }
    guard input.positives > 0 else { throw .oneClass(metric: name) }
    return try CumulativeGains(input).reached(taking: share) / share
  }
}
