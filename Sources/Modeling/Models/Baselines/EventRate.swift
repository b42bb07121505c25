import Computation

/// The baseline of all classifiers ("climatology", Murphy 1973): everybody gets the share of events among the training rows. O(n).
package struct EventRate: Sendable, Equatable {
  package init() {}

  /// Throws `noRows`, `notFinite`, `oneClass` and `constantFeatures`, as every other classifier would on these rows.
  package func fit(_ examples: Examples) throws(FitProblem) -> Fitted {
    try examples.check(for: Fitted.name)
    return Fitted(rate: Double(examples.positives) / Double(examples.count), columns: examples.features.columns)
  }

  package struct Fitted: FittedClassifier {
    package static let name = "EventRate"
    package static let version = 1

    package let rate: Double
    let columns: Int

    package func probabilities(_ rows: Matrix) throws(FitProblem) -> [Double] {
      try Guard.columns(rows, expected: columns, model: Self.name)
      try Guard.finite(rows, model: Self.name)
      return [Double](repeating: rate, count: rows.rows)
    }
  }
}
