import Computation

/// A classification or regression tree (CART: Breiman, Friedman, Olshen and Stone 1984, chapters 4 and 8): yes-or-no
/// questions about one column each, chosen one after the other by the largest fall of Gini impurity, 2 p (1 − p), or of
/// variance.
///
/// Depth and leaf size bound it instead of pruning. A leaf says (events + base rate) / (rows + 1), so that none says
/// never or always; in regression, the mean of its rows. Equally good questions: the first column, the lowest
/// threshold. Counts alone decide, or sums in canonical order, so the order of rows changes nothing. O(d · n log n +
/// depth · d · n) to fit.
package struct DecisionTree: Sendable, Equatable {
  package let maximumDepth: Int
  package let minimumLeafRows: Int

  package init(maximumDepth: Int = 6, minimumLeafRows: Int = 20) {
    self.maximumDepth = maximumDepth
    self.minimumLeafRows = minimumLeafRows
  }

  /// Throws `noRows`, `notFinite`, `oneClass`, `constantFeatures` and `hyperparameter`.
  package func fit(_ examples: Examples) throws(FitProblem) -> Fitted {
    try Guard.positive(maximumDepth, "maximumDepth", model: Fitted.name)
    try Guard.positive(minimumLeafRows, "minimumLeafRows", model: Fitted.name)
    try examples.check(for: Fitted.name)
    let base = Double(examples.positives) / Double(examples.count)
    let targets = examples.outcomes.map { $0 ? 1.0 : 0 }
    let tree = grow(examples.features, targets) { sum, weight in (sum + base) / (weight + 1) }
    return Fitted(sum: TreeSum(columns: examples.features.columns, start: 0, trees: [tree]))
  }

  /// Throws `noRows`, `notFinite`, `targetNotFinite`, `tooLarge`, `constantTarget`, `constantFeatures` and
  /// `hyperparameter`.
  package func fit(_ examples: RegressionExamples) throws(FitProblem) -> FittedRegression {
    try Guard.positive(maximumDepth, "maximumDepth", model: FittedRegression.name)
    try Guard.positive(minimumLeafRows, "minimumLeafRows", model: FittedRegression.name)
    try examples.check(for: FittedRegression.name)
    try examples.checkSize(for: FittedRegression.name)
    let sorted = examples.canonical
    let mean = sorted.targets.reduce(0, +) / Double(sorted.count)
    let tree = grow(sorted.features, sorted.targets.map { $0 - mean }) { sum, weight in mean + sum / weight }
    return FittedRegression(sum: TreeSum(columns: sorted.features.columns, start: 0, trees: [tree]))
  }

  private func grow(_ features: Matrix, _ targets: [Double], _ leafValue: @escaping (Double, Double) -> Double) -> Tree
  {
    let growth = ImpurityGrowth(
      columns: RankedColumns(features), targets: targets, weights: [Int32](repeating: 1, count: targets.count),
      minimumLeafRows: minimumLeafRows, maximumDepth: maximumDepth, triedColumns: nil, leafValue: leafValue)
    // All columns are tried: nothing is drawn.
    var unused = SeededGenerator(seed: 0)
    return growth.grow(using: &unused)
  }

  package struct Fitted: FittedClassifier {
    package static let name = "DecisionTree"
    package static let version = 2

    package let sum: TreeSum

    package var tree: Tree { sum.trees[0] }

    package func probabilities(_ rows: Matrix) throws(FitProblem) -> [Double] {
      try sum.scores(rows, model: Self.name)
    }
  }

  package struct FittedRegression: FittedRegressor {
    package static let name = "DecisionTreeRegression"
    package static let version = 1

    package let sum: TreeSum

    package var tree: Tree { sum.trees[0] }

    package func predictions(_ rows: Matrix) throws(FitProblem) -> [Double] {
      try sum.scores(rows, model: Self.name)
    }
  }
}
