import Vocabulary

/// What addresses did with messages.
enum EmailEventTable {
  static let table = FactTable(
    name: "emailEvent",
    dimensions: ["system", "eventID", "kind", "day", "instant", "email", "contactID", "campaignID"],
    measures: ["campaign", "link"],
    acceptsSeveralPerKey: true)

  static func row(_ record: EmailEvent, _ words: Words) throws -> FactRow {
    FactRow(
      dimensions: [
        try words.system(record.platform), try words.id(record.eventID), try words.id(record.kind.rawValue),
        Int64(record.day.number), record.instant, try words.id(record.email), try words.id(record.contactID),
        try words.id(record.campaignID),
      ],
      measures: [try words.measure(record.campaign), try words.measure(record.link)],
      line: record.origin.line, section: record.origin.section)
  }
}
