import Vocabulary

/// Who may be written to.
enum ListMembershipTable {
  static let table = FactTable(
    name: "listMembership", dimensions: ["system", "email"],
    measures: ["state", "sinceDay", "optInDay", "reason", "campaign", "tags", "contactID"],
    acceptsSeveralPerKey: false, states: [["state", "sinceDay", "reason", "campaign"]],
    stateDays: ["sinceDay"])

  static func row(_ record: ListMembership, _ words: Words) throws -> FactRow {
    FactRow(
      dimensions: [try words.system(record.platform, record.list), try words.id(record.email)],
      measures: [
        try words.id(record.state.rawValue), record.sinceDay.map { Int64($0.number) },
        record.optInDay.map { Int64($0.number) }, try words.measure(record.reason), try words.measure(record.campaign),
        try words.measure(record.tags), try words.measure(record.contactID),
      ],
      line: record.origin.line, section: record.origin.section)
  }
}
