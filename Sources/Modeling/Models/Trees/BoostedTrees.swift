import Computation

/// Gradient-boosted trees for the logistic or the squared loss (Friedman 2001; second order as in Chen and Guestrin
/// 2016, equations 4 to 7; histograms and leaf-wise growth as in Ke et al. 2017).
///
/// Each round adds a tree whose leaves say −learningRate · G / (H + penalty), with G and H the sums of the loss's first
/// and second derivatives; a split gains G_L²/(H_L + λ) + G_R²/(H_R + λ) − G²/(H + λ). The leaf with the largest gain
/// is split next. With `takesMissing`, NaN is a missing value and each split learns where it sends them. Derivatives
/// are cut to whole multiples of 2⁻³⁰ or so of the largest and summed as integers: sums are exact, so that neither the
/// order of rows nor the workers change a bit. O(rounds · n · d · log leaves) to fit.
package struct BoostedTrees: Sendable, Equatable {
  package let rounds: Int
  package let learningRate: Double
  package let leaves: Int
  package let minimumLeafRows: Int
  /// λ ≥ 0.
  package let penalty: Double
  /// 2 to 255 for each column.
  package let bins: Int
  /// With validation rows, the fit ends when this many rounds bring no lower loss there, and keeps the best.
  package let patience: Int
  package let takesMissing: Bool
  /// Columns whose values are names written as numbers: a split parts them into any two groups. The `bins` most
  /// frequent are told apart; the others, and those unknown in training, count as missing.
  package let categories: [Int]
  /// For each column, 1 if the score may not fall as its value rises, −1 if it may not rise, else 0; or empty.
  package let monotone: [Int]

  package init(
    rounds: Int = 100, learningRate: Double = 0.1, leaves: Int = 31, minimumLeafRows: Int = 20, penalty: Double = 1,
    bins: Int = 255, patience: Int = 20, takesMissing: Bool = false, categories: [Int] = [], monotone: [Int] = []
  ) {
    self.rounds = rounds
    self.learningRate = learningRate
    self.leaves = leaves
    self.minimumLeafRows = minimumLeafRows
    self.penalty = penalty
    self.bins = bins
    self.patience = patience
    self.takesMissing = takesMissing
    self.categories = categories
    self.monotone = monotone
  }

  /// Classification by the logistic loss. Throws `noRows`, `notFinite`, `oneClass`, `constantFeatures`, `columns` and
  /// `hyperparameter`.
  package func fit(
    _ examples: Examples, validation: Examples? = nil, on workers: Workers = .one
  ) throws(FitProblem) -> Fitted {
    try check(examples.features, validation?.features, model: Fitted.name)
    guard examples.positives > 0, examples.positives < examples.count else {
      throw .oneClass(model: Fitted.name)
    }
    let rows = validation.map { ($0.features, BoostingLoss.logistic($0.outcomes)) }
    return Fitted(sum: boost(examples.features, .logistic(examples.outcomes), rows, workers))
  }

  /// Regression by the squared loss. Throws `noRows`, `notFinite`, `targetNotFinite`, `tooLarge`, `constantTarget`,
  /// `constantFeatures`, `columns` and `hyperparameter`.
  package func fit(
    _ examples: RegressionExamples, validation: RegressionExamples? = nil, on workers: Workers = .one
  ) throws(FitProblem) -> FittedRegression {
    try check(examples.features, validation?.features, model: FittedRegression.name)
    try examples.checkTargets(for: FittedRegression.name)
    try examples.checkSize(for: FittedRegression.name)
    let rows = validation.map { ($0.features, BoostingLoss.squared($0.targets)) }
    return FittedRegression(sum: boost(examples.features, .squared(examples.targets), rows, workers))
  }

  private func boost(
    _ features: Matrix, _ loss: BoostingLoss, _ validation: (Matrix, BoostingLoss)?, _ workers: Workers
  ) -> TreeSum {
    var run = BoostingRun(self, features, loss, heldOut: validation, on: workers)
    for _ in 0..<rounds {
      guard run.grow() else { break }
      if let course = run.course, course.rounds - course.best >= patience { break }
    }
    let trees = run.trees.prefix(run.course?.best ?? run.trees.count)
    return TreeSum(columns: features.columns, takesMissing: takesMissing, start: run.start, trees: Array(trees))
  }
}
