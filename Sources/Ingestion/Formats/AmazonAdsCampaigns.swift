import Vocabulary

/// Amazon Ads, the campaign manager's table downloaded: a campaign a row, with the figures of the days that the page
/// showed, which the file does not name; "Start date" and "End date" are the campaign's own. Written after what public
/// code reads: no real file stands behind it yet.
struct AmazonAdsCampaigns: AdTableFormat {
  static let title = "Amazon Ads campaign table"
  static let isVerified = false

  var table: AdTable

  init?(_ opening: Opening) {
    let table = AdTable(opening.header, AmazonAdsCampaigns.wording)
    guard table.isOfAds, opening.header.contains("campaigns"), opening.header.contains("acos") else { return nil }
    self.table = table
  }

  private static let wording: AdWording = {
    var wording = AdWording(
      platform: "Amazon Ads", channel: .shopping,
      names: [
        .day: ["date"], .campaign: ["campaigns"], .campaignID: ["campaign id"], .campaignType: ["type"],
        .currency: ["currency"], .spend: ["spend", "total cost", "cost"], .impressions: ["impressions"],
        .clicks: ["clicks"], .conversions: ["orders", "purchases"], .conversionValue: ["sales"],
        .country: ["country"],
      ],
      channels: ["sd": .display, "sponsored display": .display])
    wording.breakdowns = [.country]
    wording.habit = nil
    return wording
  }()
}
