import Computation

/// Some rows in single precision less the middles of their columns, column by column, eight rows to two vectors of four.
struct RowLanes {
  typealias Four = SIMD4<Float>

  /// Rows to a gathering.
  static let most = 64

  private let columns: Int
  private let values: UnsafeMutablePointer<Four>
  private let squares: UnsafeMutablePointer<Four>

  /// Vectors of room for so many columns.
  static func room(_ columns: Int) -> Int { most / 4 * (columns + 1) }

  init(columns: Int, room: UnsafeMutablePointer<Four>) {
    self.columns = columns
    values = room
    squares = room + Self.most / 4 * columns
  }

  /// Gathers rows of a row-major matrix; the last stands in for those missing of eight. Requires at least one and at most
  /// `most`.
  @inline(__always)
  func gather(_ rows: ArraySlice<Int>, of source: UnsafePointer<Double>, less middles: UnsafePointer<Double>) {
    let last = rows.endIndex &- 1
    for four in 0..<((rows.count + 7) / 8 * 2) {
      let start = rows.startIndex &+ 4 &* four
      let place = { source + rows[min(start &+ $0, last)] &* columns }
      let (a, b, c, d) = (place(0), place(1), place(2), place(3))
      let target = values + (four / 2 &* 2 &* columns &+ four % 2)
      var square = Four.zero
      for column in 0..<columns {
        let difference = SIMD4(a[column], b[column], c[column], d[column]) - SIMD4(repeating: middles[column])
        let single = Four(difference)
        target[2 &* column] = single
        square += single * single
      }
      squares[four] = square
    }
  }

  /// For every column two vectors of four rows.
  @inline(__always)
  func columns(ofEight eight: Int) -> UnsafePointer<Four> { UnsafePointer(values + eight &* 2 &* columns) }

  /// Squared lengths of four rows.
  @inline(__always)
  func squares(ofFour four: Int) -> Four { squares[four] }
}
