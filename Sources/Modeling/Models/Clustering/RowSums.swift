import Computation

/// Sums of some thousand rows at most by cluster, in the integers of `FixedPoint`, four columns at a time.
struct RowSums {
  private typealias Wholes = SIMD4<Int64>

  private let columns: Int
  /// Vectors to a row.
  private let fours: Int
  private let scales: [SIMD4<Double>]
  /// The whole part of each sum and its rest, for each cluster; n · 2^50 for n rows fit.
  private var wholes: [Wholes]
  private var rests: [Wholes]

  init(clusters: Int, _ points: [FixedPoint]) {
    columns = points.count
    fours = (points.count + 3) / 4
    var scales = [SIMD4<Double>](repeating: .zero, count: fours)
    for (column, point) in points.enumerated() { scales[column / 4][column % 4] = point.scale }
    self.scales = scales
    wholes = [Wholes](repeating: .zero, count: clusters * fours)
    rests = wholes
  }

  /// Adds a row to a cluster and takes it from another, if there is one.
  @inline(__always)
  mutating func move(_ row: UnsafePointer<Double>, to new: Int, from old: Int) {
    let shift = unsafeBitCast(SIMD4<Double>(repeating: FixedPoint.shift), to: Wholes.self)
    for four in 0..<fours {
      let units = numbers(row, four) * scales[four]
      let shifted = units + FixedPoint.shift
      let left = (units - (shifted - FixedPoint.shift)) * FixedPoint.parts + FixedPoint.shift
      let whole = unsafeBitCast(shifted, to: Wholes.self) &- shift
      let rest = unsafeBitCast(left, to: Wholes.self) &- shift
      wholes[new &* fours &+ four] &+= whole
      rests[new &* fours &+ four] &+= rest
      if old >= 0 {
        wholes[old &* fours &+ four] &-= whole
        rests[old &* fours &+ four] &-= rest
      }
    }
  }

  @inline(__always)
  private func numbers(_ row: UnsafePointer<Double>, _ four: Int) -> SIMD4<Double> {
    let first = 4 &* four
    if first &+ 4 <= columns {
      return SIMD4(row[first], row[first &+ 1], row[first &+ 2], row[first &+ 3])
    }
    var numbers = SIMD4<Double>.zero
    for lane in 0..<(columns &- first) { numbers[lane] = row[first &+ lane] }
    return numbers
  }

  /// Clusters × columns.
  var totals: [Int128] {
    (0..<(wholes.count / max(fours, 1))).flatMap { cluster in
      (0..<columns).map { column in
        let index = cluster * fours + column / 4
        return Int128(wholes[index][column % 4]) << 12 + Int128(rests[index][column % 4])
      }
    }
  }
}
