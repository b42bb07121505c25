import Vocabulary

/// One row of advertising cost and what its platform claims for it, from exactly one breakdown of a delivery.
package struct SpendFact: Sendable, Equatable {
  package var platform: String
  package var channel: Channel
  package var campaign: String
  /// Nil for an "all time" report, which no window holds.
  package var window: DateWindow?
  package var currency: Currency?
  package var spendMicros: Int64?
  package var impressions: Int64?
  package var clicks: Int64?
  package var conversionsMicros: Int64?
  package var conversionValueMicros: Int64?

  package init(
    platform: String, channel: Channel, campaign: String, window: DateWindow?, currency: Currency?,
    spendMicros: Int64?, impressions: Int64? = nil, clicks: Int64? = nil, conversionsMicros: Int64? = nil,
    conversionValueMicros: Int64? = nil
  ) {
    self.platform = platform
    self.channel = channel
    self.campaign = campaign
    self.window = window
    self.currency = currency
    self.spendMicros = spendMicros
    self.impressions = impressions
    self.clicks = clicks
    self.conversionsMicros = conversionsMicros
    self.conversionValueMicros = conversionValueMicros
  }
}
