import Computation

/// Rows so arranged that the near ones of a point are found without measuring all (Bentley 1975; Friedman, Bentley and
/// Finkel 1977). Each node is cut at the middle row of its widest column.
///
/// Building O(n log² n), memory O(n · d). A question costs O(log n) in few columns and O(n) in many. Answers do not depend
/// on how the tree was cut: distances are Euclidean, summed over columns in their order, and of rows at the same distance
/// the lower number comes first.
struct KDTree: Sendable {
  struct Neighbour: Sendable, Equatable {
    let row: Int
    let distance: Double
  }

  private struct Node: Sendable {
    let rows: Range<Int>
    var column = 0
    var cut = 0.0
    /// The node with the rows up to the cut; the next is the one with the others. 0 in a leaf.
    var children = (0, 0)
  }

  private static let leaf = 16

  let rows: Matrix
  /// Row numbers, those of a node side by side.
  private var order: [Int]
  private var nodes: [Node] = []

  init(_ rows: Matrix) {
    self.rows = rows
    order = Array(0..<rows.rows)
    _ = build(0..<rows.rows)
  }

  private mutating func build(_ range: Range<Int>) -> Int {
    let index = nodes.count
    nodes.append(Node(rows: range))
    guard range.count > Self.leaf, let column = widestColumn(range) else { return index }
    let values = rows.values
    let width = rows.columns
    order[range].sort {
      let (a, b) = (values[$0 * width + column], values[$1 * width + column])
      return a != b ? a < b : $0 < $1
    }
    let middle = range.lowerBound + range.count / 2
    nodes[index].column = column
    nodes[index].cut = rows[order[middle], column]
    let near = build(range.lowerBound..<middle)
    nodes[index].children = (near, build(middle..<range.upperBound))
    return index
  }

  /// Nil when all rows are equal.
  private func widestColumn(_ range: Range<Int>) -> Int? {
    var widest: (column: Int, width: Double)?
    for column in 0..<rows.columns {
      var low = Double.infinity
      var high = -Double.infinity
      for place in range {
        let value = rows[order[place], column]
        low = min(low, value)
        high = max(high, value)
      }
      if high - low > widest?.width ?? 0 { widest = (column, high - low) }
    }
    return widest?.column
  }

  /// All rows within a distance, in rising order of their numbers.
  func within(_ radius: Double, of point: UnsafePointer<Double>) -> [Int] {
    var found: [Int] = []
    var limit = radius
    search(0, point, &limit) { row, _, _ in found.append(row) }
    return found.sorted()
  }

  /// The nearest rows, nearest first; fewer when there are not so many.
  func nearest(_ count: Int, to point: UnsafePointer<Double>) -> [Neighbour] {
    var found: [Neighbour] = []
    var limit = Double.infinity
    search(0, point, &limit) { row, distance, limit in
      let place = found.firstIndex { distance < $0.distance || (distance == $0.distance && row < $0.row) }
      found.insert(Neighbour(row: row, distance: distance), at: place ?? found.count)
      if found.count > count { found.removeLast() }
      if found.count == count, let last = found.last { limit = last.distance }
    }
    return found
  }

  /// Shows every row within the limit, which the visitor may lower.
  private func search(
    _ node: Int, _ point: UnsafePointer<Double>, _ limit: inout Double,
    _ visit: (_ row: Int, _ distance: Double, _ limit: inout Double) -> Void
  ) {
    let node = nodes[node]
    guard node.children != (0, 0) else {
      rows.values.withUnsafeBufferPointer { values in
        guard let start = values.baseAddress else { return }
        for row in order[node.rows] {
          let square = SquaredDistance.between(start + row * rows.columns, point, columns: rows.columns)
          let distance = square.squareRoot()
          if distance <= limit { visit(row, distance, &limit) }
        }
      }
      return
    }
    let offset = point[node.column] - node.cut
    search(offset < 0 ? node.children.0 : node.children.1, point, &limit, visit)
    if abs(offset) <= limit { search(offset < 0 ? node.children.1 : node.children.0, point, &limit, visit) }
  }
}
