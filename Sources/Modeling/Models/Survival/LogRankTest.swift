import Computation

/// The log-rank test that groups share one survival curve: χ² = (O − E)ᵀ V⁻¹ (O − E) over all groups but the last, with
/// the expected events E and their hypergeometric covariance V summed over event times (Mantel 1966; Klein and
/// Moeschberger 2003, equation 7.3.5). O(n log n + t · g²) for t distinct event times and g groups.
package struct LogRankTest: Sendable, Equatable {
  package let chiSquare: Double
  package let degreesOfFreedom: Int
  /// The chance of a χ² this large were the curves one.
  package let pValue: Double
  package let observed: [Double]
  package let expected: [Double]

  /// `groups` numbers the group of each subject from 0. Throws `lengths`, `oneClass` where there are not two groups,
  /// `noEvents`, or `singular` where a group was never watched while events came.
  package init(_ times: SurvivalTimes, groups: [Int]) throws(FitProblem) {
    let model = "LogRankTest"
    guard groups.count == times.count else { throw .lengths(model: model, found: groups.count, expected: times.count) }
    guard times.eventCount > 0 else { throw .noEvents(model: model) }
    precondition(groups.allSatisfy { $0 >= 0 }, "groups are numbered from 0")
    let size = (groups.max() ?? 0) + 1
    guard size > 1 else { throw .oneClass(model: model) }
    var atRisk = [Double](repeating: 0, count: size)
    for group in groups { atRisk[group] += 1 }
    guard atRisk.allSatisfy({ $0 > 0 }) else { throw .oneClass(model: model) }
    var observed = [Double](repeating: 0, count: size)
    var expected = observed
    var covariance = Matrix(rows: size - 1, columns: size - 1)
    let order = times.durations.indices.sorted { times.durations[$0] < times.durations[$1] }
    var start = 0
    while start < order.count {
      let time = times.durations[order[start]]
      var end = start
      var events = 0.0
      while end < order.count, times.durations[order[end]] == time {
        if times.events[order[end]] {
          events += 1
          observed[groups[order[end]]] += 1
        }
        end += 1
      }
      let total = Double(order.count - start)
      if events > 0 {
        let factor = total > 1 ? events * (total - events) / (total - 1) : 0
        for i in 0..<size { expected[i] += events * atRisk[i] / total }
        for i in 0..<(size - 1) {
          for j in 0...i {
            let share = (i == j ? 1 : 0) - atRisk[j] / total
            covariance[i, j] += factor * atRisk[i] / total * share
          }
        }
      }
      for index in order[start..<end] { atRisk[groups[index]] -= 1 }
      start = end
    }
    let excess = (0..<(size - 1)).map { observed[$0] - expected[$0] }
    do {
      let solved = try Cholesky(covariance).solve(excess)
      chiSquare = zip(excess, solved).reduce(0) { $0 + $1.0 * $1.1 }
    } catch {
      throw .singular(model: model, cause: error)
    }
    degreesOfFreedom = size - 1
    pValue = IncompleteGamma.upper(Double(size - 1) / 2, chiSquare / 2)
    self.observed = observed
    self.expected = expected
  }
}
