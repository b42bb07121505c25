import Computation

/// The assignment step of k-means, four centres at a time.
enum NearestCentre {
  struct Assignment: Sendable {
    var labels: [Int32]
    /// Squared distance of each row to its centre.
    var distances: [Double]
    /// k × d.
    var sums: Matrix
    var counts: [Int]
    var inertia: Double
  }

  private static let chunk = 4_096

  static func assign(_ rows: Matrix, to centres: Matrix, on workers: Workers) -> Assignment {
    let packed = pack(centres)
    let parts = workers.map(rows.rows, chunksOf: chunk) { part($0, of: rows, centres: centres, packed: packed) }
    guard var total = parts.first else {
      let none = Matrix(rows: centres.rows, columns: centres.columns)
      return Assignment(
        labels: [], distances: [], sums: none, counts: [Int](repeating: 0, count: centres.rows), inertia: 0)
    }
    total.labels.reserveCapacity(rows.rows)
    total.distances.reserveCapacity(rows.rows)
    for part in parts.dropFirst() {
      total.labels.append(contentsOf: part.labels)
      total.distances.append(contentsOf: part.distances)
      for index in total.sums.values.indices { total.sums.values[index] += part.sums.values[index] }
      for index in total.counts.indices { total.counts[index] += part.counts[index] }
      total.inertia += part.inertia
    }
    return total
  }

  /// Groups of four centres by column; places past the last centre are infinitely far.
  private static func pack(_ centres: Matrix) -> [SIMD4<Double>] {
    let groups = (centres.rows + 3) / 4
    var packed = [SIMD4<Double>](repeating: SIMD4(repeating: .infinity), count: groups * centres.columns)
    for centre in 0..<centres.rows {
      for column in 0..<centres.columns {
        packed[(centre / 4) * centres.columns + column][centre % 4] = centres[centre, column]
      }
    }
    return packed
  }

  private static func part(
    _ range: Range<Int>, of rows: Matrix, centres: Matrix, packed: [SIMD4<Double>]
  ) -> Assignment {
    let width = rows.columns
    let groups = (centres.rows + 3) / 4
    var labels = [Int32](repeating: 0, count: range.count)
    var distances = [Double](repeating: 0, count: range.count)
    var sums = [Double](repeating: 0, count: centres.rows * width)
    var counts = [Int](repeating: 0, count: centres.rows)
    var inertia = 0.0
    rows.values.withUnsafeBufferPointer { values in
      packed.withUnsafeBufferPointer { packed in
        for row in range {
          let base = row * width
          var best = Double.infinity
          var nearest = 0
          for group in 0..<groups {
            var squares = SIMD4<Double>.zero
            for column in 0..<width {
              let difference = SIMD4(repeating: values[base + column]) - packed[group * width + column]
              squares += difference * difference
            }
            for lane in 0..<4 where squares[lane] < best {
              best = squares[lane]
              nearest = group * 4 + lane
            }
          }
          labels[row - range.lowerBound] = Int32(nearest)
          distances[row - range.lowerBound] = best
          inertia += best
          counts[nearest] += 1
          for column in 0..<width { sums[nearest * width + column] += values[base + column] }
        }
      }
    }
    return Assignment(
      labels: labels, distances: distances, sums: Matrix(rows: centres.rows, columns: width, values: sums),
      counts: counts, inertia: inertia)
  }
}
