import Vocabulary

/// X Ads Manager (Twitter Ads before), "Export": campaigns, ad groups or ads, with any columns.
///
/// Clicks are link clicks; engagements are interactions. A campaign's own start and end are no period of its figures.
/// Written after what public code reads: no real file stands behind it yet.
struct XAdsReport: AdTableFormat {
  static let title = "X Ads report"
  static let isVerified = false

  var table: AdTable

  init?(_ opening: Opening) {
    let table = AdTable(opening.header, XAdsReport.wording)
    guard table.isOfAds, XAdsReport.anchors.contains(where: opening.header.contains)
    else { return nil }
    self.table = table
  }

  /// Columns that no other platform calls so.
  private static let anchors = [
    "billed engagements", "cost per billed engagement", "funding source", "funding source name",
    "funding instrument name", "funding instrument id", "card engagements", "tweet engagements", "retweets", "reposts",
    "promoted tweet id", "promoted post id", "tweet text", "post text",
  ]

  private static let wording: AdWording = {
    var wording = AdWording(
      platform: "X", channel: .paidSocial,
      names: [
        .day: ["time period", "date", "day", "time"], .account: ["account name", "account id", "account"],
        .campaign: ["campaign name", "campaign"], .campaignID: ["campaign id"],
        .adGroup: ["ad group name", "ad group", "line item name"], .adGroupID: ["ad group id", "line item id"],
        .ad: ["ad name", "ad"], .adID: ["ad id", "promoted tweet id", "promoted post id", "tweet id", "post id"],
        .currency: ["currency"], .spend: ["spend", "amount spent", "total spend"], .impressions: ["impressions"],
        .clicks: ["link clicks", "url clicks"], .allClicks: ["clicks"],
        .interactions: ["engagements", "tweet engagements", "post engagements"], .reach: ["reach", "total reach"],
        .conversions: ["conversions", "results", "website conversions"], .resultType: ["result type", "results type"],
        .conversionValue: ["sale amount", "total sale amount"], .age: ["age"], .gender: ["gender"],
        .country: ["country", "location"], .placement: ["placement"], .device: ["device", "devices"],
        .system: ["platform", "os"],
      ])
    wording.breakdowns = [.age, .gender, .country, .placement, .device, .system]
    wording.habit = nil
    return wording
  }()
}
