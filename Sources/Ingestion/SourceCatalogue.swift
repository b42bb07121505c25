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
    AmazonAdsCampaigns.self,
    MetaAdsReport.self,
    GoogleAdsSearchTermsReport.self,
    GoogleAdsKeywordReport.self,
    GoogleAdsAdReport.self,
    GoogleAdsAdGroupReport.self,
    GoogleAdsCampaignReport.self,
    GoogleAdsAccountReport.self,
    GoogleAdsOverviewCard.self,
    GoogleAdsEditorFile.self,
    MicrosoftAdsReport.self,
    LinkedInAdsReport.self,
    UniversalAnalyticsXML.self,
    UniversalAnalyticsReport.self,
    GA4Report.self,
    AdobeFreeformTable.self,
    GA4Events.self,
    MatomoVisits.self,
    MatomoReport.self,
    MatomoPivot.self,
    MatomoTable.self,
    SearchConsoleReport.self,
    UmamiEvents.self,
    UmamiReport.self,
    FathomReport.self,
    FathomTable.self,
    FathomSummary.self,
    PlausibleReport.self,
    HubSpotContactTable.self,
    HubSpotCompanyTable.self,
    HubSpotDealTable.self,
    HubSpotDealStageTable.self,
    HubSpotDealContactTable.self,
    HubSpotEmailEventTable.self,
    HubSpotDeals.self,
    HubSpotCompanies.self,
    HubSpotContacts.self,
    SalesforceOpportunities.self,
    SalesforceOpportunityReport.self,
    SalesforceContacts.self,
    SalesforceAccounts.self,
    PipedriveDeals.self,
    PipedrivePersons.self,
    ZohoDeals.self,
    ZohoLeads.self,
    ShopifyOrders.self,
    MailchimpAudience.self,
    MailchimpCampaigns.self,
    KlaviyoEventTable.self,
    KlaviyoPersonTable.self,
    KlaviyoProfiles.self,
    KlaviyoCampaigns.self,
    BrevoContacts.self,
    BrevoCampaigns.self,
    ActiveCampaignContacts.self,
    BeehiivSubscribers.self,
    SubstackSubscribers.self,
    GhostMembers.self,
    CuratedSubscribers.self,
    TypeformResponses.self,
    QualtricsResponses.self,
    SurveyMonkeyResponses.self,
    SurveySheet.self,
    ConnectorReferenceTable.self,
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
    SquareSalesSummary.self,
    CallTrackingLog.self,
    EventAttendees.self,
    ECBRates.self,
    TillDaySheet.self,
  ]

  /// Whether the archive of any report is called so.
  static func namesArchive(_ name: String) -> Bool { formats.contains { $0.namesArchive(name) } }

  /// What formats need of lists inside an XML record: the list's name and the leaves of its rows.
  static let listsInRecords: [String: Set<String>] = [MatomoVisits.list: MatomoVisits.listFields]

  /// Who is asked what a table is, each over the whole beginning of a file before the next: the user's mappings that
  /// go first, the formats, the other mappings.
  enum Stage: CaseIterable {
    case leadingMappings, formats, mappings
  }

  /// The stages that have anything to ask.
  static func stages(_ options: ReadOptions) -> [Stage] {
    Stage.allCases.filter { stage in
      switch stage {
      case .leadingMappings: options.mappings.contains { $0.goesFirst }
      case .formats: true
      case .mappings: options.mappings.contains { !$0.goesFirst }
      }
    }
  }

  /// The first format that knows the opening, or the mapping that fits it best. Columns that the options leave out are not shown to anybody.
  static func recognise(_ opening: Opening, _ stage: Stage, _ options: ReadOptions) -> (any RecordMapper)? {
    let opening = options.leftOut.isEmpty ? opening : opening.leavingOut(options.leftOut)
    guard stage == .formats else {
      return MappedTable.best(opening, options.mappings.filter { $0.goesFirst == (stage == .leadingMappings) })
    }
    for format in formats {
      if let match = format.init(opening) { return match }
    }
    return nil
  }
}
