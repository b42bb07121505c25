import Computation

/// Rows as far apart as the largest of their distance and their two core distances.
struct MutualReachability {
  let rows: Matrix
  let cores: [Double]

  /// The edges of the minimum spanning tree, grown from row 0 (Prim 1957); of equally short ones that to the lowest row.
  /// O(n² · d) time, O(n) memory.
  func spanningTree() -> [(first: Int, second: Int, height: Double)] {
    let columns = rows.columns
    var outside = Array(1..<max(rows.rows, 1))
    /// For each row outside, by its place there: the shortest edge into the tree.
    var lengths = [Double](repeating: .infinity, count: outside.count)
    var ends = [Int](repeating: 0, count: outside.count)
    var edges: [(first: Int, second: Int, height: Double)] = []
    edges.reserveCapacity(outside.count)
    var latest = 0
    rows.values.withUnsafeBufferPointer { values in
      guard let start = values.baseAddress else { return }
      while !outside.isEmpty {
        var nearest = 0
        for place in outside.indices {
          let row = outside[place]
          let square = SquaredDistance.between(start + latest * columns, start + row * columns, columns: columns)
          let length = max(square.squareRoot(), max(cores[latest], cores[row]))
          if length < lengths[place] { (lengths[place], ends[place]) = (length, latest) }
          if lengths[place] < lengths[nearest] { nearest = place }
        }
        latest = outside[nearest]
        edges.append((ends[nearest], latest, lengths[nearest]))
        outside.remove(at: nearest)
        lengths.remove(at: nearest)
        ends.remove(at: nearest)
      }
    }
    return edges
  }
}
