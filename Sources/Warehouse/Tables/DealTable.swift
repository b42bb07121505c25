import Vocabulary

/// Sales opportunities in their latest known state.
enum DealTable {
  static let table = FactTable(
    name: "deal", dimensions: ["system", "dealID"],
    measures: [
      "name", "pipeline", "stage", "outcome", "amountMicros", "currency", "createdDay", "closeDay", "owner",
      "contactID", "companyID", "email", "channel", "campaign", "sourceDetail",
    ],
    acceptsSeveralPerKey: false, states: [["stage", "outcome"]],
    implied: FactTable.Implied(state: "outcome", measure: "closeDay"), beginning: "createdDay", identifying: "name")

  static func row(_ record: Deal, _ words: Words) throws -> FactRow {
    FactRow(
      dimensions: [try words.system(record.platform), try words.id(record.dealID)],
      measures: [
        try words.measure(record.name), try words.measure(record.pipeline), try words.measure(record.stage),
        try words.measure(record.outcome?.rawValue ?? ""), record.amountMicros, try words.id(record.currency),
        record.createdDay.map { Int64($0.number) }, record.closeDay.map { Int64($0.number) },
        try words.measure(record.owner), try words.measure(record.contactID), try words.measure(record.companyID),
        try words.id(record.email), try words.measure(record.channel?.rawValue ?? ""),
        try words.measure(record.campaign), try words.measure(record.sourceDetail),
      ],
      line: record.origin.line, section: record.origin.section)
  }
}
