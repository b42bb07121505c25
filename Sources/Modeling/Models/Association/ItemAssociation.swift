import Computation

/// Which items are bought together oftener than chance would have it: counts of all pairs.
///
/// For items a and b in n baskets: support P(ab), confidence P(b | a), lift P(ab) / (P(a) P(b)) (Agrawal, Imieliński and
/// Swami 1993; Brin, Motwani and Silverstein 1997), Pearson's χ² of the two-by-two table without correction, and the
/// log-likelihood ratio G² = 2 Σ O ln(O / E) of Dunning (1993), which stays honest where counts are small.
/// Counts are whole numbers, so neither the order of baskets nor the number of workers matters.
/// O(Σ basket size²), memory O(baskets + items + pairs kept).
package struct ItemAssociation: Sendable, Equatable {
  static let name = "ItemAssociation"

  /// Share of baskets that must hold both items, 0…1; a pair that never occurred is never kept.
  package let minimumSupport: Double

  package init(minimumSupport: Double = 0.001) {
    self.minimumSupport = minimumSupport
  }

  /// Throws `hyperparameter` (a support outside 0…1).
  package func fit(_ baskets: Baskets, on workers: Workers = .one) throws(FitProblem) -> Fitted {
    guard (0...1).contains(minimumSupport) else {
      throw .hyperparameter(
        model: Self.name, name: "minimumSupport", found: "\(minimumSupport)", expected: "0 to 1")
    }
    let counts = Self.counts(baskets)
    let isFrequent = { @Sendable (count: Int) in
      count > 0 && Double(count) / Double(baskets.count) >= minimumSupport
    }
    let frequent = counts.map { isFrequent($0) }
    let (homes, begins) = Self.basketsOfItems(baskets, counts)
    let parts = workers.map(counts.count, chunksOf: 64) { range -> [Fitted.Pair] in
      var together = [Int](repeating: 0, count: counts.count)
      var pairs: [Fitted.Pair] = []
      for item in range where frequent[item] {
        var met: [Int] = []
        for place in begins[item]..<begins[item + 1] {
          let basket = Int(homes[place])
          for other in baskets.contents[baskets.starts[basket]..<baskets.starts[basket + 1]].reversed() {
            let other = Int(other)
            if other <= item { break }
            guard frequent[other] else { continue }
            if together[other] == 0 { met.append(other) }
            together[other] += 1
          }
        }
        for other in met.sorted() {
          if isFrequent(together[other]) {
            pairs.append(Fitted.Pair(first: item, second: other, count: together[other]))
          }
          together[other] = 0
        }
      }
      return pairs
    }
    return Fitted(items: baskets.items, counts: counts, baskets: baskets.count, pairs: parts.flatMap { $0 })
  }

  private static func counts(_ baskets: Baskets) -> [Int] {
    var counts = [Int](repeating: 0, count: baskets.items.count)
    for item in baskets.contents { counts[Int(item)] += 1 }
    return counts
  }

  /// The baskets of each item, one item behind the other.
  private static func basketsOfItems(_ baskets: Baskets, _ counts: [Int]) -> (homes: [Int32], begins: [Int]) {
    var begins = [0]
    for count in counts { begins.append((begins.last ?? 0) + count) }
    var next = begins
    var homes = [Int32](repeating: 0, count: baskets.contents.count)
    for basket in 0..<baskets.count {
      for item in baskets.contents[baskets.starts[basket]..<baskets.starts[basket + 1]] {
        homes[next[Int(item)]] = Int32(basket)
        next[Int(item)] += 1
      }
    }
    return (homes, begins)
  }
}
