import Vocabulary

/// Day figures added into complete weeks, Monday to Sunday.
package struct WeeklySums: Sendable, Equatable {
  package let mondays: [Day]
  package private(set) var micros: [Int64]

  /// The complete weeks inside `window`; none where it holds no whole week.
  package init(in window: DateWindow) {
    let firstMonday = window.first.weekday == 1 ? window.first : window.first.weekStart + 7
    var mondays: [Day] = []
    var monday = firstMonday
    while monday + 6 <= window.last {
      mondays.append(monday)
      monday = monday + 7
    }
    self.mondays = mondays
    micros = Array(repeating: 0, count: mondays.count)
  }

  /// Days outside the complete weeks are left out.
  package mutating func add(_ amount: Int64, on day: Day) {
    guard let first = mondays.first, day >= first else { return }
    let week = (day - first) / 7
    if week < micros.count { micros[week] += amount }
  }
}

/// 10th to 90th percentile of earlier weeks, by linear interpolation between order statistics.
package enum UsualRange {
  package static let fewestWeeks = 8
  package static let mostWeeks = 26

  package static func of(_ earlier: [Double]) -> Overview.UsualRange? {
    let values = earlier.suffix(mostWeeks).sorted()
    guard values.count >= fewestWeeks else { return nil }
    return Overview.UsualRange(
      low: quantile(values, lowShare), high: quantile(values, highShare), weeks: values.count)
  }

  static let lowShare = 0.1
  static let highShare = 0.9

  private static func quantile(_ sorted: [Double], _ share: Double) -> Double {
    let place = place(share, of: sorted.count)
    return sorted[place.below] + place.part * (sorted[place.above] - sorted[place.below])
  }

  /// Between which two of so many sorted values, from 0, a percentile lies, and which part of the way.
  static func place(_ share: Double, of count: Int) -> (below: Int, above: Int, part: Double) {
    let position = share * Double(count - 1)
    let below = Int(position)
    return (below, min(below + 1, count - 1), position - Double(below))
  }
}
