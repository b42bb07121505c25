import Vocabulary

/// What the cells of one column hold, whatever anybody calls it. No cell is kept.
package struct ColumnProfile: Hashable, Sendable {
  /// As the file writes it.
  package let header: String
  private let lettersBeginIDs: Bool
  package private(set) var filled = 0
  private var counts: [ColumnContent: Int] = [:]
  private var phrases = 0
  private var marks: Set<Currency> = []
  /// The first mark beside an amount that several currencies share, and where it stands.
  private(set) var sharedMark: SharedMark?
  /// How dates are written, years of four figures as Y, other figures as D, words as w: `D.D.Y`.
  private var datePattern = ""
  private var numbers = NumberEvidence()

  /// `lettersBeginIDs`: a letter directly before figures is the beginning of an id and no currency, as in `R1000`, which
  /// may be rands in a column of money.
  init(header: String, lettersBeginIDs: Bool) {
    self.header = header
    self.lettersBeginIDs = lettersBeginIDs
  }

  package init(header: String) { self.init(header: header, lettersBeginIDs: false) }

  mutating func observe(_ cell: UnsafeBufferPointer<UInt8>, line: Int, isNumber: Bool = false) {
    guard !BlankText.isMissing(cell) else { return }
    filled += 1
    let content = isNumber ? ColumnContent.number : kind(of: cell, line: line)
    counts[content, default: 0] += 1
    if content == .text, BlankText.trimmed(cell).contains(UInt8(ascii: " ")) { phrases += 1 }
  }

  /// Whether most cells are several words, as names are and identifiers are not.
  var holdsPhrases: Bool { phrases * 2 > filled }

  package mutating func observe(_ cell: String, line: Int) {
    var cell = cell
    cell.withUTF8 { observe($0, line: line) }
  }

  /// What 19 of 20 filled cells are; `text` for a mixture, `empty` where nothing stands.
  package var content: ColumnContent {
    guard filled > 0 else { return .empty }
    func holds(_ contents: [ColumnContent]) -> Bool {
      let strays = filled - contents.reduce(0) { $0 + counts[$1, default: 0] }
      return strays * 20 <= filled || (strays == 1 && filled >= 5)
    }
    for content in [ColumnContent.day, .email, .code, .clock, .percent, .whole] where holds([content]) {
      return content
    }
    if counts[.amount, default: 0] > 0, holds([.amount, .number, .whole]) { return .amount }
    return holds([.number, .whole]) ? .number : .text
  }

  /// How its dates or numbers are written; "" where nothing depends on it.
  var form: String {
    switch content {
    case .day: return datePattern
    case .whole, .number, .amount:
      guard case .certain(let mark) = numbers.verdict else { return "" }
      return mark == .comma ? "1.234,5" : "1,234.5"
    default: return ""
    }
  }

  /// The one currency beside the amounts.
  package var currency: Currency? { marks.count == 1 ? marks.first : nil }

  private mutating func kind(of cell: UnsafeBufferPointer<UInt8>, line: Int) -> ColumnContent {
    let text = BlankText.trimmed(cell)
    let hasFigure = text.contains { $0 &- 0x30 <= 9 }
    guard hasFigure else {
      if text.contains(UInt8(ascii: "@")) { return address(text) }
      return Currency(text)?.isListed == true ? .code : .text
    }
    if text.contains(UInt8(ascii: "@")) { return address(text) }
    guard text.count <= 60 else { return .text }
    // Eight figures are a day only where they are one of our time; else they are a number.
    if let day = ColumnProfile.day(text),
      text.count > 8 || (9_000...35_000).contains(day.number)
    {
      if datePattern.isEmpty { datePattern = ColumnProfile.pattern(text) }
      return .day
    }
    numbers.observe(text, line: line)
    if text.last == UInt8(ascii: "%") { return .percent }
    if NumberFormat.decimalDot.whole(text) != nil || NumberFormat.decimalComma.whole(text) != nil { return .whole }
    if lettersBeginIDs, ColumnProfile.isLetterAndFigures(text) { return .text }
    guard let amount = AmountText(text, format: .decimalDot) ?? AmountText(text, format: .decimalComma) else {
      let isClock = text.contains(UInt8(ascii: ":")) && text.allSatisfy { $0 &- 0x30 <= 9 || $0 == UInt8(ascii: ":") }
      return isClock ? .clock : .text
    }
    if let currency = amount.currency {
      // `TID1` and `REF1` are ids.
      guard currency.isListed else { return .text }
      marks.insert(currency)
    } else if !amount.mark.isEmpty, sharedMark == nil {
      sharedMark = SharedMark(mark: amount.mark, column: header, line: line)
    }
    return amount.mark.isEmpty ? .number : .amount
  }

  private static func isLetterAndFigures(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = text.first, (first | 0x20) &- 0x61 < 26 else { return false }
    return text.count > 1 && text.dropFirst().allSatisfy { $0 &- 0x30 <= 9 }
  }

  private static func day(_ text: UnsafeBufferPointer<UInt8>) -> Day? {
    for order in [DateOrder.dayMonthYear, .monthDayYear] {
      if let date = DateText(text, order: order) ?? ShortYear.date(text, order: order) { return date.day }
    }
    return nil
  }

  private func address(_ text: UnsafeBufferPointer<UInt8>) -> ColumnContent {
    EmailAddress(String(decoding: text, as: UTF8.self)) == nil ? .text : .email
  }

  private static func pattern(_ text: UnsafeBufferPointer<UInt8>) -> String {
    var pattern = ""
    var figures = 0
    func part() -> String { figures == 0 ? "" : figures == 4 ? "Y" : figures == 8 ? "YDD" : "D" }
    for byte in text.prefix(24) {
      if byte &- 0x30 <= 9 {
        figures += 1
        continue
      }
      pattern += part()
      figures = 0
      // What follows the date is its time.
      if byte == UInt8(ascii: " ") || byte == UInt8(ascii: "T"), pattern.contains("Y") { return pattern }
      if byte > 0x40 {
        if pattern.last != "w" { pattern += "w" }
      } else {
        pattern.unicodeScalars.append(Unicode.Scalar(byte))
      }
    }
    return pattern + part()
  }
}

/// A mark such as `$`, which tells that an amount is not in euros and not which dollars it is in.
struct SharedMark: Hashable {
  var mark: String
  var column: String
  var line: Int
}
