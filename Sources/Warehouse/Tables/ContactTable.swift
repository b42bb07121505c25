import Vocabulary

/// The CRM's people in their latest known state.
enum ContactTable {
  static let table = FactTable(
    name: "contact", dimensions: ["system", "contactID"],
    measures: [
      "email", "phone", "createdDay", "lifecycleStage", "country", "companyID", "channel", "campaign", "sourceDetail",
    ],
    acceptsSeveralPerKey: false, beginning: "createdDay", identifying: "email")

  static func row(_ record: Contact, _ words: Words) throws -> FactRow {
    FactRow(
      dimensions: [try words.system(record.platform), try words.id(record.contactID)],
      measures: [
        try words.id(record.email), try words.id(record.phone), record.createdDay.map { Int64($0.number) },
        try words.measure(record.lifecycleStage), try words.measure(record.country),
        try words.measure(record.companyID), try words.measure(record.channel?.rawValue ?? ""),
        try words.measure(record.campaign), try words.measure(record.sourceDetail),
      ],
      line: record.origin.line, section: record.origin.section)
  }
}
