import Computation

/// A column that returns to its start, such as a weekday or a month, as a point on the circle: cos 2πx/period and
/// sin 2πx/period, so that December lies beside January. Learns nothing but which columns there are. A missing value
/// has a missing point. O(n). No inverse: which turn it was is not kept.
package struct CyclicalParts: Step, Equatable {
  package let features: [Feature]
  /// In the columns' unit: 7 for weekdays, 12 for months.
  package let period: Double

  package init(of features: [Feature], period: Double) {
    self.features = features
    self.period = period
  }

  /// Throws `hyperparameter` for a period that is not above 0, `noRows`, `unknownFeature` and `wrongKind`.
  package func fit(_ table: FeatureTable) throws(FitProblem) -> Fitted {
    guard period > 0, period.isFinite else {
      throw .hyperparameter(model: Fitted.name, name: "period", found: "\(period)", expected: "a finite number above 0")
    }
    return Fitted(features: try table.numeric(features, model: Fitted.name), period: period)
  }

  package struct Fitted: FittedStep {
    package static let name = "CyclicalParts"
    package static let version = 1

    package let features: [Feature]
    package let period: Double

    /// In place of each column two, "… cosine" and "… sine".
    package func transform(_ table: FeatureTable) throws(FitProblem) -> FeatureTable {
      for feature in features { _ = try table.numbers(of: feature) }
      return try table.rebuilt(model: Self.name) { (feature, column) throws(FitProblem) in
        guard features.contains(feature) else { return [(feature, column)] }
        // The remainder is exact, so that a late turn is as precise as the first.
        let turns = try table.numbers(of: feature).map { $0.map { $0.remainder(dividingBy: period) / period } }
        let (cosine, sine) = (turns.map { $0.map { Turns.cosine($0) } }, turns.map { $0.map { Turns.sine($0) } })
        return [
          (Feature("\(feature.name) cosine", unit: .ratio, missing: feature.missing), .numeric(cosine)),
          (Feature("\(feature.name) sine", unit: .ratio, missing: feature.missing), .numeric(sine)),
        ]
      }
    }
  }
}
