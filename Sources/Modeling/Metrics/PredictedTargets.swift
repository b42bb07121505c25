/// Predicted numbers with the number that came of each.
package struct PredictedTargets: Sendable, Equatable {
  /// Finite, in the unit of the targets.
  package let predictions: [Double]
  package let targets: [Double]

  /// Throws `noRows`, `lengths` or `notFinite`.
  package init(predictions: [Double], targets: [Double]) throws(MetricProblem) {
    let name = "predicted targets"
    guard predictions.count == targets.count else {
      throw .lengths(metric: name, first: predictions.count, second: targets.count)
    }
    guard !predictions.isEmpty else { throw .noRows(metric: name) }
    for list in [predictions, targets] {
      if let row = list.firstIndex(where: { !$0.isFinite }) { throw .notFinite(metric: name, row: row) }
    }
    self.predictions = predictions
    self.targets = targets
  }

  package var count: Int { targets.count }

  /// Target − prediction of each row.
  var errors: [Double] { zip(targets, predictions).map { $0 - $1 } }
}
