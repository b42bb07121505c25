/// Average precision: Σ (R_i − R_{i−1}) · P_i over the distinct scores from the top, with precision P and recall R
/// (Buckley and Voorhees 2000).
///
/// 1 puts every event on top; the base rate is what chance gives. No interpolation. Without events it throws
/// `oneClass`; equal scores give the base rate. O(n log n).
package struct AveragePrecision: Metric {
  package let name = "average precision"
  package let unit = MetricUnit.share
  package let range = 0.0...1.0
  package let better = BetterDirection.higher

  package init() {}

  package func value(of input: ScoredOutcomes) throws(MetricProblem) -> Double {
    let total = Double(input.positives)
    guard total > 0 else { throw .oneClass(metric: name) }
    let ties = Ties(input.scores)
    var events = [Double](repeating: 0, count: ties.values.count)
    for (row, happened) in input.outcomes.enumerated() where happened { events[ties.place[row]] += 1 }
    var found = 0.0
    var named = 0.0
    var average = 0.0
    for index in ties.values.indices.reversed() {
      found += events[index]
      named += ties.weights[index]
      average += events[index] / total * (found / named)
    }
    return min(average, 1)
  }
}
