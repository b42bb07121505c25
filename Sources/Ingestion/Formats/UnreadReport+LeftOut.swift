/// Exports that are left out on purpose: a mapping of them would count twice what another report tells, or add up what does
/// not add up.
extension UnreadReport {
  static let leftOut = cards + searches + audiences + sums + staff

  private static let cards: [Signature] = [
    card(["device", "cost", "impressions", "clicks"], "devices"),
    card(["network", "clicks", "cost", "avg. cpc"], "networks"),
    card(["hour", "clicks", "impressions", "avg. cpc", "cost"], "hours"),
    card(["day", "start hour", "impressions"], "weekdays and hours"),
    card(["location name", "impressions"], "places"),
    card(["impressions", "percent of known total"], "ages or genders", isWhole: false),
    card(["impressões", "porcentagem do total conhecido"], "ages or genders", isWhole: false),
    card(["search", "cost", "clicks", "impressions", "conversions"], "searches", report: "search terms"),
    card(["search keyword", "criterion status", "cost"], "keywords", report: "search keyword", isWhole: false),
    card(["palavra", "custo", "cliques"], "words", isWhole: false),
    card(["pesquisar", "custo", "cliques"], "searches", report: "search terms", isWhole: false),
    card(["palavra-chave da rede de pesquisa", "custo"], "keywords", report: "search keyword", isWhole: false),
  ]

  private static func card(
    _ columns: [String], _ what: String, report: String = "campaign", isWhole: Bool = true
  ) -> Signature {
    Signature(
      columns, "a Google Ads card of \(what), which repeats figures of the campaigns",
      instead: "export the \(report) report instead", isWhole: isWhole)
  }

  private static let searches: [Signature] = [
    indexed("not indexed", "indexed"), indexed("non indexées", "dans l'index"), indexed("sin indexar", "indexadas"),
    indexed("não indexadas", "indexados"),
    Signature(
      ["date", "clicks", "impressions", "avg. ctr"], "a Bing Webmaster Tools overview of searches",
      instead: "leave it out: of searches Search Console's Performance is read", isWhole: true),
  ]

  private static func indexed(_ columns: String...) -> Signature {
    Signature(
      columns, "a Search Console chart of indexed pages, which are states and no visits",
      instead: "leave it out, and export Performance, which is read")
  }

  private static let sums: [Signature] = [
    Signature(
      ["custo", "custo (comparação)"], "a Google Ads card that compares two periods",
      instead: "export the campaign report instead"),
    Signature(
      ["orders", "gross sales", "returns", "net sales"], "a shop's sums of days, which repeat its orders",
      instead: "export the orders instead"),
    Signature(
      ["balance_transaction_id", "reporting_category"], "a Stripe balance report, which repeats payments",
      instead: "export the payments instead"),
    Signature(
      ["id", "type", "source", "amount", "fee", "net", "currency", "available on (utc)"],
      "a list of Stripe balance transactions, which repeats payments", instead: "export the payments instead"),
    Signature(
      ["payout date", "charges", "refunds", "adjustments", "fees", "total", "currency"],
      "a list of Shopify payouts, which move what the orders brought", instead: "export the orders instead"),
    Signature(
      ["transaction date", "type", "order", "payout status", "amount", "fee", "net"],
      "a list of Shopify payment transactions, which repeats orders", instead: "export the orders instead"),
    withoutGross(["date", "time", "timezone", "name", "type", "status", "amount", "balance"]),
    withoutGross(["datum", "tijd", "tijdzone", "naam", "type", "status", "bedrag", "saldo"]),
    withoutGross(["datum", "uhrzeit", "zeitzone", "name", "typ", "status", "betrag", "guthaben"]),
    Signature(
      ["arrival date (utc)", "amount", "destination"], "a list of Stripe payouts, which move what the payments brought",
      instead: "export the payments instead"),
    Signature(
      ["gross sales", "net sales", "item", "transaction id"], "a Square list of items, which repeats its transactions",
      instead: "export the transactions instead"),
  ]

  private static func withoutGross(_ columns: [String]) -> Signature {
    Signature(
      columns, "a PayPal download of a private account, which mixes what was paid out with what was earned",
      instead: "download it from a business account, with the columns Gross, Fee and Net")
  }

  private static let staff: [Signature] = [
    Signature(["username", "profileid"], "Salesforce users, who are staff", instead: "leave it out"),
    Signature(["casenumber"], "Salesforce cases, which are service and not marketing", instead: "leave it out"),
    Signature(
      ["ticket name", "ticket status"], "HubSpot tickets, which are service and not marketing", instead: "leave it out"),
  ]

  private static let audiences: [Signature] = [
    Signature(
      ["date", "subscribers"], "a chart of subscribers, as YouTube Studio writes it",
      instead: "export the table by date, which is read",
      isWhole: true),
    viewers(["date", "monthly audience"]),
    viewers(["date", "28-day new viewers", "28-day casual viewers", "28-day regular viewers"]),
    Signature(
      ["idade do espectador", "visualizações (%)"], "a YouTube Studio table of viewers' ages, which are shares",
      instead: "leave it out, and export the table by date, which is read", isWhole: true),
    shares(["gender", "distribution"], "the followers' genders"),
    shares(["date", "hour", "active followers"], "the hours of active followers"),
    shares(["date", "total viewers", "new viewers", "returning viewers"], "viewers"),
    Signature(
      ["store code", "business name", "google search - mobile", "google maps - mobile"],
      "a Google Business Profile performance report, whose people are counted anew on each surface",
      instead: "leave it out: none of its figures adds up with a website's"),
  ]

  private static func viewers(_ columns: [String]) -> Signature {
    Signature(
      columns, "a YouTube Studio chart of viewers, each day's figure of which covers 28 days",
      instead: "leave it out, and export the table by date, which is read", isWhole: true)
  }

  private static func shares(_ columns: [String], _ what: String) -> Signature {
    Signature(
      columns, "a TikTok table of \(what), which do not add up",
      instead: "leave it out, and export Overview, which is read",
      isWhole: true)
  }

  static let parts = UnreadReport(
    name: "a Google Ads report of parts of campaigns (ages, assets, places …), which tells some of their figures again",
    instead: "export the campaign report instead")

  /// The title and the period stand in two lines above every such report.
  static func isTitled(_ opening: Opening) -> Bool {
    opening.preamble.map(PaddedLine.text).filter { !$0.isEmpty }.count == 2
  }

  static let spendless = UnreadReport(
    name: "a Microsoft Advertising report without the column Spend",
    instead: "add Spend to the report and export it again")

  /// Its name and the time of the report stand in lines above every such report.
  static func lacksSpend(_ opening: Opening) -> Bool {
    let lines = opening.preamble.map(PaddedLine.text)
    return lines.contains { $0.hasPrefix("Report Name:") } && lines.contains { $0.hasPrefix("Report Time:") }
      && opening.header.contains("clicks") && !opening.header.contains("spend")
  }

  static let oneMailing = UnreadReport(
    name: "a Mailchimp report of a single campaign, which is no table",
    instead: "export the reports of all campaigns in one file instead, which is read")

  /// Its title stands above lines of a name and a figure each.
  static func isOfOneMailing(_ opening: Opening) -> Bool {
    opening.header.keys.first == "total recipients:"
      && opening.preamble.map(PaddedLine.text).contains { $0.hasSuffix("Campaign Report") }
  }
}
