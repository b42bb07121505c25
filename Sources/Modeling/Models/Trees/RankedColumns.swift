import Computation

/// A matrix with each value replaced by its rank among the distinct values of its column: what exact splits are found on.
struct RankedColumns: Sendable {
  let rows: Int
  let columns: Int
  /// Column after column.
  let ranks: [Int32]
  /// Distinct values of each column, rising.
  let values: [[Double]]

  /// O(d · n log n).
  init(_ matrix: Matrix) {
    rows = matrix.rows
    columns = matrix.columns
    var ranks = [Int32](repeating: 0, count: matrix.rows * matrix.columns)
    var values: [[Double]] = []
    for column in 0..<matrix.columns {
      let ties = Ties(matrix.column(column))
      for row in 0..<matrix.rows { ranks[column * matrix.rows + row] = Int32(ties.place[row]) }
      values.append(ties.values)
    }
    self.ranks = ranks
    self.values = values
  }
}
