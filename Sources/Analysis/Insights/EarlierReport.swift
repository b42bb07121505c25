import Vocabulary

/// What a report said in its week, as it was kept.
package struct EarlierReport: Sendable, Equatable {
  package var week: ReportWeek
  package var asOf: Day
  package var currency: Currency?
  package var buildID: String
  /// Nil where the record does not say.
  package var attention: Attention?
  package var figures: [Figure]
  package var predictions: [Prediction]
  package var recommendations: [Recommendation]
  /// SHA-256 of the files it was drawn from.
  package var files: Set<String>

  package struct Figure: Sendable, Equatable {
    package var measure: Overview.Measure
    /// Nil: there was no figure.
    package var value: Double?

    package init(_ measure: Overview.Measure, _ value: Double?) {
      self.measure = measure
      self.value = value
    }
  }

  package init(
    week: ReportWeek, asOf: Day, currency: Currency?, buildID: String = "", attention: Attention? = nil,
    figures: [Figure] = [], predictions: [Prediction] = [], recommendations: [Recommendation] = [],
    files: Set<String> = []
  ) {
    self.week = week
    self.asOf = asOf
    self.currency = currency
    self.buildID = buildID
    self.attention = attention
    self.figures = figures
    self.predictions = predictions
    self.recommendations = recommendations
    self.files = files
  }
}
