import Computation

/// A matrix whose columns are cut into a few bins each, one byte a value: what histograms are made of.
///
/// A column of numbers has bins of about equal mass, in rising order; a column of categories has one bin for each of
/// its values. One more code, the number of bins, stands for a missing value, and for a category without a bin.
struct BinnedRows: Sendable {
  let rows: Int
  let columns: Int
  /// Column after column.
  let codes: [UInt8]
  /// The same, row after row.
  let rowCodes: [UInt8]
  /// Of each column of numbers, the largest value of each bin but the last, rising; of one of categories, their values.
  let bounds: [[Double]]
  let isCategory: [Bool]
  /// Where each column's cells begin among all; one more entry closes the last.
  let offsets: [Int]

  /// At most `most` bins a column, 2 to 255; exact where a column has no more distinct values. NaN is missing.
  /// O(d · n).
  init(_ matrix: Matrix, most: Int, categories: [Int] = [], on workers: Workers) {
    rows = matrix.rows
    columns = matrix.columns
    var isCategory = [Bool](repeating: false, count: matrix.columns)
    for column in categories { isCategory[column] = true }
    self.isCategory = isCategory
    let kinds = isCategory
    let binned = workers.map(matrix.columns, chunksOf: 1) { range in
      let column = matrix.column(range.lowerBound)
      let bounds = kinds[range.lowerBound] ? Self.categories(column, most) : Self.bounds(column, most)
      return (bounds, Self.codes(column, bounds, isCategory: kinds[range.lowerBound]))
    }
    bounds = binned.map(\.0)
    codes = binned.flatMap(\.1)
    var offsets = [0]
    for (column, bound) in bounds.enumerated() {
      offsets.append(offsets[column] + bound.count + (isCategory[column] ? 1 : 2))
    }
    self.offsets = offsets
    rowCodes = Self.transposed(codes, rows: matrix.rows, columns: matrix.columns, workers)
  }

  private static func transposed(_ codes: [UInt8], rows: Int, columns: Int, _ workers: Workers) -> [UInt8] {
    workers.map(rows, chunksOf: 8_192) { range in
      var part = [UInt8](repeating: 0, count: range.count * columns)
      codes.withUnsafeBufferPointer { codes in
        for column in 0..<columns {
          var place = column
          for row in range {
            part[place] = codes[column * rows + row]
            place += columns
          }
        }
      }
      return part
    }.flatMap { $0 }
  }

  private static func codes(_ column: [Double], _ bounds: [Double], isCategory: Bool) -> [UInt8] {
    // Infinities fill the list up to a power of two: each value then takes eight steps, none of which must be guessed.
    let padded = bounds + [Double](repeating: .infinity, count: 256 - bounds.count)
    return padded.withUnsafeBufferPointer { padded in
      column.map { value in
        var low = 0
        var step = 128
        while step > 0 {
          low += padded[low + step - 1] < value ? step : 0
          step /= 2
        }
        let isKnown = isCategory ? padded[low] == value : value == value
        return UInt8(isKnown ? low : bounds.count + (isCategory ? 0 : 1))
      }
    }
  }

  private static func bounds(_ column: [Double], _ most: Int) -> [Double] {
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

  /// The most frequent values, rising; of equally frequent ones the smaller first.
  private static func categories(_ column: [Double], _ most: Int) -> [Double] {
    let sorted = RadixSort.sorted(column.filter { !$0.isNaN })
    var found: [(value: Double, count: Int)] = []
    for value in sorted {
      if let last = found.last, last.value == value {
        found[found.count - 1].count += 1
      } else {
        found.append((value, 1))
      }
    }
    if found.count > most {
      found.sort { $0.count != $1.count ? $0.count > $1.count : $0.value < $1.value }
      found.removeLast(found.count - most)
    }
    return found.map(\.value).sorted()
  }
}
