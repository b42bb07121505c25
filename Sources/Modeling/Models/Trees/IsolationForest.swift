import Computation

/// Isolation forest (Liu, Ting and Zhou 2008): rows that a few random cuts set apart from a sample are unusual.
///
/// Each tree takes a sample of rows and cuts at a random place of a random column that still varies, to a depth of
/// ⌈log₂ sample⌉. A row's score is 2^(−E[h] / c(sample)), with h the depth it falls to, plus c(m) where m rows of the sample
/// are left, and c(m) = 2 H(m − 1) − 2 (m − 1) / m the mean depth of m rows (equations 1 and 2; H the harmonic number, summed
/// and not approximated). Near 1 is unusual, well below 0.5 usual. Rows are drawn from the canonical order, so the order in
/// which they came changes nothing. O(trees · sample · log sample) to fit, O(trees · log sample) for each row asked.
package struct IsolationForest: Sendable, Equatable {
  package let trees: Int
  package let sample: Int

  package init(trees: Int = 100, sample: Int = 256) {
    self.trees = trees
    self.sample = sample
  }

  /// Throws `noRows`, `notFinite`, `valueTooLarge`, `constantFeatures`, and `hyperparameter` (trees below 1, a sample below 2).
  /// With fewer rows than the sample, all are taken.
  package func fit(
    _ rows: Matrix, using generator: SeededGenerator, on workers: Workers = .one
  ) throws(FitProblem) -> Fitted {
    try Guard.positive(trees, "trees", model: Fitted.name)
    guard sample >= 2 else {
      throw .hyperparameter(model: Fitted.name, name: "sample", found: "\(sample)", expected: "at least 2")
    }
    try Guard.squareableRows(rows, model: Fitted.name)
    let order = rows.canonicalOrder
    let sorted = rows.selecting(rows: order)
    guard sorted.row(0) != sorted.row(sorted.rows - 1) else { throw .constantFeatures(model: Fitted.name) }
    let size = min(sample, rows.rows)
    let grown = workers.map(trees, chunksOf: 1) { range in
      var stream = generator.split("isolation tree \(range.lowerBound)")
      let drawn = Self.draw(size, of: rows.rows, using: &stream)
      var tree = IsolationTree(limit: Self.depthLimit(size))
      tree.grow(sorted, drawn, using: &stream)
      return tree
    }
    return Fitted(columns: rows.columns, sample: size, trees: grown)
  }

  /// Different rows, each as likely (Floyd 1987), in rising order.
  private static func draw(_ size: Int, of count: Int, using stream: inout SeededGenerator) -> [Int] {
    var drawn: Set<Int> = []
    for last in (count - size)..<count {
      let row = stream.integer(below: last + 1)
      drawn.insert(drawn.contains(row) ? last : row)
    }
    return drawn.sorted()
  }

  /// ⌈log₂ size⌉.
  static func depthLimit(_ size: Int) -> Int {
    var limit = 0
    while 1 << limit < size { limit += 1 }
    return limit
  }

  /// c(m): the mean depth at which a search for one of m rows ends in a tree of random cuts; 0 for one row.
  package static func meanDepth(_ count: Int) -> Double {
    guard count > 1 else { return 0 }
    var harmonic = 0.0
    for i in 1..<count { harmonic += 1 / Double(i) }
    return 2 * harmonic - 2 * Double(count - 1) / Double(count)
  }

  package struct Fitted: FittedModel {
    package static let name = "IsolationForest"
    package static let version = 1

    let columns: Int
    /// Rows to a tree.
    package let sample: Int
    let trees: [IsolationTree]

    /// One score in (0, 1] for each row. Throws `columns` or `notFinite`.
    package func scores(_ rows: Matrix, on workers: Workers = .one) throws(FitProblem) -> [Double] {
      try Guard.columns(rows, expected: columns, model: Self.name)
      try Guard.finite(rows, model: Self.name)
      let usual = Double(trees.count) * IsolationForest.meanDepth(sample)
      return workers.map(rows.rows, chunksOf: 256) { range in
        range.map { row in
          let depth = trees.reduce(0) { $0 + $1.depth(of: rows, row) }
          return Exponential.power(2, -depth / usual)
        }
      }.flatMap { $0 }
    }
  }
}
