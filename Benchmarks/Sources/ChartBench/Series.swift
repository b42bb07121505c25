import Charting

/// Six series that rise at random over 104 weeks, and 400 points about the origin.
struct Series {
  let names = (0..<6).map { "channel \($0)" }
  let days: [Int]
  let values: [[Double]]
  let points: [(x: Double, y: Double)]

  init() {
    let first = CivilDate.dayNumber(year: 2024, month: 11, day: 10)
    days = (0..<104).map { first + 7 * $0 }
    var state: UInt64 = 7
    /// Marsaglia's xorshift64, 0..<1.
    func draw() -> Double {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return Double(state >> 11) * 0x1p-53
    }
    values = (0..<6).map { _ in
      var sum = 0.0
      return (0..<104).map { _ in
        sum += draw()
        return sum
      }
    }
    // Twelve uniform numbers make a nearly normal one.
    points = (0..<400).map { _ in
      ((0..<12).reduce(-6.0) { sum, _ in sum + draw() }, (0..<12).reduce(-6.0) { sum, _ in sum + draw() })
    }
  }

  /// The last 26 weeks with six decimals, as the peer writes them.
  func table(caption: String) -> NumbersTable {
    let format = ValueFormat(.plain, .decimals(6))
    return NumbersTable(
      caption: caption, columns: [.text("")] + names.map { .number($0) },
      rows: days.indices.suffix(26).map { week in
        [.text(CivilDate(dayNumber: days[week]).iso)] + values.map { .number($0[week], format) }
      })
  }

  /// Shares of the largest value, which a map of cohorts shades.
  func lastWeeks(_ count: Int) -> [(day: String, shares: [Double?])] {
    let largest = values.compactMap { $0.max() }.max() ?? 1
    return days.indices.suffix(count).map { week in
      (CivilDate(dayNumber: days[week]).iso, values.map { $0[week] / largest })
    }
  }
}
