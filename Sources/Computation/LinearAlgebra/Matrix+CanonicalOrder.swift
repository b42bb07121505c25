extension Matrix {
  /// Row indices in lexicographic order of their values, equal rows by index. Fitting in this order makes a result
  /// independent of the order in which rows arrive. O(n) where few rows share their first value, O(n · d) at worst.
  /// Requires that no value is NaN.
  package var canonicalOrder: [Int] {
    canonicalOrder { _ in 0 }
  }

  /// The same with one more value of each row, which has the last word before the index.
  package func canonicalOrder(then last: (Int) -> Double) -> [Int] {
    var order = Array(0..<rows)
    values.withUnsafeBufferPointer { values in
      order.withUnsafeMutableBufferPointer { order in
        Self.sort(order, by: 0..<(columns + 1)) { row, column in
          column < columns ? values[row &* columns &+ column] : last(row)
        }
      }
    }
    return order
  }

  /// Sorts rows that are in order of their indices: by the first column's leading bits, then what these leave together by
  /// the rest.
  private static func sort(
    _ rows: UnsafeMutableBufferPointer<Int>, by columns: Range<Int>, _ value: (Int, Int) -> Double
  ) {
    guard let column = columns.first, rows.count > 1 else { return }
    if rows.count <= 64 {
      var few = rows
      return few.sort { a, b in
        for column in columns {
          let (left, right) = (value(a, column), value(b, column))
          if left != right { return left < right }
        }
        return a < b
      }
    }
    let leading = LeadingBits(rows.count) { value(rows[$0], column) }
    leading.arrange(rows)
    // Bits that were left out are the leading ones of those that are left together.
    let rest = leading.isExact ? columns.dropFirst() : columns
    leading.forEachRun { sort(UnsafeMutableBufferPointer(rebasing: rows[$0]), by: rest, value) }
  }
}
