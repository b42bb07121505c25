import Vocabulary

/// Plausible, the dashboard's export (an archive of tables by day, source, page, country …) and a site's export
/// (`imported_visitors_20260101_20260131.csv` and its neighbours), of which `visitors.csv` alone was seen.
///
/// The dashboard's tables name their dimension in the file's name and their period and site in the archive's. Rates are
/// percents without a sign; a visit's duration is a mean on the dashboard and a sum in a site's export. By week or month
/// the table by day has the first day of each.
struct PlausibleReport: SourceFormat {
  static let title = "Plausible export"
  static let isVerified = true

  private var table: FigureTable
  private var day: DateColumn?
  /// Days of a dashboard's table, by which its steps are told.
  private var days: Set<Int> = []
  private let isSeries: Bool
  /// A table by day that counts conversions and no visitors is of a dashboard filtered by a goal, which it does not name.
  private let filter: SeriesFilter
  private var step = Step.day
  private var source = PlausibleName("")
  private var currency: Currency?
  private var spare: SpareColumns

  private enum Step { case day, week, month }

  init?(_ opening: Opening) {
    let header = opening.header
    let isImport = header.contains("bounces") && !header.contains("bounce_rate")
    let isOfPages = header.contains("page")
    let roles = header.keys.map { PlausibleReport.role($0, isImport: isImport, isOfPages: isOfPages) }
    let spare = roles.indices.filter { roles[$0] == nil }
    let own = roles.indices.filter { roles[$0] != nil }.map { header.keys[$0] }
    guard ["date", "name", "property"].contains(where: header.contains), Set(own).count == own.count,
      own.contains(where: PlausibleReport.anchors.contains),
      // Days and visitors are in many tables; beside columns that are not Plausible's two of its own must say it.
      spare.isEmpty || own.count(where: PlausibleReport.telling.contains) > 1
    else { return nil }
    self.spare = SpareColumns(header, spare)
    table = FigureTable(header) { _, index in roles[index] ?? .ignored }
    day = DateColumn(header.column(["date"]), name: "date")
    isSeries = header.contains("date") && !isImport && table.dimensions.isEmpty
    let isOfGoal = isSeries && header.contains("unique_conversions") && header.column(["visitors", "visits"]) == nil
    filter = isOfGoal ? SeriesFilter(["goal"]) : .none
  }

  /// A site is a host; before two days anybody's folder may have a word.
  static func namesArchive(_ name: String) -> Bool {
    let named = PlausibleName(name)
    return named.period != nil && named.site.contains(".")
  }

  var width: Int? { table.header.count }

  mutating func survey(_ record: RawRecord) {
    table.survey(record)
    day?.survey(record)
    spare.survey(record, key: table.named(record).value + "\n" + record.text(day?.index))
    if isSeries, let day = DateText(record[day?.index], order: nil)?.day { days.insert(day.number) }
  }

  mutating func settle(_ options: ReadOptions, file: String) throws(IngestionError) -> Findings {
    try table.settle(options, file: file, habit: .plain)
    try day?.settle(options, file: file)
    try spare.settle(file: file, table: "a Plausible table")
    source = PlausibleName(file)
    step = PlausibleReport.step(days.sorted())
    currency = options.currency ?? table.currency
    var findings = Findings()
    findings.reason =
      "columns \"\(table.header.names[0])\" and \"\(table.header.names[table.header.count > 1 ? 1 : 0])\""
    findings.columns = table.meanings
    if let day { findings.columns[day.index].meaning = "day" }
    findings.currency = currency
    findings.timeZone = options.timeZone
    findings.window =
      source.period ?? day?.window.flatMap { step == .day ? $0 : window($0.first).union(window($0.last)) }
    findings.account = source.site.isEmpty ? nil : source.site
    findings.part = source.dimension ?? ""
    findings.metrics = table.metrics
    findings.notes += filter.notes + table.caveats
    return findings
  }

  mutating func map(_ record: RawRecord, into batch: inout CanonicalBatch) throws(RowProblem) {
    var place = FigureTable.Place(
      tool: "Plausible", property: source.site, window: source.period ?? .undated)
    (place.dimension, place.value) = table.named(record)
    if table.header.contains("name"), let named = source.dimension {
      place.dimension = named + place.dimension.dropFirst("name".count)
    }
    if let day {
      guard let date = try day.date(record) else {
        throw RowProblem(column: "date", found: "an empty cell", expected: "a day")
      }
      place.window = window(date.day)
      if let second = date.secondOfDay, isSeries {
        (place.dimension, place.value) = ("hour", "\(second / 3_600)")
      }
    }
    place.dimension = filter.named(place.dimension)
    let facts = try table.facts(record, place, currency: currency)
    if facts.isEmpty { batch.skippedRows.append(SkippedRow(line: record.line, reason: .noData)) }
    batch.webTraffic += facts
  }

  /// The days that a row tells of, no more than the export covers.
  private func window(_ day: Day) -> DateWindow {
    let (year, month, _) = day.civil
    let last =
      switch step {
      case .day: day
      case .week: day + 6
      case .month: day + (Day.length(ofMonth: month, year: year) - 1)
      }
    guard let period = source.period, step != .day else {
      return DateWindow(first: day, last: last) ?? DateWindow(day: day)
    }
    return DateWindow(first: max(day, period.first), last: min(last, period.last)) ?? DateWindow(day: day)
  }

  private static func step(_ days: [Int]) -> Step {
    guard days.count > 1 else { return .day }
    if days.allSatisfy({ Day(number: $0).civil.day == 1 }) { return .month }
    return zip(days, days.dropFirst()).allSatisfy { $1 - $0 == 7 } ? .week : .day
  }
}

extension PlausibleReport {
  /// One of these a table must have.
  private static let anchors: Set<String> = [
    "visitors", "visits", "unique_conversions", "unique_entrances", "unique_exits",
  ]

  /// Names that are written so here and hardly elsewhere.
  private static let telling: Set<String> = [
    "views_per_visit", "bounce_rate", "visit_duration", "bounces", "time_on_page", "scroll_depth", "exit_rate",
    "unique_conversions", "total_conversions", "conversion_rate", "unique_entrances", "total_entrances", "unique_exits",
    "total_exits",
  ]

  private static let dimensions: Set<String> = [
    "name", "version", "property", "value", "source", "channel", "referrer", "utm_source", "utm_medium",
    "utm_campaign", "utm_content", "utm_term", "hostname", "page", "entry_page", "exit_page", "country", "region",
    "city", "device", "browser", "browser_version", "operating_system", "operating_system_version", "link_url", "path",
  ]

  private static let measures: [String: WebMeasure] = [
    "visitors": .users, "visits": .sessions, "pageviews": .views, "events": .events, "bounces": .bounces,
    "total_conversions": .conversions, "total_revenue": .revenue, "average_revenue": .number,
    "unique_conversions": .count, "unique_entrances": .count, "total_entrances": .count, "entrances": .count,
    "unique_exits": .count, "total_exits": .count, "exits": .count, "views_per_visit": .number,
    "bounce_rate": .percent, "exit_rate": .percent, "conversion_rate": .percent, "percentage": .percent,
    "scroll_depth": .percent, "visit_duration": .meanSeconds, "time_on_page": .meanSeconds,
    "total_time_on_page": .meanSeconds, "total_time_on_page_visits": .count, "total_scroll_depth": .number,
    "total_scroll_depth_visits": .count, "active_visitors": .count,
  ]

  private static func role(_ key: String, isImport: Bool, isOfPages: Bool) -> FigureTable.Role? {
    if key == "date" { return .ignored }
    if dimensions.contains(key) { return .dimension }
    // A visit stands in the row of each page that it saw.
    if key == "visits", isOfPages { return .figure(.count) }
    if key == "visit_duration", isImport { return .figure(.seconds) }
    return measures[key].map { .figure($0) }
  }
}
