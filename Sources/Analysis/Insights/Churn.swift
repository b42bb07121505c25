import Vocabulary

/// Who is likely not to order within the horizon, how well that can be told, and beside what simple rule.
package struct Churn: Sendable {
  package var asOf: Day
  package var horizonDays: Int
  package var currency: Currency
  package var customers: Int
  /// Sum of calibrated probabilities, not a count above a threshold.
  package var expectedLeavers: Estimate
  /// Standard error of the score's level: of its mean distance from the outcomes of the customers checked.
  package var levelError: Double
  package var averageRisk: Double
  package var candidates: [Candidate]
  package var chosen: String
  package var baseline: String
  /// Held-out gain in AUC of the chosen model over the baseline, paired bootstrap.
  package var gain: Estimate
  package var testWindow: DateWindow
  package var trainingRows: Int
  package var testRows: Int
  package var testLeavers: Int
  package var drivers: [Driver]
  /// Ordered by what is at stake: probability × yearly revenue.
  package var riskList: [AtRisk]

  /// What is at stake with all customers on the list, a year.
  package var listStake: Double { riskList.reduce(0) { $0 + $1.probability * $1.yearlyRevenue } }

  package struct Candidate: Sendable {
    package var model: String
    package var auc: Estimate
    package var logLoss: Estimate
    package var brier: Estimate
    package var calibrationError: Estimate
  }

  /// Change in log-odds per standard deviation of a feature, with its standard-error interval.
  package struct Driver: Sendable {
    package var feature: String
    package var coefficient: Estimate
  }

  package struct AtRisk: Sendable {
    /// Integer identity inside the warehouse; the report shows a pseudonym made with the workspace's key.
    package var email: String
    package var probability: Double
    package var yearlyRevenue: Double
    package var orders: Int
    package var daysSinceOrder: Int
    /// The feature that raises the score most against the average customer.
    package var reasons: [String]
  }
}
