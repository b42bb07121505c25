import Computation

/// Grows the trees of boosting: sums of derivatives by bin, the smaller child summed and the larger had by subtraction,
/// the leaf with the largest gain split next.
struct HistogramGrowth {
  typealias Cell = DerivativeSums.Cell

  struct Settings: Sendable, Equatable {
    let leaves: Int
    let minimumLeafRows: Int
    let penalty: Double
    let learningRate: Double
    /// 1 for each column with which no score may fall, −1 where none may rise, 0 elsewhere; or empty.
    let monotone: [Int]
  }

  let binned: BinnedRows
  private let settings: Settings
  private let workers: Workers
  /// Of each row.
  private var pairs: [DerivativeSums.Pair]
  /// Row numbers, those of a leaf together and rising.
  private var rows: [Int32]
  private var room: [Int32]

  struct Leaf {
    let node: Int
    let range: Range<Int>
    let total: Cell
    /// What the leaf may say, before the learning rate.
    let limits: ClosedRange<Double>
    var histogram: [Cell]
    var split: HistogramSplit?
  }

  init(_ binned: BinnedRows, _ settings: Settings, on workers: Workers) {
    self.binned = binned
    self.settings = settings
    self.workers = workers
    pairs = [DerivativeSums.Pair](repeating: .zero, count: binned.rows)
    rows = []
    room = [Int32](repeating: 0, count: binned.rows)
  }

  /// One tree on the loss at these scores; what its leaves say is added to the scores of their rows. Nil when no row
  /// would have its score changed.
  mutating func grow(_ loss: BoostingLoss, adding scores: inout [Double]) -> Tree? {
    guard let sums = loss.derive(scores, into: &pairs, on: workers) else { return nil }
    let search = HistogramSearch(binned: binned, settings: settings, sums: sums)
    rows = Array(0..<Int32(binned.rows))
    var total = Cell.zero
    for pair in pairs { total &+= DerivativeSums.cell(pair, sums.countBits) }
    let limits = -Double.infinity...Double.infinity
    var tree = Tree(value: search.value(total, limits), cover: Double(binned.rows))
    var open = [
      Leaf(
        node: 0, range: 0..<rows.count, total: total, limits: limits, histogram: histogram(0..<rows.count, sums),
        split: nil)
    ]
    open[0].split = search.best(open[0])
    while open.count < settings.leaves {
      var chosen: Int?
      for (index, leaf) in open.enumerated() {
        if let gain = leaf.split?.gain, gain > (chosen.flatMap { open[$0].split?.gain } ?? 0) { chosen = index }
      }
      guard let chosen, let split = open[chosen].split else { break }
      let children = divide(open[chosen], split, search, &tree, isLast: open.count + 1 == settings.leaves)
      open[chosen] = children.yes
      open.append(children.no)
    }
    if tree.leaves < 2 { return nil }
    for leaf in open { add(search.value(leaf.total, leaf.limits), to: &scores, leaf.range) }
    return tree
  }

  private func add(_ value: Double, to scores: inout [Double], _ range: Range<Int>) {
    scores.withUnsafeMutableBufferPointer { scores in
      rows.withUnsafeBufferPointer { rows in
        for place in range { scores[Int(rows[place])] += value }
      }
    }
  }

  private mutating func divide(
    _ leaf: Leaf, _ split: HistogramSplit, _ search: HistogramSearch, _ tree: inout Tree, isLast: Bool
  ) -> (yes: Leaf, no: Leaf) {
    let middle = partition(leaf.range, split)
    let (yesRange, noRange) = (leaf.range.lowerBound..<middle, middle..<leaf.range.upperBound)
    let noTotal = leaf.total &- split.yes
    let limits = search.limits(leaf, split)
    let yesLeaf = Tree.Leaf(value: search.value(split.yes, limits.yes), cover: Double(yesRange.count))
    let noLeaf = Tree.Leaf(value: search.value(noTotal, limits.no), cover: Double(noRange.count))
    let child = split.ask(leaf.node, of: &tree, binned, yes: yesLeaf, no: noLeaf)
    var yes = Leaf(node: child, range: yesRange, total: split.yes, limits: limits.yes, histogram: [], split: nil)
    var no = Leaf(node: child + 1, range: noRange, total: noTotal, limits: limits.no, histogram: [], split: nil)
    if isLast { return (yes, no) }
    let smaller = histogram(yesRange.count <= noRange.count ? yesRange : noRange, search.sums)
    var larger = leaf.histogram
    for index in larger.indices { larger[index] &-= smaller[index] }
    (yes.histogram, no.histogram) = yesRange.count <= noRange.count ? (smaller, larger) : (larger, smaller)
    yes.split = search.best(yes)
    no.split = search.best(no)
    return (yes, no)
  }

  /// Rows that go to yes first, both sides in their order; gives where the others begin.
  private mutating func partition(_ range: Range<Int>, _ split: HistogramSplit) -> Int {
    let (start, isYes) = (split.feature * binned.rows, split.isYes)
    var (middle, rest) = (range.lowerBound, 0)
    binned.codes.withUnsafeBufferPointer { codes in
      isYes.withUnsafeBufferPointer { isYes in
        rows.withUnsafeMutableBufferPointer { rows in
          room.withUnsafeMutableBufferPointer { room in
            for place in range {
              // Both are written and one is kept: no branch to guess.
              let row = rows[place]
              let yes = Int(isYes[Int(codes[start &+ Int(row)])])
              rows[middle] = row
              room[rest] = row
              middle &+= yes
              rest &+= 1 &- yes
            }
            for index in 0..<rest { rows[middle + index] = room[index] }
          }
        }
      }
    }
    return middle
  }

  private func histogram(_ range: Range<Int>, _ sums: DerivativeSums) -> [Cell] {
    // As integers the sums are the same however the rows are cut.
    let size = max(16_384, (range.count + workers.count - 1) / workers.count)
    let parts = workers.map(range.count, chunksOf: size) { part in
      binned.histogram(
        rows[(range.lowerBound + part.lowerBound)..<(range.lowerBound + part.upperBound)], pairs, sums.countBits)
    }
    guard var total = parts.first else { return [Cell](repeating: .zero, count: binned.offsets[binned.columns]) }
    for part in parts.dropFirst() { for index in total.indices { total[index] &+= part[index] } }
    return total
  }
}
