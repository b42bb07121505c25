import Computation

/// What has changed between reference rows and current ones, column by column, and how often that would be said if
/// nothing had.
///
/// A column has drifted when the change is both certain and large: a p-value of at most `certainty` (Kolmogorov–Smirnov
/// for numbers, χ² for categories), and a population stability index, a Kolmogorov–Smirnov distance or a Jensen–Shannon
/// distance of at least `size`; or when its share of missing values has changed by `size`. More than one figure of
/// size, because none sees all: where most values are equal, deciles fall together and the index is 0 whatever
/// happened.
package struct DriftSearch: Sendable, Equatable {
  package let certainty: Double
  package let size: Double
  /// Replays in which the rows of both sides are mixed and dealt again.
  package let replays: Int

  /// Requires certainty and size within 0…1 and replays of at least 0.
  package init(certainty: Double = 0.01, size: Double = 0.1, replays: Int = 100) {
    precondition((0...1).contains(certainty) && (0...1).contains(size) && replays >= 0, "settings that mean something")
    self.certainty = certainty
    self.size = size
    self.replays = replays
  }

  /// A column's values, reference rows first.
  package enum Values: Sendable, Equatable {
    /// NaN is missing.
    case numbers([Double])
    /// Numbers of categories from 0; −1 is missing, and counts as a category.
    case categories([Int])
  }

  package enum Direction: String, Sendable, Encodable {
    /// The mean has risen or fallen; a category's share has.
    case up, down, none
  }

  package struct Column: Sendable, Equatable {
    package let populationStability: Double
    package let jensenShannon: Double
    /// Of numbers.
    package let kolmogorovSmirnov: KolmogorovSmirnov?
    /// Of numbers, in their unit.
    package let wasserstein: Double?
    /// Of categories.
    package let chiSquare: ChiSquareTest?
    package let missingReference: Double
    package let missingCurrent: Double
    package let direction: Direction
    /// The category whose share has changed most; −1 for missing.
    package let movedCategory: Int?
    package let drifted: Bool

    package var pValue: Double? { kolmogorovSmirnov?.pValue ?? chiSquare?.pValue }
  }

  /// `boundary` is the number of reference rows. Throws `noRows` where a side of a column has no values, and
  /// `notFinite` for infinities. O(n log n).
  package func measure(_ values: Values, boundary: Int) throws(MetricProblem) -> Column {
    switch values {
    case .numbers(let all): try measure(Array(all[..<boundary]), Array(all[boundary...]))
    case .categories(let all): try measure(Array(all[..<boundary]), Array(all[boundary...]))
    }
  }

  private func measure(_ reference: [Double], _ current: [Double]) throws(MetricProblem) -> Column {
    let (first, second) = (reference.filter { !$0.isNaN }, current.filter { !$0.isNaN })
    let sorted = try SortedPair(first, second, metric: "drift")
    let (shares, test) = (BinnedShares(sorted), KolmogorovSmirnov(sorted))
    let missing = (
      1 - Double(first.count) / Double(reference.count), 1 - Double(second.count) / Double(current.count)
    )
    let rise = Moments.mean(sorted.current) - Moments.mean(sorted.reference)
    let isLarge = max(shares.populationStability, test.statistic, shares.jensenShannon) >= size
    return Column(
      populationStability: shares.populationStability, jensenShannon: shares.jensenShannon, kolmogorovSmirnov: test,
      wasserstein: WassersteinDistance.between(sorted), chiSquare: nil, missingReference: missing.0,
      missingCurrent: missing.1, direction: rise > 0 ? .up : rise < 0 ? .down : .none, movedCategory: nil,
      drifted: isLarge && test.pValue <= certainty || missing.0 != missing.1 && abs(missing.0 - missing.1) >= size)
  }

  private func measure(_ reference: [Int], _ current: [Int]) throws(MetricProblem) -> Column {
    guard !reference.isEmpty, !current.isEmpty else { throw .noRows(metric: "drift") }
    let levels = max(reference.max() ?? 0, current.max() ?? 0) + 2
    func counts(_ codes: [Int]) -> [Int] {
      var counts = [Int](repeating: 0, count: levels)
      for code in codes { counts[code + 1] += 1 }
      return counts
    }
    let (first, second) = (counts(reference), counts(current))
    let shares = BinnedShares(referenceCounts: first, currentCounts: second)
    let test = ChiSquareTest(referenceCounts: first, currentCounts: second)
    let rises = zip(shares.reference, shares.current).map { $1 - $0 }
    var moved = 0
    for level in rises.indices where abs(rises[level]) > abs(rises[moved]) { moved = level }
    let isLarge = max(shares.populationStability, shares.jensenShannon) >= size
    return Column(
      populationStability: shares.populationStability, jensenShannon: shares.jensenShannon, kolmogorovSmirnov: nil,
      wasserstein: nil, chiSquare: test, missingReference: shares.reference[0], missingCurrent: shares.current[0],
      direction: rises[moved] > 0 ? .up : rises[moved] < 0 ? .down : .none, movedCategory: moved - 1,
      drifted: isLarge && test.pValue <= certainty)
  }

  /// The share of columns that would be said to have drifted if both sides were one: rows mixed and dealt again. Nil
  /// without replays or columns. Replay r draws from the stream "replay r". O(replays · columns · n log n).
  package func falseAlarmRate(
    _ columns: [Values], boundary: Int, using generator: SeededGenerator, on workers: Workers = .one
  ) throws(MetricProblem) -> Double? {
    guard replays > 0, let first = columns.first else { return nil }
    let rows =
      switch first {
      case .numbers(let all): all.count
      case .categories(let all): all.count
      }
    let alarms = workers.map(replays, chunksOf: 1) { range -> Result<Int, MetricProblem> in
      var stream = generator.split("replay \(range.lowerBound)")
      let order = stream.permutation(rows)
      return Result { () throws(MetricProblem) -> Int in
        var alarms = 0
        for column in columns {
          let dealt: Values =
            switch column {
            case .numbers(let all): .numbers(order.map { all[$0] })
            case .categories(let all): .categories(order.map { all[$0] })
            }
          if try measure(dealt, boundary: boundary).drifted { alarms += 1 }
        }
        return alarms
      }
    }
    var sum = 0
    for alarm in alarms { sum += try alarm.get() }
    return Double(sum) / Double(replays * columns.count)
  }
}
