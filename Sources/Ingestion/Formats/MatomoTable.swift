import Vocabulary

/// Matomo's reports as CSV or TSV, UTF-16 by default, with the API's headers or translated ones; and scheduled reports,
/// where each table stands below its title.
///
/// The period is a column where the report has several, with the rows' label beside it, else in the file's name if the
/// interface named it, else unknown. Visits one by one (`idVisit`) are another report. What repeats a row's label for
/// the API (`metadata_…`) and how much figures have changed (`…_evolution`) are no figures of the row.
struct MatomoTable: SourceFormat {
  static let title = "Matomo report (CSV or TSV)"
  static let isVerified = true

  private var sections: MatomoSections
  private let opening: MatomoSections
  private var tables: [Table]
  private var named: DateWindow?
  private var currency: Currency?

  init?(_ opening: Opening) {
    guard opening.rootName.isEmpty, !opening.isJSON else { return nil }
    let lines = opening.preamble.map(PaddedLine.text).filter { !$0.isEmpty }
    let header = opening.header.trimmed
    let table = Table(header, title: lines.last ?? "")
    guard MatomoNames.isTable(table.names, keys: header.keys) else { return nil }
    sections = MatomoSections(title: Header([lines.last ?? ""]).names[0])
    self.opening = sections
    tables = [table]
  }

  var width: Int? { nil }

  mutating func survey(_ record: RawRecord) {
    switch sections.step(record) {
    case .structure: break
    case .header(let header): tables.append(Table(header, title: sections.title))
    case .data: tables[tables.count - 1].survey(record)
    }
  }

  mutating func settle(_ options: ReadOptions, file: String) throws(IngestionError) -> Findings {
    sections = opening
    for index in tables.indices { try tables[index].figures.settle(options, file: file, habit: .plain) }
    var findings = Findings()
    if let name = MatomoPeriod.named(file) {
      named = name.window
      if tables.count == 1 { tables[0].name(dimension: name.report) }
    }
    findings.reason = "columns \"\(tables[0].figures.header.names.prefix(3).joined(separator: "\", \""))\""
    findings.columns = tables.flatMap(\.meanings)
    currency = options.currency ?? tables.lazy.compactMap(\.figures.currency).first
    findings.currency = currency
    findings.timeZone = options.timeZone
    findings.window = tables.compactMap(\.window).reduce(named) { $0?.union($1) ?? $1 }
    let sites = tables.reduce(into: Set<String>()) { $0.formUnion($1.sites) }
    findings.account = sites.count == 1 ? sites.first : nil
    findings.metrics = tables.reduce(into: []) { $0.formUnion($1.figures.metrics) }
    findings.notes += tables.flatMap(\.figures.caveats)
    if findings.window == nil {
      findings.notes.append(
        "it does not say which days it covers: put them into its name as in Export _ Report _ 2026-11-02,2026-11-08")
    }
    return findings
  }

  mutating func map(_ record: RawRecord, into batch: inout CanonicalBatch) throws(RowProblem) {
    guard case .data = sections.step(record) else { return }
    let table = tables[max(1, sections.section) - 1]
    guard record.count >= table.figures.header.count, record.filledCount <= table.figures.header.count else {
      throw RowProblem(
        column: "", found: "\(record.count) cells",
        expected: "\(table.figures.header.count) cells, as the table's header has")
    }
    var place = FigureTable.Place(section: sections.section, tool: "Matomo", window: named ?? .undated)
    try table.place(record, &place)
    let facts = try table.figures.facts(record, place, currency: currency, names: table.metricNames)
    if facts.isEmpty { batch.skippedRows.append(SkippedRow(line: record.line, reason: .noData)) }
    batch.webTraffic += facts
  }
}

extension MatomoTable {
  /// One table: its columns by the API's names.
  private struct Table {
    let names: [String]
    var figures: FigureTable
    private(set) var sites: Set<String> = []
    private(set) var window: DateWindow?
    private var dimension: String
    /// Of a table of one goal, which has no labels: beside the overview its conversions are a part.
    private let goal: String?

    init(_ header: Header, title: String) {
      let names = header.keys.map(MatomoNames.name)
      self.names = names
      goal = names.contains("nb_conversions") ? MatomoNames.goal(title) : nil
      dimension = Table.dimensions[Header.key(title).key] ?? Header.key(title).key
      let hasPageviews = names.contains("nb_pageviews")
      let first = names.firstIndex { !["date", "idsite"].contains($0) }
      figures = FigureTable(header) { _, index in
        let name = names[index]
        if header.keys[index].hasPrefix("metadata_") || (name == "nb_hits" && hasPageviews) { return .ignored }
        if let measure = MatomoNames.measure(name) { return .figure(measure) }
        guard index == first else { return .ignored }
        // Beside the period only names are labels: a figure by a name that nobody knows is none.
        return index == 0 || name == "label" ? .dimension : .open
      }
    }

    mutating func name(dimension: String) {
      if self.dimension.isEmpty { self.dimension = Table.dimensions[dimension.lowercased()] ?? dimension.lowercased() }
    }

    mutating func survey(_ record: RawRecord) {
      figures.survey(record)
      if let date = column("date"), let found = MatomoPeriod.window(record.text(date)) {
        window = window?.union(found) ?? found
      }
      let site = property(record)
      if !site.isEmpty, sites.count < 2 { sites.insert(site) }
    }

    var meanings: [ColumnMeaning] {
      figures.meanings.enumerated().map { index, column in
        switch names[index] {
        case "date": ColumnMeaning(header: column.header, meaning: "period")
        case "idsite" where !isOfSites: ColumnMeaning(header: column.header, meaning: "site")
        default: column
        }
      }
    }

    /// The API's names: the same report in another language gives the same series.
    var metricNames: [Int: String] {
      var result: [Int: String] = [:]
      for column in figures.figures { result[column.index] = names[column.index] }
      return result
    }

    func place(_ record: RawRecord, _ place: inout FigureTable.Place) throws(RowProblem) {
      place.property = property(record)
      if let date = column("date") {
        guard let window = MatomoPeriod.window(record.text(date)) else {
          throw RowProblem(
            column: figures.header.names[date], found: "a date that cannot be read",
            expected: "a year, month or day such as 2026-10")
        }
        place.window = window
      }
      guard let label = figures.dimensions.first else {
        if let goal { (place.dimension, place.value) = ("goal", goal) }
        return
      }
      guard !isOfSites else { return }
      let segment = MatomoReport.dimension(ofSegment: record.text(column("segment")))
      place.dimension = segment ?? (dimension.isEmpty ? "label" : dimension)
      place.value = record.text(label)
    }

    /// Rows of several sites carry the site's name as their label.
    private var isOfSites: Bool {
      guard let label = figures.dimensions.first else { return false }
      return column("visits_evolution") != nil || column("idsite").map { $0 > label } == true
    }

    private func property(_ record: RawRecord) -> String {
      if isOfSites, let label = figures.dimensions.first { return record.text(label) }
      return record.text(column("idsite"))
    }

    private func column(_ name: String) -> Int? { names.firstIndex(of: name) }

    private static let dimensions = [
      "page urls": "page", "page titles": "page title", "entry pages": "entry page", "exit pages": "exit page",
      "entry page titles": "entry page title", "exit page titles": "exit page title", "campaigns": "campaign",
      "websites": "website", "browsers": "browser",
    ]
  }
}
