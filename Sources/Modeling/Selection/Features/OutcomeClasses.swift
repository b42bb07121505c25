import Computation

/// Outcomes as classes: their distinct values in ascending order, and which of them each row has.
package struct OutcomeClasses: Sendable, Equatable {
  package let values: [Double]
  /// For each row the place of its class in `values`.
  package let places: [Int]

  package init(_ outcomes: [Double]) {
    let values = Set(outcomes).sorted()
    let place = Dictionary(uniqueKeysWithValues: values.enumerated().map { ($1, $0) })
    self.values = values
    places = outcomes.compactMap { place[$0] }
  }

  package var counts: [Int] {
    var counts = [Int](repeating: 0, count: values.count)
    for place in places { counts[place] += 1 }
    return counts
  }
}
