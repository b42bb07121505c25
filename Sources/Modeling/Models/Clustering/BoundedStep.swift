import Computation

/// One assignment of rows to fixed centres, with bounds from the assignments before.
struct BoundedStep: Sendable {
  /// Views of what `BoundedAssignment` keeps for each row; `lower` holds a number for each group.
  struct Bounds {
    let labels: UnsafeMutablePointer<Int32>
    let upper: UnsafeMutablePointer<Float>
    let lower: UnsafeMutablePointer<Float>
  }

  /// What clusters gain and lose by the rows of a chunk; empty lists where none changed.
  struct Moves: Sendable {
    var changed = 0
    var counts: [Int] = []
    var sums: [Int128] = []
  }

  let rows: Matrix
  let singles: [Float]
  let points: [FixedPoint]
  let exact: PackedCentres<Double>
  let packed: PackedCentres<Float>
  /// Half the distance from each centre to the nearest other: a row nearer than that to its own has no nearer one.
  let gaps: [Float]
  let ways: [Float]
  let drifts: [Float]
  let slack: Float

  private static let block = 64

  func assign(_ range: Range<Int>, _ bounds: Bounds) -> Moves {
    let open = open(range, bounds)
    var moves = Moves()
    let room = Self.block * rows.columns
    singles.withUnsafeBufferPointer { singles in
      rows.values.withUnsafeBufferPointer { doubles in
        withUnsafeTemporaryAllocation(of: Float.self, capacity: room) { singleRoom in
          withUnsafeTemporaryAllocation(of: Double.self, capacity: room) { doubleRoom in
            guard let single = singles.baseAddress, let singleRoom = singleRoom.baseAddress,
              let double = doubles.baseAddress, let doubleRoom = doubleRoom.baseAddress
            else { return }
            let near = RowGather(single, width: rows.columns, room: singleRoom)
            let exact = RowGather(double, width: rows.columns, room: doubleRoom)
            for start in stride(from: 0, to: open.count, by: Self.block) {
              let block = open[start..<min(start + Self.block, open.count)]
              let moved = measure(block, near(block), double, bounds)
              if !moved.isEmpty { record(moved, exact(moved.map(\.row)[...]), bounds, in: &moves) }
            }
          }
        }
      }
    }
    return moves
  }

  /// Gives each row of a block its label; the result is those that changed, with their old labels.
  @inline(__always)
  private func measure(
    _ block: ArraySlice<Int>, _ single: UnsafePointer<Float>, _ double: UnsafePointer<Double>, _ bounds: Bounds
  ) -> [(row: Int, from: Int)] {
    var moved: [(row: Int, from: Int)] = []
    var place = single
    for row in block {
      let old = Int(bounds.labels[row])
      let new = measure(row, place, double + row * rows.columns, bounds, old: old)
      place += rows.columns
      if new == old { continue }
      bounds.labels[row] = Int32(new)
      moved.append((row, old))
    }
    return moved
  }

  /// The rows whose bounds do not tell that their centre is still the nearest.
  private func open(_ range: Range<Int>, _ bounds: Bounds) -> [Int] {
    let groups = drifts.count
    return [Int](unsafeUninitializedCapacity: range.count) { open, count in
      drifts.withUnsafeBufferPointer { drifts in
        ways.withUnsafeBufferPointer { ways in
          for row in range {
            let label = max(Int(bounds.labels[row]), 0)
            let reach = bounds.upper[row] + ways[label] + slack
            var holds = true
            for group in 0..<groups {
              // False when anything is not a number.
              holds = (reach < bounds.lower[row &* groups &+ group] - drifts[group]) && holds
            }
            open[count] = row
            count += holds || reach < gaps[label] ? 0 : 1
          }
        }
      }
    }
  }

  /// The row's nearest centre, measured in its old group and in those that may hold a nearer one; renews the bounds.
  @inline(__always)
  private func measure(
    _ row: Int, _ single: UnsafePointer<Float>, _ double: UnsafePointer<Double>, _ bounds: Bounds, old: Int
  ) -> Int {
    let lower = bounds.lower + row * drifts.count
    let home = max(old, 0) / PackedCentres<Float>.width
    var group = home
    var (best, next, lane) = Self.smallest(packed.squares(to: single, group: home))
    var rival = next
    let reach = best.squareRoot() + slack
    for other in drifts.indices where other != home && !(reach < lower[other] - drifts[other]) {
      let found = Self.smallest(packed.squares(to: single, group: other))
      lower[other] = found.first.squareRoot() + drifts[other]
      if found.first < best {
        lower[group] = best.squareRoot() + drifts[group]
        rival = min(best, found.second)
        (best, next, lane) = found
        group = other
      } else {
        rival = min(rival, found.first)
      }
    }
    let distance = best.squareRoot()
    guard rival.squareRoot() - distance > slack else {
      bounds.upper[row] = .infinity
      lower[home] = -.infinity
      lower[group] = -.infinity
      return exact.nearest(to: double)
    }
    let nearest = group * PackedCentres<Float>.width + lane
    lower[group] = next.squareRoot() + drifts[group]
    bounds.upper[row] = distance - ways[nearest]
    return nearest
  }

  /// The smallest of eight squares, the smallest of the others, and the lane of the first. The lane is written over the
  /// three lowest bits of each square, a change of less than 2^-20 of it, so that one comparison finds both.
  @inline(__always)
  private static func smallest(_ squares: SIMD8<Float>) -> (first: Float, second: Float, lane: Int) {
    let bits = unsafeBitCast(squares, to: SIMD8<UInt32>.self) & ~7 | SIMD8(0, 1, 2, 3, 4, 5, 6, 7)
    let tagged = unsafeBitCast(bits, to: SIMD8<Float>.self)
    var first = tagged[0]
    var second = Float.infinity
    for lane in 1..<8 {
      let square = tagged[lane]
      let larger = first < square ? square : first
      second = larger < second ? larger : second
      first = square < first ? square : first
    }
    return (first, second, Int(first.bitPattern & 7))
  }

  private func record(
    _ moved: [(row: Int, from: Int)], _ double: UnsafePointer<Double>, _ bounds: Bounds, in moves: inout Moves
  ) {
    let width = points.count
    if moves.changed == 0 {
      moves.counts = [Int](repeating: 0, count: ways.count)
      moves.sums = [Int128](repeating: 0, count: ways.count * width)
    }
    moves.changed += moved.count
    moves.sums.withUnsafeMutableBufferPointer { sums in
      points.withUnsafeBufferPointer { points in
        var place = double
        for (row, old) in moved {
          let new = Int(bounds.labels[row])
          moves.counts[new] += 1
          if old >= 0 { moves.counts[old] -= 1 }
          for column in 0..<width {
            sums[new &* width &+ column] &+= points[column].integer(place[column])
          }
          if old >= 0 {
            for column in 0..<width { sums[old &* width &+ column] &-= points[column].integer(place[column]) }
          }
          place += width
        }
      }
    }
  }
}
