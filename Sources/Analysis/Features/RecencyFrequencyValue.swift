import Modeling
import Vocabulary

/// When customers bought last, how often, and for how much: the three figures of RFM (Hughes 1994), and their scores.
package struct RecencyFrequencyValue: Sendable, Equatable {
  /// Days from the last purchase to the day asked about.
  package let recencyDays: [Int]
  /// Purchases; two on one day are two.
  package let purchases: [Int]
  package let netMicros: [Int64]

  /// What was known at the end of `asOf`, in the order of the histories; customers who had not bought are left out.
  package init(_ histories: [PurchaseHistory], asOf: Day) {
    let known = histories.compactMap { $0.known(by: asOf) }
    recencyDays = known.map { asOf - ($0.purchases.last?.day ?? asOf) }
    purchases = known.map(\.purchases.count)
    netMicros = known.map(\.netMicros)
  }

  /// How customers are dealt into fifths.
  package enum Dealing: Sendable, CaseIterable {
    /// Fifths of equal size; among customers alike the order of the list decides.
    case byRank
    /// Customers alike stand in one fifth, whatever its size.
    case byCut
  }

  /// From 1, worst, to 5, best: bought lately, often, for much.
  package struct Score: Hashable, Sendable {
    package let recency: Int
    package let frequency: Int
    package let value: Int

    package init(recency: Int, frequency: Int, value: Int) {
      self.recency = recency
      self.frequency = frequency
      self.value = value
    }
  }

  /// One for each customer. O(n log n).
  package func scores(_ dealing: Dealing) -> [Score] {
    let fifths = QuantileScores(groups: 5)
    let (days, counts) = (recencyDays.map(Double.init), purchases.map(Double.init))
    let values = netMicros.map(Double.init)
    let (recency, frequency, value) =
      switch dealing {
      case .byRank: (fifths.byRank(days.map { -$0 }), fifths.byRank(counts), fifths.byRank(values))
      case .byCut: (fifths.byCut(days).map { 6 - $0 }, fifths.byCut(counts), fifths.byCut(values))
      }
    return recency.indices.map { Score(recency: recency[$0], frequency: frequency[$0], value: value[$0]) }
  }
}
