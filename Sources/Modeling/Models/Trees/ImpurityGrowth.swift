import Computation

/// Grows one classification tree by the largest fall of Gini impurity (Breiman, Friedman, Olshen and Stone 1984,
/// section 4.3), on exact splits between neighbouring values.
struct ImpurityGrowth {
  let columns: RankedColumns
  let outcomes: [Bool]
  /// How often each row counts; rows that count 0 times are not there.
  let weights: [Int32]
  /// Rows, not weights.
  let minimumLeafRows: Int
  let maximumDepth: Int
  /// How many columns that vary are tried at a node; all if nil.
  let triedColumns: Int?
  /// What a leaf says of its event weight and its weight.
  let leafValue: (Double, Double) -> Double

  private struct Split {
    let feature: Int
    /// Rows with a rank at most this go to the child for yes.
    let rank: Int32
    let next: Int32
    let purity: Double
  }

  private struct Sums {
    var rows: Int32 = 0
    var weight: Int32 = 0
    var events: Int32 = 0
  }

  /// `generator` draws the columns tried at each node.
  func grow(using generator: inout SeededGenerator) -> Tree {
    var rows = weights.indices.filter { weights[$0] > 0 }.map { Int32($0) }
    var room = rows
    let whole = sums(rows[...])
    var tree = Tree(value: leafValue(Double(whole.events), Double(whole.weight)))
    var open: [(node: Int, range: Range<Int>, depth: Int)] = [(0, 0..<rows.count, 0)]
    var order = Array(0..<columns.columns)
    var histogram: [Sums] = []
    while let (node, range, depth) = open.popLast() {
      let total = sums(rows[range])
      if depth >= maximumDepth || range.count < 2 * minimumLeafRows || total.events == 0
        || total.events == total.weight
      {
        continue
      }
      guard let split = best(rows[range], total, &order, &histogram, &generator) else { continue }
      let (middle, yes) = partition(&rows, &room, range, split)
      let no = Sums(
        rows: total.rows - yes.rows, weight: total.weight - yes.weight, events: total.events - yes.events)
      let values = columns.values[split.feature]
      let child = tree.split(
        node, feature: split.feature,
        threshold: Tree.threshold(between: values[Int(split.rank)], and: values[Int(split.next)]),
        yes: leafValue(Double(yes.events), Double(yes.weight)), no: leafValue(Double(no.events), Double(no.weight)))
      open.append((child + 1, middle..<range.upperBound, depth + 1))
      open.append((child, range.lowerBound..<middle, depth + 1))
    }
    return tree
  }

  private func sums(_ rows: ArraySlice<Int32>) -> Sums {
    var sums = Sums()
    for row in rows { add(Int(row), to: &sums) }
    return sums
  }

  private func add(_ row: Int, to sums: inout Sums) {
    sums.rows += 1
    sums.weight += weights[row]
    if outcomes[row] { sums.events += weights[row] }
  }

  /// Rows that go to yes first, both sides in their order.
  private func partition(
    _ rows: inout [Int32], _ room: inout [Int32], _ range: Range<Int>, _ split: Split
  ) -> (middle: Int, yes: Sums) {
    let start = split.feature * columns.rows
    var yes = Sums()
    var middle = range.lowerBound
    var rest = 0
    for place in range {
      let row = rows[place]
      if columns.ranks[start + Int(row)] <= split.rank {
        add(Int(row), to: &yes)
        rows[middle] = row
        middle += 1
      } else {
        room[rest] = row
        rest += 1
      }
    }
    for index in 0..<rest { rows[middle + index] = room[index] }
    return (middle, yes)
  }

  private func best(
    _ rows: ArraySlice<Int32>, _ total: Sums, _ order: inout [Int], _ histogram: inout [Sums],
    _ generator: inout SeededGenerator
  ) -> Split? {
    var best: Split?
    var tried = 0
    for place in order.indices {
      if let triedColumns {
        if tried == triedColumns { break }
        order.swapAt(place, place + generator.integer(below: order.count - place))
      }
      let feature = order[place]
      let column = examine(feature, rows, total, &histogram)
      if column.varies { tried += 1 }
      if let split = column.split, split.purity > best?.purity ?? -.infinity { best = split }
    }
    return best
  }

  private struct Examined {
    /// Whether the column varies among the rows.
    var varies = false
    /// Nil where each split would leave too few rows.
    var split: Split?
  }

  private func examine(
    _ feature: Int, _ rows: ArraySlice<Int32>, _ total: Sums, _ histogram: inout [Sums]
  ) -> Examined {
    let start = feature * columns.rows
    let distinct = columns.values[feature].count
    if distinct < 2 { return Examined() }
    var found = Examined()
    var left = Sums()
    var last: Int32 = -1
    func visit(_ rank: Int32, _ sums: Sums) {
      if last >= 0 {
        found.varies = true
        let right = total.rows - left.rows
        if left.rows >= minimumLeafRows, right >= minimumLeafRows {
          let purity = Self.purity(left, total)
          if purity > found.split?.purity ?? -.infinity {
            found.split = Split(feature: feature, rank: last, next: rank, purity: purity)
          }
        }
      }
      left.rows += sums.rows
      left.weight += sums.weight
      left.events += sums.events
      last = rank
    }
    if distinct <= 4 * rows.count {
      if histogram.count < distinct { histogram = [Sums](repeating: Sums(), count: distinct) }
      for rank in 0..<distinct { histogram[rank] = Sums() }
      for row in rows { add(Int(row), to: &histogram[Int(columns.ranks[start + Int(row)])]) }
      for rank in 0..<distinct where histogram[rank].rows > 0 { visit(Int32(rank), histogram[rank]) }
    } else {
      let sorted = rows.map { (rank: columns.ranks[start + Int($0)], row: $0) }.sorted { $0.rank < $1.rank }
      var index = 0
      while index < sorted.count {
        let rank = sorted[index].rank
        var sums = Sums()
        while index < sorted.count, sorted[index].rank == rank {
          add(Int(sorted[index].row), to: &sums)
          index += 1
        }
        visit(rank, sums)
      }
    }
    return found
  }

  /// Σ over both sides of (events² + others²) / weight: the larger, the purer.
  private static func purity(_ left: Sums, _ total: Sums) -> Double {
    let right = Sums(rows: 0, weight: total.weight - left.weight, events: total.events - left.events)
    return side(left) + side(right)
  }

  private static func side(_ sums: Sums) -> Double {
    let events = Double(sums.events)
    let others = Double(sums.weight - sums.events)
    return (events * events + others * others) / Double(sums.weight)
  }
}
