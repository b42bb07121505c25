import Computation

/// Centres eight to a vector, so that one row is measured against eight at a time. A squared distance is the sum over
/// columns in their order.
struct PackedCentres<Number: SIMDScalar & BinaryFloatingPoint & Sendable>: Sendable
where Number.SIMD8Storage: Sendable {
  typealias Lanes = SIMD8<Number>

  static var width: Int { Lanes.scalarCount }

  let count: Int
  let columns: Int
  let groups: Int
  /// groups × d.
  private let lanes: [Lanes]
  /// What each sum of squares begins with: 0, or a number beyond all distances in places past the last centre.
  private let beginnings: [Lanes]

  static func groups(_ count: Int) -> Int { (count + width - 1) / width }

  /// Row-major centres.
  init(_ centres: [Number], rows: Int, columns: Int) {
    count = rows
    self.columns = columns
    groups = Self.groups(rows)
    var lanes = [Lanes](repeating: .zero, count: groups * columns)
    var beginnings = [Lanes](repeating: Lanes(repeating: .greatestFiniteMagnitude / 2), count: groups)
    for centre in 0..<rows {
      let (group, lane) = centre.quotientAndRemainder(dividingBy: Self.width)
      for column in 0..<columns { lanes[group * columns + column][lane] = centres[centre * columns + column] }
      beginnings[group][lane] = 0
    }
    self.lanes = lanes
    self.beginnings = beginnings
  }

  /// Squared distances of a row to the eight centres of a group.
  @inline(__always)
  func squares(to row: UnsafePointer<Number>, group: Int) -> Lanes {
    lanes.withUnsafeBufferPointer { lanes in
      var squares = beginnings[group]
      let base = group &* columns
      for column in 0..<columns {
        let difference = Lanes(repeating: row[column]) - lanes[base &+ column]
        squares += difference * difference
      }
      return squares
    }
  }
}

extension PackedCentres<Double> {
  init(_ centres: Matrix) {
    self.init(centres.values, rows: centres.rows, columns: centres.columns)
  }

  /// The centres in another order, in which each group of eight is a centre and its seven nearest of those left.
  static func neighbours(_ centres: Matrix) -> Matrix {
    var left = Array(0..<centres.rows)
    var order: [Int] = []
    while let first = left.first {
      let alone = PackedCentres(centres.selecting(rows: [first]))
      let nearest = left.map { (square: alone.squares(to: Array(centres.row($0)), group: 0)[0], centre: $0) }
        .sorted { $0 < $1 }.prefix(width).map(\.centre)
      order += nearest
      left.removeAll { nearest.contains($0) }
    }
    return centres.selecting(rows: order)
  }

  /// The nearest centre of each row, the lower number on a tie. O(n · k · d).
  func nearest(_ rows: Matrix, on workers: Workers) -> [Int] {
    workers.map(rows.rows, chunksOf: 4_096) { range in
      rows.values.withUnsafeBufferPointer { values -> [Int] in
        guard let start = values.baseAddress else { return [] }
        return range.map { nearest(to: start + $0 * rows.columns) }
      }
    }.flatMap { $0 }
  }

  func nearest(to row: UnsafePointer<Double>) -> Int {
    var best = Double.infinity
    var nearest = 0
    for group in 0..<groups {
      let squares = squares(to: row, group: group)
      for lane in 0..<Self.width where squares[lane] < best {
        best = squares[lane]
        nearest = group * Self.width + lane
      }
    }
    return nearest
  }
}

extension PackedCentres<Float> {
  /// The least squared distance of a row to the eight centres of a group, the least of the others, and which of the eight
  /// the first is. That stands in the three lowest bits of each square, a change of less than 2^-20 of it, so that one
  /// comparison finds both.
  @inline(__always)
  func nearest(to row: UnsafePointer<Float>, group: Int) -> (first: Float, second: Float, place: Int) {
    let squares = squares(to: row, group: group)
    let bits = unsafeBitCast(squares, to: SIMD8<UInt32>.self) & ~7 | SIMD8(0, 1, 2, 3, 4, 5, 6, 7)
    let tagged = unsafeBitCast(bits, to: Lanes.self)
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
}
