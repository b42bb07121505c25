import Computation

/// Σ r (x − μ)(x − μ)ᵀ of each component, rows weighted by their shares: the costly half of the maximisation step.
///
/// Rows that have a share are copied side by side, centred, their columns in vectors of four; the products of two such
/// vectors are then added up over a whole block of rows before they leave the registers.
struct MixtureScatter {
  private static let chunk = 2_048
  private static let block = 64

  private let rows: Matrix
  private let shares: Matrix
  private let means: Matrix
  /// Vectors to a row.
  private let groups: Int

  /// For each component a matrix d × d of which the lower triangle holds; O(n · k · d²).
  static func full(_ rows: Matrix, _ shares: Matrix, about means: Matrix, on workers: Workers) -> [Matrix] {
    let scatter = MixtureScatter(rows: rows, shares: shares, means: means, groups: (rows.columns + 3) / 4)
    let size = 4 * scatter.groups * scatter.groups
    let parts = workers.map(rows.rows, chunksOf: chunk) { range in
      (0..<shares.columns).flatMap { scatter.sums(range, component: $0) }
    }
    return (0..<shares.columns).map { component in
      var total = [SIMD4<Double>](repeating: .zero, count: size)
      for part in parts { for index in 0..<size { total[index] += part[component * size + index] } }
      var matrix = Matrix(rows: rows.columns, columns: rows.columns)
      for i in 0..<rows.columns {
        for j in 0...i { matrix[i, j] = total[(i / 4 * scatter.groups + j / 4) * 4 + i % 4][j % 4] }
      }
      return matrix
    }
  }

  /// For each component a diagonal matrix d × d; O(n · k · d).
  static func diagonal(_ rows: Matrix, _ shares: Matrix, about means: Matrix, on workers: Workers) -> [Matrix] {
    let width = rows.columns
    let parts = workers.map(rows.rows, chunksOf: chunk) { range in
      var sums = [Double](repeating: 0, count: shares.columns * width)
      for row in range {
        for component in 0..<shares.columns where shares[row, component] > 0 {
          let share = shares[row, component]
          for column in 0..<width {
            let difference = rows[row, column] - means[component, column]
            sums[component * width + column] += share * difference * difference
          }
        }
      }
      return sums
    }
    return (0..<shares.columns).map { component in
      var matrix = Matrix(rows: width, columns: width)
      for part in parts { for column in 0..<width { matrix[column, column] += part[component * width + column] } }
      return matrix
    }
  }

  /// groups × groups tiles of four vectors; those above the diagonal stay 0.
  private func sums(_ range: Range<Int>, component: Int) -> [SIMD4<Double>] {
    let holders = ShareHolders(range, of: component, shares)
    let mean = Array(means.row(component))
    let stride = 4 * groups
    var sums = [SIMD4<Double>](repeating: .zero, count: stride * groups)
    var centred = [Double](repeating: 0, count: Self.block * stride)
    for start in Swift.stride(from: 0, to: holders.rows.count, by: Self.block) {
      let places = start..<min(start + Self.block, holders.rows.count)
      rows.values.withUnsafeBufferPointer { values in
        mean.withUnsafeBufferPointer { mean in
          centred.withUnsafeMutableBufferPointer { centred in
            for (place, row) in holders.rows[places].enumerated() {
              for column in 0..<mean.count {
                centred[place &* stride &+ column] = values[row &* mean.count &+ column] - mean[column]
              }
            }
          }
        }
      }
      add(centred, holders.shares[places], to: &sums)
    }
    return sums
  }

  private func add(_ centred: [Double], _ weights: ArraySlice<Double>, to sums: inout [SIMD4<Double>]) {
    centred.withUnsafeBytes { centred in
      weights.withUnsafeBufferPointer { weights in
        let vector = { (row: Int, group: Int) in
          centred.loadUnaligned(fromByteOffset: (row &* groups &+ group) &* 32, as: SIMD4<Double>.self)
        }
        for i in 0..<groups {
          for j in 0...i {
            var tile = (SIMD4<Double>.zero, SIMD4<Double>.zero, SIMD4<Double>.zero, SIMD4<Double>.zero)
            for row in 0..<weights.count {
              let left = vector(row, i) * weights[row]
              let right = vector(row, j)
              tile.0 += left.x * right
              tile.1 += left.y * right
              tile.2 += left.z * right
              tile.3 += left.w * right
            }
            let base = (i * groups + j) * 4
            sums[base] += tile.0
            sums[base + 1] += tile.1
            sums[base + 2] += tile.2
            sums[base + 3] += tile.3
          }
        }
      }
    }
  }
}
