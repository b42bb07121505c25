/// A mailing as its tool sums it up. Unique figures are people of this mailing and are never added over mailings.
package struct EmailCampaign: CanonicalRecord {
  package var origin: RecordOrigin
  package var platform: String
  /// The tool's id, or the campaign's name and day where it gives none.
  package var campaignID: String
  package var campaign: String
  package var subject = ""
  package var list = ""
  package var sentDay: Day?
  package var recipients: Int64?
  package var delivered: Int64?
  package var softBounces: Int64?
  package var hardBounces: Int64?
  package var uniqueOpens: Int64?
  package var opens: Int64?
  package var uniqueClicks: Int64?
  package var clicks: Int64?
  package var unsubscribes: Int64?
  package var complaints: Int64?
  package var orders: Int64?
  /// As the tool claims it.
  package var revenueMicros: Int64?
  package var currency: Currency?

  package init(origin: RecordOrigin, platform: String, campaignID: String, campaign: String) {
    self.origin = origin
    self.platform = platform
    self.campaignID = campaignID
    self.campaign = campaign
  }
}
