import Computation

/// Up to eight centres in single precision, each number four times, so that rows are measured four at once:
/// |x − c|² = |x|² + 2 (|c|² / 2 − x·c), which takes two operations for each column and not three.
struct CentreProducts: Sendable {
  typealias Four = RowLanes.Four

  static let width = 8

  private let columns: Int
  /// columns × 8.
  private let values: [Four]
  /// |c|² / 2, or a number beyond all distances in places past the last centre.
  private let halves: [Four]

  static func groups(_ count: Int) -> Int { (count + width - 1) / width }

  /// Row-major centres, at most eight.
  init(_ centres: [Float], rows: Int, columns: Int) {
    self.columns = columns
    precondition(rows <= Self.width, "one group of centres")
    var values = [Four](repeating: .zero, count: columns * Self.width)
    var halves = [Four](repeating: Four(repeating: .greatestFiniteMagnitude / 8), count: Self.width)
    for centre in 0..<rows {
      var square = 0.0
      for column in 0..<columns {
        let value = centres[centre * columns + column]
        values[column * Self.width + centre] = Four(repeating: value)
        square += Double(value) * Double(value)
      }
      halves[centre] = Four(repeating: Float(square / 2))
    }
    self.values = values
    self.halves = halves
  }

  /// Of four rows the least of |c|² / 2 − x·c over the centres, and the least of the others. Which of the eight
  /// it is stands in the three lowest bits, a change of less than 2^-20 of the number, so that comparing finds both.
  struct Nearest {
    var first = Four(repeating: .infinity)
    var second = Four(repeating: .infinity)

    @inline(__always)
    fileprivate mutating func take(_ found: Four, _ number: UInt32) {
      let bits = unsafeBitCast(found, to: SIMD4<UInt32>.self) & ~7 | number
      let found = unsafeBitCast(bits, to: Four.self)
      let larger = found.replacing(with: first, where: found .< first)
      second = second.replacing(with: larger, where: larger .< second)
      first = first.replacing(with: found, where: found .< first)
    }

    var places: SIMD4<UInt32> { unsafeBitCast(first, to: SIMD4<UInt32>.self) & 7 }
  }

  /// For eight rows, whose columns are two vectors each.
  @inline(__always)
  func nearest(to rows: UnsafePointer<Four>) -> (Nearest, Nearest) {
    var (low, high) = (Nearest(), Nearest())
    values.withUnsafeBufferPointer { values in
      halves.withUnsafeBufferPointer { halves in
        guard let values = values.baseAddress, let halves = halves.baseAddress else { return }
        for quarter in stride(from: 0, to: Self.width, by: 4) {
          let half = halves + quarter
          var (a, b, c, d) = ((half[0], half[0]), (half[1], half[1]), (half[2], half[2]), (half[3], half[3]))
          var centre = values + quarter
          var row = rows
          for _ in 0..<columns {
            let (x, y) = (row[0], row[1])
            a.0 -= centre[0] * x
            a.1 -= centre[0] * y
            b.0 -= centre[1] * x
            b.1 -= centre[1] * y
            c.0 -= centre[2] * x
            c.1 -= centre[2] * y
            d.0 -= centre[3] * x
            d.1 -= centre[3] * y
            row += 2
            centre += Self.width
          }
          let number = UInt32(quarter)
          low.take(a.0, number)
          low.take(b.0, number &+ 1)
          low.take(c.0, number &+ 2)
          low.take(d.0, number &+ 3)
          high.take(a.1, number)
          high.take(b.1, number &+ 1)
          high.take(c.1, number &+ 2)
          high.take(d.1, number &+ 3)
        }
      }
    }
    return (low, high)
  }
}
