/// Exports that are known by their header but not read, so that a message can call them by name.
enum UnreadReport {
  /// What the file is, as the subject of a message; nil when it is not known either.
  static func name(_ opening: Opening) -> String? {
    if SearchConsoleReport.comparesPeriods(opening.header) {
      return "a Search Console export that compares two periods: export it again without comparison, which is read"
    }
    if GA4Pivot.isOne(opening) { return GA4Pivot.name }
    return signatures.first { signature in signature.columns.allSatisfy { opening.header.contains($0) } }?.name
  }

  /// By the name of an XML document's element.
  static func name(ofDocument element: String) -> String? {
    element == "urchindata" ? "a report of Google Analytics from before 2007, or of Urchin" : nil
  }

  private static let signatures: [(columns: [String], name: String)] = [
    (
      ["palavra", "custo", "cliques"],
      "a Google Ads card of words: a search has several words, so its rows count the same clicks more than once"
    ),
    (["pesquisar", "custo", "cliques"], "a Google Ads card of searches, of which the search terms report is read"),
    (
      ["palavra-chave da rede de pesquisa", "custo"],
      "a Google Ads card of keywords, of which the keyword report is read"
    ),
    (
      ["custo", "custo (comparação)"], "a Google Ads card that compares two periods, of which the campaign card is read"
    ),
    (["impressões", "porcentagem do total conhecido"], "a Google Ads card of ages or genders, without costs"),
    (["_fivetran_synced"], "a connector's table of a kind that is not read"),
    (["date", "primary"], "a Meta Business Suite chart without the line that names its metric"),
    (
      ["first name", "accepts email marketing", "total spent"],
      "a Shopify customer export without the column Customer ID, by which customers are known again"
    ),
    (["orders", "gross sales", "returns", "net sales"], "a shop's sums of days, of which the orders are read"),
    (["balance_transaction_id", "reporting_category"], "a Stripe balance report, of which the payments are read"),
    (["id", "created (utc)", "total spend", "payment count"], "a Stripe list of customers"),
    (["gross sales", "net sales", "item", "transaction id"], "a Square list of items, of which transactions are read"),
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
