import Computation

/// How much two groupings of the same rows say, each for itself and together, in nats (Shannon 1948).
struct LabelEntropies {
  /// Sizes of the groups of either grouping, in the order of their labels.
  let first: [Int]
  let second: [Int]
  /// Entropies −Σ p ln p of either.
  let entropies: (first: Double, second: Double)
  /// What either tells of the other, I = H₁ + H₂ − H(both), 0 at least.
  let information: Double

  /// Requires as many labels in both, and at least one. O(n log n).
  init(_ input: LabelPair) {
    let count = input.first.count
    first = Self.sizes(input.first.sorted()) { $0 == $1 }
    second = Self.sizes(input.second.sorted()) { $0 == $1 }
    let both = Self.sizes(zip(input.first, input.second).sorted { $0 < $1 }) { $0 == $1 }
    entropies = (Self.entropy(first, count), Self.entropy(second, count))
    information = max(0, entropies.first + entropies.second - Self.entropy(both, count))
  }

  /// Lengths of the runs of equal elements.
  private static func sizes<Element>(_ sorted: [Element], _ equal: (Element, Element) -> Bool) -> [Int] {
    var sizes: [Int] = []
    for (index, element) in sorted.enumerated() {
      if index > 0, equal(sorted[index - 1], element) { sizes[sizes.count - 1] += 1 } else { sizes.append(1) }
    }
    return sizes
  }

  private static func entropy(_ sizes: [Int], _ count: Int) -> Double {
    sizes.reduce(0) { $0 - Double($1) / Double(count) * Logarithm.of(Double($1) / Double(count)) }
  }
}
