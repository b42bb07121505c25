/// A dense matrix of doubles in row-major order.
package struct Matrix: Equatable, Hashable, Sendable {
  package let rows: Int
  package let columns: Int
  /// rows × columns values; the value of (row, column) is at row · columns + column.
  package var values: [Double]

  /// Requires `values.count == rows * columns`.
  package init(rows: Int, columns: Int, values: [Double]) {
    precondition(rows >= 0 && columns >= 0 && values.count == rows * columns, "shape and number of values differ")
    self.rows = rows
    self.columns = columns
    self.values = values
  }

  package init(rows: Int, columns: Int, repeating value: Double = 0) {
    self.init(rows: rows, columns: columns, values: [Double](repeating: value, count: rows * columns))
  }

  /// Requires rows of equal length.
  package init(_ rows: [[Double]]) {
    let columns = rows.first?.count ?? 0
    precondition(rows.allSatisfy { $0.count == columns }, "rows differ in length")
    self.init(rows: rows.count, columns: columns, values: rows.flatMap { $0 })
  }

  package static func identity(_ order: Int) -> Matrix {
    var matrix = Matrix(rows: order, columns: order)
    for i in 0..<order { matrix[i, i] = 1 }
    return matrix
  }

  package subscript(row: Int, column: Int) -> Double {
    get { values[row * columns + column] }
    set { values[row * columns + column] = newValue }
  }

  package func row(_ index: Int) -> ArraySlice<Double> {
    values[(index * columns)..<((index + 1) * columns)]
  }

  package func column(_ index: Int) -> [Double] {
    (0..<rows).map { values[$0 * columns + index] }
  }

  /// The given rows in the given order; an index may come more than once.
  package func selecting(rows indices: some Collection<Int>) -> Matrix {
    let count = indices.count * columns
    let selected = [Double](unsafeUninitializedCapacity: count) { buffer, filled in
      values.withUnsafeBufferPointer { values in
        guard columns > 0, let target = buffer.baseAddress, let source = values.baseAddress else { return }
        for index in indices {
          precondition(index >= 0 && index < rows, "a row that the matrix does not have")
          (target + filled).initialize(from: source + index * columns, count: columns)
          filled += columns
        }
      }
    }
    return Matrix(rows: indices.count, columns: columns, values: selected)
  }

  /// This matrix with the other's columns to its right. Requires equal row counts.
  package func joined(with other: Matrix) -> Matrix {
    precondition(rows == other.rows, "row counts differ")
    var joined: [Double] = []
    joined.reserveCapacity(values.count + other.values.count)
    for index in 0..<rows {
      joined.append(contentsOf: row(index))
      joined.append(contentsOf: other.row(index))
    }
    return Matrix(rows: rows, columns: columns + other.columns, values: joined)
  }

  /// Row and column of the first value that is NaN or infinite, if there is one.
  package var firstNotFinite: (row: Int, column: Int)? {
    let wrong = values.withUnsafeBufferPointer { values in
      // Counting all of them needs no branch, and a search for the first is seldom needed.
      var wrong = 0
      for value in values { wrong += value.magnitude <= .greatestFiniteMagnitude ? 0 : 1 }
      return wrong
    }
    guard wrong > 0, let offset = values.firstIndex(where: { !$0.isFinite }) else { return nil }
    return (offset / columns, offset % columns)
  }
}

extension Matrix: Codable {
  private enum CodingKeys: String, CodingKey { case rows, columns, values }

  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let rows = try container.decode(Int.self, forKey: .rows)
    let columns = try container.decode(Int.self, forKey: .columns)
    let values = try container.decode([Double].self, forKey: .values)
    guard rows >= 0, columns >= 0, rows.multipliedReportingOverflow(by: columns) == (values.count, false) else {
      throw DecodingError.dataCorruptedError(
        forKey: .values, in: container, debugDescription: "shape and number of values differ")
    }
    self.init(rows: rows, columns: columns, values: values)
  }
}
