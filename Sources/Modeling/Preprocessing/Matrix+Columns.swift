import Computation

extension Matrix {
  /// The given columns in the given order. O(rows · columns).
  func selecting(columns wanted: some Collection<Int>) -> Matrix {
    var selected: [Double] = []
    selected.reserveCapacity(rows * wanted.count)
    for row in 0..<rows {
      for column in wanted { selected.append(self[row, column]) }
    }
    return Matrix(rows: rows, columns: wanted.count, values: selected)
  }
}
