import Vocabulary

/// Everything that one report is drawn from.
package struct Findings: Sendable {
  package var client: String
  package var asOf: Day
  package var currency: Currency?
  /// Digest of what went in: files, configuration, as-of day, build.
  package var buildID: String
  package var overview: Insight<Overview>
  package var returns: Insight<Returns>
  package var segmentation: Insight<Segmentation>
  package var churn: Insight<Churn>
  package var trust: Insight<Trust>
  package var dataQuality: DataQuality
  package var runs: [ModelRun]
  /// Nil where there are no other channel rules to hold those in force against.
  package var channelRules: Insight<RegroupedVisits>?
  /// Nil where no platform claims anything of the week by day.
  package var reconciliation: Reconciliation?
  /// Empty where no earlier report is known.
  package var retrospect = Retrospect()
  /// From which rows of which files the figures come.
  package var lineage = Lineage()

  package init(
    client: String, asOf: Day, currency: Currency?, buildID: String, overview: Insight<Overview>,
    returns: Insight<Returns>, segmentation: Insight<Segmentation>, churn: Insight<Churn>, trust: Insight<Trust>,
    dataQuality: DataQuality, runs: [ModelRun]
  ) {
    self.client = client
    self.asOf = asOf
    self.currency = currency
    self.buildID = buildID
    self.overview = overview
    self.returns = returns
    self.segmentation = segmentation
    self.churn = churn
    self.trust = trust
    self.dataQuality = dataQuality
    self.runs = runs
  }
}
