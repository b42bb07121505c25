import Computation

/// Many trees laid out for asking many rows: sixteen bytes a node, and eight rows on their way at once, so that none
/// waits for the memory of another.
struct TreeWalk: Sendable {
  private struct Node: Sendable {
    let threshold: Double
    let feature: Int32
    /// The child for yes; a leaf is its own, whatever the row. A negative number, turned bit by bit, where missing is
    /// yes.
    let child: Int32
  }

  private let nodes: [Node]
  private let values: [Double]
  private let roots: [Int]
  private let trees: [Tree]
  private let asksCategories: Bool

  init(_ trees: [Tree]) {
    var nodes: [Node] = []
    var roots: [Int] = []
    for tree in trees {
      let root = nodes.count
      roots.append(root)
      for node in tree.features.indices {
        let isLeaf = tree.features[node] < 0
        let child = Int32(root) + (isLeaf ? Int32(node) : tree.children[node])
        nodes.append(
          Node(
            threshold: isLeaf ? .infinity : tree.thresholds[node], feature: max(tree.features[node], 0),
            child: isLeaf || tree.missingIsYes[node] ? ~child : child))
      }
    }
    self.nodes = nodes
    self.roots = roots
    self.trees = trees
    values = trees.flatMap(\.values)
    asksCategories = trees.contains { !$0.categories.isEmpty }
  }

  /// For each row in `range`, `start` and then what each tree says, added in the order of the trees.
  func sums(_ rows: Matrix, _ range: Range<Int>, from start: Double) -> [Double] {
    var sums = [Double](repeating: start, count: range.count)
    rows.values.withUnsafeBufferPointer { x in
      sums.withUnsafeMutableBufferPointer { sums in
        for tree in trees.indices {
          if asksCategories {
            addSlowly(trees[tree], x, rows.columns, range, &sums)
          } else {
            add(tree, x, rows.columns, range, &sums)
          }
        }
      }
    }
    return sums
  }

  private func addSlowly(
    _ tree: Tree, _ x: UnsafeBufferPointer<Double>, _ width: Int, _ range: Range<Int>,
    _ sums: inout UnsafeMutableBufferPointer<Double>
  ) {
    for row in range {
      var node = 0
      while tree.features[node] >= 0 { node = tree.next(node, x, from: row * width) }
      sums[row - range.lowerBound] += tree.values[node]
    }
  }

  private func add(
    _ tree: Int, _ x: UnsafeBufferPointer<Double>, _ width: Int, _ range: Range<Int>,
    _ sums: inout UnsafeMutableBufferPointer<Double>
  ) {
    nodes.withUnsafeBufferPointer { nodes in
      values.withUnsafeBufferPointer { values in
        guard let nodes = nodes.baseAddress, let x = x.baseAddress else { return }
        let root = Int32(roots[tree])
        var row = range.lowerBound
        while row + 8 <= range.upperBound {
          let r = x + row * width
          var (a, b, c, d, e, f, g, h) = (root, root, root, root, root, root, root, root)
          var moved: Int32 = 1
          while moved != 0 {
            let from = (a, b, c, d, e, f, g, h)
            a = Self.next(nodes, a, r)
            b = Self.next(nodes, b, r + width)
            c = Self.next(nodes, c, r + 2 * width)
            d = Self.next(nodes, d, r + 3 * width)
            e = Self.next(nodes, e, r + 4 * width)
            f = Self.next(nodes, f, r + 5 * width)
            g = Self.next(nodes, g, r + 6 * width)
            h = Self.next(nodes, h, r + 7 * width)
            moved = (a ^ from.0) | (b ^ from.1) | (c ^ from.2) | (d ^ from.3)
            moved |= (e ^ from.4) | (f ^ from.5) | (g ^ from.6) | (h ^ from.7)
          }
          let place = row - range.lowerBound
          sums[place] += values[Int(a)]
          sums[place + 1] += values[Int(b)]
          sums[place + 2] += values[Int(c)]
          sums[place + 3] += values[Int(d)]
          sums[place + 4] += values[Int(e)]
          sums[place + 5] += values[Int(f)]
          sums[place + 6] += values[Int(g)]
          sums[place + 7] += values[Int(h)]
          row += 8
        }
        while row < range.upperBound {
          var (node, from) = (root, Int32(-1))
          while node != from { (from, node) = (node, Self.next(nodes, node, x + row * width)) }
          sums[row - range.lowerBound] += values[Int(node)]
          row += 1
        }
      }
    }
  }

  /// No branch that the processor could guess wrongly.
  @inline(__always)
  private static func next(_ nodes: UnsafePointer<Node>, _ node: Int32, _ row: UnsafePointer<Double>) -> Int32 {
    let node = nodes[Int(node)]
    let x = row[Int(node.feature)]
    let isNo: Int32 = x <= node.threshold ? 0 : 1
    let sign = node.child >> 31
    let staysYes: Int32 = x == x ? 0 : sign & 1
    return (node.child ^ sign) + (isNo & ~staysYes)
  }
}
