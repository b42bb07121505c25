/// The span of values that an axis shows.
enum Domain {
  /// Around values that need not start at zero. Equal values are centred in ±5%; all zero gives 0…1.
  static func around(_ values: [Double]) -> (low: Double, high: Double) {
    guard let low = values.min(), let high = values.max() else { return (0, 1) }
    if low == high {
      if low == 0 { return (0, 1) }
      let room = abs(low) * 0.05
      return (low - room, high + room)
    }
    return (low, high)
  }

  /// With zero inside, for bars. All zero gives 0…1.
  static func withZero(_ values: [Double]) -> (low: Double, high: Double) {
    let low = min(0, values.min() ?? 0)
    let high = max(0, values.max() ?? 0)
    return low == high ? (0, 1) : (low, high)
  }

  /// The magnitude past which a value is cut off with an arrow: when the largest is more than 20 times the 95th
  /// percentile (nearest rank) of all others, the largest of the others and a fifth. Nil when nothing sticks out.
  /// O(n log n).
  static func clip(_ values: [Double]) -> Double? {
    var sizes = values.map { abs($0) }.sorted()
    guard sizes.count >= 3, let largest = sizes.popLast() else { return nil }
    let rank = Int((0.95 * Double(sizes.count)).rounded(.up)) - 1
    guard sizes[rank] > 0, largest > 20 * sizes[rank], let next = sizes.last, largest > 20 * next else { return nil }
    return next * 1.2
  }
}
