import Computation

/// k nearest neighbours: the share of events among the k training rows at the least Euclidean distance (Cover and Hart
/// 1967; Hastie, Tibshirani and Friedman 2009, section 13.3).
///
/// Columns have to be in comparable units (standardise first). The share is pulled to the base rate by one pseudo-row, so
/// that no answer is never or always: (events + base rate) / (k + 1). Of rows at the same distance the earlier in canonical
/// order counts, so the order in which they came changes nothing. Nothing is learned but the rows: O(n · d) memory; a row
/// asked costs O(n · d), and in up to `treeColumns` columns, where a tree finds the near ones without measuring all, about
/// O(log n).
package struct NearestNeighbours: Sendable, Equatable {
  /// With more, a tree looks at most of its rows.
  package static let treeColumns = 7

  package let neighbours: Int

  package init(neighbours: Int = 25) {
    self.neighbours = neighbours
  }

  /// Throws `noRows`, `notFinite`, `oneClass`, `constantFeatures`, `hyperparameter`, and `tooFewRows` with fewer rows than
  /// neighbours.
  package func fit(_ examples: Examples) throws(FitProblem) -> Fitted {
    try Guard.positive(neighbours, "neighbours", model: Fitted.name)
    try examples.check(for: Fitted.name)
    guard examples.count >= neighbours else {
      throw .tooFewRows(model: Fitted.name, found: examples.count, needed: neighbours)
    }
    let sorted = examples.canonical
    return Fitted(neighbours: neighbours, rows: sorted.features, outcomes: sorted.outcomes)
  }

  package struct Fitted: FittedClassifier {
    package static let name = "NearestNeighbours"
    package static let version = 1

    package let neighbours: Int
    let rows: Matrix
    let outcomes: [Bool]

    package func probabilities(_ asked: Matrix) throws(FitProblem) -> [Double] {
      try probabilities(asked, on: .one)
    }

    package func probabilities(_ asked: Matrix, on workers: Workers) throws(FitProblem) -> [Double] {
      try Guard.columns(asked, expected: rows.columns, model: Self.name)
      try Guard.finite(asked, model: Self.name)
      let base = Double(outcomes.count { $0 }) / Double(outcomes.count)
      @Sendable func share(_ nearest: [Int]) -> Double {
        (Double(nearest.count { outcomes[$0] }) + base) / Double(neighbours + 1)
      }
      if rows.columns <= NearestNeighbours.treeColumns, rows.rows > Self.scanned {
        let tree = KDTree(rows)
        return workers.map(asked.rows, chunksOf: 64) { range in
          asked.values.withUnsafeBufferPointer { values -> [Double] in
            guard let start = values.baseAddress else { return [] }
            return range.map { index in
              share(tree.nearest(neighbours, to: start + index * rows.columns).map(\.row))
            }
          }
        }.flatMap { $0 }
      }
      let packed = Self.pack(rows)
      return workers.map(asked.rows, chunksOf: 64) { range in
        range.map { share(nearest(to: asked, $0, packed)) }
      }.flatMap { $0 }
    }

    /// So many rows are measured faster than a tree of them is made.
    private static let scanned = 1_000

    /// Four rows side by side in each column; places past the last row are infinitely far.
    private static func pack(_ rows: Matrix) -> [SIMD4<Double>] {
      let groups = (rows.rows + 3) / 4
      var packed = [SIMD4<Double>](repeating: SIMD4(repeating: .infinity), count: groups * rows.columns)
      for row in 0..<rows.rows {
        for column in 0..<rows.columns { packed[(row / 4) * rows.columns + column][row % 4] = rows[row, column] }
      }
      return packed
    }

    private func nearest(to asked: Matrix, _ index: Int, _ packed: [SIMD4<Double>]) -> [Int] {
      let width = rows.columns
      var found: [(square: Double, row: Int)] = []
      found.reserveCapacity(neighbours + 1)
      var worst = Double.infinity
      asked.values.withUnsafeBufferPointer { asked in
        packed.withUnsafeBufferPointer { packed in
          for group in 0..<((rows.rows + 3) / 4) {
            var squares = SIMD4<Double>.zero
            for column in 0..<width {
              let difference = packed[group * width + column] - SIMD4(repeating: asked[index * width + column])
              squares += difference * difference
            }
            for lane in 0..<4 where squares[lane] < worst && group * 4 + lane < rows.rows {
              var place = found.count
              while place > 0, found[place - 1].square > squares[lane] { place -= 1 }
              found.insert((squares[lane], group * 4 + lane), at: place)
              if found.count > neighbours { found.removeLast() }
              if found.count == neighbours { worst = found[neighbours - 1].square }
            }
          }
        }
      }
      return found.map(\.row)
    }
  }
}
