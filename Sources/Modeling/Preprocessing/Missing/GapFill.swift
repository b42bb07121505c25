import Computation

/// Fills each missing number with the last one before it (forward) or the first one after it (backward), in the order of
/// the rows. What is not reached gets the median of the training rows.
///
/// For one series whose rows stand in the order of time. Filling backward uses what was not known yet: it is for looking
/// back, never for a feature of a forecast. O(n · d), and O(n · d · log n) to fit.
/// No inverse: where the gaps were is not kept.
package struct GapFill: Step, Equatable {
  package enum Direction: String, Sendable, Codable {
    case forward, backward
  }

  package let direction: Direction
  /// The longest way over which a value is carried, in rows; nil for any.
  package let limit: Int?
  /// The numeric features that are filled; all of the table where nil.
  package let features: [Feature]?

  package init(_ direction: Direction, limit: Int? = nil, features: [Feature]? = nil) {
    self.direction = direction
    self.limit = limit
    self.features = features
  }

  /// Throws `hyperparameter`, `noRows`, and `nothingToImpute` for a column without a value.
  package func fit(_ table: FeatureTable) throws(FitProblem) -> Fitted {
    if let limit { try Guard.positive(limit, "limit", model: Fitted.name) }
    let rows = try GappedRows(table, try table.numeric(features, model: Fitted.name))
    let medians = try rows.present().map { Moments.median(sorted: $0) }
    try Guard.notOverflown(medians, model: Fitted.name)
    return Fitted(features: rows.features, medians: medians, direction: direction, limit: limit)
  }

  package struct Fitted: FittedStep {
    package static let name = "GapFill"
    package static let version = 1

    package let features: [Feature]
    package let medians: [Double]
    package let direction: Direction
    package let limit: Int?

    package func transform(_ table: FeatureTable) throws(FitProblem) -> FeatureTable {
      var rows = try GappedRows(table, features)
      let count = rows.values.rows
      for column in features.indices {
        var last: (value: Double, row: Int)?
        for step in 0..<count {
          let row = direction == .forward ? step : count - 1 - step
          if !rows.values[row, column].isNaN {
            last = (rows.values[row, column], row)
          } else if let last, abs(row - last.row) <= limit ?? .max {
            rows.values[row, column] = last.value
          } else {
            rows.values[row, column] = medians[column]
          }
        }
      }
      return try rows.filling(table, model: Self.name)
    }
  }
}
