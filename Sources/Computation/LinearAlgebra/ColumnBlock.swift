/// Some rows of a matrix laid out by column, four rows to a vector: for sums over rows that touch every pair of columns.
///
/// Numbers that belong to rows come in vectors of four too, a place for each row; what stands past the last row is 0. The
/// order of every sum is fixed by the number of rows, so results do not depend on who computes them. A few hundred rows at
/// a time stay in the first-level cache.
package struct ColumnBlock: Sendable {
  package let rows: Int
  package let columns: Int
  /// Vectors to a column.
  package let groups: Int
  /// Column-major; one zero column at the end when their number is odd.
  package internal(set) var values: [SIMD4<Double>]
  /// What `RowFetch` asks to keep.
  private let fetched: UInt64

  /// The given rows of `matrix`; `y`, which has a number for each row of the matrix, and a column of ones come after its
  /// columns if asked. Requires at least one row.
  package init(_ matrix: Matrix, rows indices: [Int], appending y: [Double]? = nil, appendingOnes: Bool = false) {
    precondition(!indices.isEmpty && (y.map { $0.count == matrix.rows } ?? true), "rows, and a number for each")
    let width = matrix.columns
    let (rows, groups) = (indices.count, (indices.count + 3) / 4)
    let columns = width + (y == nil ? 0 : 1) + (appendingOnes ? 1 : 0)
    let even = columns + columns % 2
    self.rows = rows
    self.groups = groups
    self.columns = columns
    var touched = matrix.values.withUnsafeBufferPointer { values in
      values.baseAddress.map { RowFetch.touch(indices[...], of: $0, columns: width) } ?? 0
    }
    if let y { for row in indices { touched ^= y[row].bitPattern } }
    fetched = touched
    values = [SIMD4<Double>](unsafeUninitializedCapacity: even * groups) { block, count in
      count = even * groups
      guard let target = block.baseAddress else { return }
      matrix.values.withUnsafeBufferPointer { source in
        for group in 0..<groups {
          // Past the last row the last one stands in, and is put out below.
          let place = { indices[min(4 * group + $0, rows - 1)] * width }
          let at = (place(0), place(1), place(2), place(3))
          for column in 0..<width {
            (target + (column &* groups &+ group)).initialize(
              to: SIMD4(
                source[at.0 &+ column], source[at.1 &+ column], source[at.2 &+ column], source[at.3 &+ column]))
          }
          var column = width
          if let y {
            let number = { y[indices[min(4 * group + $0, rows - 1)]] }
            (target + (column &* groups &+ group)).initialize(to: SIMD4(number(0), number(1), number(2), number(3)))
            column += 1
          }
          if appendingOnes { (target + (column &* groups &+ group)).initialize(to: .one) }
        }
      }
      for column in 0..<columns {
        for place in rows..<(4 * groups) { target[column * groups + place / 4][place % 4] = 0 }
      }
      if even > columns { (target + columns * groups).initialize(repeating: .zero, count: groups) }
    }
  }

  /// Takes its mean off each column; the result are the means, exactly the value of a column that has one only.
  package mutating func centre() -> [Double] {
    (0..<columns).map { column in
      let range = (column * groups)..<((column + 1) * groups)
      // Differences to the first are 0 where all are alike.
      let first = values[range.lowerBound][0]
      for place in rows..<(4 * groups) { values[range.lowerBound + place / 4][place % 4] = first }
      var sum = SIMD4<Double>.zero
      for index in range { sum += values[index] - first }
      let mean = first + sum.sum() / Double(rows)
      for index in range { values[index] -= mean }
      for place in rows..<(4 * groups) { values[range.lowerBound + place / 4][place % 4] = 0 }
      return mean
    }
  }

  /// Σ_j w_j x_j for each row.
  package func scores(_ weights: [Double]) -> [SIMD4<Double>] {
    precondition(weights.count == columns, "one weight for each column")
    var sums = [SIMD4<Double>](repeating: .zero, count: groups)
    sums.withUnsafeMutableBufferPointer { sums in
      values.withUnsafeBufferPointer { values in
        weights.withUnsafeBufferPointer { weights in
          guard let sums = sums.baseAddress, let values = values.baseAddress, let weights = weights.baseAddress
          else { return }
          LaneProducts.add(values, count: columns, weights: weights, stride: 1, to: sums, groups)
        }
      }
    }
    return sums
  }

  /// Adds Σ_r y_r x_rj to `sums`, one for each column.
  package func addProducts(with y: [SIMD4<Double>], to sums: inout [Double]) {
    precondition(y.count == groups && sums.count >= columns, "a number for each row, a sum for each column")
    for column in 0..<columns {
      var sum = SIMD4<Double>.zero
      for group in 0..<groups { sum += y[group] * values[column &* groups &+ group] }
      sums[column] += sum.sum()
    }
  }

  /// Adds Σ_r w_r x_ri x_rj to the lower triangle of `sums` (columns × columns, row-major); without weights each is 1.
  package func addGram(weights: [SIMD4<Double>]?, to sums: inout [Double]) {
    precondition(weights.map { $0.count == groups } ?? true, "a weight for each row")
    let even = columns + columns % 2
    values.withUnsafeBufferPointer { values in
      withUnsafeTemporaryAllocation(of: SIMD4<Double>.self, capacity: 2 * groups) { weighted in
        guard let values = values.baseAddress, let weighted = weighted.baseAddress else { return }
        for i in stride(from: 0, to: even, by: 2) {
          var left = values + i * groups
          if let weights {
            for group in 0..<groups {
              (weighted + group).initialize(to: weights[group] * left[group])
              (weighted + groups + group).initialize(to: weights[group] * left[groups + group])
            }
            left = UnsafePointer(weighted)
          }
          for j in stride(from: 0, through: i, by: 2) {
            let tile = LaneProducts.square(left, values + j * groups, groups)
            sums[i * columns + j] += tile[0]
            if j < i { sums[i * columns + j + 1] += tile[1] }
            guard i + 1 < columns else { continue }
            sums[(i + 1) * columns + j] += tile[2]
            sums[(i + 1) * columns + j + 1] += tile[3]
          }
        }
      }
    }
  }
}
