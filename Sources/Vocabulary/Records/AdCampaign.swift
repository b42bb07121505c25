/// What an advertising platform calls a campaign whose reports carry its id alone.
package struct AdCampaign: CanonicalRecord {
  package var origin: RecordOrigin
  package var platform: String
  package var account: String
  package var campaignID: String
  package var name: String
  /// As delivered, in small letters.
  package var status = ""
  package var updatedDay: Day?

  package init(origin: RecordOrigin, platform: String, account: String, campaignID: String, name: String) {
    self.origin = origin
    self.platform = platform
    self.account = account
    self.campaignID = campaignID
    self.name = name
  }
}
