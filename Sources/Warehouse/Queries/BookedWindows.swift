import Vocabulary

/// Rows of one sheet that say from which day to which something was booked: flights of several stations, or of one, that
/// overlap.
///
/// A sheet does not tell one euro in two of its rows, so that overlapping bookings of a campaign count beside each other:
/// they become one window, from the first day to the last, of which all rows count or none. Two things look like bookings
/// and are none: a row that holds the sum of two or more shorter ones within it, and sums to date, which begin on one day and
/// grow. They stay windows of their own, of which a cover chooses; what a sum stands beside is joined without it.
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
      let windows = places.compactMap { place in facts[place].days.map { (place: place, days: $0) } }
      let sums = sums(among: bookings(places, facts))
      for group in overlapping(windows.filter { !sums.contains($0.days) }) {
        let bookings = bookings(group.places, facts)
        // A sum of just the same days would count beside them.
        guard bookings.count > 1, !isToDate(bookings), !sums.contains(group.days) else { continue }
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

  private static func bookings(_ places: [Int], _ facts: [AdCover.Fact]) -> [Booking] {
    Dictionary(grouping: places, by: { facts[$0].days }).compactMap { days, places in
      days.map { Booking($0, places.map { facts[$0] }) }
    }
  }

  private static func overlapping(
    _ windows: [(place: Int, days: ClosedRange<Int>)]
  ) -> [(days: ClosedRange<Int>, places: [Int])] {
    var groups: [(days: ClosedRange<Int>, places: [Int])] = []
    for window in windows.sorted(by: { $0.days.lowerBound < $1.days.lowerBound }) {
      if let last = groups.last?.days, last.upperBound >= window.days.lowerBound {
        groups[groups.count - 1].days = last.lowerBound...max(last.upperBound, window.days.upperBound)
        groups[groups.count - 1].places.append(window.place)
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

  /// The windows that hold the sum of two or more shorter ones of the same things within them, sums aside; to a hundredth,
  /// as rounded shares add up.
  private static func sums(among bookings: [Booking]) -> Set<ClosedRange<Int>> {
    var sums: Set<ClosedRange<Int>> = []
    for ofSame in Dictionary(grouping: bookings, by: \.parts).values where ofSame.count > 1 {
      let ends = Set(ofSame.map(\.days.upperBound)).sorted()
      var places: [Int: Int] = [:]
      for (place, end) in ends.enumerated() { places[end] = place + 1 }
      // What lies within a window begins no earlier, so that it comes before it, and ends no later: a Fenwick tree by end.
      var tree = [(spend: Int64, bookings: Int)](repeating: (0, 0), count: ends.count + 1)
      let ordered = ofSame.sorted {
        ($1.days.lowerBound, $0.days.upperBound) < ($0.days.lowerBound, $1.days.upperBound)
      }
      for whole in ordered {
        guard let end = places[whole.days.upperBound] else { continue }
        var within: (spend: Int64, bookings: Int) = (0, 0)
        var place = end
        while place > 0 {
          within.spend += tree[place].spend
          within.bookings += tree[place].bookings
          place -= place & -place
        }
        if within.bookings > 1, (whole.spend - within.spend).magnitude <= whole.spend.magnitude / 100 {
          sums.insert(whole.days)
          continue
        }
        place = end
        while place < tree.count {
          tree[place].spend += whole.spend
          tree[place].bookings += 1
          place += place & -place
        }
      }
    }
    return sums
  }
}
