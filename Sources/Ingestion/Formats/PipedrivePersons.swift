import Vocabulary

/// Pipedrive, People, Export: headers that begin with the record they belong to (`Person - Email - Work`).
struct PipedrivePersons: SourceFormat {
  static let title = "Pipedrive people"
  static let isVerified = false

  private var columns: ContactColumns

  init?(_ opening: Opening) {
    let columns = ContactColumns(opening.header, names: PipedrivePersons.names)
    guard columns.has(.email), opening.header.column(["person - name", "person - id", "person - first name"]) != nil,
      !opening.header.contains("deal - title")
    else { return nil }
    self.columns = columns
  }

  var width: Int? { columns.map.header.count }

  mutating func survey(_ record: RawRecord) { columns.survey(record) }

  mutating func settle(_ options: ReadOptions, file: String) throws(IngestionError) -> Findings {
    try columns.settle(options, file: file)
  }

  mutating func map(_ record: RawRecord, into batch: inout CanonicalBatch) throws(RowProblem) {
    var contact = try columns.contact(record, platform: "Pipedrive")
    contact.channel = LeadSource.channel(contact.sourceDetail)
    batch.contacts.append(contact)
  }

  private static let names: [ContactColumns.Field: [String]] = [
    .contactID: ["person - id", "person - pipedrive system id", "person - system id"],
    .email: ["person - email - work", "person - email (work)", "person - email"],
    .otherEmail: ["person - email - home", "person - email (home)"],
    .thirdEmail: ["person - email - other", "person - email (other)"],
    .phone: ["person - phone - work", "person - phone (work)", "person - phone"],
    .otherPhone: ["person - phone - mobile", "person - phone (mobile)", "person - phone - home"],
    .created: ["person - person created", "person - creation date", "person - add time"],
    .country: ["person - country"], .source: ["person - source", "person - lead source"],
    .companyID: ["organization - id", "person - organization id"],
    .company: ["person - organization", "organization - name", "organization"],
  ]
}
