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
    let isNamed =
      opening.header.contains("campaigns")
      || (opening.header.contains("campaign name") && AmazonAdsCampaigns.own.contains { opening.header.contains($0) })
    guard table.isOfAds, isNamed, opening.header.contains("acos") else { return nil }
    self.table = table
  }

  /// One of them stands beside a plain "Campaign name", which other shops' tables have with ACOS, too.
  private static let own = ["campaign bidding strategy", "top-of-search is", "ntb orders", "avg. time in budget"]

  private static let wording: AdWording = {
    var wording = AdWording(
      platform: "Amazon Ads", channel: .shopping,
      names: [
        .day: ["date"], .campaign: ["campaigns", "campaign name"], .campaignID: ["campaign id"],
        .campaignType: ["type"], .currency: ["currency"], .spend: ["spend", "total cost", "cost"],
        .impressions: ["impressions"], .clicks: ["clicks"], .conversions: ["orders", "purchases"],
        .conversionValue: ["sales"], .country: ["country"],
      ],
      channels: ["sd": .display, "sponsored display": .display])
    wording.breakdowns = [.country]
    wording.habit = nil
    return wording
  }()
}
