import Computation

/// Gradient-boosted trees for the logistic loss (Friedman 2001; second order as in Chen and Guestrin 2016, equations 4 to
/// 7; histograms and leaf-wise growth as in Ke et al. 2017).
///
/// Each round adds a tree whose leaves say −learningRate · G / (H + penalty), with G and H the sums of the loss's first and
/// second derivatives; a split gains G_L²/(H_L + λ) + G_R²/(H_R + λ) − G²/(H + λ). The leaf with the largest gain is split
/// next. With `takesMissing`, NaN is a missing value and each split learns where it sends them. Derivatives are cut to
/// whole multiples of 2⁻³⁰ or so and summed as integers: sums are exact, so that neither the order of rows nor the workers
/// change a bit. O(rounds · n · d · log leaves) to fit.
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

  package init(
    rounds: Int = 100, learningRate: Double = 0.1, leaves: Int = 31, minimumLeafRows: Int = 20, penalty: Double = 1,
    bins: Int = 255, patience: Int = 20, takesMissing: Bool = false
  ) {
    self.rounds = rounds
    self.learningRate = learningRate
    self.leaves = leaves
    self.minimumLeafRows = minimumLeafRows
    self.penalty = penalty
    self.bins = bins
    self.patience = patience
    self.takesMissing = takesMissing
  }

  /// Throws `noRows`, `notFinite`, `oneClass`, `constantFeatures`, `columns` and `hyperparameter`.
  package func fit(
    _ examples: Examples, validation: Examples? = nil, on workers: Workers = .one
  ) throws(FitProblem) -> Fitted {
    try checkSettings()
    try check(examples)
    if let validation {
      try Guard.columns(validation.features, expected: examples.features.columns, model: Fitted.name)
      try Fitted.finite(validation.features, takesMissing: takesMissing)
    }
    let start = Logarithm.odds(Double(examples.positives) / Double(examples.count))
    var growth = HistogramGrowth(
      BinnedRows(examples.features, most: bins, on: workers), leaves: leaves, minimumLeafRows: minimumLeafRows,
      penalty: penalty, learningRate: learningRate, on: workers)
    var scores = [Double](repeating: start, count: examples.count)
    var course = validation.map { Course($0, start: start) }
    var trees: [Tree] = []
    for _ in 0..<rounds {
      growth.derive(scores, examples.outcomes)
      let tree = growth.grow(adding: &scores)
      if tree.leaves < 2 { break }
      trees.append(tree)
      if course?.add(tree, patience: patience) == true { break }
    }
    if let course { trees.removeLast(trees.count - course.best) }
    return Fitted(columns: examples.features.columns, takesMissing: takesMissing, start: start, trees: trees)
  }

  private func checkSettings() throws(FitProblem) {
    try Guard.positive(rounds, "rounds", model: Fitted.name)
    try Guard.positive(minimumLeafRows, "minimumLeafRows", model: Fitted.name)
    try Guard.positive(patience, "patience", model: Fitted.name)
    try Guard.notNegative(penalty, "penalty", model: Fitted.name)
    guard learningRate > 0, learningRate <= 1 else {
      throw .hyperparameter(
        model: Fitted.name, name: "learningRate", found: "\(learningRate)", expected: "above 0 and at most 1")
    }
    guard leaves >= 2 else {
      throw .hyperparameter(model: Fitted.name, name: "leaves", found: "\(leaves)", expected: "at least 2")
    }
    guard (2...255).contains(bins) else {
      throw .hyperparameter(model: Fitted.name, name: "bins", found: "\(bins)", expected: "2 to 255")
    }
  }

  private func check(_ examples: Examples) throws(FitProblem) {
    if !takesMissing { return try examples.check(for: Fitted.name) }
    guard examples.count > 0, examples.features.columns > 0 else { throw .noRows(model: Fitted.name) }
    try Fitted.finite(examples.features, takesMissing: true)
    guard examples.positives > 0, examples.positives < examples.count else { throw .oneClass(model: Fitted.name) }
    let width = examples.features.columns
    let values = examples.features.values
    // Compared as bits, so that NaN equals itself.
    let varies = values.indices.contains { values[$0].bitPattern != values[$0 % width].bitPattern }
    guard varies else { throw .constantFeatures(model: Fitted.name) }
  }

  /// How the loss on validation rows has gone so far.
  private struct Course {
    private let examples: Examples
    private var scores: [Double]
    private var least: Int64 = .max
    private var rounds = 0
    /// Trees up to the round with the lowest loss.
    private(set) var best = 0

    init(_ examples: Examples, start: Double) {
      self.examples = examples
      scores = [Double](repeating: start, count: examples.count)
      least = loss
    }

    /// Summed as integers, so that the order of rows changes nothing.
    private var loss: Int64 {
      var sum: Int64 = 0
      for (score, happened) in zip(scores, examples.outcomes) {
        sum += Int64((Logarithm.ofOnePlusExponential(happened ? -score : score) * 0x1p30).rounded())
      }
      return sum
    }

    /// True when the fit should end.
    mutating func add(_ tree: Tree, patience: Int) -> Bool {
      rounds += 1
      examples.features.values.withUnsafeBufferPointer { values in
        for row in scores.indices { scores[row] += tree.value(values, from: row * examples.features.columns) }
      }
      let now = loss
      if now < least {
        least = now
        best = rounds
      }
      return rounds - best >= patience
    }
  }
}
