import Vocabulary

/// Rows of one sheet that say from which day to which something was booked: flights of several stations, or of one, that
/// overlap.
///
/// A sheet does not tell one euro in two of its rows, so that overlapping bookings of a campaign count beside each other:
/// they become one window, from the first day to the last, of which all rows count or none. Two things look like bookings
/// and are none: rows that hold the sum of two or more shorter ones within them, and sums to date, which begin on one day and
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

  /// What was booked over one window, in millionths by the id of the thing that was booked.
  private struct Booking {
    let days: ClosedRange<Int>
    let spend: [Int64: Int64]

    init(_ days: ClosedRange<Int>, _ facts: [AdCover.Fact]) {
      self.days = days
      spend = facts.reduce(into: [:]) { $0.merge($1.bookedSpend, uniquingKeysWith: +) }
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

  /// A thing may join the sums later; none leaves them.
  private static func isToDate(_ bookings: [Booking]) -> Bool {
    let sorted = bookings.sorted { $0.days.upperBound < $1.days.upperBound }
    return zip(sorted, sorted.dropFirst()).allSatisfy { shorter, longer in
      shorter.days.lowerBound == longer.days.lowerBound
        && shorter.spend.allSatisfy { thing, spend in longer.spend[thing].map { $0 >= spend } ?? false }
    }
  }

  /// The windows of which each thing has the sum of its own shorter ones within them, sums aside, one thing that of two
  /// or more; to a hundredth, as rounded shares add up.
  private static func sums(among bookings: [Booking]) -> Set<ClosedRange<Int>> {
    let ends = Set(bookings.map(\.days.upperBound)).sorted()
    let places = Dictionary(uniqueKeysWithValues: ends.enumerated().map { ($1, $0) })
    // What lies within a window begins no earlier, so that it comes before it, and ends no later.
    let ordered = bookings.sorted {
      ($1.days.lowerBound, $0.days.upperBound) < ($0.days.lowerBound, $1.days.upperBound)
    }
    var shorter: [Int64: SumsByEnd] = [:]
    var sums: Set<ClosedRange<Int>> = []
    for whole in ordered {
      guard let end = places[whole.days.upperBound] else { continue }
      var mostWithin = 0
      let isSum = whole.spend.allSatisfy { thing, spend in
        let within = shorter[thing]?.upTo(end) ?? (spend: 0, bookings: 0)
        mostWithin = max(mostWithin, within.bookings)
        return (spend - within.spend).magnitude <= spend.magnitude / 100
      }
      if isSum, mostWithin > 1 {
        sums.insert(whole.days)
        continue
      }
      for (thing, spend) in whole.spend {
        shorter[thing, default: SumsByEnd(count: ends.count)].add(spend, at: end)
      }
    }
    return sums
  }

  /// A Fenwick tree over the places of the last days (P. M. Fenwick, A new data structure for cumulative frequency tables,
  /// 1994): O(log n) for each call.
  private struct SumsByEnd {
    private var tree: [(spend: Int64, bookings: Int)]

    init(count: Int) { tree = [(spend: Int64, bookings: Int)](repeating: (0, 0), count: count + 1) }

    mutating func add(_ spend: Int64, at place: Int) {
      var node = place + 1
      while node < tree.count {
        tree[node].spend += spend
        tree[node].bookings += 1
        node += node & -node
      }
    }

    /// Of what was added at the place and before it.
    func upTo(_ place: Int) -> (spend: Int64, bookings: Int) {
      var node = place + 1
      var sum: (spend: Int64, bookings: Int) = (0, 0)
      while node > 0 {
        sum.spend += tree[node].spend
        sum.bookings += tree[node].bookings
        node -= node & -node
      }
      return sum
    }
  }
}
