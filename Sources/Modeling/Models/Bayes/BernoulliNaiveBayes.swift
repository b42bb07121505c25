import Computation

/// Naive Bayes on columns that are on or off: P(event | x) ∝ P(event) · Π p_j^x_j (1 − p_j)^(1 − x_j) (McCallum and Nigam
/// 1998, section 2.1).
///
/// A column is on where its value is above `threshold`, by more than rounding: with standardised columns 0 is the mean, and
/// a blank that the mean stands for must not be on or off by its last bit. Shares are smoothed by `smoothing` pseudo-rows of
/// each kind (Laplace for 1). Counts alone are learned, so the order of rows changes nothing. O(n · d).
package struct BernoulliNaiveBayes: Sendable, Equatable {
  package let threshold: Double
  package let smoothing: Double

  package init(threshold: Double = 0, smoothing: Double = 1) {
    self.threshold = threshold
    self.smoothing = smoothing
  }

  /// Throws `noRows`, `notFinite`, `oneClass`, `constantFeatures` and `hyperparameter`.
  package func fit(_ examples: Examples) throws(FitProblem) -> Fitted {
    guard smoothing > 0, smoothing.isFinite, threshold.isFinite else {
      throw .hyperparameter(
        model: Fitted.name, name: "smoothing", found: "\(smoothing)", expected: "a finite number above 0")
    }
    try examples.check(for: Fitted.name)
    let width = examples.features.columns
    let edge = Self.edge(threshold)
    var on = [[Int]](repeating: [Int](repeating: 0, count: width), count: 2)
    for row in 0..<examples.count {
      let side = examples.outcomes[row] ? 1 : 0
      for column in 0..<width where examples.features[row, column] > edge { on[side][column] += 1 }
    }
    let counts = [examples.count - examples.positives, examples.positives]
    let shares = (0..<2).map { side in
      on[side].map { (Double($0) + smoothing) / (Double(counts[side]) + 2 * smoothing) }
    }
    return Fitted(
      threshold: threshold, share: Double(counts[1]) / Double(examples.count), eventShares: shares[1],
      noneShares: shares[0])
  }

  private static func edge(_ threshold: Double) -> Double { threshold + 1e-12 * max(1, abs(threshold)) }

  package struct Fitted: FittedClassifier {
    package static let name = "BernoulliNaiveBayes"
    package static let version = 1

    let threshold: Double
    package let share: Double
    /// Smoothed share of rows with the column on, among rows with the event and without.
    package let eventShares: [Double]
    package let noneShares: [Double]

    package func probabilities(_ rows: Matrix) throws(FitProblem) -> [Double] {
      try Guard.columns(rows, expected: eventShares.count, model: Self.name)
      try Guard.finite(rows, model: Self.name)
      let on = zip(eventShares, noneShares).map { Logarithm.of($0) - Logarithm.of($1) }
      let off = zip(eventShares, noneShares).map { Logarithm.ofOnePlus(-$0) - Logarithm.ofOnePlus(-$1) }
      let start = Logarithm.odds(share)
      let edge = BernoulliNaiveBayes.edge(threshold)
      return (0..<rows.rows).map { row in
        var odds = start
        for column in 0..<rows.columns {
          odds += rows.values[row * rows.columns + column] > edge ? on[column] : off[column]
        }
        return Exponential.logistic(odds)
      }
    }
  }
}
