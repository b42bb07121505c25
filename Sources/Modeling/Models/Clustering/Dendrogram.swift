import Computation

/// The order in which rows were joined to groups, and how far apart the groups then were.
package struct Dendrogram: Sendable, Equatable, Codable {
  /// Nodes are numbered as usual: rows 0..<n, then each merge one more. Heights rise.
  package struct Merge: Sendable, Equatable, Codable {
    package let first: Int
    package let second: Int
    package let height: Double
    package let size: Int
  }

  package let merges: [Merge]

  package var rowCount: Int { merges.count + 1 }

  /// Of pairs of rows that stand for their groups, in any order; equal heights in the order given.
  init(_ pairs: [(first: Int, second: Int, height: Double)]) {
    var sets = DisjointSets(count: pairs.count + 1)
    var names = Array(0...pairs.count)
    var merges: [Merge] = []
    merges.reserveCapacity(pairs.count)
    let heights = pairs.map(\.height)
    for index in RadixSort.order(of: heights) {
      let pair = pairs[index]
      let (a, b) = (sets.root(of: pair.first), sets.root(of: pair.second))
      let joined = sets.join(a, b)
      let size = sets.sizes[joined]
      merges.append(
        Merge(first: min(names[a], names[b]), second: max(names[a], names[b]), height: pair.height, size: size))
      names[joined] = pairs.count + merges.count
    }
    self.merges = merges
  }

  /// The group of each row when the last merges are undone, numbered by size. Requires 1 ≤ clusters ≤ rows.
  package func labels(clusters: Int) -> [Int] {
    precondition((1...rowCount).contains(clusters), "between one group and one for each row")
    var sets = DisjointSets(count: rowCount + merges.count)
    for (index, merge) in merges.dropLast(clusters - 1).enumerated() {
      sets.join(merge.first, rowCount + index)
      sets.join(merge.second, rowCount + index)
    }
    return GroupNumbers.bySize((0..<rowCount).map { sets.root(of: $0) })
  }
}
