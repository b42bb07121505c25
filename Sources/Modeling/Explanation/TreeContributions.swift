import Computation

/// How much each feature moved a row's score away from the usual one: exact Shapley values of trees (Lundberg et al.
/// 2020, where an absent feature lets a row go both ways, by the share of training rows that did).
///
/// With m features on the way to a leaf, the value of feature i is the leaf's times (o_i − z_i) ∫ Π_{j≠i} ((1 − t) z_j
/// + t o_j) dt over 0…1, where z_j is the share that goes on without knowing j and o_j is 1 if the row's own value
/// leads on, else 0: k! (m − 1 − k)! / m! is the integral of t^k (1 − t)^(m−1−k). The integrand is a polynomial, so
/// ⌈m/2⌉ points give its integral exactly, and its values at them are multiplied downwards and summed upwards along the
/// tree as in Yu et al. 2022 (Linear TreeSHAP). O(trees · leaves · features on the longest way) for each row.
package struct TreeContributions: Sendable {
  /// The score of a row of which nothing is known, in the unit of the scores.
  package let base: Double

  private let sum: TreeSum
  private let trees: [TreeShares]

  package init(_ sum: TreeSum) {
    self.sum = sum
    trees = sum.trees.map { TreeShares($0) }
    base = (sum.start + sum.trees.reduce(0) { $0 + TreeShares.usual($1) }) / sum.divisor
  }

  /// One row for each row and one column for each feature, in the unit of the scores (log-odds for boosted
  /// classification): `base` and a row's contributions sum to its score. Throws `columns` or `notFinite`.
  package func contributions(_ rows: Matrix, on workers: Workers = .one) throws(FitProblem) -> Matrix {
    try sum.check(rows, model: "TreeContributions")
    let width = sum.columns
    let parts = workers.map(rows.rows, chunksOf: 64) { range in
      var part = [Double](repeating: 0, count: range.count * width)
      rows.values.withUnsafeBufferPointer { values in
        part.withUnsafeMutableBufferPointer { part in
          for (shares, tree) in zip(trees, sum.trees) { shares.add(tree, values, width, range, to: part) }
          for index in part.indices { part[index] /= sum.divisor }
        }
      }
      return part
    }
    return Matrix(rows: rows.rows, columns: width, values: parts.flatMap { $0 })
  }
}
