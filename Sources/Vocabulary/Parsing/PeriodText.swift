/// A period as a report's preamble writes it.
package enum PeriodText {
  /// `January 20, 2026 - January 21, 2026`, `5 de maio de 2026 – 15 de maio de 2026`, `Dec 15 - Jan 12, 2026` with one
  /// year for both, one date for one day, or the words for "all time", which give the undated window; nil for anything
  /// else.
  package static func window(_ text: String, order: DateOrder? = nil) -> DateWindow? {
    let trimmed = text.withUTF8Bytes { String(decoding: BlankText.trimmed($0), as: UTF8.self) }
    if allTime.contains(trimmed.lowercased()) { return .undated }
    if let date = DateText(trimmed, order: order) { return DateWindow(day: date.day) }
    for dash in [" - ", " – ", " — ", " ~ ", "–", "-"] {
      let parts = split(trimmed, at: dash)
      guard parts.count == 2, let last = DateText(parts[1], order: order)?.day,
        let first = DateText(parts[0], order: order)?.day ?? day(parts[0], before: last, order)
      else { continue }
      return DateWindow(first: first, last: last)
    }
    return nil
  }

  /// Of a date without its year.
  private static func day(_ text: String, before last: Day, _ order: DateOrder?) -> Day? {
    let year = last.civil.year
    return [year, year - 1].lazy.compactMap { DateText("\(text) \($0)", order: order)?.day }.first { $0 <= last }
  }

  private static let allTime: Set<String> = [
    "all time", "todo o período", "gesamter zeitraum", "gesamtzeitraum", "todo el período", "todo el tiempo",
    "toute la période", "toutes les dates", "tutto il periodo", "sempre", "hele periode", "alle perioden",
  ]

  private static func split(_ text: String, at dash: String) -> [String] {
    var parts: [String] = []
    var rest = Substring(text)
    while let range = rest.firstRange(of: dash) {
      parts.append(String(rest[..<range.lowerBound]))
      rest = rest[range.upperBound...]
    }
    return parts + [String(rest)]
  }
}
