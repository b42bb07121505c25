import Computation

/// Grows the trees of `BoostedTrees`: sums of derivatives by bin, the smaller child summed and the larger had by
/// subtraction, the leaf with the largest gain split next.
///
/// A cell is a pair of integers: the first derivatives; and the second ones with, in the low bits, the number of rows.
struct HistogramGrowth {
  typealias Cell = SIMD2<Int64>

  let binned: BinnedRows
  private let leaves: Int
  private let minimumLeafRows: Int
  private let penalty: Double
  private let learningRate: Double
  private let workers: Workers
  /// Bits of a cell's second number that count rows.
  private let countBits: Int64
  /// Units to one of the second derivative.
  private let curvatureScale: Double
  private static let slopeScale = 0x1p30

  /// Those of `rows`, in the same order: what is read together lies together.
  private var derivatives: [Cell]
  private var rows: [Int32]
  private var roomForDerivatives: [Cell]
  private var room: [Int32]

  struct Leaf {
    let node: Int
    let range: Range<Int>
    let total: Cell
    var histogram: [Cell]
    var split: Split?
  }

  struct Split {
    let feature: Int
    let bin: Int
    let missingIsYes: Bool
    let yes: Cell
    let gain: Double
  }

  init(
    _ binned: BinnedRows, leaves: Int, minimumLeafRows: Int, penalty: Double, learningRate: Double,
    on workers: Workers
  ) {
    self.binned = binned
    self.leaves = leaves
    self.minimumLeafRows = minimumLeafRows
    self.penalty = penalty
    self.learningRate = learningRate
    self.workers = workers
    countBits = Int64(Int.bitWidth - binned.rows.leadingZeroBitCount)
    // A second derivative is at most 1/4: sums of all rows stay below 2^62.
    curvatureScale = Double(sign: .plus, exponent: min(30, Int(64 - 2 * countBits)), significand: 1)
    derivatives = [Cell](repeating: .zero, count: binned.rows)
    rows = []
    roomForDerivatives = derivatives
    room = [Int32](repeating: 0, count: binned.rows)
  }

  /// The derivatives of the logistic loss at these scores (log-odds), cut to whole units.
  mutating func derive(_ scores: [Double], _ outcomes: [Bool]) {
    let (bits, scale) = (countBits, curvatureScale)
    derivatives.withUnsafeMutableBufferPointer { buffer in
      // Each place is written by exactly one worker.
      nonisolated(unsafe) let cells = buffer
      _ = workers.map(scores.count, chunksOf: 16_384) { range in
        for row in range {
          let probability = Exponential.logistic(scores[row])
          let slope = Int64((probability - (outcomes[row] ? 1 : 0)) * Self.slopeScale)
          let curvature = Int64(probability * (1 - probability) * scale)
          cells[row] = Cell(slope, curvature << bits | 1)
        }
      }
    }
  }

  /// One tree; what its leaves say is added to the scores of their rows.
  mutating func grow(adding scores: inout [Double]) -> Tree {
    rows = (0..<Int32(binned.rows)).map { $0 }
    var total = Cell.zero
    for cell in derivatives { total &+= cell }
    var tree = Tree(value: value(total))
    var open = [Leaf(node: 0, range: 0..<rows.count, total: total, histogram: histogram(0..<rows.count), split: nil)]
    open[0].split = best(open[0])
    while open.count < leaves {
      var chosen: Int?
      for (index, leaf) in open.enumerated() {
        if let gain = leaf.split?.gain, gain > (chosen.flatMap { open[$0].split?.gain } ?? 0) { chosen = index }
      }
      guard let chosen, let split = open[chosen].split else { break }
      let children = divide(open[chosen], split, &tree, isLast: open.count + 1 == leaves)
      open[chosen] = children.yes
      open.append(children.no)
    }
    for leaf in open {
      let value = value(leaf.total)
      for place in leaf.range { scores[Int(rows[place])] += value }
    }
    return tree
  }

  private mutating func divide(
    _ leaf: Leaf, _ split: Split, _ tree: inout Tree, isLast: Bool
  ) -> (yes: Leaf, no: Leaf) {
    let middle = partition(leaf.range, split)
    let noTotal = leaf.total &- split.yes
    let bounds = binned.bounds[split.feature]
    let child = tree.split(
      leaf.node, feature: split.feature,
      threshold: split.bin < bounds.count ? bounds[split.bin] : .greatestFiniteMagnitude,
      missingIsYes: split.missingIsYes, yes: value(split.yes), no: value(noTotal))
    var yes = Leaf(node: child, range: leaf.range.lowerBound..<middle, total: split.yes, histogram: [], split: nil)
    var no = Leaf(node: child + 1, range: middle..<leaf.range.upperBound, total: noTotal, histogram: [], split: nil)
    if isLast { return (yes, no) }
    let smaller = histogram(yes.range.count <= no.range.count ? yes.range : no.range)
    var larger = leaf.histogram
    for index in larger.indices { larger[index] &-= smaller[index] }
    (yes.histogram, no.histogram) = yes.range.count <= no.range.count ? (smaller, larger) : (larger, smaller)
    yes.split = best(yes)
    no.split = best(no)
    return (yes, no)
  }

  /// Rows that go to yes first, both sides in their order.
  private mutating func partition(_ range: Range<Int>, _ split: Split) -> Int {
    let start = split.feature * binned.rows
    let missing = UInt8(binned.bins(split.feature))
    var middle = range.lowerBound
    var rest = 0
    binned.columnCodes.withUnsafeBufferPointer { codes in
      rows.withUnsafeMutableBufferPointer { rows in
        room.withUnsafeMutableBufferPointer { room in
          derivatives.withUnsafeMutableBufferPointer { derivatives in
            roomForDerivatives.withUnsafeMutableBufferPointer { roomForDerivatives in
              for place in range {
                let row = rows[place]
                let cell = derivatives[place]
                let code = codes[start + Int(row)]
                let isYes = code == missing ? split.missingIsYes : Int(code) <= split.bin
                // Both are written and one is kept: no branch to guess.
                rows[middle] = row
                derivatives[middle] = cell
                room[rest] = row
                roomForDerivatives[rest] = cell
                middle += isYes ? 1 : 0
                rest += isYes ? 0 : 1
              }
              for index in 0..<rest {
                rows[middle + index] = room[index]
                derivatives[middle + index] = roomForDerivatives[index]
              }
            }
          }
        }
      }
    }
    return middle
  }

  private func value(_ cell: Cell) -> Double {
    let curvature = Double(cell.y >> countBits) / curvatureScale + penalty
    return curvature > 0 ? -learningRate * (Double(cell.x) / Self.slopeScale) / curvature : 0
  }
}

extension HistogramGrowth {
  private func histogram(_ range: Range<Int>) -> [Cell] {
    // As integers the sums are the same however the rows are cut.
    let size = max(16_384, (range.count + workers.count - 1) / workers.count)
    let parts = workers.map(range.count, chunksOf: size) { part in
      cells((range.lowerBound + part.lowerBound)..<(range.lowerBound + part.upperBound))
    }
    guard var total = parts.first else { return [Cell](repeating: .zero, count: binned.offsets[binned.columns]) }
    for part in parts.dropFirst() { for index in total.indices { total[index] &+= part[index] } }
    return total
  }

  private func cells(_ range: Range<Int>) -> [Cell] {
    let width = binned.columns
    var cells = [Cell](repeating: .zero, count: binned.offsets[width])
    cells.withUnsafeMutableBufferPointer { cells in
      binned.codes.withUnsafeBufferPointer { codes in
        binned.offsets.withUnsafeBufferPointer { offsets in
          rows.withUnsafeBufferPointer { rows in
            derivatives.withUnsafeBufferPointer { derivatives in
              for place in range {
                let cell = derivatives[place]
                let base = Int(rows[place]) &* width
                for column in 0..<width {
                  cells[offsets[column] &+ Int(codes[base &+ column])] &+= cell
                }
              }
            }
          }
        }
      }
    }
    return cells
  }

  /// The split with the largest gain above 0; the first of equal ones.
  private func best(_ leaf: Leaf) -> Split? {
    guard leaf.range.count >= 2 * minimumLeafRows else { return nil }
    var best: Split?
    let whole = strength(leaf.total)
    leaf.histogram.withUnsafeBufferPointer { histogram in
      for feature in 0..<binned.columns {
        let bins = binned.bins(feature)
        let start = binned.offsets[feature]
        let missing = histogram[start + bins]
        let hasMissing = count(missing) > 0
        for missingIsYes in hasMissing ? [false, true] : [false] {
          var yes = missingIsYes ? missing : .zero
          // With missing values on the side for no, the last bin parts them from all others.
          for bin in 0..<(hasMissing && !missingIsYes ? bins : bins - 1) {
            yes &+= histogram[start + bin]
            let no = leaf.total &- yes
            let (yesCount, noCount) = (count(yes), count(no))
            if yesCount < minimumLeafRows { continue }
            if noCount < minimumLeafRows { break }
            let gain = strength(yes) + strength(no) - whole
            if gain > best?.gain ?? 1e-9 {
              best = Split(
                feature: feature, bin: bin, missingIsYes: hasMissing ? missingIsYes : yesCount >= noCount, yes: yes,
                gain: gain)
            }
          }
        }
      }
    }
    return best
  }

  private func count(_ cell: Cell) -> Int { Int(cell.y & (1 << countBits - 1)) }

  /// G² / (H + λ); 0 where the rows are so certain that nothing is left to gain.
  private func strength(_ cell: Cell) -> Double {
    let slope = Double(cell.x) / Self.slopeScale
    let curvature = Double(cell.y >> countBits) / curvatureScale
    return curvature < 1e-3 ? 0 : slope * slope / (curvature + penalty)
  }
}
