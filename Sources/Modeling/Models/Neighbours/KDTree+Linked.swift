import Computation

extension KDTree {
  /// Sets of rows of which each can be reached from each by steps of at most `radius`.
  ///
  /// Rows of a node whose diagonal is no longer than the radius are of one set from the start; a row that is in it already
  /// need not be compared with them, and one that is not only until the first is near (as the cells of Gunawan 2013).
  /// O(n log n) in few columns, O(n²) in many.
  func linked(within radius: Double) -> DisjointSets {
    var sets = DisjointSets(count: rows.rows)
    // What rounding can add to a distance stays below the last factor.
    let isTight = nodes.map { $0.diagonal * (1 + 0x1p-40) <= radius }
    for (node, isTight) in zip(nodes, isTight) where isTight {
      guard let first = order[node.rows].first else { continue }
      for row in order[node.rows].dropFirst() where row != first { sets.join(first, row) }
    }
    points.values.withUnsafeBufferPointer { values in
      guard let start = values.baseAddress else { return }
      for place in 0..<rows.rows { link(place, start, radius, isTight, 0, &sets) }
    }
    return sets
  }

  private func link(
    _ place: Int, _ start: UnsafePointer<Double>, _ radius: Double, _ isTight: [Bool], _ index: Int,
    _ sets: inout DisjointSets
  ) {
    let node = nodes[index]
    let (row, point) = (order[place], start + place * rows.columns)
    if isTight[index] || node.children == (0, 0) {
      if isTight[index], sets.root(of: order[node.rows.lowerBound]) == sets.root(of: row) { return }
      for other in node.rows {
        let square = SquaredDistance.between(start + other * rows.columns, point, columns: rows.columns)
        if square.squareRoot() > radius { continue }
        sets.join(row, order[other])
        if isTight[index] { return }
      }
      return
    }
    let offset = point[node.column] - node.cut
    let (near, far) = offset < 0 ? node.children : (node.children.1, node.children.0)
    link(place, start, radius, isTight, near, &sets)
    if abs(offset) <= radius { link(place, start, radius, isTight, far, &sets) }
  }
}
