import Computation

/// Trees whose answers are added up: (start + Σ trees) / divisor.
package struct TreeSum: Codable, Equatable, Sendable {
  package let columns: Int
  /// Whether NaN stands for a missing value.
  package let takesMissing: Bool
  package let start: Double
  package let divisor: Double
  package let trees: [Tree]

  init(columns: Int, takesMissing: Bool = false, start: Double, divisor: Double = 1, trees: [Tree]) {
    self.columns = columns
    self.takesMissing = takesMissing
    self.start = start
    self.divisor = divisor
    self.trees = trees
  }

  /// One score for each row. Throws `columns`, and `notFinite` for infinities and for NaN that does not stand for a
  /// missing value. O(n · trees · depth).
  package func scores(_ rows: Matrix, model: String, on workers: Workers = .one) throws(FitProblem) -> [Double] {
    try check(rows, model: model)
    let walk = TreeWalk(trees)
    return workers.map(rows.rows, chunksOf: 2_048) { range in
      walk.sums(rows, range, from: start).map { $0 / divisor }
    }.flatMap { $0 }
  }

  func check(_ rows: Matrix, model: String) throws(FitProblem) {
    try Guard.columns(rows, expected: columns, model: model)
    try Guard.finite(rows, takesMissing: takesMissing, model: model)
  }
}

/// A fitted model that is a sum of trees.
package protocol FittedTreeSum: FittedModel {
  var sum: TreeSum { get }
}

extension FittedTreeSum {
  package var trees: [Tree] { sum.trees }
}

extension FittedTreeSum where Self: FittedRegressor {
  package func predictions(_ rows: Matrix) throws(FitProblem) -> [Double] { try predictions(rows, on: .one) }

  package func predictions(_ rows: Matrix, on workers: Workers) throws(FitProblem) -> [Double] {
    try sum.scores(rows, model: Self.name, on: workers)
  }
}
