import Computation
import Modeling

/// The churn score's three fitted parts: how features become numbers, the logistic score, the recency baseline.
package struct ChurnModel: FittedModel {
  package static let name = "ChurnModel"
  package static let version = 1

  package let encoder: TableEncoder.Fitted
  package let logistic: LogisticRegression.Fitted
  package let recency: RecencyRule.Fitted

  package static func fit(_ table: FeatureTable, _ left: [Bool], penalty: Double) throws(FitProblem) -> ChurnModel {
    let encoder = try TableEncoder().fit(table)
    let examples = try Examples(features: try encoder.transform(table), outcomes: left)
    return ChurnModel(
      encoder: encoder, logistic: try LogisticRegression(penalty: penalty).fit(examples),
      recency: try RecencyRule(column: ChurnFeatures.recencyColumn).fit(examples))
  }

  /// P(no order within the horizon) of each row.
  package func probabilities(_ table: FeatureTable) throws(FitProblem) -> [Double] {
    try logistic.probabilities(try encoder.transform(table))
  }

  package func baseline(_ table: FeatureTable) throws(FitProblem) -> [Double] {
    try recency.probabilities(try encoder.transform(table))
  }

  /// What each feature adds to the log-odds of each row against the average customer: n × features.
  package func contributions(_ table: FeatureTable) throws(FitProblem) -> Matrix {
    var matrix = try encoder.transform(table)
    for row in 0..<matrix.rows {
      for column in 0..<matrix.columns { matrix[row, column] *= logistic.weights[column] }
    }
    return matrix
  }
}
