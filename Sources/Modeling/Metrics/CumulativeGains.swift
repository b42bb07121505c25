/// The curve of cumulative gains: the share of all events among the rows with the highest scores, by the share of rows
/// taken (Provost and Fawcett 2013, chapter 8).
///
/// It runs from (0, 0) to (1, 1); the diagonal is what chance gives. Rows of equal scores are one straight stretch, since
/// nothing says which of them comes first. O(n log n).
package struct CumulativeGains: Sendable, Equatable {
  /// Ends of the stretches: rows and events so far.
  private let rows: [Double]
  private let events: [Double]

  /// Throws `oneClass` without an event.
  package init(_ input: ScoredOutcomes) throws(MetricProblem) {
    guard input.positives > 0 else { throw .oneClass(metric: "cumulative gains") }
    let ties = Ties(input.scores)
    var found = [Double](repeating: 0, count: ties.values.count)
    for (row, happened) in input.outcomes.enumerated() where happened { found[ties.place[row]] += 1 }
    var (rows, events) = ([0.0], [0.0])
    for place in found.indices.reversed() {
      rows.append(rows[rows.count - 1] + ties.weights[place])
      events.append(events[events.count - 1] + found[place])
    }
    self.rows = rows
    self.events = events
  }

  /// The share of events reached. Requires a share of rows within 0…1. O(log n).
  package func reached(taking share: Double) -> Double {
    precondition((0...1).contains(share), "a share of the rows")
    let last = rows.count - 1
    let wanted = share * rows[last]
    var (low, high) = (0, last)
    while high - low > 1 {
      let middle = (low + high) / 2
      if rows[middle] < wanted { low = middle } else { high = middle }
    }
    let part = (wanted - rows[low]) / (rows[high] - rows[low])
    return (events[low] + part * (events[high] - events[low])) / events[last]
  }
}
