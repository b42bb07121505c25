import Vocabulary

/// Pinterest Ads Manager, "Export" of a reporting table, with any columns; days are UTC.
///
/// Clicks are outbound clicks; clicks on the pin stand beside them. Written after what public code reads: no real file
/// stands behind it yet.
struct PinterestAdsReport: AdTableFormat {
  static let title = "Pinterest Ads report"
  static let isVerified = false

  var table: AdTable

  init?(_ opening: Opening) {
    let table = AdTable(opening.header, PinterestAdsReport.wording(opening.header))
    guard table.isOfAds, PinterestAdsReport.anchors.contains(where: opening.header.contains)
    else { return nil }
    self.table = table
  }

  /// Columns that no other platform calls so.
  private static let anchors = [
    "spend in account currency", "pin clicks", "pin click rate", "promoted pin id", "pin promotion id", "earned saves",
  ]

  /// The value of checkouts beside all conversions would be worth something else than they.
  private static func wording(_ header: Header) -> AdWording {
    var wording = wording
    if header.column(allValues) == nil, header.column(checkoutValues) != nil { wording.names[.conversions] = checkouts }
    return wording
  }

  private static let checkouts = ["total conversions (checkout)", "checkouts"]
  private static let allValues = ["total conversion value", "total conversions value"]
  private static let checkoutValues = ["total order value (checkout)", "checkout value in account currency"]

  private static let wording: AdWording = {
    var wording = AdWording(
      platform: "Pinterest", channel: .paidSocial,
      names: [
        .day: ["date", "day"], .account: ["account name", "advertiser name", "advertiser id"],
        .campaign: ["campaign name", "campaign"], .campaignID: ["campaign id"],
        .adGroup: ["ad group name", "ad group"], .adGroupID: ["ad group id"],
        .ad: ["ad name", "promoted pin name", "pin promotion name"],
        .adID: ["ad id", "promoted pin id", "pin promotion id"], .currency: ["account currency", "currency"],
        .spend: ["spend in account currency", "spend", "total spend"], .impressions: ["impressions", "impression"],
        .clicks: ["outbound clicks", "outbound click"], .allClicks: ["pin clicks", "clicks"], .reach: ["reach"],
        .conversions: ["total conversions", "conversions"] + checkouts, .conversionValue: allValues + checkoutValues,
        .age: ["age bucket", "age"], .gender: ["gender"], .country: ["country"], .region: ["metro", "region"],
        .placement: ["placement"], .device: ["device type", "device"],
      ])
    wording.breakdowns = [.age, .gender, .country, .region, .placement, .device]
    wording.timeZone = "UTC"
    wording.habit = nil
    return wording
  }()
}
