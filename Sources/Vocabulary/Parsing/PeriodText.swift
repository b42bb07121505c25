/// A period as a report's preamble writes it.
package enum PeriodText {
  /// `January 20, 2026 - January 21, 2026`, `5 de maio de 2026 – 15 de maio de 2026`, one date for one day, or the words
  /// for "all time", which give the undated window; nil for anything else.
  package static func window(_ text: String, order: DateOrder? = nil) -> DateWindow? {
    let trimmed = text.withUTF8Bytes { String(decoding: BlankText.trimmed($0), as: UTF8.self) }
    if allTime.contains(trimmed.lowercased()) { return .undated }
    if let date = DateText(trimmed, order: order) { return DateWindow(day: date.day) }
    for dash in [" - ", " – ", " — ", "–", "-"] {
      let parts = split(trimmed, at: dash)
      guard parts.count == 2, let first = DateText(parts[0], order: order), let last = DateText(parts[1], order: order)
      else { continue }
      return DateWindow(first: first.day, last: last.day)
    }
    return nil
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
