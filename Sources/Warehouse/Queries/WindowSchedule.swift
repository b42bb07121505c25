import Vocabulary

/// Picks windows that do not overlap (weighted interval scheduling).
enum WindowSchedule {
  struct Window: Hashable {
    var days: ClosedRange<Int>
    var shape: AdCover.Shape

    init(days: ClosedRange<Int>, shape: AdCover.Shape) {
      self.days = days
      self.shape = shape
    }

    /// Rather than a sum, of which a report may have left one day.
    var isOfDays: Bool { shape.grain == Grain.day.rawValue }

    /// Nil of a fact without days.
    init?(_ fact: AdCover.Fact) {
      guard let days = fact.days else { return nil }
      self.init(days: days, shape: fact.shape)
    }
  }

  /// Without ranges, months and years of which half is told by the day, or a week of one that is no longer than a month:
  /// one summary that reaches a day further would take away all days that it holds. Days of parts may be what a filter has
  /// left, and displace a window of the whole only where `isMatched` says that they cost enough. O(n) in windows, and in
  /// the days of the longer ones.
  static func daysFirst(_ windows: [Window], isMatched: (Window, [Int]) -> Bool) -> [Window] {
    let daily = windows.filter(\.isOfDays)
    guard !daily.isEmpty else { return windows }
    let told = Set(daily.map(\.days.lowerBound))
    let whole = Set(daily.lazy.filter { !$0.shape.isOfParts }.map(\.days.lowerBound))
    return windows.filter { window in
      guard !window.isOfDays, window.shape.grain != Grain.week.rawValue else { return true }
      let days = window.days.filter { told.contains($0) }
      guard isMuch(days.count, of: window) else { return true }
      return
        !(window.shape.isOfParts || isMuch(days.count { whole.contains($0) }, of: window) || isMatched(window, days))
    }
  }

  private static func isMuch(_ days: Int, of window: Window) -> Bool {
    days * 2 >= window.days.count || (days >= 7 && window.days.count <= 31)
  }

  /// Covers the most days; among equals with the most windows, that is the finest; among equals by the better shapes;
  /// among equals the later days. O(n log n).
  static func best(_ windows: [Window]) -> [Window] {
    let shapes = Set(windows.map(\.shape)).sorted()
    var penalties: [AdCover.Shape: Int] = [:]
    for (index, shape) in shapes.enumerated() { penalties[shape] = index }
    // Of one window told in several shapes only the best can be chosen.
    var preferred: [ClosedRange<Int>: Window] = [:]
    for window in windows {
      if let known = preferred[window.days], known.shape <= window.shape { continue }
      preferred[window.days] = window
    }
    let sorted = preferred.values.sorted {
      ($0.days.upperBound, $0.days.lowerBound) < ($1.days.upperBound, $1.days.lowerBound)
    }
    if sorted.allSatisfy({ $0.days.count == 1 }) { return sorted }
    var values = [(days: 0, windows: 0, merit: 0)]
    var isTaken: [Bool] = []
    var predecessors: [Int] = []
    for (index, window) in sorted.enumerated() {
      let predecessor = count(sorted, endingBefore: window.days.lowerBound, within: index)
      let base = values[predecessor]
      let taken = (
        days: base.days + window.days.count, windows: base.windows + 1,
        merit: base.merit - (penalties[window.shape] ?? 0)
      )
      let isBetter = taken >= values[index]
      values.append(isBetter ? taken : values[index])
      isTaken.append(isBetter)
      predecessors.append(predecessor)
    }
    var chosen: [Window] = []
    var index = sorted.count
    while index > 0 {
      if isTaken[index - 1] {
        chosen.append(sorted[index - 1])
        index = predecessors[index - 1]
      } else {
        index -= 1
      }
    }
    return chosen
  }

  /// How many of the first `limit` windows end before `day`.
  private static func count(_ sorted: [Window], endingBefore day: Int, within limit: Int) -> Int {
    var (low, high) = (0, limit)
    while low < high {
      let middle = (low + high) / 2
      if sorted[middle].days.upperBound < day { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
