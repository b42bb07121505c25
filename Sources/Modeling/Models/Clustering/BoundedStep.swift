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
    /// What `RowFetch` asks to keep.
    var fetched: UInt64 = 0
  }

  /// The centres in single precision, as up to eight or more of them are measured best.
  enum Singles: Sendable {
    case oneGroup(CentreProducts)
    case groups(PackedCentres<Float>)
  }

  let rows: Matrix
  let middles: [Double]
  let points: [FixedPoint]
  let exact: PackedCentres<Double>
  let centres: Singles
  /// Half the distance from each centre to the nearest other: a row nearer than that to its own has no nearer one.
  let gaps: [Float]
  let ways: [Float]
  let drifts: [Float]
  let slack: Float
  let squareSlack: Float

  /// Rows to a piece: few enough for the second-level cache, many enough to fill the lanes of each group.
  private static let piece = 512

  /// What is known of a row that is measured: squared distances to the nearest centre so far, to the next of its group, and
  /// to the next of all.
  private struct Measured {
    var first: Float = 0
    var next: Float = 0
    var rival: Float = 0
    var centre = 0

    var group: Int { centre / CentreProducts.width }
  }

  func assign(_ range: Range<Int>, _ bounds: Bounds) -> Moves {
    var moves = Moves()
    var sums = RowSums(clusters: ways.count, points)
    var open = [Int](repeating: 0, count: Self.piece)
    var measured = [Measured](repeating: Measured(), count: Self.piece)
    var moved: [(row: Int, from: Int)] = []
    moved.reserveCapacity(Self.piece)
    rows.values.withUnsafeBufferPointer { values in
      guard let start = values.baseAddress else { return }
      for first in stride(from: range.lowerBound, to: range.upperBound, by: Self.piece) {
        let piece = first..<min(first + Self.piece, range.upperBound)
        let count = find(&open, in: piece, bounds)
        if count == 0 { continue }
        moves.fetched ^= RowFetch.touch(open[..<count], of: start, columns: rows.columns)
        switch centres {
        case .oneGroup(let products): measure(open[..<count], products) { measured[$0] = $1 }
        case .groups(let lanes): measure(open[..<count], lanes, start, bounds, &measured)
        }
        for place in 0..<count {
          let row = open[place]
          let old = Int(bounds.labels[row])
          let new = settle(row, measured[place], start + row &* rows.columns, bounds, old: old)
          if new == old { continue }
          bounds.labels[row] = Int32(new)
          moved.append((row, old))
        }
        if moved.isEmpty { continue }
        record(moved, start, bounds, in: &moves, &sums)
        moved.removeAll(keepingCapacity: true)
      }
    }
    if moves.changed > 0 { moves.sums = sums.totals }
    return moves
  }

  /// The rows whose bounds do not tell that their centre is still the nearest, and how many they are. All where these are
  /// many: rows one after the other come from memory several times as fast as others.
  private func find(_ open: inout [Int], in piece: Range<Int>, _ bounds: Bounds) -> Int {
    let groups = drifts.count
    var count = 0
    open.withUnsafeMutableBufferPointer { open in
      drifts.withUnsafeBufferPointer { drifts in
        ways.withUnsafeBufferPointer { ways in
          gaps.withUnsafeBufferPointer { gaps in
            for row in piece {
              let label = max(Int(bounds.labels[row]), 0)
              let reach = bounds.upper[row] + ways[label] + slack
              // None of these is so when anything is not a number.
              var holds = 1
              for group in 0..<groups {
                holds &= reach < bounds.lower[row &* groups &+ group] - drifts[group] ? 1 : 0
              }
              holds |= reach < gaps[label] ? 1 : 0
              open[count] = row
              count &+= 1 &- holds
            }
          }
        }
      }
    }
    if groups > 1 || 4 * count < piece.count { return count }
    for (place, row) in piece.enumerated() { open[place] = row }
    return piece.count
  }

  /// The given rows against the only group's centres, by their place among these rows.
  @inline(__always)
  private func measure(_ list: ArraySlice<Int>, _ products: CentreProducts, _ body: (Int, Measured) -> Void) {
    rows.values.withUnsafeBufferPointer { values in
      middles.withUnsafeBufferPointer { middles in
        withUnsafeTemporaryAllocation(of: RowLanes.Four.self, capacity: RowLanes.room(rows.columns)) { room in
          guard let values = values.baseAddress, let middles = middles.baseAddress, let room = room.baseAddress
          else { return }
          let lanes = RowLanes(columns: rows.columns, room: room)
          for start in stride(from: 0, to: list.count, by: RowLanes.most) {
            let block = list[start..<min(start + RowLanes.most, list.count)]
            lanes.gather(block, of: values, less: middles)
            for eight in 0..<((block.count + 7) / 8) {
              let (low, high) = products.nearest(to: lanes.columns(ofEight: eight))
              for (half, found) in [low, high].enumerated() {
                let four = 2 &* eight &+ half
                let first = lanes.squares(ofFour: four) + 2 * found.first
                let next = lanes.squares(ofFour: four) + 2 * found.second
                let places = found.places
                for lane in 0..<min(4, max(0, block.count - 4 * four)) {
                  body(
                    start &+ 4 &* four &+ lane,
                    Measured(first: first[lane], next: next[lane], rival: next[lane], centre: Int(places[lane])))
                }
              }
            }
          }
        }
      }
    }
  }

  /// The given rows against their old groups and those that may hold a nearer centre.
  @inline(__always)
  private func measure(
    _ list: ArraySlice<Int>, _ lanes: PackedCentres<Float>, _ start: UnsafePointer<Double>, _ bounds: Bounds,
    _ measured: inout [Measured]
  ) {
    measured.withUnsafeMutableBufferPointer { measured in
      middles.withUnsafeBufferPointer { middles in
        withUnsafeTemporaryAllocation(of: Float.self, capacity: middles.count) { single in
          guard let near = single.baseAddress else { return }
          for (place, row) in list.enumerated() {
            let double = start + row &* middles.count
            for column in 0..<middles.count { near[column] = Float(double[column] - middles[column]) }
            let home = max(Int(bounds.labels[row]), 0) / CentreProducts.width
            measured[place] = measure(near, lanes, bounds.lower + row &* drifts.count, home: home)
          }
        }
      }
    }
  }

  /// One row; renews the bounds of groups that are not the nearest centre's.
  @inline(__always)
  private func measure(
    _ row: UnsafePointer<Float>, _ lanes: PackedCentres<Float>, _ lower: UnsafeMutablePointer<Float>, home: Int
  ) -> Measured {
    let old = lanes.nearest(to: row, group: home)
    var best = Measured(
      first: old.first, next: old.second, rival: old.second, centre: home &* CentreProducts.width &+ old.place)
    let reach = upperBound(best.first) + slack
    for group in drifts.indices where group != home && !(reach < lower[group] - drifts[group]) {
      let found = lanes.nearest(to: row, group: group)
      lower[group] = lowerBound(found.first) + drifts[group]
      if found.first < best.first {
        lower[best.group] = lowerBound(best.first) + drifts[best.group]
        best = Measured(
          first: found.first, next: found.second, rival: min(best.first, found.second),
          centre: group &* CentreProducts.width &+ found.place)
      } else {
        best.rival = min(best.rival, found.first)
      }
    }
    return best
  }

  /// The row's nearest centre, in double where single precision cannot tell; renews the bounds.
  @inline(__always)
  private func settle(
    _ row: Int, _ measured: Measured, _ double: UnsafePointer<Double>, _ bounds: Bounds, old: Int
  ) -> Int {
    let group = measured.group
    let lower = bounds.lower + row &* drifts.count
    guard measured.rival - squareSlack > measured.first + squareSlack else {
      bounds.upper[row] = .infinity
      lower[max(old, 0) / CentreProducts.width] = -.infinity
      lower[group] = -.infinity
      return exact.nearest(to: double)
    }
    lower[group] = lowerBound(measured.next) + drifts[group]
    bounds.upper[row] = upperBound(measured.first) - ways[measured.centre]
    return measured.centre
  }

  @inline(__always)
  private func lowerBound(_ square: Float) -> Float { max(square - squareSlack, 0).squareRoot() }

  @inline(__always)
  private func upperBound(_ square: Float) -> Float { (max(square, 0) + squareSlack).squareRoot() }

  private func record(
    _ moved: [(row: Int, from: Int)], _ start: UnsafePointer<Double>, _ bounds: Bounds, in moves: inout Moves,
    _ sums: inout RowSums
  ) {
    if moves.changed == 0 { moves.counts = [Int](repeating: 0, count: ways.count) }
    moves.changed += moved.count
    for (row, old) in moved {
      let new = Int(bounds.labels[row])
      moves.counts[new] += 1
      if old >= 0 { moves.counts[old] -= 1 }
      sums.move(start + row &* points.count, to: new, from: old)
    }
  }
}
