import Computation

/// Rows so arranged that the near ones of a point are found without measuring all (Bentley 1975; Friedman, Bentley and
/// Finkel 1977). Each node is cut at the middle row of its widest column.
///
/// Building O(n · d · log n), memory O(n · d). A question costs O(log n) in few columns and O(n) in many. Answers do not depend
/// on how the tree was cut: distances are Euclidean, summed over columns in their order, and of rows at the same distance
/// the lower number comes first.
struct KDTree: Sendable {
  struct Neighbour: Sendable, Equatable {
    let row: Int
    let distance: Double
  }

  struct Node: Sendable {
    let rows: Range<Int>
    /// No two of its rows are farther apart.
    let diagonal: Double
    var column = 0
    var cut = 0.0
    /// The node with the rows up to the cut; the next is the one with the others. 0 in a leaf.
    var children = (0, 0)
  }

  private static let leaf = 16

  let rows: Matrix
  /// Row numbers, those of a node side by side.
  private(set) var order: [Int]
  /// The rows in that order, so that those of a node lie side by side in memory too.
  private(set) var points = Matrix(rows: 0, columns: 1)
  private(set) var nodes: [Node] = []

  init(_ rows: Matrix) {
    self.rows = rows
    order = Array(0..<rows.rows)
    _ = build(0..<rows.rows)
    points = rows.selecting(rows: order)
  }

  private mutating func build(_ range: Range<Int>) -> Int {
    let index = nodes.count
    let (column, diagonal) = spread(range)
    nodes.append(Node(rows: range, diagonal: diagonal))
    guard range.count > Self.leaf, let column else {
      // Rising, so that of equal rows the first come first.
      order[range].sort()
      return index
    }
    let middle = range.lowerBound + range.count / 2
    select(middle, range, column)
    nodes[index].column = column
    nodes[index].cut = rows[order[middle], column]
    let near = build(range.lowerBound..<middle)
    nodes[index].children = (near, build(middle..<range.upperBound))
    return index
  }

  /// The widest column, nil when all rows are equal, and the diagonal of the box that holds the rows.
  private func spread(_ range: Range<Int>) -> (column: Int?, diagonal: Double) {
    var widest: (column: Int, width: Double)?
    var square = 0.0
    rows.values.withUnsafeBufferPointer { values in
      for column in 0..<rows.columns {
        var low = Double.infinity
        var high = -Double.infinity
        for place in range {
          let value = values[order[place] * rows.columns + column]
          low = min(low, value)
          high = max(high, value)
        }
        if high > low { square += (high - low) * (high - low) }
        if high - low > widest?.width ?? 0 { widest = (column, high - low) }
      }
    }
    return (widest?.column, square.squareRoot())
  }

  /// Rows before the middle come to stand before it: those below its value, of equal ones the first (Hoare 1961, FIND).
  private mutating func select(_ middle: Int, _ range: Range<Int>, _ column: Int) {
    let width = rows.columns
    let values = rows.values
    values.withUnsafeBufferPointer { values in
      func precedes(_ a: Int, _ b: Int) -> Bool {
        let (x, y) = (values[a * width + column], values[b * width + column])
        return x != y ? x < y : a < b
      }
      var (low, high) = (range.lowerBound, range.upperBound - 1)
      // Each pass halves what is left, but for bad luck; then the rest is sorted.
      for _ in 0..<4 * (Int.bitWidth - range.count.leadingZeroBitCount) where low < high {
        let pivot = [order[low], order[(low + high) / 2], order[high]].sorted(by: precedes)[1]
        var (left, right) = (low, high)
        while left <= right {
          while precedes(order[left], pivot) { left += 1 }
          while precedes(pivot, order[right]) { right -= 1 }
          if left <= right {
            order.swapAt(left, right)
            left += 1
            right -= 1
          }
        }
        if middle <= right { high = right } else if middle >= left { low = left } else { return }
      }
      if low < high { order[low...high].sort(by: precedes) }
    }
  }

  /// All rows within a distance, in rising order of their numbers.
  func within(_ radius: Double, of point: UnsafePointer<Double>) -> [Int] {
    var found: [Int] = []
    var limit = radius
    search(0, point, &limit) { row, _, _ in
      found.append(row)
      return true
    }
    return found.sorted()
  }

  /// Whether so many rows lie within a distance; no more are looked at than that takes.
  func has(_ count: Int, within radius: Double, of point: UnsafePointer<Double>) -> Bool {
    var (found, limit) = (0, radius)
    search(0, point, &limit) { _, _, limit in
      found += 1
      if found == count { limit = -1 }
      return found < count
    }
    return found >= count
  }

  /// The nearest rows, nearest first; fewer when there are not so many.
  func nearest(_ count: Int, to point: UnsafePointer<Double>) -> [Neighbour] {
    var found: [Neighbour] = []
    var limit = Double.infinity
    search(0, point, &limit) { row, distance, limit in
      let place = found.firstIndex { distance < $0.distance || (distance == $0.distance && row < $0.row) }
      if place == nil, found.count == count { return false }
      found.insert(Neighbour(row: row, distance: distance), at: place ?? found.count)
      if found.count > count { found.removeLast() }
      if found.count == count, let last = found.last { limit = last.distance }
      return true
    }
    return found
  }

  /// Shows every row within the limit, which the visitor may lower; it says whether a later row just as far counts.
  private func search(
    _ node: Int, _ point: UnsafePointer<Double>, _ limit: inout Double,
    _ visit: (_ row: Int, _ distance: Double, _ limit: inout Double) -> Bool
  ) {
    let node = nodes[node]
    guard node.children != (0, 0) else {
      points.values.withUnsafeBufferPointer { values in
        guard let start = values.baseAddress else { return }
        for place in node.rows {
          let square = SquaredDistance.between(start + place * rows.columns, point, columns: rows.columns)
          let distance = square.squareRoot()
          // Equal rows may be very many, and are all as far.
          if distance <= limit, !visit(order[place], distance, &limit), node.diagonal == 0 { return }
        }
      }
      return
    }
    let offset = point[node.column] - node.cut
    search(offset < 0 ? node.children.0 : node.children.1, point, &limit, visit)
    if abs(offset) <= limit { search(offset < 0 ? node.children.1 : node.children.0, point, &limit, visit) }
  }
}
