import Computation

/// The assignment step of k-means that measures only what can have changed: the same labels as Lloyd's, bit for bit.
///
/// Each row keeps an upper bound on the distance to its own centre and, for each group of eight centres, a lower bound
/// on the distance to the others of the group (Yinyang; Ding et al. 2015, after Elkan 2003 and Hamerly 2010); nearer to
/// its centre than half the way to the next, it stays in any case. Instead of moving every bound whenever centres move, a
/// bound is stored as if its centres had never moved, and the way that they have come since the start is put to it when
/// it is read: a row that stays costs a few numbers read and none written.
/// Bounds are in single precision; rows nearer to a border than its roundings are decided in double (`BoundedStep`).
/// Sums of clusters are integers (`FixedPoint`), so a row that moves takes itself out of one and into another exactly.
struct BoundedAssignment {
  private let rows: Matrix
  private let ranges: ColumnRanges
  private let points: [FixedPoint]

  private(set) var labels: [Int32]
  private(set) var counts: [Int]
  /// k × d.
  private var sums: [Int128]

  private var upper: [Float]
  /// n × groups.
  private var lower: [Float]
  /// Length of each centre's way so far.
  private var ways: [Double]
  /// The same for each group, of its fastest centre at each step.
  private var drifts: [Double]

  /// Rows between −1e150 and 1e150, where squares are finite, with their bounds.
  init(_ rows: Matrix, within bounds: ColumnBounds, from start: Matrix) {
    self.rows = rows
    ranges = ColumnRanges(bounds, start)
    points = ranges.sizes.map { FixedPoint(largest: $0) }
    let groups = CentreProducts.groups(start.rows)
    labels = [Int32](repeating: -1, count: rows.rows)
    counts = [Int](repeating: 0, count: start.rows)
    sums = [Int128](repeating: 0, count: start.rows * rows.columns)
    upper = [Float](repeating: .infinity, count: rows.rows)
    lower = [Float](repeating: -.infinity, count: rows.rows * groups)
    ways = [Double](repeating: 0, count: start.rows)
    drifts = [Double](repeating: 0, count: groups)
  }

  /// The mean of each cluster; one without rows stays where it was.
  func means(instead old: Matrix) -> Matrix {
    var means = old
    for cluster in counts.indices where counts[cluster] > 0 {
      for column in 0..<rows.columns {
        means[cluster, column] = points[column].number(sums[cluster * rows.columns + column]) / Double(counts[cluster])
      }
    }
    return means
  }

  /// Tells the bounds that the centres have moved. The result is the sum of their squared ways.
  mutating func move(_ old: Matrix, to new: Matrix) -> Double {
    var fastest = [Double](repeating: 0, count: drifts.count)
    var total = 0.0
    for cluster in counts.indices {
      var square = 0.0
      for column in 0..<rows.columns {
        let difference = new[cluster, column] - old[cluster, column]
        square += difference * difference
      }
      total += square
      ways[cluster] += square.squareRoot()
      let group = cluster / CentreProducts.width
      fastest[group] = max(fastest[group], square.squareRoot())
    }
    for group in drifts.indices { drifts[group] += fastest[group] }
    return total
  }

  /// Σ squared distance of the rows to their own centres.
  func inertia(about centres: Matrix, on workers: Workers) -> Double {
    let point = FixedPoint(largest: ranges.diameter * ranges.diameter)
    let parts = workers.map(rows.rows, chunksOf: 4_096) { range in
      var sum: Int128 = 0
      forEachSquare(range, to: centres) { sum &+= point.integer($0) }
      return sum
    }
    return point.number(parts.reduce(0, &+))
  }

  /// The mean over columns of their population variance.
  func meanVariance(on workers: Workers) -> Double {
    var mean = Matrix(rows: 1, columns: rows.columns)
    for column in 0..<rows.columns {
      var sum: Int128 = 0
      for cluster in counts.indices { sum &+= sums[cluster * rows.columns + column] }
      mean[0, column] = points[column].number(sum) / Double(rows.rows)
    }
    return inertia(about: mean, on: workers) / Double(rows.values.count)
  }

  /// The squared distance of each row to its own centre, or to the only one.
  private func forEachSquare(_ range: Range<Int>, to centres: Matrix, _ body: (Double) -> Void) {
    let width = rows.columns
    rows.values.withUnsafeBufferPointer { values in
      centres.values.withUnsafeBufferPointer { centres in
        guard let start = values.baseAddress, let first = centres.baseAddress else { return }
        let isOnly = centres.count == width
        for row in range {
          let own = isOnly ? 0 : Int(labels[row])
          body(SquaredDistance.inLanes(start + row * width, first + own * width, columns: width))
        }
      }
    }
  }

  /// Gives each empty cluster the row farthest from its centre, of equally far ones the first by value.
  mutating func fillEmpty(near centres: Matrix) {
    var squares: [Double] = []
    forEachSquare(0..<rows.rows, to: centres) { squares.append($0) }
    let order = rows.canonicalOrder
    var farthest = RadixSort.order(of: order.map { -squares[$0] }).map { order[$0] }[...]
    for empty in counts.indices where counts[empty] == 0 {
      // A row alone in its cluster stays there, or the gap would only move.
      farthest = farthest.drop { counts[Int(labels[$0])] < 2 }
      guard let row = farthest.popFirst() else { return }
      give(row: row, to: empty)
    }
  }

  /// Gives a row to another cluster, whatever is nearest to it. Its bounds no longer hold.
  private mutating func give(row: Int, to cluster: Int) {
    let old = Int(labels[row])
    for column in 0..<rows.columns {
      let value = points[column].integer(rows[row, column])
      sums[old * rows.columns + column] &-= value
      sums[cluster * rows.columns + column] &+= value
    }
    counts[old] -= 1
    counts[cluster] += 1
    labels[row] = Int32(cluster)
    upper[row] = .infinity
    for group in drifts.indices { lower[row * drifts.count + group] = -.infinity }
  }

  /// Half the distance of each centre to the nearest other (Hamerly 2010, equation 2). O(k² · d).
  private static func halfGaps(_ centres: Matrix) -> [Float] {
    centres.values.withUnsafeBufferPointer { values in
      guard let start = values.baseAddress else { return [] }
      let width = centres.columns
      return (0..<centres.rows).map { centre in
        var least = Double.infinity
        for other in 0..<centres.rows where other != centre {
          least = min(least, SquaredDistance.between(start + centre * width, start + other * width, columns: width))
        }
        return Float(least.squareRoot() / 2)
      }
    }
  }

  /// Gives each row to its nearest centre, the lower number on a tie; the result is the number of rows that changed.
  /// O(n · k · d) at first, then O(n) and O(groups · d) for each row near a border.
  mutating func assign(to centres: Matrix, on workers: Workers) -> Int {
    let (singles, width) = (ranges.singles(of: centres), centres.columns)
    let step = BoundedStep(
      rows: rows, middles: ranges.middles, points: points, exact: PackedCentres(centres),
      centres: drifts.count == 1
        ? .oneGroup(CentreProducts(singles, rows: centres.rows, columns: width))
        : .groups(PackedCentres<Float>(singles, rows: centres.rows, columns: width)),
      gaps: Self.halfGaps(centres), ways: ways.map { Float($0) }, drifts: drifts.map { Float($0) },
      slack: ranges.slack(after: drifts.max() ?? 0), squareSlack: ranges.squareSlack)
    let moves: [BoundedStep.Moves] = labels.withUnsafeMutableBufferPointer { labels in
      upper.withUnsafeMutableBufferPointer { upper in
        lower.withUnsafeMutableBufferPointer { lower in
          guard let labels = labels.baseAddress, let upper = upper.baseAddress, let lower = lower.baseAddress else {
            return []
          }
          // Each row is read and written by the one worker that has its chunk.
          nonisolated(unsafe) let bounds = BoundedStep.Bounds(labels: labels, upper: upper, lower: lower)
          return workers.map(rows.rows, chunksOf: 4_096) { step.assign($0, bounds) }
        }
      }
    }
    var changed = 0
    for move in moves where move.changed > 0 {
      changed += move.changed
      for index in sums.indices { sums[index] &+= move.sums[index] }
      for index in counts.indices { counts[index] += move.counts[index] }
    }
    return changed
  }
}
