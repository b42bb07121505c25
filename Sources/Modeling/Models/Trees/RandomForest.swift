import Computation

/// A random forest (Breiman 2001): the mean of trees, each grown on rows drawn with replacement, with a few columns drawn
/// at each node.
///
/// √d columns that vary are tried at a node. The forest says (Σ shares of events in the leaves + base rate) / (trees + 1),
/// so that it never says never or always. Rows are drawn from canonical order and tree t from the stream "tree t": neither
/// the order of rows nor the workers change a bit. O(trees · √d · n · depth) to fit.
package struct RandomForest: Sendable, Equatable {
  package let trees: Int
  package let minimumLeafRows: Int
  package let maximumDepth: Int

  package init(trees: Int = 200, minimumLeafRows: Int = 5, maximumDepth: Int = 64) {
    self.trees = trees
    self.minimumLeafRows = minimumLeafRows
    self.maximumDepth = maximumDepth
  }

  /// Throws `noRows`, `notFinite`, `oneClass`, `constantFeatures` and `hyperparameter`.
  package func fit(
    _ examples: Examples, using generator: SeededGenerator, on workers: Workers = .one
  ) throws(FitProblem) -> Fitted {
    try Guard.positive(trees, "trees", model: Fitted.name)
    try Guard.positive(minimumLeafRows, "minimumLeafRows", model: Fitted.name)
    try Guard.positive(maximumDepth, "maximumDepth", model: Fitted.name)
    try examples.check(for: Fitted.name)
    let sorted = examples.canonical
    let columns = RankedColumns(sorted.features)
    let tried = max(1, Int(Double(columns.columns).squareRoot()))
    let grown = workers.map(trees, chunksOf: 1) { range in
      var stream = generator.split("tree \(range.lowerBound)")
      var weights = [Int32](repeating: 0, count: sorted.count)
      for _ in 0..<sorted.count { weights[stream.integer(below: sorted.count)] += 1 }
      let growth = ImpurityGrowth(
        columns: columns, outcomes: sorted.outcomes, weights: weights, minimumLeafRows: minimumLeafRows,
        maximumDepth: maximumDepth, triedColumns: tried
      ) { events, weight in events / weight }
      return growth.grow(using: &stream)
    }
    return Fitted(
      columns: columns.columns, baseRate: Double(sorted.positives) / Double(sorted.count), trees: grown)
  }

  package struct Fitted: FittedClassifier {
    package static let name = "RandomForest"
    package static let version = 1

    let columns: Int
    let baseRate: Double
    package let trees: [Tree]

    package func probabilities(_ rows: Matrix) throws(FitProblem) -> [Double] {
      try probabilities(rows, on: .one)
    }

    package func probabilities(_ rows: Matrix, on workers: Workers) throws(FitProblem) -> [Double] {
      try Guard.columns(rows, expected: columns, model: Self.name)
      try Guard.finite(rows, model: Self.name)
      return workers.map(rows.rows, chunksOf: 1_024) { range in
        rows.values.withUnsafeBufferPointer { values in
          range.map { row in
            var sum = baseRate
            for tree in trees { sum += tree.value(values, from: row * columns) }
            return sum / Double(trees.count + 1)
          }
        }
      }.flatMap { $0 }
    }
  }
}
