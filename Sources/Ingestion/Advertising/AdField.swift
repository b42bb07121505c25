/// What a column of an advertising table can hold, whoever wrote the table. The raw values are the words by which
/// `inspect` tells a column's meaning and by which facts name their breakdown.
enum AdField: String, CaseIterable, Sendable {
  case account, campaign, campaignID, campaignType, adGroup, adGroupID, ad, adID, currency
  case day, week, month, quarter, year, starts, ends, hour
  case spend, impressions, clicks, allClicks, interactions, reach, conversions, conversionValue
  /// Columns that are to be added to the one they are named after.
  case addedImpressions, addedClicks, addedConversions
  case resultType, attribution
  case keyword, searchTerm, target, matchType, bidMatchType
  case age, gender, country, region, city, platform, placement, device, system, network, distribution, topVsOther
  case conversionAction, product
}
