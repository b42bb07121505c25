/// Exports that are known by their header but not read, so that a message can call them by name.
struct UnreadReport: Equatable {
  /// What the file is, as the subject of a message.
  let name: String
  /// What to do about it, where a mapping would be wrong: its figures stand in another report, or are none that add up.
  var instead: String?

  /// Nil when it is not known either.
  init?(_ opening: Opening) {
    if SearchConsoleReport.comparesPeriods(opening.header) {
      self.init(
        name: "a Search Console export that compares two periods: export it again without comparison, which is read")
    } else if GA4Pivot.isOne(opening) {
      self.init(name: GA4Pivot.name)
    } else if let signature = UnreadReport.signatures.first(where: { $0.columns.allSatisfy(opening.header.contains) }) {
      self.init(name: signature.name)
    } else if let report = LeftOutReport.find(opening) {
      self.init(name: report.name, instead: report.instead)
    } else {
      return nil
    }
  }

  /// By the name of an XML document's element.
  init?(ofDocument element: String) {
    guard element == "urchindata" else { return nil }
    self.init(name: "a report of Google Analytics from before 2007, or of Urchin")
  }

  private init(name: String, instead: String? = nil) {
    self.name = name
    self.instead = instead
  }

  func refusal(of file: String) -> IngestionError {
    guard let instead else { return .unrecognised(file: file, kind: name) }
    return .leftOut(file: file, kind: name, advice: instead)
  }

  private static let signatures: [(columns: [String], name: String)] = [
    (
      ["custo", "custo (comparação)"], "a Google Ads card that compares two periods, of which the campaign card is read"
    ),
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
