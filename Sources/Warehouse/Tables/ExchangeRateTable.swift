import Vocabulary

/// What currencies were worth in others.
enum ExchangeRateTable {
  static let table = FactTable(
    name: "exchangeRate", dimensions: ["authority", "day", "base", "quote"],
    measures: ["rateNanos"],
    acceptsSeveralPerKey: false)

  static func row(_ record: ExchangeRate, _ words: Words) throws -> FactRow {
    FactRow(
      dimensions: [
        try words.id(record.authority), Int64(record.day.number), try words.id(record.base.code),
        try words.id(record.quote.code),
      ],
      measures: [record.rateNanos],
      line: record.origin.line, section: record.origin.section)
  }
}
