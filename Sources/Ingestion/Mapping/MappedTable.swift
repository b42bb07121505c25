import Vocabulary

/// A table that the user's own mapping describes.
struct MappedTable: RecordMapper {
  private var columns: MappedColumns
  private var kind: any MappedKind
  private let totalsLabel: String?
  private let undatedTotals: UndatedTotals?
  private let furtherHeader: FurtherHeader?
  private var hasRows = false
  /// The line of the header of another table below this one.
  private var secondTable: Int?
  private var closingTotal: ClosingTotal?
  /// Nil for tables of other things, and after the survey.
  private var repeatedTotals: RepeatedTotals?
  private var repeatedHeaders: RepeatedHeaders
  /// Nil for tables of other things, and after the survey.
  private var sparseLabels: SparseLabels?
  /// Other mappings that fit the table as well, by name.
  private var rivals: [String] = []

  /// Nil when this header is not that of the mapping's table.
  init?(_ opening: Opening, mapping: TableMapping) {
    guard let columns = MappedColumns(opening.header, mapping: mapping, isScaled: opening.scalesNumbers) else {
      return nil
    }
    self.columns = columns
    kind = mapping.kind.type.init(columns)
    totalsLabel = mapping.totalsLabel?.lowercased()
    undatedTotals = UndatedTotals(columns)
    furtherHeader = FurtherHeader(columns)
    closingTotal = ClosingTotal(columns)
    repeatedTotals = mapping.kind == .orders ? RepeatedTotals(columns.map) : nil
    repeatedHeaders = RepeatedHeaders(columns.map)
    sparseLabels = SparseLabels(columns)
  }

  /// That of the mappings most of whose columns the table has, of equals the one with more of them, of these the one that
  /// is for files of such names alone.
  static func best(_ opening: Opening, _ mappings: [TableMapping]) -> MappedTable? {
    let tables = mappings.compactMap { MappedTable(opening, mapping: $0) }
    guard let most = tables.map(\.columns.fit).max() else { return nil }
    let fitting = tables.filter { $0.columns.fit == most }
    let named = fitting.filter { $0.columns.mapping.files != nil }
    let meant = named.isEmpty ? fitting : named
    var best = meant[0]
    best.rivals = meant.dropFirst().map(\.columns.mapping.name)
    return best
  }

  var mappingName: String { columns.mapping.name }
  var recordKind: RecordKind { columns.mapping.kind }
  /// Of advertising and of sales each row counts beside the others; elsewhere rows of one key are one thing.
  var countsEachRow: Bool { [.adPerformance, .offlineSales].contains(recordKind) }
  /// Those that it has a column for.
  var fieldsRead: [String] { TableField.allCases.filter { columns.map.has($0) }.map(\.rawValue) }
  /// Whether a column says what a row is of.
  var namesRows: Bool {
    recordKind.fields.contains { [.text, .id, .channel].contains($0.type) && columns.map.has($0.field) }
  }
  var formatName: String { SourceFile.mappingPrefix + columns.mapping.name }
  var reportTitle: String { "\(columns.mapping.kind.title), by your mapping \(columns.mapping.name)" }
  var isVerified: Bool { true }
  var spansSheets: Bool { false }
  var width: Int? { columns.map.header.count }
  var holdsAnswers: Bool { recordKind == .surveyAnswers }

  mutating func survey(_ record: RawRecord) {
    let further = furtherHeader?.kind(record)
    guard further != .repeated else { return }
    // Right below the header it is the header's second line, in other words.
    if further == .ofAnotherTable, hasRows { secondTable = secondTable ?? record.line }
    hasRows = true
    guard label(ofTotal: record) == nil else { return }
    columns.survey(record)
    closingTotal?.survey()
    repeatedTotals?.survey(record)
    repeatedHeaders.survey(record)
    sparseLabels?.survey(record)
  }

  mutating func settle(_ options: ReadOptions, file: String) throws(IngestionError) -> Findings {
    guard rivals.isEmpty else {
      throw .rivalMappings(file: file, names: [columns.mapping.name] + rivals)
    }
    if let secondTable { throw .stackedTables(file: file, line: secondTable) }
    try repeatedHeaders.settle(file: file)
    try sparseLabels?.settle(file: file)
    var findings = try columns.settle(options, file: file)
    findings.notes += (repeatedTotals?.notes ?? []) + (sparseLabels?.notes ?? [])
    // They know every order and every group of the file.
    repeatedTotals = nil
    sparseLabels = nil
    let type = columns.mapping.kind.type
    findings.metrics = type.ownMetrics
    for (field, metric) in type.metrics where columns.map.has(field) { findings.metrics.insert(metric) }
    return findings
  }

  mutating func map(_ record: RawRecord, into batch: inout CanonicalBatch) throws(RowProblem) {
    if furtherHeader?.kind(record) == .repeated { return batch.skip(record, .repeatedHeader) }
    let row = MappedRow(record: record, columns: columns)
    if let label = label(ofTotal: record) ?? closingTotal?.label(row) {
      return batch.addTotals(totals(row), label: label, record)
    }
    try kind.map(row, into: &batch)
  }

  /// What a row that is a total is called, nil for any other row.
  private func label(ofTotal record: RawRecord) -> String? {
    if let totalsLabel, let first = (0..<record.count).first(where: { !record.text($0).isEmpty }),
      record.text(first).lowercased().hasPrefix(totalsLabel)
    {
      return columns.mapping.totalsLabel
    }
    return undatedTotals?.label(record)
  }

  /// What the table itself states as its sums, to hold ours to.
  private func totals(_ row: MappedRow) -> [(TotalMetric, Int64?)] {
    let metrics = columns.mapping.kind.type.metrics
    var figures: [(TotalMetric, Int64?)] = []
    for field in metrics.keys.sorted() {
      if let metric = metrics[field] { figures.append((metric, try? row.micros(field))) }
    }
    return figures
  }
}
