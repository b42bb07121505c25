/// Some rows of a matrix laid out by column, four rows to a vector: for sums over rows that touch every pair of columns.
///
/// Rows past the last are zero. The order of every sum is fixed by the number of rows, so results do not depend on who
/// computes them. A few hundred rows at a time stay in the first-level cache.
package struct ColumnBlock: Sendable {
  package let rows: Int
  package let columns: Int
  private let groups: Int
  /// Column-major; one zero column at the end when their number is odd.
  private var values: [SIMD4<Double>]

  /// The given rows of `matrix`, less `centre` (one value for each column); with a column of ones at the end if asked.
  package init(_ matrix: Matrix, rows indices: [Int], less centre: [Double]? = nil, appendingOnes: Bool = false) {
    precondition(centre.map { $0.count == matrix.columns } ?? true, "one centre for each column")
    let width = matrix.columns
    let (rows, groups) = (indices.count, (indices.count + 3) / 4)
    let columns = width + (appendingOnes ? 1 : 0)
    self.rows = rows
    self.groups = groups
    self.columns = columns
    values = [SIMD4<Double>](unsafeUninitializedCapacity: (columns + columns % 2) * groups) { block, count in
      count = (columns + columns % 2) * groups
      matrix.values.withUnsafeBufferPointer { source in
        for group in 0..<groups {
          let full = 4 * group + 4 <= rows
          // Past the last row the last one stands in, and is put out below.
          let place = { indices[min(4 * group + $0, rows - 1)] * width }
          let at = (place(0), place(1), place(2), place(3))
          for column in 0..<width {
            var four = SIMD4(
              source[at.0 + column], source[at.1 + column], source[at.2 + column], source[at.3 + column])
            if let centre { four -= SIMD4(repeating: centre[column]) }
            if !full { for lane in (rows - 4 * group)..<4 { four[lane] = 0 } }
            block.initializeElement(at: column * groups + group, to: four)
          }
        }
      }
      for column in width..<(columns + columns % 2) {
        for group in 0..<groups {
          var four = SIMD4<Double>.zero
          if column < columns { for lane in 0..<min(4, rows - 4 * group) { four[lane] = 1 } }
          block.initializeElement(at: column * groups + group, to: four)
        }
      }
    }
  }

  /// Σ_j w_j x_j for each row.
  package func scores(_ weights: [Double]) -> [Double] {
    precondition(weights.count == columns, "one weight for each column")
    var sums = [SIMD4<Double>](repeating: .zero, count: groups)
    for column in 0..<columns {
      let weight = SIMD4(repeating: weights[column])
      for group in 0..<groups { sums[group] += weight * values[column * groups + group] }
    }
    return (0..<rows).map { sums[$0 / 4][$0 % 4] }
  }

  /// Adds Σ_r y_r x_rj to `sums`, one for each column.
  package func addProducts(with y: [Double], to sums: inout [Double]) {
    let packed = pack(y)
    for column in 0..<columns {
      var sum = SIMD4<Double>.zero
      for group in 0..<groups { sum += packed[group] * values[column * groups + group] }
      sums[column] += sum.sum()
    }
  }

  /// Adds Σ_r w_r x_ri x_rj to the lower triangle of `sums` (columns × columns, row-major); without weights each is 1.
  package func addGram(weights: [Double]?, to sums: inout [Double]) {
    let packed = weights.map { pack($0) }
    let even = columns + columns % 2
    var weighted = [SIMD4<Double>](repeating: .zero, count: 2 * groups)
    values.withUnsafeBufferPointer { values in
      for i in stride(from: 0, to: even, by: 2) {
        for group in 0..<groups {
          let weight = packed?[group] ?? SIMD4(repeating: 1)
          weighted[group] = weight * values[i * groups + group]
          weighted[groups + group] = weight * values[(i + 1) * groups + group]
        }
        for j in stride(from: 0, through: i, by: 2) {
          // Two by two: each value that is read is used twice.
          let four = weighted.withUnsafeBufferPointer { Self.square(values, j * groups, $0, groups) }
          for (place, sum) in four.enumerated() {
            let (row, column) = (i + place / 2, j + place % 2)
            if row < columns, column <= row { sums[row * columns + column] += sum }
          }
        }
      }
    }
  }

  private static func square(
    _ values: UnsafeBufferPointer<SIMD4<Double>>, _ start: Int, _ weighted: UnsafeBufferPointer<SIMD4<Double>>,
    _ groups: Int
  ) -> [Double] {
    var (a, b, c, d) = (SIMD4<Double>.zero, SIMD4<Double>.zero, SIMD4<Double>.zero, SIMD4<Double>.zero)
    for group in 0..<groups {
      let (left, right) = (values[start + group], values[start + groups + group])
      let (upper, lower) = (weighted[group], weighted[groups + group])
      a += upper * left
      b += upper * right
      c += lower * left
      d += lower * right
    }
    return [a.sum(), b.sum(), c.sum(), d.sum()]
  }

  private func pack(_ y: [Double]) -> [SIMD4<Double>] {
    precondition(y.count == rows, "one number for each row")
    return (0..<groups).map { group in
      var four = SIMD4<Double>.zero
      for lane in 0..<min(4, rows - 4 * group) { four[lane] = y[4 * group + lane] }
      return four
    }
  }
}
