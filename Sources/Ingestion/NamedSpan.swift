import Vocabulary

/// Weeks and other spans where days are wanted: `KW 10/2026`, `2026-W10`, `02.03.-08.03.2026`.
enum NamedSpan {
  static let expected =
    "a day such as 2026-10-31: these are several days; export the report by day, or write the first and the last day "
    + "into two columns and name those in a mapping (firstDay and lastDay)"

  static func isOne(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
    let text = BlankText.trimmed(cell)
    guard (2...60).contains(text.count) else { return false }
    let words = String(decoding: text, as: UTF8.self)
    return isWeek(words)
      || [DateOrder.dayMonthYear, .monthDayYear].contains { order in
        PeriodText.window(words, order: order).map { !$0.isUndated && $0.dayCount > 1 } == true
      }
  }

  /// One word for a week, its number and a year or none, in any order.
  static func isWeek(_ text: String) -> Bool {
    var hasName = false
    var numbers: [Int] = []
    for part in text.lowercased().split(whereSeparator: { "-/., ".contains($0) }) {
      let name = part.prefix(while: \.isLetter)
      if !name.isEmpty {
        guard !hasName, names.contains(String(name)) else { return false }
        hasName = true
      }
      guard part.count > name.count else { continue }
      guard let number = Int(part.dropFirst(name.count)) else { return false }
      numbers.append(number)
    }
    return hasName && (1...2).contains(numbers.count) && numbers.contains { (1...53).contains($0) }
  }

  private static let names: Set<String> = [
    "w", "wk", "week", "kw", "woche", "kalenderwoche", "semaine", "sem", "semana", "settimana", "sett", "vecka",
    "uge", "uke", "tydzień", "неделя", "нед",
  ]
}
