import Computation

/// Harrell's concordance: of the pairs of which it is known who had the event first, the share where that one had the
/// higher risk; equal risks count half (Harrell et al. 1982). 0.5 is chance, 1 perfect.
///
/// A pair is known when the shorter duration ended with the event; at equal durations, when one ended with it and the
/// other did not. O(n log n) by counting ranks in a Fenwick tree.
package enum ConcordanceIndex {
  /// `risks`: one finite number for each subject, higher for an earlier event. Nil where no pair is known. Throws
  /// `lengths` or `notFinite`.
  package static func value(_ times: SurvivalTimes, risks: [Double]) throws(FitProblem) -> Double? {
    let model = "ConcordanceIndex"
    guard risks.count == times.count else { throw .lengths(model: model, found: risks.count, expected: times.count) }
    if let row = risks.firstIndex(where: { !$0.isFinite }) { throw .notFinite(model: model, row: row, column: 0) }
    let byRisk = risks.indices.sorted { risks[$0] < risks[$1] }
    var ranks = [Int](repeating: 0, count: risks.count)
    var rank = 0
    for (place, index) in byRisk.enumerated() {
      if place > 0, risks[index] != risks[byRisk[place - 1]] { rank += 1 }
      ranks[index] = rank
    }
    // From the longest duration down, so that the tree holds those who outlived; events after the censored of a tie.
    let order = times.durations.indices.sorted { a, b in
      if times.durations[a] != times.durations[b] { return times.durations[a] > times.durations[b] }
      return !times.events[a] && times.events[b]
    }
    var tree = RankCounts(size: rank + 1)
    var (concordant, tied, known) = (0, 0, 0)
    var waiting: [Int] = []
    for (place, index) in order.enumerated() {
      let isNewTie = place == 0 || times.durations[index] != times.durations[order[place - 1]]
      if isNewTie {
        for rank in waiting { tree.add(rank) }
        waiting = []
      }
      guard times.events[index] else {
        tree.add(ranks[index])
        continue
      }
      let below = tree.count(below: ranks[index])
      let upTo = tree.count(below: ranks[index] + 1)
      concordant += below
      tied += upTo - below
      known += tree.total
      waiting.append(ranks[index])
    }
    return known == 0 ? nil : (Double(concordant) + 0.5 * Double(tied)) / Double(known)
  }
}

/// How many of the ranks added so far are below another, in O(log n) (Fenwick 1994).
private struct RankCounts {
  private var nodes: [Int]
  private(set) var total = 0

  init(size: Int) { nodes = [Int](repeating: 0, count: size + 1) }

  mutating func add(_ rank: Int) {
    total += 1
    var node = rank + 1
    while node < nodes.count {
      nodes[node] += 1
      node += node & -node
    }
  }

  func count(below rank: Int) -> Int {
    var sum = 0
    var node = rank
    while node > 0 {
      sum += nodes[node]
      node -= node & -node
    }
    return sum
  }
}
