import Vocabulary

/// A Matomo report pivoted by a second dimension, as JSON or CSV: a label, and one numbered column for each value
/// (`1. Melbourne, Victoria, Australia`). The file does not tell which figure it is, so it is kept as `other`.
struct MatomoPivot: SourceFormat {
  static let title = "Matomo report, pivoted"
  static let isVerified = true

  private let header: Header

  init?(_ opening: Opening) {
    guard opening.rootName.isEmpty, opening.header.count > 1, opening.header.keys[0] == "label",
      opening.header.keys.dropFirst().allSatisfy({ MatomoPivot.value($0) != nil })
    else { return nil }
    header = opening.header
  }

  var width: Int? { header.count }

  mutating func survey(_ record: RawRecord) {}

  mutating func settle(_ options: ReadOptions, file: String) throws(IngestionError) -> Findings {
    var findings = Findings()
    findings.reason = "the columns \"label\" and \"\(header.names[1])\""
    findings.columns = header.names.indices.map {
      ColumnMeaning(header: header.names[$0], meaning: $0 == 0 ? "dimension" : "other")
    }
    findings.timeZone = options.timeZone
    return findings
  }

  mutating func map(_ record: RawRecord, into batch: inout CanonicalBatch) throws(RowProblem) {
    var facts: [WebTraffic] = []
    for column in 1..<header.count {
      let cell = BlankText.trimmed(record[column])
      guard !BlankText.isMissing(cell), !cell.elementsEqual("false".utf8) else { continue }
      guard let micros = NumberFormat.plain.micros(cell) else {
        throw RowProblem(
          column: header.names[column], found: "text of \(cell.count) bytes that is no number",
          expected: "a number such as 1234.5")
      }
      facts.append(
        WebTraffic(
          origin: RecordOrigin(record), tool: "Matomo", property: "", window: .undated,
          dimension: "label + column",
          dimensionValue: record.text(0) + " + " + (MatomoPivot.value(header.names[column]) ?? ""), metric: .other,
          metricName: "pivot", valueMicros: micros))
    }
    if facts.isEmpty { batch.skippedRows.append(SkippedRow(line: record.line, reason: .noData)) }
    batch.webTraffic += facts
  }

  /// `1. Melbourne` without its number.
  private static func value(_ name: String) -> String? {
    let digits = name.prefix { $0.isASCII && $0.isNumber }
    guard !digits.isEmpty, name[digits.endIndex...].hasPrefix(". ") else { return nil }
    return String(name[digits.endIndex...].dropFirst(2))
  }
}
