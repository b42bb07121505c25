import Computation

/// A random forest (Breiman 2001): the mean of trees, each grown on rows drawn with replacement, with a few columns
/// drawn at each node; for classification, or for regression by squared error.
///
/// √d columns that vary are tried at a node, in regression a third of them. The forest says (Σ shares of events in the
/// leaves + base rate) / (trees + 1), so that it never says never or always; in regression, the mean of its trees. Rows
/// are drawn from canonical order and tree t from the stream "tree t": neither the order of rows nor the workers change
/// a bit. O(trees · √d · n · depth) to fit.
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
    let tried = max(1, Int(Double(sorted.features.columns).squareRoot()))
    let grown = grow(sorted.features, sorted.outcomes.map { $0 ? 1 : 0 }, tried: tried, generator, workers) {
      $0 / $1
    }
    return Fitted(
      sum: TreeSum(
        columns: sorted.features.columns, start: Double(sorted.positives) / Double(sorted.count),
        divisor: Double(trees + 1), trees: grown))
  }

  /// Throws `noRows`, `notFinite`, `targetNotFinite`, `tooLarge`, `constantTarget`, `constantFeatures` and
  /// `hyperparameter`.
  package func fit(
    _ examples: RegressionExamples, using generator: SeededGenerator, on workers: Workers = .one
  ) throws(FitProblem) -> FittedRegression {
    try Guard.positive(trees, "trees", model: FittedRegression.name)
    try Guard.positive(minimumLeafRows, "minimumLeafRows", model: FittedRegression.name)
    try Guard.positive(maximumDepth, "maximumDepth", model: FittedRegression.name)
    try examples.check(for: FittedRegression.name)
    try examples.checkSize(for: FittedRegression.name)
    let sorted = examples.canonical
    let mean = sorted.targets.reduce(0, +) / Double(sorted.count)
    let tried = max(1, sorted.features.columns / 3)
    let grown = grow(sorted.features, sorted.targets.map { $0 - mean }, tried: tried, generator, workers) {
      mean + $0 / $1
    }
    return FittedRegression(
      sum: TreeSum(columns: sorted.features.columns, start: 0, divisor: Double(trees), trees: grown))
  }

  private func grow(
    _ features: Matrix, _ targets: [Double], tried: Int, _ generator: SeededGenerator, _ workers: Workers,
    _ leafValue: @escaping @Sendable (Double, Double) -> Double
  ) -> [Tree] {
    let columns = RankedColumns(features)
    return workers.map(trees, chunksOf: 1) { range in
      var stream = generator.split("tree \(range.lowerBound)")
      var weights = [Int32](repeating: 0, count: targets.count)
      for _ in targets { weights[stream.integer(below: targets.count)] += 1 }
      let growth = ImpurityGrowth(
        columns: columns, targets: targets, weights: weights, minimumLeafRows: minimumLeafRows,
        maximumDepth: maximumDepth, triedColumns: tried, leafValue: leafValue)
      return growth.grow(using: &stream)
    }
  }

  package struct Fitted: FittedClassifier, FittedTreeSum {
    package static let name = "RandomForest"
    package static let version = 2

    package let sum: TreeSum

    package func probabilities(_ rows: Matrix) throws(FitProblem) -> [Double] {
      try probabilities(rows, on: .one)
    }

    package func probabilities(_ rows: Matrix, on workers: Workers) throws(FitProblem) -> [Double] {
      try sum.scores(rows, model: Self.name, on: workers)
    }
  }

  package struct FittedRegression: FittedRegressor, FittedTreeSum {
    package static let name = "RandomForestRegression"
    package static let version = 1

    package let sum: TreeSum
  }
}
