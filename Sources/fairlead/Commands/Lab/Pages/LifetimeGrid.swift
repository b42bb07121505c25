import Charting

/// Customers by how often they have bought again and how long ago they last bought.
struct LifetimeGrid {
  struct Row {
    let name: String
    let customers: Int
    let alive: Double?
    /// Mean purchases expected, by band; nil where too few customers are in it.
    let expected: [Double?]
  }

  /// Names of the quarters of the time since the last purchase.
  let bands: [String]
  let rows: [Row]

  private static let frequencies: [ClosedRange<Double>] = [0...0, 1...1, 2...2, 3...3, 4...6, 7...1e300]

  /// Nil where nothing was expected of anyone.
  init?(_ customers: [LifetimeResult.Customer], unit: String, fewest: Int) {
    let known = customers.compactMap { customer -> (frequency: Double, since: Double, alive: Double?, next: Double)? in
      guard let recency = customer.recency, let age = customer.age, let next = customer.expectedPurchases else {
        return nil
      }
      return (customer.frequency, age - recency, customer.alive, next)
    }
    guard let longest = known.map(\.since).max(), longest > 0 else { return nil }
    func mean(_ values: [Double]) -> Double? {
      values.count < fewest ? nil : values.reduce(0, +) / Double(values.count)
    }
    let ends = (1...4).map { longest * Double($0) / 4 }
    bands = ends.enumerated().map { index, end in
      "\(ValueFormat.amount.range(index == 0 ? 0 : ends[index - 1], end))\(unit) ago"
    }
    rows = Self.frequencies.compactMap { range in
      let own = known.filter { range.contains($0.frequency) }
      guard own.count >= fewest else { return nil }
      let name = range.upperBound > 1e9 ? "7 or more" : ValueFormat.rows.range(range.lowerBound, range.upperBound)
      return Row(
        name: range.lowerBound == range.upperBound ? ValueFormat.rows.text(range.lowerBound) : name,
        customers: own.count, alive: mean(own.compactMap(\.alive)),
        expected: ends.indices.map { band in
          mean(own.filter { min(Int($0.since / longest * 4), 3) == band }.map(\.next))
        })
    }
  }
}
