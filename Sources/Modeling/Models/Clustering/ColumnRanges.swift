import Computation

/// Where the columns lie: from which rows can be had in single precision, as far as it goes.
struct ColumnRanges: Sendable {
  /// The largest |x| of each column of the rows.
  let sizes: [Double]
  /// Middles of the columns, of rows and centres.
  let middles: [Double]
  /// No two points within the ranges are farther apart.
  let diameter: Double

  /// Of rows within bounds, and of centres.
  init(_ rows: ColumnBounds, _ centres: Matrix) {
    sizes = zip(rows.low, rows.high).map { max(-$0, $1) }
    let other = ColumnBounds(centres)
    let low = zip(rows.low, other.low).map { min($0, $1) }
    let high = zip(rows.high, other.high).map { max($0, $1) }
    middles = zip(low, high).map { $0 / 2 + $1 / 2 }
    diameter = zip(low, high).reduce(0) { $0 + ($1.1 - $1.0) * ($1.1 - $1.0) }.squareRoot()
  }

  /// Row-major differences of centres to the middles.
  func singles(of centres: Matrix) -> [Float] {
    centres.values.indices.map { Float(centres.values[$0] - middles[$0 % centres.columns]) }
  }

  /// More than what roundings to single precision can add up to in a squared distance that is had by `CentreProducts`, its
  /// parts at most the squared diameter: each number and each step is at most 2^-24 of it off, the last 2^-20.
  var squareSlack: Float {
    guard diameter < 0x1p50 else { return .infinity }
    return Float(max(Double(middles.count + 24) * 0x1p-23 * diameter * diameter, 0x1p-120))
  }

  /// And in a comparison of two bounds whose centres have gone this far. Infinite, so that nothing is decided in single
  /// precision, where squares could overflow; floored where they vanish.
  func slack(after way: Double) -> Float {
    let scale = diameter + way
    guard scale < 0x1p50 else { return .infinity }
    return Float(max(Double(middles.count + 16) * 0x1p-23 * scale, 0x1p-60))
  }
}
