/// A figure that the file itself states as a total ("Total: Campaigns"). Kept beside the facts, never among them.
package struct ControlTotal: Hashable, Sendable {
  package var origin: RecordOrigin
  package var label: String
  package var metric: TotalMetric
  package var valueMicros: Int64
  /// Whether the facts of the file are expected to add up to it (a sub-total of one kind is not).
  package var coversAllRows: Bool

  package init(origin: RecordOrigin, label: String, metric: TotalMetric, valueMicros: Int64, coversAllRows: Bool) {
    self.origin = origin
    self.label = label
    self.metric = metric
    self.valueMicros = valueMicros
    self.coversAllRows = coversAllRows
  }
}

/// The figures by which a file is summed up, and their keys in `--json`.
package enum TotalMetric: String, Sendable, CaseIterable {
  case spend, impressions, clicks, conversions, views, sessions, users, orders, revenue, contacts
  case events, posts, companies, deals, dealAmount, refunds, payments, subscriptions, invoices, sales, products
  case emails, opens, subscribers, answers, responses, interactions, rates
}
