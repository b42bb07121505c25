import Computation

/// The simplest rule that could do the job: the longer the silence, the likelier the event; no other feature.
///
/// The probability is a monotone step function of one column, the isotonic regression of the outcome on it
/// (pool adjacent violators; Barlow, Bartholomew, Bremner and Brunk 1972), pulled towards the base rate by one
/// pseudo-example in each step, so that no step says never or always. Between steps it is linear. O(n log n).
/// Every other model is shown beside this one.
package struct RecencyRule: Sendable, Equatable {
  package enum Direction: String, Sendable, Codable {
    /// The event gets likelier as the feature grows, as churn does with days of silence.
    case rising
    case falling
  }

  /// Index of the feature in the matrix.
  package let column: Int
  package let direction: Direction

  package init(column: Int, direction: Direction = .rising) {
    self.column = column
    self.direction = direction
  }

  /// Throws `noRows`, `notFinite`, `oneClass`, `hyperparameter` for a column that is not there, and
  /// `constantFeatures` when the column never varies.
  package func fit(_ examples: Examples) throws(FitProblem) -> Fitted {
    guard (0..<max(examples.features.columns, 1)).contains(column) else {
      throw .hyperparameter(
        model: Fitted.name, name: "column", found: "\(column)", expected: "below \(examples.features.columns)")
    }
    try Guard.finiteRows(examples.features, model: Fitted.name)
    let sign: Double = direction == .rising ? 1 : -1
    let values = examples.features.column(column).map { sign * $0 }
    let single = try Examples(
      features: Matrix(rows: values.count, columns: 1, values: values), outcomes: examples.outcomes)
    try single.check(for: Fitted.name)
    let base = Double(examples.positives) / Double(examples.count)
    let blocks = MonotoneFit(values: values, outcomes: examples.outcomes).blocks
    var knots: [MonotoneCurve.Knot] = []
    for block in blocks {
      let level = (block.mean * block.weight + base) / (block.weight + 1)
      // The pull is stronger on small steps and could turn two of them around.
      let height = max(level, knots.last?.height ?? 0)
      knots.append(MonotoneCurve.Knot(at: block.low, height: height))
      if block.high > block.low { knots.append(MonotoneCurve.Knot(at: block.high, height: height)) }
    }
    return Fitted(
      column: column, columns: examples.features.columns, direction: direction, curve: MonotoneCurve(knots: knots))
  }

  package struct Fitted: FittedClassifier {
    package static let name = "RecencyRule"
    package static let version = 1

    package let column: Int
    let columns: Int
    package let direction: Direction
    let curve: MonotoneCurve

    package func probabilities(_ rows: Matrix) throws(FitProblem) -> [Double] {
      try Guard.columns(rows, expected: columns, model: Self.name)
      try Guard.finite(rows, model: Self.name)
      let sign: Double = direction == .rising ? 1 : -1
      return rows.column(column).map { curve.height(at: sign * $0) }
    }
  }
}
