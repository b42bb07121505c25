import Computation

/// A classification tree (CART: Breiman, Friedman, Olshen and Stone 1984, chapter 4): yes-or-no questions about one column
/// each, chosen one after the other by the largest fall of Gini impurity.
///
/// Depth and leaf size bound it instead of pruning. A leaf says (events + base rate) / (rows + 1), so that none says never
/// or always. Equally good questions: the first column, the lowest threshold. Counts alone decide, so the order of rows
/// changes nothing. O(d · n log n + depth · d · n) to fit.
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
    let growth = ImpurityGrowth(
      columns: RankedColumns(examples.features), outcomes: examples.outcomes,
      weights: [Int32](repeating: 1, count: examples.count), minimumLeafRows: minimumLeafRows,
      maximumDepth: maximumDepth, triedColumns: nil
    ) { events, weight in (events + base) / (weight + 1) }
    // All columns are tried: nothing is drawn.
    var unused = SeededGenerator(seed: 0)
    return Fitted(columns: examples.features.columns, tree: growth.grow(using: &unused))
  }

  package struct Fitted: FittedClassifier {
    package static let name = "DecisionTree"
    package static let version = 1

    let columns: Int
    package let tree: Tree

    package func probabilities(_ rows: Matrix) throws(FitProblem) -> [Double] {
      try Guard.columns(rows, expected: columns, model: Self.name)
      try Guard.finite(rows, model: Self.name)
      return rows.values.withUnsafeBufferPointer { values in
        (0..<rows.rows).map { tree.value(values, from: $0 * columns) }
      }
    }
  }
}
