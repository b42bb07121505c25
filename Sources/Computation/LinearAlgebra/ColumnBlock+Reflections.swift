extension ColumnBlock {
  /// Reflects these rows, and one more, column after column onto an upper triangular factor of other rows (columns ×
  /// columns): R of all of them together. What is left of the rows is worth nothing. O(n · d²).
  ///
  /// Below the diagonal the factor is 0, so that each reflection touches one of its rows only.
  mutating func reflect(onto upper: inout Matrix, with row: [Double]) {
    precondition(upper.rows == columns && upper.columns == columns && row.count == columns, "a number for each column")
    let (columns, groups) = (columns, groups)
    var row = row
    values.withUnsafeMutableBufferPointer { values in
      guard let values = values.baseAddress else { return }
      for pivot in 0..<columns {
        let vector = values + pivot * groups
        let corner = upper[pivot, pivot]
        let square = corner * corner + row[pivot] * row[pivot] + LaneProducts.pair(vector, vector, vector, groups).0
        // Not 0 is also what is no number any more.
        guard square != 0 else { continue }
        let norm = corner > 0 ? -square.squareRoot() : square.squareRoot()
        // vᵀv / 2 with v = x − norm · e₁, where nothing cancels because norm has the other sign.
        let half = square - norm * corner
        let head = corner - norm
        upper[pivot, pivot] = norm
        var column = pivot + 1
        while column < columns {
          let (left, right) = (values + column * groups, values + min(column + 1, columns - 1) * groups)
          let products = LaneProducts.pair(vector, left, right, groups)
          let first = (head * upper[pivot, column] + row[pivot] * row[column] + products.0) / half
          upper[pivot, column] -= first * head
          row[column] -= first * row[pivot]
          if column + 1 < columns {
            let second = (head * upper[pivot, column + 1] + row[pivot] * row[column + 1] + products.1) / half
            upper[pivot, column + 1] -= second * head
            row[column + 1] -= second * row[pivot]
            for group in 0..<groups {
              left[group] -= first * vector[group]
              right[group] -= second * vector[group]
            }
          } else {
            for group in 0..<groups { left[group] -= first * vector[group] }
          }
          column += 2
        }
      }
    }
  }
}
