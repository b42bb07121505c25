import Vocabulary

/// Reddit Ads, a table, a custom report or a scheduled one as CSV, with any columns.
///
/// Written after what public code reads: no real file stands behind it yet.
struct RedditAdsReport: AdTableFormat {
  static let title = "Reddit Ads report"
  static let isVerified = false

  var table: AdTable

  init?(_ opening: Opening) {
    let table = AdTable(opening.header, RedditAdsReport.wording)
    guard table.isOfAds, opening.header.contains("impressions"), opening.header.contains("clicks"),
      RedditAdsReport.anchors.contains(where: opening.header.contains)
        || RedditAdsReport.statesCurrencies(opening.header) || RedditAdsReport.namesCommunity(opening)
    else { return nil }
    self.table = table
  }

  /// Columns that the other platforms read here do not have beside their amounts.
  private static let anchors = [
    "subreddit", "communities", "upvotes", "comment upvotes", "comments page views", "ad_group name", "ad_group id",
    "watches at 25%",
  ]

  /// Whether each amount bears the account's currency: "Amount Spent (USD)", "eCPM (USD)", "CPC (USD)". An eCPM alone is
  /// in the reports of many networks and in sheets of several.
  private static func statesCurrencies(_ header: Header) -> Bool {
    ["amount spent", "ecpm", "cpc"].allSatisfy { name in
      header.column([name]).flatMap { header.currencies[$0] } != nil
    }
  }

  /// Whether its column of communities, which a place of any kind may be, holds one as Reddit writes it: `r/diy`.
  private static func namesCommunity(_ opening: Opening) -> Bool {
    guard let column = opening.header.column(["community"]), column < opening.firstRow.count else { return false }
    return opening.firstRow[column].hasPrefix("r/")
  }

  private static let wording: AdWording = {
    var wording = AdWording(
      platform: "Reddit", channel: .paidSocial,
      names: [
        .day: ["date", "day"], .account: ["account name", "account id"], .campaign: ["campaign name", "campaign"],
        .campaignID: ["campaign id"], .adGroup: ["ad group name", "ad_group name", "ad group"],
        .adGroupID: ["ad group id", "ad_group id"],
        .ad: ["ad name", "ad"], .adID: ["ad id"], .currency: ["currency", "account currency"],
        .spend: ["amount spent", "spend"], .impressions: ["impressions"], .clicks: ["clicks"], .reach: ["reach"],
        .conversions: ["total conversions", "conversions", "results"], .resultType: ["result type"],
        .conversionValue: ["total conversion value", "conversion value"],
        .placement: ["subreddit", "community", "communities", "placement"], .country: ["country"],
        .region: ["region", "dma"], .device: ["device", "device type"], .system: ["operating system", "os"],
      ])
    wording.breakdowns = [.placement, .country, .region, .device, .system]
    wording.habit = nil
    return wording
  }()
}
