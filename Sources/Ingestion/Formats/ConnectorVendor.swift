import Vocabulary

/// What one vendor's advertising tables look like when a connector has copied them from its interface, at any level, with
/// the columns that the dbt packages of advertising read (fivetran/dbt_ad_reporting).
struct ConnectorVendor: Sendable {
  /// Columns all of which the table has.
  let signature: [String]
  let wording: AdWording

  static let all: [ConnectorVendor] = [
    facebook, facebookActions, google, linkedIn, microsoft, pinterest, reddit, snapchat, tikTok, twitter,
  ].map(\.splitByAudience)

  /// Any of the tables may be of ages or countries: read without them, its rows would be the campaign's day told twice.
  private var splitByAudience: ConnectorVendor {
    var wording = wording
    for (field, names) in ConnectorVendor.audience where wording.names[field] == nil {
      wording.names[field] = names
      wording.breakdowns.append(field)
    }
    return ConnectorVendor(signature: signature, wording: wording)
  }

  /// In the order in which a breakdown names them.
  private static let audience: [(AdField, [String])] = [
    (.age, ["age"]), (.gender, ["gender"]), (.country, ["country", "country_code"]),
    (.region, ["region", "province"]), (.city, ["city"]), (.platform, ["publisher_platform"]),
    (.placement, ["platform_position"]),
  ]

  private static let facebookLevels: [AdField: [String]] = [
    .day: ["date"], .account: ["account_id"], .campaign: ["campaign_name"], .campaignID: ["campaign_id"],
    .adGroup: ["adset_name", "ad_set_name"], .adGroupID: ["adset_id", "ad_set_id"], .ad: ["ad_name"], .adID: ["ad_id"],
  ]

  private static let facebook = ConnectorVendor(
    signature: ["date", "inline_link_clicks", "impressions"],
    wording: AdWording(
      platform: "Meta", channel: .paidSocial,
      names: facebookLevels.merging([
        .spend: ["spend"], .impressions: ["impressions"], .clicks: ["inline_link_clicks"], .allClicks: ["clicks"],
        .reach: ["reach"], .currency: ["account_currency", "currency"],
      ]) { first, _ in first }))

  /// A lead stands there as `lead` and again as the event of the pixel that counted it; the package counts the pixel's
  /// leads, purchases and custom events.
  private static let facebookActions: ConnectorVendor = {
    var wording = AdWording(
      platform: "Meta", channel: .paidSocial,
      names: facebookLevels.merging([.conversions: ["value"], .resultType: ["action_type"]]) { first, _ in first })
    wording.breakdowns = [.resultType]
    wording.countedResults = [
      "offsite_conversion.fb_pixel_lead", "offsite_conversion.fb_pixel_purchase", "offsite_conversion.fb_pixel_custom",
    ]
    return ConnectorVendor(signature: ["date", "ad_id", "action_type", "value"], wording: wording)
  }()

  private static let google: ConnectorVendor = {
    var wording = AdWording(
      platform: "Google Ads", channel: .unknown,
      names: [
        .day: ["date"], .account: ["customer_id"], .campaign: ["campaign_name"], .campaignID: ["campaign_id", "id"],
        .adGroup: ["ad_group_name"], .adGroupID: ["ad_group_id"], .adID: ["ad_id"],
        .campaignType: ["advertising_channel_type"], .currency: ["currency_code"], .spend: ["cost_micros"],
        .impressions: ["impressions"], .clicks: ["clicks"], .interactions: ["interactions"],
        .conversions: ["conversions"], .conversionValue: ["conversions_value"], .network: ["ad_network_type"],
        .device: ["device"],
      ],
      channels: [
        "search": .paidSearch, "search_partners": .paidSearch, "content": .display, "display": .display,
        "youtube": .video, "youtube_search": .video, "youtube_watch": .video, "video": .video, "shopping": .shopping,
        "mixed": .crossNetwork, "cross_network": .crossNetwork, "performance_max": .crossNetwork,
        "demand_gen": .crossNetwork, "discovery": .crossNetwork, "smart": .crossNetwork,
      ])
    wording.breakdowns = [.network, .device]
    wording.microFields = [.spend]
    return ConnectorVendor(signature: ["date", "customer_id", "cost_micros"], wording: wording)
  }()

  /// As in the report of the page, a click is one to the landing page, and every other one stands beside it.
  private static let linkedIn: ConnectorVendor = {
    var wording = AdWording(
      platform: "LinkedIn", channel: .paidSocial,
      names: [
        .day: ["day"], .campaignID: ["campaign_id"], .adID: ["creative_id"], .spend: ["cost_in_local_currency"],
        .impressions: ["impressions"], .clicks: ["landing_page_clicks"], .allClicks: ["clicks"],
        .reach: ["approximate_unique_impressions"], .conversions: ["external_website_conversions"],
        .addedConversions: ["one_click_leads"], .conversionValue: ["conversion_value_in_local_currency"],
      ])
    wording.timeZone = "UTC"
    return ConnectorVendor(signature: ["day", "cost_in_local_currency", "impressions"], wording: wording)
  }()

  private static let microsoft: ConnectorVendor = {
    var wording = AdWording(
      platform: "Microsoft Ads", channel: .paidSearch,
      names: [
        .day: ["date"], .account: ["account_id"], .campaignID: ["campaign_id"], .campaign: ["campaign_name"],
        .adGroupID: ["ad_group_id"], .adID: ["ad_id"], .currency: ["currency_code"], .spend: ["spend"],
        .impressions: ["impressions"], .clicks: ["clicks"], .conversions: ["conversions_qualified", "conversions"],
        .conversionValue: ["revenue"], .device: ["device_type"], .system: ["device_os"], .network: ["network"],
        .distribution: ["ad_distribution"], .topVsOther: ["top_vs_other"], .matchType: ["delivered_match_type"],
        .bidMatchType: ["bid_match_type"],
      ])
    wording.breakdowns = [.device, .system, .network, .distribution, .topVsOther, .matchType, .bidMatchType]
    return ConnectorVendor(signature: ["date", "account_id", "ad_distribution", "spend"], wording: wording)
  }()

  /// The figures of pins that were paid for (1) and of those that people saved and so passed on (2), as the page adds
  /// them.
  private static let pinterest: ConnectorVendor = {
    var wording = AdWording(
      platform: "Pinterest", channel: .paidSocial,
      names: [
        .day: ["date"], .account: ["advertiser_id"], .campaign: ["campaign_name"], .campaignID: ["campaign_id"],
        .adGroup: ["ad_group_name"], .adGroupID: ["ad_group_id"], .adID: ["pin_promotion_id", "ad_id"],
        .spend: ["spend_in_micro_dollar"], .impressions: ["impression_1"], .addedImpressions: ["impression_2"],
        .clicks: ["clickthrough_1"], .addedClicks: ["clickthrough_2"], .conversions: ["total_conversions"],
        .conversionValue: ["total_conversions_value_in_micro_dollar"],
      ])
    wording.microFields = [.spend, .conversionValue]
    wording.timeZone = "UTC"
    return ConnectorVendor(signature: ["date", "spend_in_micro_dollar", "impression_1"], wording: wording)
  }()

  private static let reddit: ConnectorVendor = {
    var wording = AdWording(
      platform: "Reddit", channel: .paidSocial,
      names: [
        .day: ["date"], .account: ["account_id"], .campaignID: ["campaign_id"], .adGroupID: ["ad_group_id"],
        .adID: ["ad_id"], .spend: ["spend"], .impressions: ["impressions"], .clicks: ["clicks"], .region: ["region"],
      ])
    wording.breakdowns = [.region]
    wording.microFields = [.spend]
    wording.timeZone = "UTC"
    return ConnectorVendor(signature: ["date", "account_id", "spend", "ecpm", "comments_page_views"], wording: wording)
  }()

  private static let snapchat: ConnectorVendor = {
    var wording = AdWording(
      platform: "Snapchat", channel: .paidSocial,
      names: [
        .day: ["date"], .account: ["ad_account_id"], .campaignID: ["campaign_id"], .adGroupID: ["ad_squad_id"],
        .adID: ["ad_id"], .spend: ["spend"], .impressions: ["impressions"], .clicks: ["swipes"],
        .conversions: ["conversion_purchases"],
      ])
    wording.microFields = [.spend]
    wording.timeZone = "UTC"
    wording.mayBeHourly = true
    return ConnectorVendor(signature: ["date", "spend", "swipes", "impressions"], wording: wording)
  }()

  private static let tikTok: ConnectorVendor = {
    var wording = AdWording(
      platform: "TikTok", channel: .paidSocial,
      names: [
        .day: ["stat_time_hour", "stat_time_day"], .account: ["advertiser_id"], .campaignID: ["campaign_id"],
        .adGroupID: ["adgroup_id"], .adID: ["ad_id"], .spend: ["spend"], .impressions: ["impressions"],
        .clicks: ["clicks"], .reach: ["reach"], .conversions: ["conversion"],
        .conversionValue: ["total_purchase_value"],
      ])
    wording.timeZone = "UTC"
    wording.mayBeHourly = true
    return ConnectorVendor(signature: ["spend", "impressions", "conversion", "real_time_conversion"], wording: wording)
  }()

  /// Days begin at the account's midnight and are written in UTC, so a row of 07:00 is a whole day of its date.
  private static let twitter: ConnectorVendor = {
    var wording = AdWording(
      platform: "X", channel: .paidSocial,
      names: [
        .day: ["date"], .account: ["account_id"], .campaignID: ["campaign_id"], .adGroupID: ["line_item_id"],
        .adID: ["promoted_tweet_id"], .spend: ["billed_charge_local_micro"], .impressions: ["impressions"],
        .clicks: ["url_clicks"], .allClicks: ["clicks"], .interactions: ["engagements"], .placement: ["placement"],
      ])
    wording.breakdowns = [.placement]
    wording.microFields = [.spend]
    return ConnectorVendor(
      signature: ["date", "account_id", "placement", "engagements", "retweets"], wording: wording)
  }()
}
