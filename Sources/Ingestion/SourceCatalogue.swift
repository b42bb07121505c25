/// Every report that is read: one line each, the more particular first.
enum SourceCatalogue {
  static let formats: [any SourceFormat.Type] = [
    MetaAdsReport.self,
    GoogleAdsCampaignReport.self,
    GoogleAdsOverviewCard.self,
    MicrosoftAdsReport.self,
    LinkedInAdsReport.self,
    GA4Report.self,
    MatomoReport.self,
    HubSpotContacts.self,
    ShopifyOrders.self,
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
