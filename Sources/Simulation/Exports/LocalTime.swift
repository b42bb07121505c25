import Vocabulary

/// The shop's clock: London's local time, with the day's own rhythm of buying.
struct LocalTime {
  let day: Day
  let hour: Int
  let minute: Int
  let second: Int
  /// Whether British Summer Time holds then.
  let isSummer: Bool

  /// `time` counts days since the first day; its fraction runs evenly and is stretched so that evenings are busy and
  /// nights are not. Order in time and the day are kept.
  init(time: Double, firstDay: Day) {
    let index = Int(time)
    self.init(day: firstDay + index, second: LocalTime.second(ofDayFraction: time - Double(index)))
  }

  init(day: Day, second: Int) {
    let year = day.civil.year
    let starts = LocalTime.lastSunday(ofMonth: 3, year: year)
    let ends = LocalTime.lastSunday(ofMonth: 10, year: year)
    var hour = min(second, 86_399) / 3_600
    let isSummer: Bool
    if day == starts {
      isSummer = hour >= 1
      // One o'clock does not exist on this day.
      if hour == 1 { hour = 2 }
    } else if day == ends {
      isSummer = hour < 1
    } else {
      isSummer = day > starts && day < ends
    }
    self.day = day
    self.hour = hour
    minute = min(second, 86_399) / 60 % 60
    self.second = min(second, 86_399) % 60
    self.isSummer = isSummer
  }

  /// `2024-11-04 09:30:15`
  var text: String {
    "\(day) \(CellText.padded(hour, 2)):\(CellText.padded(minute, 2)):\(CellText.padded(second, 2))"
  }

  /// `2024-11-04 09:30`
  var textToMinutes: String { "\(day) \(CellText.padded(hour, 2)):\(CellText.padded(minute, 2))" }

  var offset: String { isSummer ? "+0100" : "+0000" }

  /// The same clock a while later, within the same day.
  func later(seconds: Int) -> LocalTime { LocalTime(day: day, second: hour * 3_600 + minute * 60 + second + seconds) }

  private static func lastSunday(ofMonth month: Int, year: Int) -> Day {
    let last = Day(year: year, month: month, day: 31) ?? Day(number: 0)
    return last - last.weekday % 7
  }

  private static func second(ofDayFraction fraction: Double) -> Int {
    var left = fraction * Double(hourWeights.reduce(0, +))
    for (hour, weight) in hourWeights.enumerated() {
      if left < Double(weight) { return hour * 3_600 + Int(left / Double(weight) * 3_600) }
      left -= Double(weight)
    }
    return 86_399
  }

  private static let hourWeights = [
    2, 1, 1, 1, 1, 2, 5, 12, 20, 26, 30, 31, 36, 34, 30, 28, 29, 32, 38, 46, 52, 44, 26, 9,
  ]
}
