import Vocabulary

/// A spreadsheet's day number as ISO text (ECMA-376 part 1, 18.17.4.1).
///
/// In the 1900 system day 1 is 1900-01-01 and day 60 is 1900-02-29, which never was: so the days before it are one
/// nearer to their number than those after it. In the 1904 system day 0 is 1904-01-01.
struct SerialDate {
  enum Style {
    case number
    /// A day; with its time of day where it has one.
    case day
    case dayTime
    /// Nobody sees its day, whatever day it is kept as: that of a month's figures is most often the first or the last.
    case month
    case year
    case time
    /// Hours, minutes or seconds that may pass 24 hours.
    case elapsed
  }

  let is1904: Bool

  /// `2023-03-15`, `2023-03-15 14:05:00`, `2023-03`, `2023`, `14:05:00` or, elapsed, `36:00:00`; to the second.
  /// Nil for a number that is no day up to 9999-12-31.
  func text(_ serial: Double, _ style: Style) -> [UInt8]? {
    guard serial >= 0, serial < 2_958_466 else { return nil }
    let seconds = Int((serial * 86_400).rounded())
    let clock = seconds % 86_400
    if style == .elapsed { return SerialDate.clock(seconds) }
    let number = seconds / 86_400
    if style == .month || style == .year {
      return day(number).map { Array($0.description.utf8.prefix(style == .month ? 7 : 4)) }
    }
    if number == 0, !is1904 { return style == .day && clock == 0 ? nil : SerialDate.clock(clock) }
    if style == .time, number == 0 { return SerialDate.clock(clock) }
    guard let day = day(number) else { return nil }
    let text = Array(day.description.utf8)
    return style == .day && clock == 0 ? text : text + [UInt8(ascii: " ")] + SerialDate.clock(clock)
  }

  /// Nil for the day that never was and for what lies behind 9999-12-31.
  func day(_ number: Int) -> Day? {
    guard number >= (is1904 ? 0 : 1), is1904 || number != 60 else { return nil }
    let day = Day(number: number - (is1904 ? 24_107 : number < 60 ? 25_568 : 25_569))
    return day.number <= 2_932_896 ? day : nil
  }

  private static func clock(_ seconds: Int) -> [UInt8] {
    var text = pair(seconds / 3_600 % 100)
    if seconds >= 360_000 { text = Array("\(seconds / 3_600)".utf8) }
    return text + [UInt8(ascii: ":")] + pair(seconds / 60 % 60) + [UInt8(ascii: ":")] + pair(seconds % 60)
  }

  private static func pair(_ value: Int) -> [UInt8] {
    [UInt8(ascii: "0") + UInt8(value / 10), UInt8(ascii: "0") + UInt8(value % 10)]
  }
}

extension SerialDate.Style {
  /// By the number of a built-in format (ECMA-376 part 1, 18.8.30, with the East Asian ones).
  init(builtIn number: Int) {
    switch number {
    case 17: self = .month
    case 14...16, 27...31, 34...36, 50...58: self = .day
    case 22: self = .dayTime
    case 18...21, 32, 33, 45, 47: self = .time
    case 46: self = .elapsed
    default: self = .number
    }
  }

  /// By the letters of a format's first section, outside quotes, escapes and brackets: `m` alone is a month, beside `h`
  /// or `s` minutes.
  init(code: String) {
    var letters: Set<Character> = []
    var isElapsed = false
    var rest = Substring(code)
    section: while let first = rest.popFirst() {
      switch first {
      case ";": break section
      case "\"": rest = rest.drop { $0 != "\"" }.dropFirst()
      case "\\", "_", "*": rest = rest.dropFirst()
      case "[":
        let inside = rest.prefix { $0 != "]" }.lowercased()
        rest = rest.dropFirst(inside.count + 1)
        if let unit = inside.first, "hms".contains(unit), inside.allSatisfy({ $0 == unit }) { isElapsed = true }
      default: letters.insert(Character(first.lowercased()))
      }
    }
    let isGeneral = letters.isSuperset(of: "general")
    let hasClock = letters.contains("h") || letters.contains("s")
    let hasDay = letters.contains("y") || letters.contains("d") || (letters.contains("m") && !hasClock)
    if isElapsed {
      self = .elapsed
    } else if isGeneral || !(hasDay || hasClock) {
      self = .number
    } else {
      self = hasDay ? (hasClock ? .dayTime : .shown(letters)) : .time
    }
  }

  /// Of a date by the letters of its format: without a `d` it shows none.
  private static func shown(_ letters: Set<Character>) -> SerialDate.Style {
    if letters.contains("d") { return .day }
    return letters.contains("m") ? .month : .year
  }
}
