/// Exports that are known by their header but not read, so that a message can call them by name.
enum UnreadReport {
  /// What the file is, as the subject of a message; nil when it is not known either.
  static func name(_ opening: Opening) -> String? {
    let title = Header.key(opening.preamble.first?.first ?? "").key
    if let named = titles[title] { return named }
    return signatures.first { signature in signature.columns.allSatisfy { opening.header.contains($0) } }?.name
  }

  private static let titles: [String: String] = [
    "ad report": "a Google Ads ad report, of which the campaign report is read",
    "ad group report": "a Google Ads ad group report, of which the campaign report is read",
    "search terms report": "a Google Ads search terms report, of which the campaign report is read",
    "termos de pesquisa": "a Google Ads search terms report, of which the campaign report is read",
    "search keyword report": "a Google Ads keyword report, of which the campaign report is read",
  ]

  private static let signatures: [(columns: [String], name: String)] = [
    (["ad status", "ad type"], "a Google Ads ad report, of which the campaign report is read"),
    (["campaign", "campaign type", "networks", "budget type"], "a Google Ads Editor file: settings, not results"),
    (["customer_id", "_fivetran_synced", "campaign_name"], "a connector's table, not a vendor's own export"),
    (["_fivetran_synced"], "a connector's table, not a vendor's own export"),
    (["post id", "permalink", "publish time"], "a Meta Business Suite content export: organic posts"),
    (["date", "primary"], "a Meta Business Suite chart export: one organic metric"),
    (["top queries", "clicks", "impressions"], "a Search Console performance table"),
    (["top pages", "clicks", "impressions"], "a Search Console performance table"),
    (["clicks", "impressions", "ctr", "position"], "a Search Console performance table"),
    (["filter", "value"], "the filters of a Search Console export"),
    (["sharelink", "sharecommentary"], "a LinkedIn archive of shares"),
    (["video views", "profile views"], "a TikTok account overview: organic figures"),
    (["video title", "video link", "post time"], "a TikTok video list: organic posts"),
    (["post id", "post text", "engagements"], "an X content export: organic posts"),
    (["impressions", "engagements", "new follows"], "an X account overview: organic figures"),
    (["views", "watch time (hours)"], "a YouTube Studio table"),
    (["landing page", "sessions", "pages / session"], "a Universal Analytics report"),
    (["visitors", "pageviews", "visits", "bounce_rate"], "a Plausible dashboard export"),
    (["nb_visits"], "a Matomo CSV export, of which the XML export is read"),
    (["id", "created date (utc)", "amount refunded"], "a Stripe payments export"),
    (["sku", "regular price", "tax class"], "a WooCommerce product list"),
    (["event_date", "event_name"], "a GA4 BigQuery export, flattened"),
    (["username", "profileid"], "Salesforce users, who are staff"),
    (["opportunityid", "stagename"], "a Salesforce history of opportunities, of which the opportunities are read"),
    (["campaignid", "contactid"], "members of Salesforce campaigns, of which contacts and leads are read"),
    (["campaignid", "leadid"], "members of Salesforce campaigns, of which contacts and leads are read"),
    (["casenumber"], "Salesforce cases: service, not marketing"),
    (["whoid", "whatid"], "Salesforce activities, of which opportunities, accounts, contacts and leads are read"),
    (["activity - subject"], "Pipedrive activities, of which deals and people are read"),
    (["organization - name"], "Pipedrive organisations, of which deals and people are read"),
    (["ticket name", "ticket status"], "HubSpot tickets: service, not marketing"),
  ]
}
