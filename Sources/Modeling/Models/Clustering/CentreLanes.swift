import Computation

/// Centres in single precision, eight to a vector and group, so that one row is measured against eight at a time: for more
/// than eight centres, where bounds leave few groups to measure, and other ones for each row.
struct CentreLanes: Sendable {
  private typealias Lanes = SIMD8<Float>

  private let columns: Int
  /// groups × columns.
  private let lanes: [Lanes]
  /// What each sum of squares begins with: 0, or a number beyond all distances in places past the last centre.
  private let beginnings: [Lanes]

  /// Row-major centres.
  init(_ centres: [Float], rows: Int, columns: Int) {
    self.columns = columns
    let groups = CentreProducts.groups(rows)
    var lanes = [Lanes](repeating: .zero, count: groups * columns)
    var beginnings = [Lanes](repeating: Lanes(repeating: .greatestFiniteMagnitude / 2), count: groups)
    for centre in 0..<rows {
      let (group, lane) = centre.quotientAndRemainder(dividingBy: CentreProducts.width)
      for column in 0..<columns { lanes[group * columns + column][lane] = centres[centre * columns + column] }
      beginnings[group][lane] = 0
    }
    self.lanes = lanes
    self.beginnings = beginnings
  }

  /// The least squared distance of a row to the eight centres of a group, the least of the others, and which of the eight
  /// the first is. That stands in the three lowest bits of each square, a change of less than 2^-20 of it, so that one
  /// comparison finds both.
  @inline(__always)
  func nearest(to row: UnsafePointer<Float>, group: Int) -> (first: Float, second: Float, place: Int) {
    let squares = lanes.withUnsafeBufferPointer { lanes in
      var squares = beginnings[group]
      let base = group &* columns
      for column in 0..<columns {
        let difference = Lanes(repeating: row[column]) - lanes[base &+ column]
        squares += difference * difference
      }
      return squares
    }
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
