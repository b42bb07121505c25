import Vocabulary

/// Calls, visits to events and other contacts outside the website.
enum InteractionTable {
  static let table = FactTable(
    name: "interaction", dimensions: ["system", "kind", "interactionID"],
    measures: [
      "day", "instant", "phone", "email", "name", "seconds", "outcome", "source", "medium", "campaign", "channel",
      "valueMicros", "currency",
    ],
    acceptsSeveralPerKey: true, states: [["day", "instant"]], happening: (outcome: "outcome", day: "day"))

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
    let called = record.kind == .call ? lastFigures(PhoneNumber(record.name)) : nil
    var key = dimensions
    if !record.hasLastingID { key += [day, record.instant, lastFigures(record.phone)] }
    key.append(email)
    key.append(called ?? name)
    row.key = key
    if record.kind == .event, record.hasLastingID { row.happened = try words.measure("attended") }
    return row
  }

  /// The last nine, which every way of writing a number has: spreadsheets take the `+` off, and people the country.
  private static func lastFigures(_ number: PhoneNumber?) -> Int64? {
    number.flatMap { Int64($0.normalized.suffix(9)) }
  }
}
