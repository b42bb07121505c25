import Vocabulary

/// HubSpot's companies as a connector copies them from the service: `property_…` columns, times in UTC.
struct HubSpotCompanyTable: SourceFormat {
  static let title = "HubSpot connector table company"
  static let isVerified = true

  private var columns: CompanyColumns

  init?(_ opening: Opening) {
    let columns = CompanyColumns(opening.header, names: HubSpotCompanyTable.names)
    guard columns.has(.companyID), columns.has(.name), columns.has(.created),
      !opening.header.contains("property_email"),
      opening.header.column(["property_industry", "property_domain", "property_website", "property_annualrevenue"])
        != nil
    else { return nil }
    self.columns = columns
  }

  var width: Int? { columns.map.header.count }

  mutating func survey(_ record: RawRecord) { columns.survey(record) }

  mutating func settle(_ options: ReadOptions, file: String) throws(IngestionError) -> Findings {
    var findings = try columns.settle(options, file: file)
    findings.timeZone = "UTC"
    return findings
  }

  mutating func map(_ record: RawRecord, into batch: inout CanonicalBatch) throws(RowProblem) {
    guard !columns.isDeleted(record) else { return batch.skip(record, .deleted) }
    batch.companies.append(try columns.company(record, platform: "HubSpot"))
  }

  private static let names: [CompanyColumns.Field: [String]] = [
    .companyID: ["id", "company_id"], .name: ["property_name"], .domain: ["property_domain"],
    .website: ["property_website"], .industry: ["property_industry"], .country: ["property_country"],
    .created: ["property_createdate"], .deleted: ["is_deleted", "_fivetran_deleted"],
  ]
}
