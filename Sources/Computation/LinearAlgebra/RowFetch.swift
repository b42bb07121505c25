/// Rows from here and there, fetched before they are worked on: memory gives many at once, but one by one several times as
/// slowly. Swift has no instruction to fetch ahead; reading one number of each 64 bytes does it.
package enum RowFetch {
  /// Of row-major rows the given ones. The result is worth nothing and must be kept, or the reading is optimised away.
  package static func touch(_ rows: ArraySlice<Int>, of source: UnsafePointer<Double>, columns: Int) -> UInt64 {
    var bits: UInt64 = 0
    guard columns > 0 else { return bits }
    for row in rows {
      let start = source + row &* columns
      for column in stride(from: 0, to: columns &- 1, by: 8) { bits ^= start[column].bitPattern }
      bits ^= start[columns &- 1].bitPattern
    }
    return bits
  }
}
