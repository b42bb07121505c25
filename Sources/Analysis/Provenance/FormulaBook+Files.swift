import Vocabulary
import Warehouse

extension FormulaBook {
  /// What became of the rows of one file, or of all where the subject is empty; the subject begins its digest.
  func files(_ number: ReportNumber) -> RowSet {
    RowSet(
      kind: .files, source: "sourceFile",
      condition: number.subject.isEmpty ? "1" : "digest = \(SQLText.literal(number.subject))",
      amount: "COALESCE(SUM(\(number.measure.rawValue)), 0)",
      columns: [
        "format", "rowsRead", "rowsLoaded", "rowsUpdated", "rowsUnchanged", "rowsSkipped", "rowsRejected",
      ], file: "id")
  }

  /// The subject is the reason.
  func skipped(_ number: ReportNumber) -> RowSet {
    RowSet(
      kind: .skipped, source: "skippedRowCount", condition: "reason = \(SQLText.literal(number.subject))",
      amount: "COALESCE(SUM(rows), 0)", columns: ["reason", "rows"], file: "sourceFile", line: "firstLine")
  }

  /// What a rejected row held is not among the columns: it may be anything.
  var rejected: RowSet {
    RowSet(
      kind: .rejected, source: "rejectedRow", condition: "1", amount: "COUNT(*)", columns: ["columnName", "expected"],
      file: "sourceFile", line: "line")
  }
}
