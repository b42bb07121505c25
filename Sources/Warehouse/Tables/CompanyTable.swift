import Vocabulary

/// Organisations in a CRM.
enum CompanyTable {
  static let table = FactTable(
    name: "company", dimensions: ["system", "companyID"],
    measures: ["name", "domain", "industry", "country", "createdDay"],
    acceptsSeveralPerKey: false)

  static func row(_ record: Company, _ words: Words) throws -> FactRow {
    FactRow(
      dimensions: [try words.system(record.platform), try words.id(record.companyID)],
      measures: [
        try words.measure(record.name), try words.measure(record.domain), try words.measure(record.industry),
        try words.measure(record.country), record.createdDay.map { Int64($0.number) },
      ],
      line: record.origin.line, section: record.origin.section)
  }
}
