import GRDB
import Vocabulary

/// Keeps what a file says besides its facts: rejected and skipped rows, stated totals and the sums to hold them to.
final class RecordWriter {
  private let db: Database
  private let fileID: Int64
  private let insertRejected: PreparedStatement
  private let insertTotal: PreparedStatement
  private var rejectedCount: Int64 = 0
  private var totalCount: Int64 = 0
  private var skipped: [SkippedRow.Reason: (rows: Int64, firstLine: Int)] = [:]

  init(fileID: Int64, in db: Database) throws {
    self.db = db
    self.fileID = fileID
    insertRejected = try PreparedStatement(
      "INSERT INTO rejectedRow (sourceFile, position, line, columnName, found, expected) VALUES (?, ?, ?, ?, ?, ?)",
      in: db)
    insertTotal = try PreparedStatement(
      "INSERT INTO controlTotal (sourceFile, position, line, section, label, metric, valueMicros, coversAllRows) "
        + "VALUES (?, ?, ?, ?, ?, ?, ?, ?)", in: db)
  }

  func add(_ row: RejectedRow) throws {
    rejectedCount += 1
    insertRejected.bind(1, fileID)
    insertRejected.bind(2, rejectedCount)
    insertRejected.bind(3, Int64(row.line))
    insertRejected.bind(4, row.column)
    insertRejected.bind(5, row.found)
    insertRejected.bind(6, row.expected)
    try insertRejected.run()
  }

  func add(_ row: SkippedRow) {
    let known = skipped[row.reason]
    skipped[row.reason] = ((known?.rows ?? 0) + 1, min(known?.firstLine ?? row.line, row.line))
  }

  func add(_ total: ControlTotal) throws {
    totalCount += 1
    insertTotal.bind(1, fileID)
    insertTotal.bind(2, totalCount)
    insertTotal.bind(3, Int64(total.origin.line))
    insertTotal.bind(4, Int64(total.origin.section))
    insertTotal.bind(5, total.label)
    insertTotal.bind(6, total.metric.rawValue)
    insertTotal.bind(7, total.valueMicros)
    insertTotal.bind(8, total.coversAllRows ? 1 : 0)
    try insertTotal.run()
  }

  func finish(_ totals: FileTotals) throws {
    for (reason, count) in skipped {
      try db.execute(
        sql: "INSERT INTO skippedRowCount (sourceFile, reason, rows, firstLine) VALUES (?, ?, ?, ?)",
        arguments: [fileID, reason.rawValue, count.rows, count.firstLine])
    }
    for (key, sum) in totals.sums {
      try db.execute(
        sql: "INSERT INTO fileTotal (sourceFile, section, metric, valueMicros) VALUES (?, ?, ?, ?)",
        arguments: [fileID, key.section, key.metric.rawValue, sum])
    }
  }
}
