import Vocabulary

/// Salesforce, accounts: files of the Data Loader with names of the programming interface as headers, in any case, or
/// exports of a report with its labels. A file that was made for insertion has no ids yet; its accounts are known by their
/// names, and so are those of a report without the column Account ID.
struct SalesforceAccounts: SourceFormat {
  static let title = "Salesforce accounts"
  static let isVerified = true

  private var columns: CompanyColumns
  private let isFromInterface: Bool

  init?(_ opening: Opening) {
    let header = opening.header
    if let columns = SalesforceAccounts.ofReport(header) {
      self.columns = columns
      isFromInterface = false
      return
    }
    let columns = CompanyColumns(header, names: SalesforceAccounts.names)
    // Names that no page shows: compounds without a blank, and fields of one's own.
    let isFromInterface = header.keys.contains { SalesforceAccounts.compounds.contains($0) || $0.hasSuffix("__c") }
    let isOther = header.column(["stagename", "lastname", "email", "caseid", "opportunityid", "accountid"]) != nil
    guard columns.has(.name), isFromInterface, !isOther,
      columns.has(.website) || columns.has(.industry) || header.contains("phone")
    else { return nil }
    self.columns = columns
    self.isFromInterface = true
  }

  /// A report of accounts alone: of one joined with contacts or deals, each of these would make its account a row again.
  private static func ofReport(_ header: Header) -> CompanyColumns? {
    let columns = CompanyColumns(header, names: labels)
    let isOther = header.keys.contains { key in others.contains { key.hasPrefix($0) } }
    guard columns.has(.name), !isOther,
      header.contains("account owner") || (columns.has(.companyID) && header.column(ownLabels) != nil)
    else { return nil }
    return columns
  }

  var width: Int? { columns.map.header.count }

  mutating func survey(_ record: RawRecord) { columns.survey(record) }

  mutating func settle(_ options: ReadOptions, file: String) throws(IngestionError) -> Findings {
    var findings = try columns.settle(options, file: file)
    if isFromInterface, columns.has(.created) { findings.timeZone = "UTC" }
    return findings
  }

  mutating func map(_ record: RawRecord, into batch: inout CanonicalBatch) throws(RowProblem) {
    guard !columns.isDeleted(record) else { return batch.skip(record, .deleted) }
    var company = try columns.company(record, platform: "Salesforce")
    if columns.has(.companyID) { company.companyID = SalesforceID.full(company.companyID) }
    batch.companies.append(company)
  }

  private static let compounds: Set<String> = [
    "annualrevenue", "numberofemployees", "billingcountry", "billingcity", "accountnumber", "accountsource",
    "shippingcity", "shippingcountry", "isdeleted", "createddate", "systemmodstamp", "ownerid", "lastmodifieddate",
  ]

  private static let others = [
    "opportunity", "contact", "lead", "case", "first name", "last name", "email", "stage", "amount", "close date",
    "campaign", "product", "quantity", "activity", "subject", "asset", "contract", "partner",
  ]
  private static let ownLabels = ["billing country", "billing city", "industry", "type", "website", "last activity"]

  private static let labels: [CompanyColumns.Field: [String]] = [
    .companyID: ["account id"], .name: ["account name"], .website: ["website"], .industry: ["industry"],
    .country: ["billing country", "shipping country"], .created: ["created date"],
  ]

  private static let names: [CompanyColumns.Field: [String]] = [
    .companyID: ["id"], .name: ["name"], .website: ["website"], .industry: ["industry"],
    .country: ["billingcountry", "shippingcountry"], .created: ["createddate"], .deleted: ["isdeleted"],
  ]
}
