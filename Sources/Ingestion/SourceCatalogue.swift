/// Every report that is read: one line each, the more particular first.
enum SourceCatalogue {
  static let formats: [any SourceFormat.Type] = [
    MetaAdsReport.self,
    GoogleAdsCampaignReport.self,
    GoogleAdsOverviewCard.self,
    MicrosoftAdsReport.self,
    LinkedInAdsReport.self,
    GA4Report.self,
    GA4Events.self,
    MatomoVisits.self,
    MatomoReport.self,
    HubSpotContacts.self,
    ShopifyOrders.self,
    AccessLog.self,
  ]

  /// What formats need of lists inside an XML record: the list's name and the leaves of its rows.
  static let listsInRecords: [String: Set<String>] = [MatomoVisits.list: MatomoVisits.listFields]

  static let titles: [String] = formats.map { $0.title }

  /// The first format that knows the opening.
  static func recognise(_ opening: Opening) -> (any SourceFormat)? {
    for format in formats {
      if let match = format.init(opening) { return match }
    }
    return nil
  }
}
