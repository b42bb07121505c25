/// A non-decreasing curve through knots, linear between them and level beyond the first and last.
package struct MonotoneCurve: Codable, Equatable, Sendable {
  package struct Knot: Codable, Equatable, Sendable {
    package let at: Double
    package let height: Double
  }

  /// In strictly rising order of `at`; at least one.
  package let knots: [Knot]

  /// Requires at least one knot, in rising order.
  init(knots: [Knot]) {
    precondition(!knots.isEmpty, "a curve needs a knot")
    self.knots = knots
  }

  private enum CodingKeys: String, CodingKey { case knots }

  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let knots = try container.decode([Knot].self, forKey: .knots)
    guard !knots.isEmpty else {
      throw DecodingError.dataCorruptedError(forKey: .knots, in: container, debugDescription: "no knots")
    }
    self.init(knots: knots)
  }

  /// O(log knots).
  package func height(at x: Double) -> Double {
    var low = 0
    var high = knots.count
    while low < high {
      let middle = (low + high) / 2
      if knots[middle].at < x { low = middle + 1 } else { high = middle }
    }
    if low == 0 { return knots[0].height }
    if low == knots.count { return knots[low - 1].height }
    let (left, right) = (knots[low - 1], knots[low])
    if x == right.at { return right.height }
    let slope = (right.height - left.height) / (right.at - left.at)
    return min(max(left.height + slope * (x - left.at), left.height), right.height)
  }
}
