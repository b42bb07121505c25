import Vocabulary

/// The time zone in which a table's days begin. What a zone's clocks show at a moment is in the system's tables, which
/// only the tool asks: it gives the answer along.
package struct LocalZone: Hashable, Sendable {
  /// IANA name or offset.
  package let name: String
  private let secondsEast: @Sendable (Int64) -> Int

  /// `secondsEast`: of UTC, at so many seconds since 1970-01-01T00:00:00Z.
  package init(name: String, secondsEast: @escaping @Sendable (Int64) -> Int) {
    self.name = name
    self.secondsEast = secondsEast
  }

  package static func == (left: LocalZone, right: LocalZone) -> Bool { left.name == right.name }
  package func hash(into hasher: inout Hasher) { hasher.combine(name) }

  /// The same moment by the zone's clocks; a date without an offset is in the zone already.
  package func local(_ date: DateText) -> DateText {
    guard let instant = date.instant else { return date }
    let offset = secondsEast(instant)
    let seconds = instant + Int64(offset)
    let day = Int(seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400)
    return DateText(day: Day(number: day), secondOfDay: Int(seconds) - day * 86_400, offset: offset)
  }
}
