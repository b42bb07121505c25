import Vocabulary

/// Calls, visits to events and other contacts outside the website.
enum InteractionTable {
  static let table = FactTable(
    name: "interaction", dimensions: ["system", "kind", "interactionID", "day", "instant", "phone", "email", "name"],
    measures: ["seconds", "outcome", "source", "medium", "campaign", "channel", "valueMicros", "currency"],
    acceptsSeveralPerKey: true)

  static func row(_ record: Interaction, _ words: Words) throws -> FactRow {
    FactRow(
      dimensions: [
        try words.system(record.platform), try words.id(record.kind.rawValue), try words.id(record.interactionID),
        Int64(record.day.number), record.instant, try words.id(record.phone), try words.id(record.email),
        try words.id(record.name),
      ],
      measures: [
        record.seconds, try words.measure(record.outcome), try words.measure(record.source),
        try words.measure(record.medium), try words.measure(record.campaign),
        try words.measure(record.channel?.rawValue ?? ""), record.valueMicros, try words.id(record.currency),
      ],
      line: record.origin.line, section: record.origin.section)
  }
}
