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
    SurveyMonkeyResponses.self,
    SurveySheet.self,
    ConnectorReferenceTable.self,
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
