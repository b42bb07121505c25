/// What a campaign cost in each window and shape in which it is told.
struct SpendByWindow {
  private var spend: [WindowSchedule.Window: Int64] = [:]
  /// Of the shapes that tell a day, the one that tells most of it.
  private var byDay: [Int: Int64] = [:]

  init(_ facts: [AdCover.Fact]) {
    for fact in facts {
      guard let window = WindowSchedule.Window(fact), let micros = fact.spend.spendMicros else { continue }
      spend[window, default: 0] += micros
    }
    for (window, micros) in spend where window.isOfDays {
      byDay[window.days.lowerBound] = max(byDay[window.days.lowerBound] ?? 0, micros)
    }
  }

  /// Whether the days cost at least half of what is their share of the window: days differ, and a filter that leaves less
  /// than half is found out.
  func isMatched(_ window: WindowSchedule.Window, _ days: [Int]) -> Bool {
    let told = days.reduce(0.0) { $0 + Double(byDay[$1] ?? 0) }
    return told * 2 * Double(window.days.count) >= Double(spend[window] ?? 0) * Double(days.count)
  }

  /// Whether the window cost more, by a hundredth at least, than the rows that count in its days, or for all of them.
  func exceeds(_ counted: [AdCover.Fact], _ window: WindowSchedule.Window) -> Bool {
    let told = counted.reduce(0.0) { sum, fact in
      guard let days = fact.days else { return sum }
      let common = days.clamped(to: window.days)
      guard common == days || common == window.days else { return sum }
      return sum + Double(fact.spend.spendMicros ?? 0)
    }
    return told < Double(spend[window] ?? 0) * 0.99
  }
}
