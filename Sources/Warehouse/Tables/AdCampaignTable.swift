import Vocabulary

/// What campaigns are called whose reports carry their id alone.
enum AdCampaignTable {
  static let table = FactTable(
    name: "adCampaign", dimensions: ["system", "campaignID"],
    measures: ["name", "status", "updatedDay"],
    acceptsSeveralPerKey: false)

  static func row(_ record: AdCampaign, _ words: Words) throws -> FactRow {
    FactRow(
      dimensions: [try words.system(record.platform, record.account), try words.id(record.campaignID)],
      measures: [
        try words.measure(record.name), try words.measure(record.status), record.updatedDay.map { Int64($0.number) },
      ],
      line: record.origin.line, section: record.origin.section)
  }
}
