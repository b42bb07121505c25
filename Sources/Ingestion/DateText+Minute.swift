import Vocabulary

extension DateText {
  /// `2026-03-02 23:50` by the cell's own clock, `2026-03-02` where it shows none: what every program keeps of a moment.
  /// Spreadsheets that save a table again write the day their own way and drop the seconds.
  var minuteText: String {
    guard let secondOfDay else { return day.description }
    let (hour, minute) = (secondOfDay / 3_600, secondOfDay / 60 % 60)
    return "\(day) \(hour < 10 ? "0" : "")\(hour):\(minute < 10 ? "0" : "")\(minute)"
  }
}
