import Vocabulary

/// Who takes part in which deal.
enum DealContactTable {
  static let table = FactTable(
    name: "dealContact", dimensions: ["system", "dealID", "contactID"],
    measures: ["role"],
    acceptsSeveralPerKey: true)

  static func row(_ record: DealContact, _ words: Words) throws -> FactRow {
    FactRow(
      dimensions: [try words.system(record.platform), try words.id(record.dealID), try words.id(record.contactID)],
      measures: [try words.measure(record.role)],
      line: record.origin.line, section: record.origin.section)
  }
}
