/// A date as a locale or a machine writes it, with the time and the offset where they are given.
package struct DateText: Hashable, Sendable {
  package let day: Day
  /// Seconds since midnight, local.
  package let secondOfDay: Int?
  /// Seconds east of UTC.
  package let offset: Int?

  /// Seconds since 1970-01-01T00:00:00Z where time and offset are known.
  package var instant: Int64? {
    guard let secondOfDay, let offset else { return nil }
    return Int64(day.number) * 86_400 + Int64(secondOfDay - offset)
  }

  /// Reads `2026-10-01` (also with `/` or `.`), `20261001`, `01.10.2026`, `10/01/2026`, each with an optional time, and
  /// dates with a month's name or with marks behind the figures (`2026年10月1日`); a weekday may stand before any of them.
  /// Figures with the year last need `order`; years of two digits are nobody's guess: nil.
  package init?(_ text: UnsafeBufferPointer<UInt8>, order: DateOrder?) {
    let bytes = BlankText.trimmed(text)
    guard !bytes.isEmpty else { return nil }
    if let (figures, rest) = FigureDate.behindWeekday(bytes) {
      guard let day = figures.day(order: order), let clock = ClockText(rest, from: figures.length) else { return nil }
      self.init(day: day, secondOfDay: clock.secondOfDay, offset: clock.offset)
      return
    }
    guard let date = DateText.named(String(decoding: bytes, as: UTF8.self)) else { return nil }
    self = date
  }

  package init?(_ text: String, order: DateOrder?) {
    guard let date = text.withUTF8Bytes({ DateText($0, order: order) }) else { return nil }
    self = date
  }

  package init(day: Day, secondOfDay: Int?, offset: Int?) {
    self.day = day
    self.secondOfDay = secondOfDay
    self.offset = offset
  }

  /// `Tue, Feb 18, 2025`, `5 de mai. de 2026`, `1. Oktober 2026`, `1er octobre 2026`, with a time behind it or none.
  private static func named(_ text: String) -> DateText? {
    guard text.utf8.count <= 60 else { return nil }
    guard let colon = text.firstIndex(of: ":") else {
      return namedDay(text).map { DateText(day: $0, secondOfDay: nil, offset: nil) }
    }
    let start = text[..<colon].lastIndex(of: " ").map { text.index(after: $0) } ?? text.startIndex
    guard let day = namedDay(String(text[..<start])),
      let clock = String(text[start...]).withUTF8Bytes({ ClockText($0, from: 0) })
    else { return nil }
    return DateText(day: day, secondOfDay: clock.secondOfDay, offset: clock.offset)
  }

  private static func namedDay(_ text: String) -> Day? {
    var month: Int?
    var dayOfMonth: Int?
    var year: Int?
    let words = text.split { $0.isWhitespace || $0 == "," || $0 == "-" || $0 == "/" }
    for word in words {
      if word.first?.isASCII == true, word.first?.isNumber == true {
        let digits = word.prefix { $0.isASCII && $0.isNumber }
        let rest = word.dropFirst(digits.count).lowercased()
        guard ["", ".", "er", "st", "nd", "rd", "th", "º", "ª"].contains(rest), let value = Int(digits) else {
          return markedDay(text)
        }
        if digits.count == 4, rest.isEmpty || rest == ".", year == nil {
          year = value
        } else if digits.count <= 2, dayOfMonth == nil {
          dayOfMonth = value
        } else {
          return nil
        }
      } else if let number = MonthName.number(word), month == nil,
        !(MonthName.isFiller(word) && isOtherMonth(in: words, than: word))
      {
        month = number
      } else if !MonthName.isFiller(word) {
        return nil
      }
    }
    guard let month, let dayOfMonth, let year else { return nil }
    return Day(year: year, month: month, day: dayOfMonth)
  }

  /// `2026年10月1日`, `2026년 10월 1일`, with a weekday in brackets behind it or none.
  private static func markedDay(_ text: String) -> Day? {
    var rest = Substring(text)
    var values: [Int] = []
    for marks in ["年년", "月월", "日일"] {
      let digits = rest.prefix { $0.isASCII && $0.isNumber }
      rest = rest[digits.endIndex...]
      guard let value = Int(digits), let mark = rest.popFirst(), marks.contains(mark) else { return nil }
      rest = rest.drop(while: \.isWhitespace)
      values.append(value)
    }
    guard values[0] >= 1_000, rest.isEmpty || (rest.first == "(" && rest.last == ")" && rest.count <= 5) else {
      return nil
    }
    return Day(year: values[0], month: values[1], day: values[2])
  }

  /// "mar." is Tuesday in Spanish, French and Italian where another word names the month.
  private static func isOtherMonth(in words: [Substring], than word: Substring) -> Bool {
    words.contains { $0.startIndex != word.startIndex && MonthName.number($0) != nil }
  }
}
