import Computation

/// Finds the purest split of a node's rows by one column: rows sorted by rank, sums kept on the way.
struct ImpuritySearch {
  private typealias Sums = ImpurityGrowth.Sums

  private let columns: RankedColumns
  private let minimumLeafRows: Int
  /// Rank in the upper half, place within the node in the lower.
  private var keys: [UInt64]
  private var room: [UInt64]

  init(columns: RankedColumns, minimumLeafRows: Int, most: Int) {
    self.columns = columns
    self.minimumLeafRows = minimumLeafRows
    keys = [UInt64](repeating: 0, count: most)
    room = keys
  }

  /// Puts the best split by this column in `best` if it is purer. False where the column does not vary.
  mutating func ask(
    _ feature: Int, _ members: ImpurityGrowth.Members, _ range: Range<Int>, _ total: ImpurityGrowth.Sums,
    _ best: inout ImpurityGrowth.Split?
  ) -> Bool {
    let distinct = columns.values[feature].count
    if distinct < 2 { return false }
    let start = feature * columns.rows
    let count = range.count
    let (allRanks, minimumLeafRows) = (columns.ranks, minimumLeafRows)
    return keys.withUnsafeMutableBufferPointer { keys in
      room.withUnsafeMutableBufferPointer { room in
        allRanks.withUnsafeBufferPointer { ranks in
          members.rows.withUnsafeBufferPointer { rows in
            for place in 0..<count {
              let rank = ranks[start + Int(rows[range.lowerBound + place])]
              keys[place] = UInt64(UInt32(bitPattern: rank)) << 32 | UInt64(place)
            }
          }
        }
        let sorted = Self.sort(keys, room, count, bits: Int.bitWidth - (distinct - 1).leadingZeroBitCount)
        return members.outcomes.withUnsafeBufferPointer {
          Self.scan(sorted, feature, UnsafeBufferPointer(rebasing: $0[range]), total, minimumLeafRows, &best)
        }
      }
    }
  }

  private static func scan(
    _ sorted: UnsafeMutableBufferPointer<UInt64>, _ feature: Int,
    _ outcomes: UnsafeBufferPointer<ImpurityGrowth.Outcome>,
    _ total: ImpurityGrowth.Sums, _ minimumLeafRows: Int, _ best: inout ImpurityGrowth.Split?
  ) -> Bool {
    let count = outcomes.count
    if sorted[0] >> 32 == sorted[count - 1] >> 32 { return false }
    var left = Sums.zero
    var purity = best?.purity ?? -.infinity
    var found: Int?
    // A split before `place` leaves that many rows on the left.
    for place in 1..<max(count - minimumLeafRows + 1, 1) {
      left += ImpurityGrowth.sums(outcomes[Int(sorted[place - 1] & 0xffff_ffff)])
      if place < minimumLeafRows || sorted[place - 1] >> 32 == sorted[place] >> 32 { continue }
      let right = total - left
      let now = left.x * left.x / left.y + right.x * right.x / right.y
      if now > purity { (purity, found) = (now, place) }
    }
    if let found {
      best = ImpurityGrowth.Split(
        feature: feature, rank: Int32(sorted[found - 1] >> 32), next: Int32(sorted[found] >> 32), purity: purity)
    }
    return true
  }

  /// Sorts by rank, equal ranks in the order they have: a few digits at a time, larger ones where there are more keys.
  private static func sort(
    _ keys: UnsafeMutableBufferPointer<UInt64>, _ room: UnsafeMutableBufferPointer<UInt64>, _ count: Int, bits: Int
  ) -> UnsafeMutableBufferPointer<UInt64> {
    if count <= 32 {
      for index in 1..<max(count, 1) {
        let key = keys[index]
        var place = index
        while place > 0, keys[place - 1] > key {
          keys[place] = keys[place - 1]
          place -= 1
        }
        keys[place] = key
      }
      return keys
    }
    let digit = count < 1_024 ? 6 : 9
    let mask = UInt64(1) << UInt64(digit) - 1
    return withUnsafeTemporaryAllocation(of: Int.self, capacity: 1 << digit) { places in
      var (from, to) = (keys, room)
      for pass in 0..<((bits + digit - 1) / digit) {
        let shift = UInt64(32 + pass * digit)
        places.update(repeating: 0)
        for index in 0..<count { places[Int(from[index] >> shift & mask)] += 1 }
        var start = 0
        for value in places.indices { (places[value], start) = (start, start + places[value]) }
        for index in 0..<count {
          let value = Int(from[index] >> shift & mask)
          to[places[value]] = from[index]
          places[value] += 1
        }
        swap(&from, &to)
      }
      return from
    }
  }
}
