/// Sums of a loss's derivatives over rows, as whole numbers: exact, so that neither the order of rows nor how they are
/// shared out changes a bit.
///
/// A cell is a pair: the first derivatives; and the second ones with, in the low bits, the number of rows.
struct DerivativeSums: Sendable {
  typealias Cell = SIMD2<Int64>
  /// First and second derivative of one row.
  typealias Pair = SIMD2<Int32>

  /// Units to one of the first derivative.
  let slopeScale: Double
  /// Units to one of the second derivative.
  let curvatureScale: Double
  /// Bits of a cell's second number that count rows.
  let countBits: Int64
  /// Smaller gains are rounding.
  let leastGain: Double

  /// For derivatives of at most these sizes: a row's fit in 31 bits, and the sums of all rows below 2^62.
  init(rows: Int, largestSlope: Double, largestCurvature: Double) {
    leastGain = 1e-9 * largestSlope * largestSlope
    countBits = Int64(Int.bitWidth - rows.leadingZeroBitCount)
    slopeScale = Self.power(30 - Self.ceiling(largestSlope))
    curvatureScale = Self.power(min(30, Int(62 - 2 * countBits)) - Self.ceiling(largestCurvature))
  }

  /// The least k with 2^k ≥ x.
  private static func ceiling(_ x: Double) -> Int { Int(x.exponent) + (x.significand > 1 ? 1 : 0) }

  private static func power(_ exponent: Int) -> Double {
    Double(sign: .plus, exponent: exponent, significand: 1)
  }

  func pair(_ slope: Double, _ curvature: Double) -> Pair {
    Pair(Int32(slope * slopeScale), Int32(curvature * curvatureScale))
  }

  @inline(__always)
  static func cell(_ pair: Pair, _ countBits: Int64) -> Cell {
    Cell(Int64(pair.x), Int64(pair.y) &<< countBits | 1)
  }

  func count(_ cell: Cell) -> Int { Int(cell.y & (1 << countBits - 1)) }
  func slope(_ cell: Cell) -> Double { Double(cell.x) / slopeScale }
  func curvature(_ cell: Cell) -> Double { Double(cell.y >> countBits) / curvatureScale }
}
