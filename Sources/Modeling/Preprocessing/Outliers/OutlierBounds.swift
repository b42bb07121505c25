import Computation

/// Bounds for each numeric column, learned by a rule from the training rows: values beyond them are capped or flagged,
/// or the rows that hold them dropped from training.
///
/// A column whose spread is 0 (a rate that is mostly 0) has no bounds: every other value would be an outlier.
/// Missing values stay missing. O(n · d · log n).
/// No inverse: how far beyond the bounds a value was is not kept.
package struct OutlierBounds: Step, Equatable {
  package enum Treatment: String, Sendable, Codable {
    /// A value beyond a bound becomes the bound.
    case cap
    /// A column "… is an outlier" of 0 and 1 after each column with bounds; the value stays.
    case flag
  }

  package let rule: OutlierRule
  package let treatment: Treatment
  /// The numeric features that are bounded; all of the table where nil.
  package let features: [Feature]?

  package init(_ rule: OutlierRule, treatment: Treatment = .cap, features: [Feature]? = nil) {
    self.rule = rule
    self.treatment = treatment
    self.features = features
  }

  /// Throws `hyperparameter` for a factor below 0, `noRows`, `nothingToImpute` for a column without a value, and
  /// `columnTooLarge`.
  package func fit(_ table: FeatureTable) throws(FitProblem) -> Fitted {
    try Guard.notNegative(rule.factor, "factor", model: Fitted.name)
    let rows = try GappedRows(table, try table.numeric(features, model: Fitted.name))
    var bounds: [Fitted.Bounds] = []
    for (column, values) in try rows.present().enumerated() {
      guard let range = rule.bounds(sorted: values) else { throw .columnTooLarge(model: Fitted.name, column: column) }
      if range.lowerBound < range.upperBound {
        bounds.append(Fitted.Bounds(feature: rows.features[column], low: range.lowerBound, high: range.upperBound))
      }
    }
    return Fitted(bounds: bounds, treatment: treatment)
  }

  package struct Fitted: FittedStep {
    package static let name = "OutlierBounds"
    package static let version = 1

    package struct Bounds: Codable, Equatable, Sendable {
      package let feature: Feature
      package let low: Double
      package let high: Double

      func holds(_ value: Double) -> Bool { (low...high).contains(value) }
    }

    /// In the table's order; none for a column without spread.
    package let bounds: [Bounds]
    package let treatment: Treatment

    package func transform(_ table: FeatureTable) throws(FitProblem) -> FeatureTable {
      for bound in bounds { _ = try table.numbers(of: bound.feature) }
      return try table.rebuilt(model: Self.name) { (feature, column) throws(FitProblem) in
        guard let bound = bounds.first(where: { $0.feature == feature }) else { return [(feature, column)] }
        let values = try table.numbers(of: feature)
        switch treatment {
        case .cap:
          return [(feature, .numeric(values.map { $0.map { min(max($0, bound.low), bound.high) } }))]
        case .flag:
          let flags = values.map { $0.map { bound.holds($0) ? 0.0 : 1 } ?? 0 }
          return [(feature, column), (Feature("\(feature.name) is an outlier", unit: .flag), .numeric(flags))]
        }
      }
    }

    /// The rows without a value beyond its bounds, in order: what is left of the training rows when outliers are dropped.
    /// Rows to be predicted are never dropped, hence no treatment.
    package func rowsWithin(_ table: FeatureTable) throws(FitProblem) -> [Int] {
      var isWithin = [Bool](repeating: true, count: table.rowCount)
      for bound in bounds {
        for (row, value) in try table.numbers(of: bound.feature).enumerated() where isWithin[row] {
          isWithin[row] = value.map { bound.holds($0) } ?? true
        }
      }
      return isWithin.indices.filter { isWithin[$0] }
    }
  }
}
