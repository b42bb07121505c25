import Computation

/// Naive Bayes with a normal density for each column in each class: P(event | x) ∝ P(event) · Π N(x_j; μ_j, σ_j²)
/// (Duda, Hart and Stork 2001, section 2.9).
///
/// Columns are taken as independent within a class; where they are not, probabilities come out too near to 0 and 1:
/// calibrate them. Variances are the population's plus `smoothing` times the largest variance of a column over all rows,
/// so that no column decides alone. Summed in canonical order: the order of rows changes nothing. O(n · d).
package struct GaussianNaiveBayes: Sendable, Equatable {
  package let smoothing: Double

  package init(smoothing: Double = 1e-9) {
    self.smoothing = smoothing
  }

  /// Throws `noRows`, `notFinite`, `oneClass`, `constantFeatures` and `hyperparameter`.
  package func fit(_ examples: Examples) throws(FitProblem) -> Fitted {
    try Guard.notNegative(smoothing, "smoothing", model: Fitted.name)
    try examples.check(for: Fitted.name)
    let sorted = examples.canonical
    var largest = 0.0
    for column in 0..<sorted.features.columns {
      let values = sorted.features.column(column)
      largest = max(largest, Moments.variance(values, about: Moments.mean(values)))
    }
    let floor = max(smoothing * largest, .leastNormalMagnitude)
    let event = Self.side(sorted, true, floor: floor)
    let none = Self.side(sorted, false, floor: floor)
    return Fitted(event: event, none: none)
  }

  private static func side(_ examples: Examples, _ outcome: Bool, floor: Double) -> Fitted.Side {
    let rows = examples.outcomes.indices.filter { examples.outcomes[$0] == outcome }
    let part = examples.features.selecting(rows: rows)
    var means: [Double] = []
    var variances: [Double] = []
    for column in 0..<part.columns {
      let values = part.column(column)
      means.append(Moments.mean(values))
      variances.append(Moments.variance(values, about: means[column]) + floor)
    }
    return Fitted.Side(share: Double(rows.count) / Double(examples.count), means: means, variances: variances)
  }

  package struct Fitted: FittedClassifier {
    package static let name = "GaussianNaiveBayes"
    package static let version = 1

    package struct Side: Codable, Equatable, Sendable {
      /// Of the training rows.
      package let share: Double
      package let means: [Double]
      package let variances: [Double]

      /// ln share − Σ ln σ² / 2, that part of the log-density that no row changes.
      fileprivate var constant: Double {
        var sum = 0.0
        for variance in variances { sum += Logarithm.of(variance) }
        return Logarithm.of(share) - 0.5 * sum
      }
    }

    package let event: Side
    package let none: Side

    package func probabilities(_ rows: Matrix) throws(FitProblem) -> [Double] {
      try Guard.columns(rows, expected: event.means.count, model: Self.name)
      try Guard.finite(rows, model: Self.name)
      let constant = event.constant - none.constant
      return (0..<rows.rows).map { row in
        var odds = constant
        for column in 0..<rows.columns {
          let x = rows.values[row * rows.columns + column]
          let (a, b) = (x - event.means[column], x - none.means[column])
          odds -= 0.5 * (a * a / event.variances[column] - b * b / none.variances[column])
        }
        // A value so far off that both densities vanish says nothing either way.
        return odds.isNaN ? event.share : Exponential.logistic(odds)
      }
    }
  }
}
