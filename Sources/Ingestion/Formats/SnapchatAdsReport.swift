import Vocabulary

/// Snapchat Ads Manager, "Export" of a table or a report, with any columns.
///
/// Clicks are swipes up. A row covers its start and end time where both stand there; an end at midnight belongs to the
/// day before. A start alone is no period. Written after what public code reads: no real file stands behind it yet.
struct SnapchatAdsReport: AdTableFormat {
  static let title = "Snapchat Ads report"
  static let isVerified = false

  var table: AdTable

  init?(_ opening: Opening) {
    let table = AdTable(opening.header, SnapchatAdsReport.wording)
    guard table.isOfAds, SnapchatAdsReport.anchors.contains(where: opening.header.contains)
    else { return nil }
    self.table = table
  }

  /// Columns that no other platform calls so.
  private static let anchors = [
    "paid impressions", "swipe ups", "swipe-ups", "swipes", "swipe up rate", "swipe-up rate", "paid reach",
    "ad squad name", "ad squad id", "paid ecpm",
  ]

  private static let wording: AdWording = {
    var wording = AdWording(
      platform: "Snapchat", channel: .paidSocial,
      names: [
        .day: ["date", "day"], .starts: ["start time"], .ends: ["end time"],
        .account: ["ad account name", "account name", "ad account id"], .campaign: ["campaign name", "campaign"],
        .campaignID: ["campaign id"], .adGroup: ["ad set name", "ad squad name"],
        .adGroupID: ["ad set id", "ad squad id"], .ad: ["ad name"], .adID: ["ad id"], .currency: ["currency"],
        .spend: ["amount spent", "spend"], .impressions: ["paid impressions", "impressions"],
        .clicks: ["swipe ups", "swipe-ups", "swipes", "clicks"], .reach: ["paid reach", "reach"],
        .conversions: ["results", "purchases", "total purchases"], .resultType: ["result type"],
        .conversionValue: ["purchases value", "purchase value", "total purchases value"], .age: ["age"],
        .gender: ["gender"], .country: ["country"], .region: ["region", "dma"], .placement: ["placement"],
        .system: ["operating system", "os"],
      ])
    wording.breakdowns = [.age, .gender, .country, .region, .placement, .system]
    wording.habit = nil
    wording.endsAreMoments = true
    return wording
  }()
}
