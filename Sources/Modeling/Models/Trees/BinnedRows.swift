import Computation

/// A matrix whose columns are cut into a few bins of about equal mass, one byte a value: what histograms are made of.
struct BinnedRows: Sendable {
  let rows: Int
  let columns: Int
  /// Row after row; the number of a bin, or the number of bins of its column where the value is missing.
  let codes: [UInt8]
  /// The same, column after column.
  let columnCodes: [UInt8]
  /// Of each column, the largest value of each bin but the last; rising.
  let bounds: [[Double]]
  /// Where each column's bins begin among all; one more entry closes the last.
  let offsets: [Int]

  /// At most `most` bins a column, 2 to 255; exact where a column has no more distinct values. NaN is missing.
  /// O(d · n log n).
  init(_ matrix: Matrix, most: Int, on workers: Workers) {
    rows = matrix.rows
    columns = matrix.columns
    let bounds = workers.map(matrix.columns, chunksOf: 1) { range in
      Self.bounds(matrix.column(range.lowerBound), most: most)
    }
    self.bounds = bounds
    var offsets = [0]
    for column in bounds { offsets.append(offsets[offsets.count - 1] + column.count + 2) }
    self.offsets = offsets
    let width = matrix.columns
    let parts = workers.map(matrix.rows, chunksOf: 8_192) { range in
      var codes = [UInt8](repeating: 0, count: range.count * width)
      matrix.values.withUnsafeBufferPointer { values in
        for column in 0..<width {
          bounds[column].withUnsafeBufferPointer { bounds in
            for row in range {
              codes[(row - range.lowerBound) * width + column] = Self.code(values[row * width + column], bounds)
            }
          }
        }
      }
      return codes
    }
    var codes: [UInt8] = []
    codes.reserveCapacity(matrix.values.count)
    for part in parts { codes.append(contentsOf: part) }
    self.codes = codes
    let (count, rowCodes) = (matrix.rows, codes)
    let transposed = workers.map(width, chunksOf: 1) { range in
      (0..<count).map { rowCodes[$0 * width + range.lowerBound] }
    }
    columnCodes = transposed.flatMap { $0 }
  }

  /// Bins of a column, the one for missing values not counted.
  func bins(_ column: Int) -> Int { bounds[column].count + 1 }

  private static func code(_ value: Double, _ bounds: UnsafeBufferPointer<Double>) -> UInt8 {
    if value.isNaN { return UInt8(bounds.count + 1) }
    var low = 0
    var width = bounds.count
    // The first bound at or above the value, without a branch that the processor could guess wrongly.
    while width > 0 {
      let half = width / 2
      let isAbove = bounds[low + half] < value
      low = isAbove ? low + half + 1 : low
      width = isAbove ? width - half - 1 : half
    }
    return UInt8(low)
  }

  private static func bounds(_ column: [Double], most: Int) -> [Double] {
    let sorted = RadixSort.sorted(column.filter { !$0.isNaN })
    var bounds: [Double] = []
    var distinct = sorted.isEmpty ? 0 : 1
    for index in 1..<max(sorted.count, 1) where sorted[index] != sorted[index - 1] {
      distinct += 1
      if distinct <= most { bounds.append(Tree.threshold(between: sorted[index - 1], and: sorted[index])) }
    }
    if distinct <= most { return bounds }
    bounds = []
    for bin in 1..<most {
      // The bin ends after the last of equal values.
      var place = bin * sorted.count / most
      while place < sorted.count, place > 0, sorted[place] == sorted[place - 1] { place += 1 }
      guard place > 0, place < sorted.count else { continue }
      let bound = Tree.threshold(between: sorted[place - 1], and: sorted[place])
      if bound != bounds.last { bounds.append(bound) }
    }
    return bounds
  }
}
