import Vocabulary

/// Amazon Ads, reports of Sponsored Products, Brands and Display: campaigns, advertised products, targets, placements or
/// search terms, by day or over the period in "Start Date" and "End Date".
///
/// Conversions are orders within the days after a click that the header names; the days are kept as attribution. Written
/// after what public code reads: no real file stands behind it yet.
struct AmazonAdsReport: SourceFormat {
  static let title = "Amazon Ads report"
  static let isVerified = false

  private var table: AdTable
  private let attribution: String

  init?(_ opening: Opening) {
    let table = AdTable(opening.header, AmazonAdsReport.wording)
    guard table.isOfAds, opening.header.keys.contains(where: AmazonAdsReport.tells)
    else { return nil }
    self.table = table
    attribution = AmazonAdsReport.attribution(table.map)
  }

  var width: Int? { table.width }

  mutating func survey(_ record: RawRecord) { table.survey(record) }

  mutating func settle(_ options: ReadOptions, file: String) throws(IngestionError) -> Findings {
    try table.settle(options, file: file)
  }

  mutating func map(_ record: RawRecord, into batch: inout CanonicalBatch) throws(RowProblem) {
    let before = batch.adPerformance.count
    try table.map(record, into: &batch)
    for index in before..<batch.adPerformance.count { batch.adPerformance[index].attribution = attribution }
  }

  /// Days after a click in which an order counts.
  private static let windows = [7, 14, 30]

  /// A column of this platform alone: orders and sales within days of a click, and their cost.
  private static func tells(_ key: String) -> Bool {
    ofDays(sales + orders).dropLast(sales.count + orders.count).contains(key)
      || key.contains("advertising cost of sales")
  }

  /// "7 Day Total Sales".
  private static let sales = ["total sales"]
  private static let orders = ["total orders (#)", "total orders"]

  private static func ofDays(_ names: [String]) -> [String] {
    windows.flatMap { days in names.map { "\(days) day \($0)" } } + names
  }

  private static let wording: AdWording = {
    var wording = AdWording(
      platform: "Amazon Ads", channel: .shopping,
      names: [
        .day: ["date"], .starts: ["start date"], .ends: ["end date"], .account: ["account name", "advertiser name"],
        .campaign: ["campaign name", "campaign"], .campaignID: ["campaign id"],
        .campaignType: ["ad product", "campaign type", "program type"], .adGroup: ["ad group name", "ad group"],
        .adGroupID: ["ad group id"], .ad: ["advertised sku", "advertised asin", "ad name"], .adID: ["ad id"],
        .currency: ["currency", "currency code", "budget currency"], .spend: ["spend", "cost", "total cost"],
        .impressions: ["impressions"], .clicks: ["clicks"], .conversions: ofDays(orders),
        .conversionValue: ofDays(sales), .searchTerm: ["customer search term", "search term"],
        .target: ["targeting", "target"], .matchType: ["match type"], .placement: ["placement"],
        .country: ["country", "marketplace"],
      ],
      channels: ["sponsored display": .display])
    wording.breakdowns = [.searchTerm, .target, .matchType, .placement, .country]
    wording.habit = nil
    return wording
  }()

  /// "7 day" of the column "7 Day Total Orders (#)"; "" where the column does not say.
  private static func attribution(_ map: ColumnMap<AdField>) -> String {
    let header = Header.key(map.name(map.has(.conversions) ? .conversions : .conversionValue)).key
    return windows.map { "\($0) day" }.first { header.hasPrefix($0) } ?? ""
  }
}
