import Computation

extension ItemAssociation {
  /// Counts of items and of the pairs with enough support, by their items.
  package struct Fitted: FittedModel {
    package static let name = "ItemAssociation"
    package static let version = 1

    struct Pair: Codable, Equatable, Sendable {
      /// Indices into `items`, the lower one first.
      let first: Int
      let second: Int
      /// Baskets that hold both.
      let count: Int
    }

    package let items: [String]
    /// Baskets that hold each item.
    package let counts: [Int]
    package let baskets: Int
    let pairs: [Pair]

    package var pairCount: Int { pairs.count }

    /// The rules that lead from an item, those with the strongest evidence of more than chance first; at most `limit`.
    /// Nil for an item of no basket. O(pairs).
    package func rules(from item: String, limit: Int = .max) -> [AssociationRule]? {
      guard let place = items.firstIndex(of: item) else { return nil }
      let rules = pairs.compactMap { pair -> AssociationRule? in
        if pair.first == place { return rule(from: place, to: pair.second, together: pair.count) }
        return pair.second == place ? rule(from: place, to: pair.first, together: pair.count) : nil
      }
      return Array(Self.ranked(rules).prefix(limit))
    }

    /// Both directions of every pair, ranked likewise.
    package func rules(limit: Int = .max) -> [AssociationRule] {
      let rules = pairs.flatMap { pair in
        [
          rule(from: pair.first, to: pair.second, together: pair.count),
          rule(from: pair.second, to: pair.first, together: pair.count),
        ]
      }
      return Array(Self.ranked(rules).prefix(limit))
    }

    private func rule(from first: Int, to second: Int, together: Int) -> AssociationRule {
      AssociationRule(
        from: items[first], to: items[second], together: together, first: counts[first], second: counts[second],
        of: baskets)
    }

    /// More than chance before less, then by log-likelihood ratio; equal ones by name.
    private static func ranked(_ rules: [AssociationRule]) -> [AssociationRule] {
      rules.sorted { a, b in
        if (a.lift > 1) != (b.lift > 1) { return a.lift > 1 }
        if a.logLikelihoodRatio != b.logLikelihoodRatio { return a.logLikelihoodRatio > b.logLikelihoodRatio }
        let names = a.from != b.from ? (a.from, b.from) : (a.to, b.to)
        return Array(names.0.utf8).lexicographicallyPrecedes(Array(names.1.utf8))
      }
    }
  }
}
