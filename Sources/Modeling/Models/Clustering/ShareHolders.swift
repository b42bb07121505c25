import Computation

/// The rows of a range that have a share of a component: of many components most rows have none.
struct ShareHolders {
  let rows: [Int]
  /// One for each of the rows; > 0.
  let shares: [Double]

  init(_ range: Range<Int>, of component: Int, _ shares: Matrix) {
    let rows = [Int](unsafeUninitializedCapacity: range.count) { rows, count in
      let width = shares.columns
      shares.values.withUnsafeBufferPointer { shares in
        for row in range {
          rows[count] = row
          count += shares[row &* width &+ component] > 0 ? 1 : 0
        }
      }
    }
    self.rows = rows
    self.shares = rows.map { shares.values[$0 * shares.columns + component] }
  }
}
