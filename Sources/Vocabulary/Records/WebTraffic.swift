/// One measure of a website over a window and one value of one dimension, as web analytics delivered it.
///
/// One record per metric, so that reports with any set of columns fit one table without inventing zeros.
package struct WebTraffic: CanonicalRecord {
  package var origin: RecordOrigin
  /// "GA4", "Matomo": the vendor's name as the format gives it.
  package var tool: String
  /// Property, site name or site id, or "" where the export does not say.
  package var property: String
  package var window: DateWindow
  /// "" for the whole site; else the dimension's name in small letters, such as "country", "page", "source / medium".
  package var dimension: String
  package var dimensionValue: String
  package var metric: WebMetric
  /// The metric's name as delivered, for the ones outside the shared list.
  package var metricName: String
  /// Counts, seconds, ratios or money, in millionths.
  package var valueMicros: Int64
  package var currency: Currency?

  package init(
    origin: RecordOrigin, tool: String, property: String, window: DateWindow, dimension: String,
    dimensionValue: String, metric: WebMetric, metricName: String, valueMicros: Int64, currency: Currency? = nil
  ) {
    self.origin = origin
    self.tool = tool
    self.property = property
    self.window = window
    self.dimension = dimension
    self.dimensionValue = dimensionValue
    self.metric = metric
    self.metricName = metricName
    self.valueMicros = valueMicros
    self.currency = currency
  }
}

/// The web measures that mean the same in every tool, and `other` for the rest.
package enum WebMetric: String, Sendable, CaseIterable {
  case users, newUsers, sessions, engagedSessions, views, events, conversions, revenue, bounces, seconds, clicks
  case impressions, other

  /// Whether values may be added over days and dimension values; de-duplicated people may not.
  package var isAdditive: Bool {
    switch self {
    case .users, .newUsers, .other: false
    default: true
    }
  }
}
