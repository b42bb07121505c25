import Computation

/// Rows that can be picked by index: a matrix, or a table of features.
package protocol Rows: Sendable {
  func selecting(rows: [Int]) -> Self
}

extension Matrix: Rows {}
extension FeatureTable: Rows {}

/// What a step learned from the training rows. It is applied to those and to any others alike.
package protocol FittedStep: FittedModel {
  associatedtype Input: Rows
  associatedtype Output: Rows
  /// Throws `columns` or `unknownFeature` where the columns are not those of training.
  func transform(_ rows: Input) throws(FitProblem) -> Output
}

/// A fitted step that can be undone. A step that cannot says in its documentation what is lost.
package protocol InvertibleStep: FittedStep {
  /// The rows that `transform` made these of, up to rounding.
  func inverse(_ rows: Output) throws(FitProblem) -> Input
}

/// A step that learns from rows and what came of them.
package protocol SupervisedStep: Sendable {
  associatedtype Fitted: FittedStep

  /// `outcomes` has one finite number for each row: 0 and 1, or an amount.
  func fit(_ rows: Fitted.Input, outcomes: [Double]) throws(FitProblem) -> Fitted

  /// The fitted step, and the training rows as the next step shall learn from them. Only a step that would otherwise
  /// show a row its own outcome does more than to fit and transform.
  func fitTransform(
    _ rows: Fitted.Input, outcomes: [Double]
  ) throws(FitProblem) -> (fitted: Fitted, rows: Fitted.Output)
}

/// A step that learns from rows alone.
package protocol Step: SupervisedStep {
  func fit(_ rows: Fitted.Input) throws(FitProblem) -> Fitted
}

extension SupervisedStep {
  package func fitTransform(
    _ rows: Fitted.Input, outcomes: [Double]
  ) throws(FitProblem) -> (fitted: Fitted, rows: Fitted.Output) {
    let fitted = try fit(rows, outcomes: outcomes)
    return (fitted, try fitted.transform(rows))
  }

  /// Fitted to the given rows of a whole; the others are never looked at.
  package func fit(_ rows: Fitted.Input, outcomes: [Double], training: [Int]) throws(FitProblem) -> Fitted {
    try fit(rows.selecting(rows: training), outcomes: training.map { outcomes[$0] })
  }
}

extension Step {
  package func fit(_ rows: Fitted.Input, outcomes: [Double]) throws(FitProblem) -> Fitted {
    try fit(rows)
  }

  /// Fitted to the given rows of a whole; the others are never looked at.
  package func fit(_ rows: Fitted.Input, training: [Int]) throws(FitProblem) -> Fitted {
    try fit(rows.selecting(rows: training))
  }
}
