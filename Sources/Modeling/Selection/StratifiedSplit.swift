import Computation

/// Splits rows without a time into train, validation and test by chance, each outcome in the same shares. O(n).
package struct StratifiedSplit: Sendable, Equatable {
  /// Share of rows for training and for validation; the rest is the test.
  package let train: Double
  package let validation: Double

  /// Requires shares of at least 0 whose sum is at most 1.
  package init(train: Double = 0.6, validation: Double = 0.2) {
    precondition(train >= 0 && validation >= 0 && train + validation <= 1, "shares that sum to at most 1")
    self.train = train
    self.validation = validation
  }

  /// For the rows without the event and then for those with it: a random order, cut at ⌊share · count⌋.
  package func split(_ outcomes: [Bool], using generator: SeededGenerator) -> TimeSplit.Parts {
    var parts: (train: [Int], validation: [Int], test: [Int]) = ([], [], [])
    for outcome in [false, true] {
      let rows = outcomes.indices.filter { outcomes[$0] == outcome }
      var stream = generator.split("outcome \(outcome)")
      let drawn = stream.permutation(rows.count).map { rows[$0] }
      let first = Int(train * Double(rows.count))
      let second = max(first, Int((train + validation) * Double(rows.count)))
      parts.train += drawn[..<first]
      parts.validation += drawn[first..<second]
      parts.test += drawn[second...]
    }
    return TimeSplit.Parts(
      train: parts.train.sorted(), validation: parts.validation.sorted(), test: parts.test.sorted())
  }
}
