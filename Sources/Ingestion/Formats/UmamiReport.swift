import Vocabulary

/// Umami, a website's table downloaded: page views, visitors, visits, bounces and the seconds of all visits
/// (`totaltime`), by day or by the name in the first column. No real file stands behind it; the names are those of its
/// service.
struct UmamiReport: SourceFormat {
  static let title = "Umami export"
  static let isVerified = false

  private var rows: WebRows

  init?(_ opening: Opening) {
    guard opening.header.contains("totaltime"), opening.header.contains("visits"),
      !opening.isJSON, opening.rootName.isEmpty
    else { return nil }
    rows = WebRows(tool: "Umami", opening.header, days: ["date", "day", "timestamp"]) { key, index in
      if let measure = UmamiReport.measures[key] { return .figure(measure) }
      return index == 0 ? .dimension : .ignored
    }
  }

  var width: Int? { rows.table.header.count }

  mutating func survey(_ record: RawRecord) { rows.survey(record) }

  mutating func settle(_ options: ReadOptions, file: String) throws(IngestionError) -> Findings {
    try rows.settle(options, file: file)
  }

  mutating func map(_ record: RawRecord, into batch: inout CanonicalBatch) throws(RowProblem) {
    try rows.map(record, into: &batch)
  }

  private static let measures: [String: WebMeasure] = [
    "pageviews": .views, "visitors": .users, "visits": .sessions, "bounces": .bounces, "totaltime": .seconds,
  ]
}
