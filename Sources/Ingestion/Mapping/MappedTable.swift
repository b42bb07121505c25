import Vocabulary

/// A table that the user's own mapping describes.
struct MappedTable: RecordMapper {
  private var columns: MappedColumns
  private var kind: any MappedKind
  private let totalsLabel: String?
  /// Other mappings that fit the table as well, by name.
  private var rivals: [String] = []

  /// Nil when this header is not that of the mapping's table.
  init?(_ opening: Opening, mapping: TableMapping) {
    guard let columns = MappedColumns(opening.header, mapping: mapping) else { return nil }
    self.columns = columns
    kind = mapping.kind.type.init(columns)
    totalsLabel = mapping.totalsLabel?.lowercased()
  }

  /// That of the mappings most of whose columns the table has, of equals the one with more of them.
  static func best(_ opening: Opening, _ mappings: [TableMapping]) -> MappedTable? {
    let tables = mappings.compactMap { MappedTable(opening, mapping: $0) }
    guard let most = tables.map(\.columns.fit).max() else { return nil }
    let fitting = tables.filter { $0.columns.fit == most }
    var best = fitting[0]
    best.rivals = fitting.dropFirst().map(\.columns.mapping.name)
    return best
  }

  var mappingName: String { columns.mapping.name }
  var formatName: String { "mapping \(columns.mapping.name)" }
  var reportTitle: String { "\(columns.mapping.kind.title), by your mapping \(columns.mapping.name)" }
  var isVerified: Bool { true }
  var spansSheets: Bool { false }
  var width: Int? { columns.map.header.count }

  mutating func survey(_ record: RawRecord) {
    if !isTotal(record) { columns.survey(record) }
  }

  mutating func settle(_ options: ReadOptions, file: String) throws(IngestionError) -> Findings {
    guard rivals.isEmpty else {
      throw .rivalMappings(file: file, names: [columns.mapping.name] + rivals)
    }
    var findings = try columns.settle(options, file: file)
    let type = columns.mapping.kind.type
    findings.metrics = type.ownMetrics
    for (field, metric) in type.metrics where columns.map.has(field) { findings.metrics.insert(metric) }
    return findings
  }

  mutating func map(_ record: RawRecord, into batch: inout CanonicalBatch) throws(RowProblem) {
    let row = MappedRow(record: record, columns: columns)
    if isTotal(record) {
      addTotals(row, to: &batch)
      batch.skippedRows.append(SkippedRow(line: record.line, reason: .totals))
      return
    }
    try kind.map(row, into: &batch)
  }

  private func isTotal(_ record: RawRecord) -> Bool {
    guard let totalsLabel else { return false }
    for column in 0..<record.count {
      let text = record.text(column)
      if !text.isEmpty { return text.lowercased().hasPrefix(totalsLabel) }
    }
    return false
  }

  /// What the table itself states as its sums, to hold ours to.
  private func addTotals(_ row: MappedRow, to batch: inout CanonicalBatch) {
    let metrics = columns.mapping.kind.type.metrics
    for field in metrics.keys.sorted() {
      guard let metric = metrics[field], let micros = try? row.micros(field) else { continue }
      batch.controlTotals.append(
        ControlTotal(
          origin: row.origin, label: columns.mapping.totalsLabel ?? "", metric: metric, valueMicros: micros,
          coversAllRows: true))
    }
  }
}
