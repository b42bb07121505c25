import Vocabulary

/// Meta Business Suite, Insights, a chart's Export: one organic metric a day of a Facebook page or an Instagram account.
///
/// A line above the header names the metric, and only sometimes the platform; the page is never named. Below the days
/// the next chart's title and header may follow. The stamps are local midnights written with a fixed offset, so that
/// the hour moves with daylight saving: the day counts. In languages whose word for the day is not known, the column of
/// figures and the stamps tell.
struct MetaChartExport: SourceFormat {
  static let title = "Meta Business Suite chart"
  static let isVerified = true

  private let header: Header
  private let day: Int
  private let figure: Int
  private var charts: [MetaChart]
  /// Of `charts`, that of the record in hand.
  private var place = 0
  /// A line of one cell, which is a title where a header follows or its words are known.
  private var lone: (title: String, line: Int)?
  /// Below a line that is no chart's title nobody knows what is counted.
  private var isAdrift = false
  /// Of a chart that names none.
  private var platform = "Meta"

  init?(_ opening: Opening) {
    let keys = opening.header.keys
    guard let figure = keys.firstIndex(where: MetaChartExport.primary.contains),
      let day = MetaChartExport.day(opening, figure: figure),
      let titleRow = opening.preamble.last(where: { $0.contains { !$0.isEmpty } }),
      let title = titleRow.first, !title.isEmpty,
      titleRow.dropFirst().allSatisfy(\.isEmpty),
      let chart = MetaChart(Header([title]).names[0], line: 0, opening.header, day: day, figure: figure)
    else { return nil }
    header = opening.header
    self.day = day
    self.figure = figure
    charts = [chart]
  }

  /// Titles are narrower than rows.
  var width: Int? { nil }

  mutating func survey(_ record: RawRecord) {
    let repeatsHeader = isHeader(record)
    let isRow = !repeatsHeader && isWhole(record)
    if let lone, repeatsHeader || (isRow && MetaChart.measure(ofTitle: lone.title) != nil),
      let chart = MetaChart(lone.title, line: lone.line, header, day: day, figure: figure)
    {
      charts.append(chart)
    }
    lone = nil
    if isRow {
      charts[charts.count - 1].survey(record)
    } else if !repeatsHeader, MetaChartExport.isTitle(record) {
      lone = (Header([record.text(0)]).names[0], record.line)
    }
  }

  mutating func settle(_ options: ReadOptions, file: String) throws(IngestionError) -> Findings {
    var findings = try charts[0].settle(options, file: file)
    let columns = findings.columns
    for index in charts.indices.dropFirst() {
      let further = try charts[index].settle(options, file: file)
      findings = findings.joined(with: further, sheet: charts[index].title)
    }
    findings.columns = columns
    if Set(charts.map(\.measure)).count > 1 { findings.columns[figure].meaning = "figure" }
    let titles = charts.map { "\"\($0.title)\"" }.joined(separator: ", ")
    findings.reason = "the title \(titles) above a column of days and one of figures"
    if charts.contains(where: { $0.platform == nil }) {
      let supposed = MetaPlatform.supposed(file: file)
      platform = supposed.platform
      findings.notes.append(supposed.note)
    }
    let platforms = Set(charts.map { $0.platform ?? platform })
    findings.account = platforms.count == 1 ? platforms.first : nil
    return findings
  }

  mutating func map(_ record: RawRecord, into batch: inout CanonicalBatch) throws(RowProblem) {
    if place + 1 < charts.count, charts[place + 1].line == record.line {
      place += 1
      isAdrift = false
      return
    }
    if isHeader(record) { return batch.skip(record, .repeatedHeader) }
    guard isWhole(record) else {
      let isTitle = MetaChartExport.isTitle(record)
      isAdrift = isAdrift || isTitle
      throw RowProblem(
        column: "", found: isTitle ? "a line of one cell" : "\(record.count) cells",
        expected: isTitle ? "a day and its figure" : "\(header.count) cells, as the header has")
    }
    guard !isAdrift else {
      throw RowProblem(
        column: "", found: "a day below a line that is no known title", expected: "a title and a header above its rows")
    }
    try charts[place].map(record, supposed: platform, into: &batch)
  }

  private func isHeader(_ record: RawRecord) -> Bool {
    Header.key(record.text(day)).key == header.keys[day] && Header.key(record.text(figure)).key == header.keys[figure]
  }

  /// Whether it has a day and a figure; other cells at its end may be missing.
  private func isWhole(_ record: RawRecord) -> Bool {
    record.count > max(day, figure)
      && (header.count..<max(header.count, record.count)).allSatisfy { BlankText.trimmed(record[$0]).isEmpty }
      && !MetaChartExport.isTitle(record)
  }

  /// One cell of words. A day alone is a row that was cut.
  private static func isTitle(_ record: RawRecord) -> Bool {
    let text = record.text(0)
    return text.contains(where: \.isLetter) && DateText(text, order: nil) == nil
      && (1..<max(1, record.count)).allSatisfy { BlankText.trimmed(record[$0]).isEmpty }
  }

  /// Where the days stand: under a word for them, or in front of "Primary" as stamps.
  private static func day(_ opening: Opening, figure: Int) -> Int? {
    if let known = opening.header.column(dates) { return known }
    guard figure == 1, opening.header.keys[1] == "primary", let stamp = opening.firstRow.first,
      stamp.dropFirst(10).first == "T", DateText(stamp, order: nil)?.secondOfDay != nil
    else { return nil }
    return 0
  }

  private static let dates = ["date", "datum", "data", "fecha"]
  private static let primary: Set<String> = [
    "primary", "primär", "principal", "primario", "primário", "primaire", "principale", "primair",
  ]
}
