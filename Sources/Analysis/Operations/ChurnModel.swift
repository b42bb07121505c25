import Computation
import Modeling

/// The churn score's fitted parts: how features become numbers, the logistic score, and the recency rule that it has
/// to beat.
package struct ChurnModel: FittedModel {
  package static let name = "ChurnModel"
  package static let version = 3

  package let encoder: TableEncoder.Fitted
  /// Nil where training saw too little of a year to tell season from trend.
  let season: TableEncoder.Fitted?
  let logistic: LogisticRegression.Fitted
  let silence: TableEncoder.Fitted
  let recency: RecencyRule.Fitted

  package static func fit(
    _ table: FeatureTable, _ left: [Bool], penalty: Double, withSeason: Bool
  ) throws(FitProblem) -> ChurnModel {
    let encoder = try TableEncoder().fit(table.selecting(features: ChurnFeatures.told(by: table)))
    let plain = TableEncoder(standardises: false)
    let season = withSeason ? try plain.fit(table.selecting(features: ChurnFeatures.season)) : nil
    let silence = try plain.fit(table.selecting(features: [ChurnFeatures.daysSinceOrder]))
    let rows = try Self.rows(table, encoder, season)
    return ChurnModel(
      encoder: encoder, season: season,
      logistic: try LogisticRegression(penalty: penalty).fit(try Examples(features: rows, outcomes: left)),
      silence: silence,
      recency: try RecencyRule(column: 0).fit(try Examples(features: try silence.transform(table), outcomes: left)))
  }

  private static func rows(
    _ table: FeatureTable, _ encoder: TableEncoder.Fitted, _ season: TableEncoder.Fitted?
  ) throws(FitProblem) -> Matrix {
    let rows = try encoder.transform(table)
    guard let season else { return rows }
    return rows.joined(with: try season.transform(table))
  }

  /// What the score looks at.
  package var features: [Feature] { (encoder.sources + (season?.sources ?? [])).map(\.feature) }

  /// Of `logistic.weights`, on the rows it was fitted to, which come in clusters of one customer.
  func standardErrors(
    _ table: FeatureTable, _ left: [Bool], customers: [Int]
  ) throws(FitProblem) -> [Double] {
    let examples = try Examples(features: try Self.rows(table, encoder, season), outcomes: left)
    return try ClusterRobustErrors(of: logistic, on: examples, clusters: customers).weights
  }

  /// P(no order within the horizon) of each row.
  package func probabilities(_ table: FeatureTable) throws(FitProblem) -> [Double] {
    try logistic.probabilities(try Self.rows(table, encoder, season))
  }

  package func baseline(_ table: FeatureTable) throws(FitProblem) -> [Double] {
    try recency.probabilities(try silence.transform(table))
  }

  /// What each of the customer's own features adds to the log-odds of each row against the average customer:
  /// n × `encoder.sources.count`. The season, which is everybody's, is left out.
  package func contributions(_ table: FeatureTable) throws(FitProblem) -> Matrix {
    var matrix = try encoder.transform(table)
    for row in 0..<matrix.rows {
      for column in 0..<matrix.columns { matrix[row, column] *= logistic.weights[column] }
    }
    return matrix
  }
}
