import Vocabulary

/// Rows of one sheet that say from which day to which something was booked: flights of several stations, or of one, that
/// overlap.
///
/// A sheet does not tell one euro in two of its rows, so that overlapping bookings of a campaign count beside each other:
/// they become one window, from the first day to the last, of which all rows count or none. Two things look like bookings
/// and are none: a row that holds the sum of the shorter ones within it, and sums to date, which begin on one day and
/// grow. They stay windows of their own, of which a cover chooses.
enum BookedWindows {
  /// The facts of one campaign, those of overlapping bookings with the days of all of them. Others are unchanged.
  /// O(n log n).
  static func joined(_ facts: [AdCover.Fact]) -> [AdCover.Fact] {
    struct Sheet: Hashable {
      var file: Int64
      var level: String
      var breakdown: String
    }
    var sheets: [Sheet: [Int]] = [:]
    for (place, fact) in facts.enumerated() where fact.isBooked && fact.shape.grain != Grain.day.rawValue {
      guard fact.days != nil else { continue }
      let sheet = Sheet(file: fact.file, level: fact.shape.level, breakdown: fact.shape.breakdown)
      sheets[sheet, default: []].append(place)
    }
    var joined = facts
    for places in sheets.values {
      for group in overlapping(places.compactMap { place in facts[place].days.map { (place, $0) } }) {
        let bookings = Dictionary(grouping: group.places, by: { facts[$0].days }).compactMap { days, places in
          days.map { Booking($0, places.map { facts[$0] }) }
        }
        guard bookings.count > 1, !isToDate(bookings), !holdsSum(bookings) else { continue }
        for place in group.places {
          joined[place].bookedDays = group.days
          joined[place].shape.grain = Grain.range.rawValue
        }
      }
    }
    return joined
  }

  /// What was booked over one window.
  private struct Booking {
    let days: ClosedRange<Int>
    let spend: Int64
    /// The least and the greatest of the things that were booked.
    let parts: ClosedRange<Int64>?

    init(_ days: ClosedRange<Int>, _ facts: [AdCover.Fact]) {
      self.days = days
      spend = facts.reduce(0) { $0 + ($1.spend.spendMicros ?? 0) }
      let parts = facts.compactMap(\.parts)
      if let first = parts.map(\.lowerBound).min(), let last = parts.map(\.upperBound).max() {
        self.parts = first...last
      } else {
        self.parts = nil
      }
    }
  }

  private static func overlapping(
    _ windows: [(place: Int, days: ClosedRange<Int>)]
  ) -> [(days: ClosedRange<Int>, places: [Int])] {
    var groups: [(days: ClosedRange<Int>, places: [Int])] = []
    for window in windows.sorted(by: { $0.days.lowerBound < $1.days.lowerBound }) {
      if let last = groups.last, last.days.upperBound >= window.days.lowerBound {
        groups[groups.count - 1] = (
          last.days.lowerBound...max(last.days.upperBound, window.days.upperBound), last.places + [window.place]
        )
      } else {
        groups.append((window.days, [window.place]))
      }
    }
    return groups
  }

  private static func isToDate(_ bookings: [Booking]) -> Bool {
    let sorted = bookings.sorted { $0.days.upperBound < $1.days.upperBound }
    return zip(sorted, sorted.dropFirst()).allSatisfy { shorter, longer in
      shorter.days.lowerBound == longer.days.lowerBound && shorter.parts == longer.parts
        && shorter.spend <= longer.spend
    }
  }

  /// To a hundredth, as rounded shares add up.
  private static func holdsSum(_ bookings: [Booking]) -> Bool {
    bookings.contains { whole in
      let within = bookings.filter {
        $0.days != whole.days && $0.days.clamped(to: whole.days) == $0.days && $0.parts == whole.parts
      }
      let sum = within.reduce(0) { $0 + $1.spend }
      return !within.isEmpty && (whole.spend - sum).magnitude <= whole.spend.magnitude / 100
    }
  }
}
