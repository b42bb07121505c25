import Computation

/// Greedy k-means++: each next centre is the best of 2 + ⌊ln k⌋ rows drawn in proportion to their squared distance to
/// the centres so far (Arthur and Vassilvitskii 2007, section 2 and the remark on several trials). O(n · k · d · ln k).
enum PlusPlus {
  static func centres(_ count: Int, of rows: Matrix, using generator: inout SeededGenerator) -> Matrix {
    let trials = 2 + Int(Logarithm.of(Double(count)))
    var chosen = [generator.integer(below: rows.rows)]
    var nearest = squaredDistances(of: rows, to: chosen[0])
    while chosen.count < count {
      var best: (row: Int, nearest: [Double], potential: Double)?
      for _ in 0..<trials {
        let row = generator.index(weights: nearest)
        let candidate = zip(squaredDistances(of: rows, to: row), nearest).map { min($0, $1) }
        let potential = candidate.reduce(0, +)
        if potential < best?.potential ?? .infinity { best = (row, candidate, potential) }
      }
      guard let best else { break }
      chosen.append(best.row)
      nearest = best.nearest
    }
    return rows.selecting(rows: chosen)
  }

  private static func squaredDistances(of rows: Matrix, to centre: Int) -> [Double] {
    let width = rows.columns
    return rows.values.withUnsafeBufferPointer { values in
      (0..<rows.rows).map { row in
        var sum = 0.0
        for column in 0..<width {
          let difference = values[row * width + column] - values[centre * width + column]
          sum += difference * difference
        }
        return sum
      }
    }
  }
}
