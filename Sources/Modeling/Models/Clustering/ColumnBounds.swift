import Computation

/// The least and the largest value of each column.
struct ColumnBounds: Sendable {
  let low: [Double]
  let high: [Double]
  /// False where a value is no number; infinities are among the bounds.
  let areNumbers: Bool

  private static let tile = 64

  /// O(n · d), one pass.
  init(_ rows: Matrix) {
    let width = rows.columns
    var low = [Double](repeating: .infinity, count: width)
    var high = [Double](repeating: -.infinity, count: width)
    var areNumbers = true
    rows.values.withUnsafeBytes { bytes in
      for start in stride(from: 0, to: rows.rows, by: Self.tile) {
        // Four columns of some rows at a time, whose bounds stay in registers.
        let tile = start..<min(start + Self.tile, rows.rows)
        for column in stride(from: 0, to: width - width % 4, by: 4) {
          var (least, most) = (SIMD4<Double>(repeating: .infinity), SIMD4<Double>(repeating: -.infinity))
          var isOdd = SIMDMask<SIMD4<Int64>>(repeating: false)
          for row in tile {
            let four = bytes.loadUnaligned(fromByteOffset: (row &* width &+ column) &* 8, as: SIMD4<Double>.self)
            least.replace(with: four, where: four .< least)
            most.replace(with: four, where: four .> most)
            isOdd .|= four .!= four
          }
          for lane in 0..<4 {
            low[column + lane] = min(low[column + lane], least[lane])
            high[column + lane] = max(high[column + lane], most[lane])
            areNumbers = areNumbers && !isOdd[lane]
          }
        }
        for column in (width - width % 4)..<width {
          for row in tile {
            let value = rows.values[row * width + column]
            if value < low[column] { low[column] = value }
            if value > high[column] { high[column] = value }
            areNumbers = areNumbers && value == value
          }
        }
      }
    }
    self.low = low
    self.high = high
    self.areNumbers = areNumbers
  }

  /// Whether there are rows, and squares of all values are finite: none is beyond 1e150.
  var areSquareable: Bool {
    areNumbers && !low.isEmpty && low.allSatisfy { $0 >= -1e150 } && high.allSatisfy { $0 <= 1e150 }
  }
}
