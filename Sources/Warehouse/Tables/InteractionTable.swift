import Vocabulary

/// Calls, visits to events and other contacts outside the website.
enum InteractionTable {
  static let table = FactTable(
    name: "interaction", dimensions: ["system", "kind", "interactionID"],
    measures: [
      "day", "instant", "phone", "email", "name", "seconds", "outcome", "source", "medium", "campaign", "channel",
      "valueMicros", "currency",
    ],
    acceptsSeveralPerKey: true, states: [["day", "instant"]])

  static func row(_ record: Interaction, _ words: Words) throws -> FactRow {
    let dimensions: [Int64?] = [
      try words.system(record.platform), try words.id(record.kind.rawValue), try words.id(record.interactionID),
    ]
    let day = Int64(record.day.number)
    let phone = try words.id(record.phone)
    let email = try words.id(record.email)
    let name = try words.id(record.name)
    var row = FactRow(
      dimensions: dimensions,
      measures: [
        day, record.instant, phone, email, name, record.seconds, try words.measure(record.outcome),
        try words.measure(record.source), try words.measure(record.medium), try words.measure(record.campaign),
        try words.measure(record.channel?.rawValue ?? ""), record.valueMicros, try words.id(record.currency),
      ],
      line: record.origin.line, section: record.origin.section)
    let others: [Int64?] = record.hasLastingID ? [email, name] : [day, record.instant, phone, email, name]
    row.key = dimensions + others
    return row
  }
}
