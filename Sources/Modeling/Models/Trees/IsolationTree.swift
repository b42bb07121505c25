import Computation

/// Random cuts of a sample of rows, until each is alone or the limit is reached.
struct IsolationTree: Sendable, Equatable, Codable {
  private struct Node: Sendable, Equatable, Codable {
    /// −1 in a leaf.
    var column = -1
    var cut = 0.0
    /// The node of the rows below the cut; the next is that of the others.
    var below = 0
    /// In a leaf: its depth, with c(m) for its m rows.
    var depth = 0.0
    var above = 0
  }

  private let limit: Int
  private var nodes: [Node] = []

  init(limit: Int) {
    self.limit = limit
  }

  mutating func grow(_ rows: Matrix, _ drawn: [Int], using stream: inout SeededGenerator) {
    _ = grow(rows, drawn, depth: 0, using: &stream)
  }

  private mutating func grow(
    _ rows: Matrix, _ drawn: [Int], depth: Int, using stream: inout SeededGenerator
  ) -> Int {
    let index = nodes.count
    nodes.append(Node(depth: Double(depth) + IsolationForest.meanDepth(drawn.count)))
    guard depth < limit, drawn.count > 1 else { return index }
    let ranges = Self.ranges(rows, drawn)
    guard !ranges.isEmpty else { return index }
    let range = ranges[stream.integer(below: ranges.count)]
    // Not below the lowest value nor above the highest, so that both sides hold a row.
    let cut = min(max(stream.uniform(in: range.low...range.high), range.low.nextUp), range.high)
    let below = drawn.filter { rows[$0, range.column] < cut }
    let above = drawn.filter { rows[$0, range.column] >= cut }
    nodes[index] = Node(column: range.column, cut: cut)
    nodes[index].below = grow(rows, below, depth: depth + 1, using: &stream)
    nodes[index].above = grow(rows, above, depth: depth + 1, using: &stream)
    return index
  }

  /// The columns that vary among the rows.
  private static func ranges(_ rows: Matrix, _ drawn: [Int]) -> [(column: Int, low: Double, high: Double)] {
    (0..<rows.columns).compactMap { column in
      var low = Double.infinity
      var high = -Double.infinity
      for row in drawn {
        low = min(low, rows[row, column])
        high = max(high, rows[row, column])
      }
      return low < high ? (column, low, high) : nil
    }
  }

  func depth(of rows: Matrix, _ row: Int) -> Double {
    var node = nodes[0]
    while node.column >= 0 { node = nodes[rows[row, node.column] < node.cut ? node.below : node.above] }
    return node.depth
  }
}
