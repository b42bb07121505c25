/// The dendrogram without its small pieces: groups of at least so many rows, the rows that fall off each, and at which
/// density λ = 1 / distance they do (Campello, Moulavi and Sander 2013, sections 3 and 4; named so by McInnes, Healy and
/// Astels 2017).
struct CondensedTree {
  private struct Group {
    let parent: Int?
    /// The density at which it came to be.
    let birth: Double
    /// Σ over its rows of the density at which they leave it, less that of its birth (equation 3).
    var stability = 0.0
    var children: [Int] = []
  }

  /// Parents before their children; the first is the whole.
  private var groups = [Group(parent: nil, birth: 0)]
  /// The smallest group that each row was in.
  private var places: [Int]

  init(_ tree: Dendrogram, leastRows: Int) {
    let count = tree.rowCount
    let size = { (node: Int) in node < count ? 1 : tree.merges[node - count].size }
    places = [Int](repeating: 0, count: count)
    var open = count > 1 ? [(node: 2 * count - 2, group: 0)] : []
    while let (node, group) = open.popLast() {
      let merge = tree.merges[node - count]
      // Equal rows are at distance 0; a large number does for their density, and sums of it stay finite.
      let density = min(1 / merge.height, 1e300)
      let parts = [merge.first, merge.second]
      let isSplit = parts.allSatisfy { size($0) >= leastRows }
      for part in parts {
        let stays = size(part) >= leastRows && !isSplit
        if stays {
          open.append((part, group))
          continue
        }
        groups[group].stability += Double(size(part)) * (density - groups[group].birth)
        if isSplit {
          groups[group].children.append(groups.count)
          open.append((part, groups.count))
          groups.append(Group(parent: group, birth: density))
        } else {
          for row in Self.rows(of: part, tree) { places[row] = group }
        }
      }
    }
  }

  private static func rows(of node: Int, _ tree: Dendrogram) -> [Int] {
    var open = [node]
    var rows: [Int] = []
    while let node = open.popLast() {
      if node < tree.rowCount {
        rows.append(node)
      } else {
        open += [tree.merges[node - tree.rowCount].first, tree.merges[node - tree.rowCount].second]
      }
    }
    return rows
  }

  /// The chosen group that each row is in, by any number, or −1: those groups, none in another and none the whole, whose
  /// stabilities add up to most (excess of mass, equations 5 and 6).
  func labels() -> [Int] {
    var best = groups.map(\.stability)
    var isChosen = groups.map { _ in true }
    for index in groups.indices.reversed() {
      let below = groups[index].children.reduce(0) { $0 + best[$1] }
      if index == 0 || below > groups[index].stability {
        isChosen[index] = false
        best[index] = below
      }
    }
    var labels = groups.map { _ in -1 }
    for (index, group) in groups.enumerated() {
      let above = group.parent.map { labels[$0] } ?? -1
      labels[index] = above >= 0 ? above : (isChosen[index] ? index : -1)
    }
    return places.map { labels[$0] }
  }
}
