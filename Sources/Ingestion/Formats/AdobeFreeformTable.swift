import Vocabulary

/// Adobe Analytics Workspace, Download CSV: freeform tables below comment lines, each with one or two header rows (a
/// metric over segments or a segment over metrics), then its totals labelled with the dimension's name, then its rows; a
/// breakdown has a second column of names and repeats the parent in the first. No real file stands behind it.
///
/// Only a figure without a segment is the metric of its name. A table holds the rows that were shown, so only days are
/// held against the totals.
struct AdobeFreeformTable: SourceFormat {
  static let title = "Adobe Analytics freeform tables"
  static let isVerified = false

  private let suite: String
  private let period: DateWindow?
  private let opening: AdobeTableWalk
  private var walk: AdobeTableWalk
  private var tables: [FigureTable] = []
  private var currency: Currency?
  private var block = Block()

  /// A dimension's rows, from its totals to the next.
  private struct Block {
    var section = 0
    var dimension = ""
    var totals: [Int64] = []
    var hasFigures = false
    var parent = ""
    var breakdown = ""
  }

  init?(_ opening: Opening) {
    let lines = opening.preamble.map(PaddedLine.text)
    let comments = lines.filter { $0.hasPrefix("#") }
    func value(_ key: String) -> String? {
      comments.first { $0.hasPrefix(key) }.map { Header([String($0.dropFirst(key.count))]).names[0] }
    }
    guard value("# Report suite:") != nil || value("# Freeform") != nil,
      lines.last(where: { !$0.isEmpty })?.hasPrefix("#") == true,
      !(opening.header.names.first ?? "").hasPrefix("#"), opening.header.trimmed.count > 1
    else { return nil }
    suite = value("# Report suite:") ?? ""
    period = value("# Date:").flatMap { PeriodText.window($0) }
    self.opening = AdobeTableWalk(opening.header.names)
    walk = self.opening
  }

  var width: Int? { nil }

  mutating func survey(_ record: RawRecord) {
    guard walk.step(record) else { return }
    if walk.section > tables.count { tables.append(AdobeFreeformTable.table(walk.header)) }
    tables[walk.section - 1].survey(record)
  }

  mutating func settle(_ options: ReadOptions, file: String) throws(IngestionError) -> Findings {
    for index in tables.indices { try tables[index].settle(options, file: file, habit: .decimalDot) }
    walk = opening
    currency = options.currency ?? tables.lazy.compactMap(\.currency).first
    var findings = Findings()
    findings.reason = "comment lines of a freeform table"
    findings.columns = tables.flatMap(\.meanings)
    findings.currency = currency
    findings.timeZone = options.timeZone
    findings.window = period
    findings.account = suite.isEmpty ? nil : suite
    findings.metrics = tables.reduce(into: []) { $0.formUnion($1.metrics) }
    findings.notes += tables.flatMap(\.caveats)
    return findings
  }

  mutating func map(_ record: RawRecord, into batch: inout CanonicalBatch) throws(RowProblem) {
    guard walk.step(record) else { return }
    let table = tables[walk.section - 1]
    guard record.filledCount <= table.header.count else {
      throw RowProblem(
        column: "", found: "\(record.count) cells", expected: "\(table.header.count) cells, as the table's header has")
    }
    var place = FigureTable.Place(
      section: walk.section, tool: "Adobe Analytics", property: suite, window: period ?? .undated)
    var figures: [Int64] = []
    for column in table.figures { figures.append(try column.value(record)?.micros ?? 0) }
    let (name, item) = (record.text(0), table.dimensions.count > 1 ? record.text(1) : "")
    if beginsBlock(figures) {
      block = Block(section: walk.section, dimension: Header.key(name).key, totals: figures)
      let isDaily = AdobeFreeformTable.days.contains(block.dimension)
      batch.skippedRows.append(SkippedRow(line: record.line, reason: .totals))
      batch.controlTotals += try table.totals(record, section: walk.section, label: name) { _ in isDaily }
      return
    }
    block.hasFigures = block.hasFigures || figures.contains { $0 != 0 }
    if !item.isEmpty, block.parent != name {
      (block.parent, block.breakdown) = (name, Header.key(item).key)
      batch.skippedRows.append(SkippedRow(line: record.line, reason: .totals))
      return
    }
    if item.isEmpty, AdobeFreeformTable.days.contains(block.dimension), let day = DateText(name, order: nil)?.day {
      place.window = DateWindow(day: day)
    } else {
      place.dimension = block.dimension + (item.isEmpty ? "" : " + " + block.breakdown)
      place.value = name + (item.isEmpty ? "" : " + " + item)
    }
    // A breakdown tells its parent's figures again.
    if !item.isEmpty { place.section += tables.count }
    let facts = try table.facts(record, place, currency: currency)
    if facts.isEmpty { batch.skippedRows.append(SkippedRow(line: record.line, reason: .noData)) }
    batch.webTraffic += facts
  }

  /// A table's first row, and one below others that has the same totals under another dimension's name.
  private func beginsBlock(_ figures: [Int64]) -> Bool {
    block.section != walk.section || (block.hasFigures && figures.count > 1 && figures == block.totals)
  }

  private static func table(_ header: Header) -> FigureTable {
    let leading = header.names.prefix { $0.isEmpty }.count
    return FigureTable(header) { key, index in
      if index < max(1, leading) { return .dimension }
      return .figure(measures[key] ?? .number)
    }
  }

  private static let days: Set<String> = ["day", "tag", "jour", "día", "dia", "giorno", "dag"]

  private static let measures: [String: WebMeasure] = [
    "visits": .sessions, "unique visitors": .users, "page views": .views, "bounces": .bounces, "revenue": .revenue,
    "orders": .count, "entries": .count, "exits": .count, "bounce rate": .ratio, "occurrences": .count,
    "time spent per visit": .meanSeconds, "total seconds spent": .seconds,
  ]
}
