import Vocabulary

/// HubSpot, Companies, Export as CSV: one organisation a record.
struct HubSpotCompanies: SourceFormat {
  static let title = "HubSpot companies"
  static let isVerified = false

  private var columns: CompanyColumns

  init?(_ opening: Opening) {
    let columns = CompanyColumns(opening.header, names: HubSpotCompanies.names)
    guard HubSpotObject(opening.header) == .company, columns.has(.companyID), columns.has(.name) || columns.has(.domain)
    else { return nil }
    self.columns = columns
  }

  var width: Int? { columns.map.header.count }

  mutating func survey(_ record: RawRecord) { columns.survey(record) }

  mutating func settle(_ options: ReadOptions, file: String) throws(IngestionError) -> Findings {
    try columns.settle(options, file: file)
  }

  mutating func map(_ record: RawRecord, into batch: inout CanonicalBatch) throws(RowProblem) {
    batch.companies.append(try columns.company(record, platform: "HubSpot"))
  }

  private static let names: [CompanyColumns.Field: [String]] = [
    .companyID: ["record id - company", "datensatz-id - unternehmen"] + HubSpotObject.ids,
    .name: ["company name", "name", "unternehmensname"],
    .domain: ["company domain name", "domain"], .website: ["website url", "website"],
    .industry: ["industry", "branche"], .country: ContactWords.country,
    .created: ["create date", "createdate", "erstelldatum", "erstellungsdatum"],
  ]
}
