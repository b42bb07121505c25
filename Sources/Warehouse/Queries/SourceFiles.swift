import GRDB
import Vocabulary

/// A file that came in, and what became of its rows.
package struct SourceFileSummary: Equatable, Sendable {
  package var name: String
  package var digest: String
  package var format: String
  package var isVerified: Bool
  package var encoding: String
  package var currency: Currency?
  package var timeZone: String?
  package var window: DateWindow?
  package var exportedDay: Day?
  /// Whose the user said it was; "" where nothing was said.
  package var account = ""
  package var report: LoadReport
}

package enum SourceFiles {
  private static let columns = """
    SELECT name, digest, format, isVerified, encoding, currency, timeZone, firstDay, lastDay, exportedDay, account, status,
      rowsRead, rowsLoaded, rowsUpdated, rowsUnchanged, rowsSkipped, rowsRejected, rowsRepeated
    FROM sourceFile
    """
  static let sql = columns + "\nORDER BY name, digest"

  /// All files, by name; counts as of their first load.
  package static func fetch(from warehouse: Warehouse) throws(WarehouseError) -> [SourceFileSummary] {
    try warehouse.read { db in try Row.fetchAll(db, sql: sql).map(SourceFileSummary.init) }
  }

  /// The file of these bytes; nil where it has not been loaded.
  package static func fetch(digest: String, from warehouse: Warehouse) throws(WarehouseError) -> SourceFileSummary? {
    try warehouse.read { db in
      try Row.fetchOne(db, sql: columns + "\nWHERE digest = ?", arguments: [digest]).map(SourceFileSummary.init)
    }
  }
}

extension SourceFileSummary {
  fileprivate init(_ row: Row) {
    name = row["name"]
    digest = row["digest"]
    format = row["format"]
    isVerified = row["isVerified"]
    encoding = row["encoding"]
    currency = row.currency("currency")
    timeZone = row["timeZone"]
    if let first = row.day("firstDay"), let last = row.day("lastDay") { window = DateWindow(first: first, last: last) }
    exportedDay = row.day("exportedDay")
    account = row["account"]
    report = LoadReport(status: LoadReport.Status(rawValue: row["status"]) ?? .loaded)
    report.rowsRead = row["rowsRead"]
    report.rowsLoaded = row["rowsLoaded"]
    report.rowsUpdated = row["rowsUpdated"]
    report.rowsUnchanged = row["rowsUnchanged"]
    report.rowsSkipped = row["rowsSkipped"]
    report.rowsRejected = row["rowsRejected"]
    report.rowsRepeated = row["rowsRepeated"]
  }
}
