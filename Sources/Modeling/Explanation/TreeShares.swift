import Computation

/// One tree prepared for its Shapley values: for each node, what the way into it contributes at the points of
/// integration.
struct TreeShares: Sendable {
  /// Values at eight points of integration.
  typealias Points = SIMD8<Double>

  /// The way into a node.
  fileprivate struct Way: Sendable {
    let parent: Int32
    let feature: Int32
    /// The last node above, or this node's parent's way in, that was entered by a question about the same feature; or
    /// −1.
    let before: Int32
    /// Share of training rows that go on over all questions about this feature so far, if it is not known.
    let share: Double
  }

  private let ways: [Way]
  /// Points of integration in groups of eight; the weight of those not needed is 0.
  private let groups: [Group]

  fileprivate struct Group: Sendable {
    let weights: Points
    /// At 2 · node + o, o 1 where the row's own value leads on: (1 − t) share + t o, and 1 divided by it.
    let factors: [Points]
    let inverses: [Points]
  }

  /// The mean of a tree's answers over its training rows.
  static func usual(_ tree: Tree) -> Double {
    var sum = 0.0
    for node in tree.features.indices where tree.features[node] < 0 { sum += tree.values[node] * tree.covers[node] }
    return sum / tree.covers[0]
  }

  init(_ tree: Tree) {
    var ways = [Way](
      repeating: Way(parent: -1, feature: -1, before: -1, share: 1), count: tree.features.count)
    var known = [Int](repeating: 0, count: tree.features.count)
    for node in tree.features.indices where tree.features[node] >= 0 {
      var before = node
      while before > 0, ways[before].feature != tree.features[node] { before = Int(ways[before].parent) }
      for child in Int(tree.children[node])...(Int(tree.children[node]) + 1) {
        let share = tree.covers[child] / tree.covers[node]
        ways[child] = Way(
          parent: Int32(node), feature: tree.features[node], before: before > 0 ? Int32(before) : -1,
          share: before > 0 ? share * ways[before].share : share)
        known[child] = known[node] + (before > 0 ? 0 : 1)
      }
    }
    self.ways = ways
    let needed = ((known.max() ?? 0) + 1) / 2
    let rule = GaussLegendre(count: max(needed, 1))
    groups = stride(from: 0, to: needed, by: 8).map { Group(rule, from: $0, ways) }
  }

  /// Adds the tree's Shapley values of each row in `range` to `part`, `width` values a row.
  func add(
    _ tree: Tree, _ values: UnsafeBufferPointer<Double>, _ width: Int, _ range: Range<Int>,
    to part: UnsafeMutableBufferPointer<Double>
  ) {
    let count = ways.count
    withUnsafeTemporaryAllocation(of: Points.self, capacity: 2 * count) { room in
      withUnsafeTemporaryAllocation(of: Int.self, capacity: count) { leadsOn in
        let products = UnsafeMutableBufferPointer(rebasing: room[..<count])
        let sums = UnsafeMutableBufferPointer(rebasing: room[count...])
        ways.withUnsafeBufferPointer { ways in
          for row in range {
            follow(tree, values, from: row * width, ways, into: leadsOn)
            let result = UnsafeMutableBufferPointer(
              rebasing: part[((row - range.lowerBound) * width)..<((row - range.lowerBound + 1) * width)])
            for group in groups { group.add(tree, ways, leadsOn, products, sums, to: result) }
          }
        }
      }
    }
  }

  /// For each node, 1 if the row's own values of the feature asked last lead on to it, else 0.
  private func follow(
    _ tree: Tree, _ values: UnsafeBufferPointer<Double>, from start: Int, _ ways: UnsafeBufferPointer<Way>,
    into leadsOn: UnsafeMutableBufferPointer<Int>
  ) {
    leadsOn[0] = 1
    for node in ways.indices where tree.features[node] >= 0 {
      let child = Int(tree.children[node])
      let before = Int(ways[child].before)
      let whole = before < 0 ? 1 : leadsOn[before]
      let isNo = tree.next(node, values, from: start) - child
      leadsOn[child] = (1 - isNo) * whole
      leadsOn[child + 1] = isNo * whole
    }
  }
}

extension TreeShares.Group {
  fileprivate init(_ rule: GaussLegendre, from first: Int, _ ways: [TreeShares.Way]) {
    var points = TreeShares.Points(repeating: 0.5)
    var weights = TreeShares.Points.zero
    for lane in 0..<8 where first + lane < rule.points.count {
      points[lane] = rule.points[first + lane]
      weights[lane] = rule.weights[first + lane]
    }
    self.weights = weights
    factors = ways.flatMap { [(1 - points) * $0.share, (1 - points) * $0.share + points] }
    inverses = factors.map { 1 / $0 }
  }

  fileprivate func add(
    _ tree: Tree, _ ways: UnsafeBufferPointer<TreeShares.Way>, _ leadsOn: UnsafeMutableBufferPointer<Int>,
    _ products: UnsafeMutableBufferPointer<TreeShares.Points>, _ sums: UnsafeMutableBufferPointer<TreeShares.Points>,
    to result: UnsafeMutableBufferPointer<Double>
  ) {
    factors.withUnsafeBufferPointer { factors in
      inverses.withUnsafeBufferPointer { inverses in
        // A child's number is above its parent's: rising numbers lead down, falling ones up.
        products[0] = weights
        for node in 1..<ways.count {
          let way = ways[node]
          var product = products[Int(way.parent)] * factors[2 * node + leadsOn[node]]
          if way.before >= 0 { product *= inverses[2 * Int(way.before) + leadsOn[Int(way.before)]] }
          products[node] = product
        }
        var node = ways.count - 1
        while node > 0 {
          let way = ways[node]
          let child = Int(tree.children[node])
          let sum =
            tree.features[node] < 0 ? products[node] * tree.values[node] : sums[child] + sums[child + 1]
          sums[node] = sum
          var value = (Double(leadsOn[node]) - way.share) * (sum * inverses[2 * node + leadsOn[node]]).sum()
          if way.before >= 0 {
            let (before, o) = (Int(way.before), leadsOn[Int(way.before)])
            value -= (Double(o) - ways[before].share) * (sum * inverses[2 * before + o]).sum()
          }
          result[Int(way.feature)] += value
          node -= 1
        }
      }
    }
  }
}
