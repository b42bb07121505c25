import Vocabulary

/// Salesforce, accounts in a file of the Data Loader: names of the programming interface as headers, in any case. A file
/// that was made for insertion has no ids yet; its accounts are known by their names.
struct SalesforceAccounts: SourceFormat {
  static let title = "Salesforce Data Loader accounts"
  static let isVerified = true

  private var columns: CompanyColumns

  init?(_ opening: Opening) {
    let header = opening.header
    let columns = CompanyColumns(header, names: SalesforceAccounts.names)
    // Names that no page shows: compounds without a blank, and fields of one's own.
    let isFromInterface = header.keys.contains { SalesforceAccounts.compounds.contains($0) || $0.hasSuffix("__c") }
    let isOther = header.column(["stagename", "lastname", "email", "caseid", "opportunityid", "accountid"]) != nil
    guard columns.has(.name), isFromInterface, !isOther,
      columns.has(.website) || columns.has(.industry) || header.contains("phone")
    else { return nil }
    self.columns = columns
  }

  var width: Int? { columns.map.header.count }

  mutating func survey(_ record: RawRecord) { columns.survey(record) }

  mutating func settle(_ options: ReadOptions, file: String) throws(IngestionError) -> Findings {
    var findings = try columns.settle(options, file: file)
    if columns.has(.created) { findings.timeZone = "UTC" }
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

  private static let names: [CompanyColumns.Field: [String]] = [
    .companyID: ["id"], .name: ["name"], .website: ["website"], .industry: ["industry"],
    .country: ["billingcountry", "shippingcountry"], .created: ["createddate"], .deleted: ["isdeleted"],
  ]
}
