import Vocabulary

/// Fathom Analytics, Settings, Export: `uniques` beside page views or visits, by day and by whatever else was chosen.
/// No real file stands behind it; the names are those of its service. Other tools count `uniques` too: a table with a
/// column that Fathom has not is another's, unless it has one that hardly anybody else has.
struct FathomReport: SourceFormat {
  static let title = "Fathom export"
  static let isVerified = false

  private var rows: WebRows

  init?(_ opening: Opening) {
    let keys = opening.header.keys.map(FathomReport.plain)
    guard keys.contains("uniques"), ["pageviews", "views", "visits"].contains(where: keys.contains),
      !opening.isJSON, opening.rootName.isEmpty,
      keys.contains(where: FathomReport.own.contains) || keys.allSatisfy(FathomReport.isKnown)
    else { return nil }
    let isOfPages = keys.contains("pathname") || keys.contains("page")
    rows = WebRows(tool: "Fathom", opening.header, days: FathomReport.days) { key, _ in
      let key = FathomReport.plain(key)
      // A visit stands in the row of each page that it saw.
      if key == "visits", isOfPages { return .figure(.count) }
      if let measure = FathomReport.measures[key] { return .figure(measure) }
      return FathomReport.dimensions.contains(key) ? .dimension : .ignored
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

  private static func isKnown(_ key: String) -> Bool {
    key.isEmpty || days.contains(key) || measures[key] != nil || dimensions.contains(key)
  }

  private static func plain(_ key: String) -> String { key.replacing("_", with: " ").replacing(".", with: "") }

  private static let days = ["date", "timestamp", "day"]

  /// Names that are written so here and hardly elsewhere.
  private static let own: Set<String> = [
    "avg duration", "hostname", "pathname", "referrer hostname", "referrer pathname", "referrer source",
    "referrer type",
  ]

  private static let measures: [String: WebMeasure] = [
    "uniques": .users, "visits": .sessions, "pageviews": .views, "views": .views, "avg duration": .meanSeconds,
    "bounce rate": .number,
    "conversions": .conversions,
  ]

  private static let dimensions: Set<String> = [
    "hostname", "pathname", "page", "referrer", "referrer hostname", "referrer pathname", "referrer source",
    "referrer type", "browser", "browser version", "country", "country code", "region", "city", "device type",
    "operating system", "utm source", "utm medium", "utm campaign", "utm content", "utm term", "event", "event name",
  ]
}
