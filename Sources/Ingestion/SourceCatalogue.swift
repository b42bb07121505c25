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
    AccessLog.self,
  ]

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

  /// The first of the stage that knows the opening. Columns that the options leave out are not shown to anybody.
  static func recognise(_ opening: Opening, _ stage: Stage, _ options: ReadOptions) -> (any RecordMapper)? {
    let opening = options.leftOut.isEmpty ? opening : opening.leavingOut(options.leftOut)
    guard stage == .formats else {
      return options.mappings.lazy.filter { $0.goesFirst == (stage == .leadingMappings) }
        .compactMap { MappedTable(opening, mapping: $0) }.first
    }
    for format in formats {
      if let match = format.init(opening) { return match }
    }
    return nil
  }
}
