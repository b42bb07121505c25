import Vocabulary

/// A table that the user's own mapping describes.
struct MappedTable: RecordMapper {
  private var columns: MappedColumns
  private var kind: any MappedKind
  private let totalsLabel: String?

  /// Nil when this header is not that of the mapping's table.
  init?(_ opening: Opening, mapping: TableMapping) {
    guard let columns = MappedColumns(opening.header, mapping: mapping) else { return nil }
    self.columns = columns
    kind = mapping.kind.type.init(columns)
    totalsLabel = mapping.totalsLabel?.lowercased()
  }

  var formatName: String { "mapping \(columns.mapping.name)" }
  var reportTitle: String { "\(columns.mapping.kind.title), by your mapping \(columns.mapping.name)" }
  var isVerified: Bool { true }
  var spansSheets: Bool { false }
  var width: Int? { columns.map.header.count }

  mutating func survey(_ record: RawRecord) {
    if !isTotal(record) { columns.survey(record) }
  }

  mutating func settle(_ options: ReadOptions, file: String) throws(IngestionError) -> Findings {
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
