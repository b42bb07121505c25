/// Every report that is read: one line each, the more particular first.
enum SourceCatalogue {
  static let formats: [any SourceFormat.Type] = [
    ConnectorAdReport.self,
    ConnectorAdHistory.self,
    TikTokAdsReport.self,
    PinterestAdsReport.self,
    SnapchatAdsReport.self,
    XAdsReport.self,
    RedditAdsReport.self,
    AmazonAdsReport.self,
    MetaAdsReport.self,
    GoogleAdsSearchTermsReport.self,
    GoogleAdsKeywordReport.self,
    GoogleAdsAdReport.self,
    GoogleAdsAdGroupReport.self,
    GoogleAdsCampaignReport.self,
    GoogleAdsOverviewCard.self,
    GoogleAdsEditorFile.self,
    MicrosoftAdsReport.self,
    LinkedInAdsReport.self,
    UniversalAnalyticsReport.self,
    GA4Report.self,
    AdobeFreeformTable.self,
    MatomoReport.self,
    MatomoPivot.self,
    MatomoTable.self,
    SearchConsoleReport.self,
    UmamiReport.self,
    FathomReport.self,
    PlausibleReport.self,
    HubSpotContacts.self,
    ShopifyOrders.self,
    AccessLog.self,
    MetaContentExport.self,
    MetaChartExport.self,
    MetaAudience.self,
    TikTokVideos.self,
    TikTokOverview.self,
    XContent.self,
    XAccountOverview.self,
    LinkedInShares.self,
    LinkedInPageReport.self,
    LinkedInCreatorReport.self,
    YouTubeStudioReport.self,
    ShopifyCustomers.self,
    ShopifyOrderTable.self,
    ShopifyOrderLineTable.self,
    ShopifyTransactionTable.self,
    ShopifyRefundTable.self,
    ShopifyCustomerTable.self,
    WooCommerceProducts.self,
    WooCommerceOrders.self,
    MagentoOrders.self,
    StripePayments.self,
    StripeInvoices.self,
    StripeSubscriptions.self,
    PayPalActivity.self,
    SquareTransactions.self,
    CallTrackingLog.self,
    EventAttendees.self,
    ECBRates.self,
    TillDaySheet.self,
  ]

  static let titles: [String] = formats.map { $0.title }

  /// The first format that knows the opening.
  static func recognise(_ opening: Opening) -> (any SourceFormat)? {
    for format in formats {
      if let match = format.init(opening) { return match }
    }
    return nil
  }
}
