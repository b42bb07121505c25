import Computation

/// How many touches the chain should remember.
///
/// A chain of order k tells a finished journey's chance of a sale by the state it ended in; its area under the ROC
/// curve grows with every order, because more states fit the same journeys more closely. The area is therefore
/// penalised as an adjusted R² is (Theil 1961): 1 − (1 − AUC) (n − 1) / (n − p − 1), with n journeys and p states in
/// which journeys ended. The highest wins, the lower order on a tie.
package struct MarkovOrder: Sendable, Equatable {
  package struct Candidate: Sendable, Equatable {
    package let order: Int
    /// Share of pairs of a converting and a failing journey that the chain puts in order, ties half.
    package let area: Double
    package let penalisedArea: Double
    package let states: Int
  }

  package let keepsRepeats: Bool

  package init(keepsRepeats: Bool = false) {
    self.keepsRepeats = keepsRepeats
  }

  /// Orders 1 to `highest`; nil where no journey failed, so that there is nothing to tell apart.
  /// Throws `hyperparameter` as `MarkovAttribution` does. O(touches + states log states) for each order.
  package func candidates(_ journeys: Journeys, upTo highest: Int = 4) throws(FitProblem) -> [Candidate]? {
    try MarkovAttribution(order: highest, keepsRepeats: keepsRepeats).check(journeys)
    guard journeys.totalNulls > 0 else { return nil }
    return (1...highest).map { order in
      let chain = ChannelChain(journeys, order: order, keepsRepeats: keepsRepeats)
      let counts = chain.counts(journeys, conversions: journeys.conversions, nulls: journeys.nulls)
      let ended = (0..<chain.states).filter { counts.conversions[$0] + counts.nulls[$0] > 0 }
      let area = Self.area(ended.map { (counts.conversions[$0], counts.nulls[$0]) })
      let left = journeys.total - Double(ended.count) - 1
      return Candidate(
        order: order, area: area,
        penalisedArea: left > 0 ? 1 - (1 - area) * (journeys.total - 1) / left : 0, states: chain.states - 1)
    }
  }

  /// The best of `candidates`, or 1 where there are none.
  package static func best(of candidates: [Candidate]?) -> Int {
    var best: Candidate?
    for candidate in candidates ?? [] where candidate.penalisedArea > best?.penalisedArea ?? -.infinity {
      best = candidate
    }
    return best?.order ?? 1
  }

  /// The area under the ROC curve of counts, each pair scored by its own share of conversions.
  private static func area(_ ends: [(conversions: Double, nulls: Double)]) -> Double {
    // a / (a + b) < c / (c + d) without the rounding of a division.
    let sorted = ends.sorted { $0.conversions * $1.nulls < $1.conversions * $0.nulls }
    var conversions = 0.0
    var nulls = 0.0
    var pairs = 0.0
    for end in sorted {
      // States of equal share may be taken one after the other: their own pairs count half, and so they do together.
      pairs += end.conversions * (nulls + 0.5 * end.nulls)
      conversions += end.conversions
      nulls += end.nulls
    }
    return pairs / (conversions * nulls)
  }
}
