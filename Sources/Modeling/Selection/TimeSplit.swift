/// Splits rows into train, validation and test by a key that grows with time, earliest first.
///
/// Rows of equal key stay together, so no moment lies on both sides of a border; the shares are met as nearly as that
/// allows, never with less than one key in a part. O(n log n).
package struct TimeSplit: Sendable, Equatable {
  /// Share of rows for training and for validation; the rest is the test.
  package let train: Double
  package let validation: Double

  /// Requires both above 0 and their sum below 1.
  package init(train: Double = 0.6, validation: Double = 0.2) {
    precondition(train > 0 && validation > 0 && train + validation < 1, "three shares above 0 that sum to 1")
    self.train = train
    self.validation = validation
  }

  package struct Parts: Sendable, Equatable {
    /// Row indices in rising order.
    package let train: [Int]
    package let validation: [Int]
    package let test: [Int]

    package init(train: [Int], validation: [Int], test: [Int]) {
      self.train = train
      self.validation = validation
      self.test = test
    }
  }

  /// `keys` is one number for each row. Throws `tooFewDistinctRows` with fewer than three distinct keys.
  package func split(keys: [Int]) throws(FitProblem) -> Parts {
    let distinct = Set(keys).sorted()
    guard distinct.count >= 3 else {
      throw .tooFewDistinctRows(model: "TimeSplit", found: distinct.count, needed: 3)
    }
    let sorted = keys.sorted()
    let places = Dictionary(uniqueKeysWithValues: distinct.enumerated().map { ($1, $0) })
    /// Place of the first distinct key at or after that share of the rows.
    let place = { (share: Double) in
      places[sorted[min(sorted.count - 1, Int((share * Double(sorted.count)).rounded()))]] ?? 0
    }
    let first = min(max(place(train), 1), distinct.count - 2)
    let second = min(max(place(train + validation), first + 1), distinct.count - 1)
    let (validationStart, testStart) = (distinct[first], distinct[second])
    return Parts(
      train: keys.indices.filter { keys[$0] < validationStart },
      validation: keys.indices.filter { keys[$0] >= validationStart && keys[$0] < testStart },
      test: keys.indices.filter { keys[$0] >= testStart })
  }
}
