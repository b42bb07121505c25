import Computation

/// Where the columns lie: from which rows can be had in single precision, as far as it goes.
struct ColumnRanges: Sendable {
  /// The largest |x| of each column of the rows.
  let sizes: [Double]
  /// Middles of the columns, of rows and centres.
  private let middles: [Double]
  /// No two points within the ranges are farther apart.
  let diameter: Double

  init(_ rows: Matrix, _ centres: Matrix) {
    let own = Self.bounds(of: rows)
    let other = Self.bounds(of: centres)
    sizes = own.map { max(-$0.low, $0.high) }
    let both = zip(own, other).map { (low: min($0.low, $1.low), high: max($0.high, $1.high)) }
    middles = both.map { $0.low / 2 + $0.high / 2 }
    diameter = both.reduce(0) { $0 + ($1.high - $1.low) * ($1.high - $1.low) }.squareRoot()
  }

  private static func bounds(of rows: Matrix) -> [(low: Double, high: Double)] {
    var low = [Double](repeating: .infinity, count: rows.columns)
    var high = [Double](repeating: -.infinity, count: rows.columns)
    rows.values.withUnsafeBufferPointer { values in
      low.withUnsafeMutableBufferPointer { low in
        high.withUnsafeMutableBufferPointer { high in
          for row in 0..<rows.rows {
            for column in 0..<rows.columns {
              let value = values[row * rows.columns + column]
              low[column] = value < low[column] ? value : low[column]
              high[column] = value > high[column] ? value : high[column]
            }
          }
        }
      }
    }
    return Array(zip(low, high))
  }

  /// Row-major differences to the middles, in single precision.
  func singles(of rows: Matrix, on workers: Workers) -> [Float] {
    [Float](unsafeUninitializedCapacity: rows.values.count) { buffer, count in
      // Each part is written by one worker.
      nonisolated(unsafe) let singles = buffer
      _ = workers.map(rows.rows, chunksOf: 4_096) { range in
        rows.values.withUnsafeBufferPointer { values in
          middles.withUnsafeBufferPointer { middles in
            for row in range {
              for column in 0..<rows.columns {
                let index = row * rows.columns + column
                singles[index] = Float(values[index] - middles[column])
              }
            }
          }
        }
      }
      count = rows.values.count
    }
  }

  /// More than what the roundings in a comparison of two single-precision distances can add up to, with bounds whose
  /// centres have gone this far. Each number is at most 2^-24 of its size off, a distance by d / 2 + 7 times as much.
  /// Infinite, so that nothing is decided in single precision, where squares could overflow; floored where they vanish.
  func slack(after way: Double) -> Float {
    let scale = diameter + way
    guard scale < 0x1p50 else { return .infinity }
    return Float(max(Double(middles.count + 16) * 0x1p-23 * scale, 0x1p-60))
  }
}
