import Vocabulary

/// Months where days are wanted: `01/2026`, `2026-01` and `Januar 2026`.
enum NamedMonth {
  static let expected =
    "a day such as 2026-10-31: this is a month and no day; export the report by day, or write each month's first and "
    + "last day into two columns and name those in a mapping (firstDay and lastDay)"

  static func isOne(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
    let text = BlankText.trimmed(cell)
    guard (6...20).contains(text.count) else { return false }
    let words = String(decoding: text, as: UTF8.self).split { "-/. ".contains($0) }
    guard words.count == 2 else { return false }
    let isYearFirst = words[0].count == 4 && Int(words[0]) != nil
    let (year, month) = isYearFirst ? (words[0], words[1]) : (words[1], words[0])
    guard year.count == 4, let number = Int(year), PlausibleYears.ofFacts.contains(number) else { return false }
    if !isYearFirst, MonthName.number(month) != nil { return true }
    return month.count <= 2 && Int(month).map((1...12).contains) == true
  }
}
