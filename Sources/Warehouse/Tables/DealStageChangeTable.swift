import Vocabulary

/// When deals entered their stages.
enum DealStageChangeTable {
  static let table = FactTable(
    name: "dealStageChange", dimensions: ["system", "dealID", "stage", "day"],
    measures: ["instant"],
    acceptsSeveralPerKey: true)

  static func row(_ record: DealStageChange, _ words: Words) throws -> FactRow {
    FactRow(
      dimensions: [
        try words.system(record.platform), try words.id(record.dealID), try words.id(record.stage),
        Int64(record.day.number),
      ],
      measures: [record.instant],
      line: record.origin.line, section: record.origin.section)
  }
}
