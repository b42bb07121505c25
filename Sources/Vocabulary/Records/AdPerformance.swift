/// What an ad platform says one row of its delivery cost and did over a window. Missing is nil, never 0.
///
/// The natural key is everything but the measures: the same facts delivered by age, by region or by placement are
/// different rows of different breakdowns, and a total must use exactly one breakdown.
package struct AdPerformance: CanonicalRecord {
  package var origin: RecordOrigin
  /// The vendor's name as the format gives it, for example "Meta".
  package var platform: String
  package var channel: Channel
  /// Account id or name, or "" where the export does not say.
  package var account = ""
  package var campaign = ""
  package var campaignID = ""
  package var adGroup = ""
  package var ad = ""
  package var adID = ""
  /// What further splits the row: "age", "gender", "region", or several joined by "+"; "" for none.
  package var breakdown = ""
  package var breakdownValue = ""
  package var window: DateWindow
  /// Whether its table adds up weeks, months or other periods. The first or the last of a report may have one day alone,
  /// and that row is no day of a daily series.
  package var isOfSums = false
  package var currency: Currency?
  package var spendMicros: Int64?
  package var impressions: Int64?
  /// The platform's own notion of a click that leads off the platform (link clicks where it tells them apart).
  package var clicks: Int64?
  package var allClicks: Int64?
  package var interactions: Int64?
  /// De-duplicated people: never added over rows, days or files.
  package var reach: Int64?
  /// Claimed by the platform, may be fractional, in millionths.
  package var conversionsMicros: Int64?
  package var conversionValueMicros: Int64?
  /// What the platform counted as a conversion, for example "Purchases".
  package var resultType = ""
  package var attribution = ""

  /// A part of the key: of what is longer than a day, the window's own.
  package var grain: Grain { isOfSums && window.first == window.last ? .range : window.grain }

  package init(origin: RecordOrigin, platform: String, channel: Channel, window: DateWindow) {
    self.origin = origin
    self.platform = platform
    self.channel = channel
    self.window = window
  }
}
