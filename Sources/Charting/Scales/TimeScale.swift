/// Days along x, with ticks where a calendar turns.
struct TimeScale {
  struct Tick: Equatable {
    let day: Int
    let label: String
  }

  let first: Int
  let last: Int

  /// One day alone stands in the middle.
  func percent(_ day: Double) -> Double {
    first == last ? 50 : (day - Double(first)) / Double(last - first) * 100
  }

  func percent(_ day: Int) -> Double { percent(Double(day)) }

  /// At most `most` ticks at the finest of: day, 2 days, week, 2 weeks (from Monday), month, quarter, half-year,
  /// year, 2, 5, 10 years. The first label and every January carry the year.
  func ticks(most: Int, words: ChartWords) -> [Tick] {
    for step in [1, 2, 7, 14] where (last - first) / step < most { return dayTicks(step, words) }
    for step in [1, 3, 6, 12, 24, 60, 120] where (last - first) / (step * 30) < most {
      let ticks = monthTicks(step, words.months)
      if ticks.count > 1 { return ticks }
    }
    return dayTicks(max(1, (last - first) / max(most - 1, 1)), words)
  }

  private func dayTicks(_ step: Int, _ words: ChartWords) -> [Tick] {
    // Day 0 is a Thursday; day 4 the first Monday.
    let start = step >= 7 ? first + ((4 - first) % 7 + 7) % 7 : first
    var ticks: [Tick] = []
    var shownYear: Int?
    for day in stride(from: start, through: last, by: step) {
      let date = CivilDate(dayNumber: day)
      let year = shownYear == date.year ? "" : " \(date.year)"
      ticks.append(Tick(day: day, label: words.day(day) + year))
      shownYear = date.year
    }
    return ticks
  }

  private func monthTicks(_ step: Int, _ months: [String]) -> [Tick] {
    var date = CivilDate(dayNumber: first)
    var ticks: [Tick] = []
    var index = date.year * 12 + date.month - 1
    if date.day > 1 { index += 1 }
    index = (index + step - 1) / step * step
    while true {
      let day = CivilDate.dayNumber(year: index / 12, month: index % 12 + 1, day: 1)
      if day > last { return ticks }
      date = CivilDate(dayNumber: day)
      let label: String
      if step >= 12 {
        label = "\(date.year)"
      } else {
        let isNewYear = ticks.isEmpty || date.month == 1
        label = months[date.month - 1] + (isNewYear ? " \(date.year)" : "")
      }
      ticks.append(Tick(day: day, label: label))
      index += step
    }
  }
}
