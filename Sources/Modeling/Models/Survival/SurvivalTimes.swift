import Computation

/// How long each subject was watched, and whether the event ended it.
package struct SurvivalTimes: Sendable, Equatable {
  /// 0 or more, in any unit.
  package let durations: [Double]
  /// True where the event happened at the end of the duration; false where the watching ended first (censored).
  package let events: [Bool]

  /// Throws `noRows`, `lengths`, `notFinite` or `negative`; durations are column 0.
  package init(durations: [Double], events: [Bool]) throws(FitProblem) {
    guard !durations.isEmpty else { throw .noRows(model: "SurvivalTimes") }
    guard durations.count == events.count else {
      throw .lengths(model: "SurvivalTimes", found: events.count, expected: durations.count)
    }
    if let row = durations.firstIndex(where: { !$0.isFinite }) {
      throw .notFinite(model: "SurvivalTimes", row: row, column: 0)
    }
    if let row = durations.firstIndex(where: { $0 < 0 }) {
      throw .negative(model: "SurvivalTimes", row: row, column: 0)
    }
    self.durations = durations
    self.events = events
  }

  package var count: Int { durations.count }
  package var eventCount: Int { events.count { $0 } }

  package func selecting(rows: [Int]) throws(FitProblem) -> SurvivalTimes {
    try SurvivalTimes(durations: rows.map { durations[$0] }, events: rows.map { events[$0] })
  }

  /// One line for each distinct duration, rising: who was still watched just before it, and to whom the event came.
  /// O(n log n).
  var lifeTable: [LifeTableLine] {
    let order = durations.indices.sorted { durations[$0] < durations[$1] }
    var lines: [LifeTableLine] = []
    var start = 0
    while start < order.count {
      let time = durations[order[start]]
      var (end, happened) = (start, 0)
      while end < order.count, durations[order[end]] == time {
        happened += events[order[end]] ? 1 : 0
        end += 1
      }
      lines.append(
        LifeTableLine(time: time, atRisk: count - start, events: happened, censored: end - start - happened))
      start = end
    }
    return lines
  }
}

/// What happened at one duration.
struct LifeTableLine: Equatable {
  let time: Double
  let atRisk: Int
  let events: Int
  let censored: Int
}
