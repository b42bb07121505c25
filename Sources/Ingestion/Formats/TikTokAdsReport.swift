import Vocabulary

/// TikTok Ads Manager, campaigns, ad groups or ads, "Export" as CSV or workbook, with any columns.
///
/// Clicks are those to the destination. The days of a row are known by the column "By Day", or else by the file's name; a
/// last row adds up ("Total of 12 results"). Written after what public code reads: no real file stands behind it yet.
struct TikTokAdsReport: AdTableFormat {
  static let title = "TikTok Ads Manager report"
  static let isVerified = false

  var table: AdTable

  init?(_ opening: Opening) {
    let table = AdTable(opening.header, TikTokAdsReport.wording)
    guard table.isOfAds, TikTokAdsReport.anchors.contains(where: opening.header.contains)
    else { return nil }
    self.table = table
  }

  mutating func settle(_ options: ReadOptions, file: String) throws(IngestionError) -> Findings {
    if !table.map.has(.day) {
      table.period = NamedPeriod(file).flatMap { DateWindow(first: $0.first, last: $0.last) }
    }
    return try table.settle(options, file: file)
  }

  /// Columns that no other platform calls so.
  private static let anchors = [
    "clicks (destination)", "ctr (destination)", "cpc (destination)", "by day", "2-second video views",
    "6-second video views", "6-second focused views", "15-second focused views", "total complete payment value",
  ]

  private static let wording: AdWording = {
    var wording = AdWording(
      platform: "TikTok", channel: .paidSocial,
      names: [
        .day: ["by day", "date", "day"], .week: ["by week"], .month: ["by month"],
        .account: ["account name", "account id", "advertiser id"],
        .campaign: ["campaign name", "campaign"], .campaignID: ["campaign id"],
        .adGroup: ["ad group name", "ad group"], .adGroupID: ["ad group id"], .ad: ["ad name", "ad"],
        .adID: ["ad id"], .currency: ["currency"], .spend: ["cost", "total cost", "spend", "amount spent"],
        .impressions: ["impressions", "impression"], .clicks: ["clicks (destination)", "clicks"],
        .allClicks: ["clicks (all)"], .reach: ["reach"],
        .conversions: ["conversions", "conversion", "total conversions", "results", "complete payment"],
        .resultType: ["result type"],
        .conversionValue: [
          "total complete payment value", "total purchase value", "complete payment value", "total conversion value",
        ],
        .age: ["age"], .gender: ["gender"], .country: ["country/region", "country"], .region: ["province", "region"],
        .placement: ["placement", "placements"], .system: ["operating system", "platform"], .hour: ["by hour"],
      ])
    wording.breakdowns = [.age, .gender, .country, .region, .placement, .system, .hour]
    wording.habit = nil
    return wording
  }()
}
