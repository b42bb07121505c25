import Vocabulary

/// The moment of a request: `17/May/2026:10:05:03 +0200`, the same without a zone, ISO 8601, or seconds since
/// 1970-01-01T00:00:00Z with or without a fraction.
struct LogTime {
  let day: Day
  let secondOfDay: Int
  /// Seconds east of UTC, nil where the log does not say.
  let offset: Int?

  init?(_ text: UnsafeBufferPointer<UInt8>) {
    guard text.count >= 20, text[2] == UInt8(ascii: "/"), text[6] == UInt8(ascii: "/") else {
      if let instant = LogTime.seconds(text) {
        day = Day(number: instant / 86_400)
        secondOfDay = instant % 86_400
        offset = 0
        return
      }
      guard let date = DateText(text, order: .yearMonthDay), let second = date.secondOfDay else { return nil }
      day = date.day
      secondOfDay = second
      offset = date.offset
      return
    }
    guard let dayOfMonth = LogTime.number(text, 0, 2), let month = LogTime.month(text, 3),
      let year = LogTime.number(text, 7, 4), let hour = LogTime.number(text, 12, 2),
      let minute = LogTime.number(text, 15, 2), let second = LogTime.number(text, 18, 2),
      let day = Day(year: year, month: month, day: dayOfMonth), hour < 24, minute < 60, second <= 60
    else { return nil }
    self.day = day
    secondOfDay = hour * 3_600 + minute * 60 + min(second, 59)
    guard text.count >= 26, text[20] == UInt8(ascii: " ") else {
      offset = nil
      return
    }
    guard let hours = LogTime.number(text, 22, 2), let minutes = LogTime.number(text, 24, 2) else { return nil }
    switch text[21] {
    case UInt8(ascii: "+"): offset = hours * 3_600 + minutes * 60
    case UInt8(ascii: "-"): offset = -(hours * 3_600 + minutes * 60)
    default: return nil
    }
  }

  /// Millionths of a second since 1970-01-01T00:00:00Z.
  var instantMicros: Int64? {
    offset.map { (Int64(day.number) * 86_400 + Int64(secondOfDay - $0)) * 1_000_000 }
  }

  /// From 2001 on, up to 2286: ten figures; a fraction behind them is left out, or the further figures of thousandths,
  /// millionths or thousand-millionths.
  private static func seconds(_ text: UnsafeBufferPointer<UInt8>) -> Int? {
    guard text.count >= 10, let value = number(text, 0, 10), value >= 1_000_000_000 else { return nil }
    let rest = text.dropFirst(10)
    let figures = rest.first == UInt8(ascii: ".") ? rest.dropFirst() : rest
    guard figures.allSatisfy({ $0 &- 0x30 <= 9 }), figures.count < rest.count || [0, 3, 6, 9].contains(rest.count)
    else {
      return nil
    }
    return value
  }

  private static func number(_ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ count: Int) -> Int? {
    var value = 0
    for index in start..<(start + count) {
      let figure = text[index] &- 0x30
      guard figure <= 9 else { return nil }
      value = value * 10 + Int(figure)
    }
    return value
  }

  /// Logs are written in English, whatever the server's language.
  private static func month(_ text: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int? {
    let letters = text[start..<(start + 3)].map { $0 | 0x20 }
    return months.firstIndex { $0 == letters }.map { $0 + 1 }
  }

  private static let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"].map {
    Array($0.utf8)
  }
}
