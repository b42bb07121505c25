import GRDB
import Vocabulary

extension Warehouse {
  /// Loads one file in one transaction; any error leaves the warehouse as it was.
  ///
  /// `file` is what is known before the rows are read; `body` hands every batch to the loader and returns `file` as it
  /// is known at the end. Where its window or day of export, learnt only by reading, settles which of two files is
  /// newer otherwise than `file` did, or a file of at least `bulkByteCount` bytes holds a key twice, all is rolled back
  /// and `body` is called once more: it must be able to read the file from its start again. A digest that is known already is answered from its stored counts without `body`.
  package func load(
    _ file: SourceFile, bulkByteCount: Int = 4 << 20, body: (FileLoader) throws -> SourceFile
  ) throws -> LoadReport {
    var known = file
    var isReadAgain = false
    var isBulk = file.byteCount >= bulkByteCount
    while true {
      switch try attempt(known, isBulk: isBulk, body) {
      case .done(let report): return report
      case .readAgain(let final):
        guard !isReadAgain else { throw WarehouseError.digestChanged(file: file.name) }
        isReadAgain = true
        known = final
      case .readRowByRow: isBulk = false
      }
    }
  }

  /// What was reported of these bytes before, with every row that then held a fact now unchanged; nil if never loaded.
  package func isLoaded(digest: String) throws(WarehouseError) -> LoadReport? {
    try read { db in try Warehouse.storedReport(digest: digest, in: db) }
  }

  private enum Attempt {
    case done(LoadReport)
    case readAgain(SourceFile)
    case readRowByRow
  }

  private struct Overturned: Error { var final: SourceFile }

  private func attempt(
    _ file: SourceFile, isBulk: Bool, _ body: (FileLoader) throws -> SourceFile
  ) throws -> Attempt {
    do {
      // Each number that refers to another row comes from that row, in this very transaction.
      return try change(ChangeSettings(checksReferences: false, sortsOnDisk: isBulk)) { db in
        if let report = try Warehouse.storedReport(digest: file.digest, in: db) { return .done(report) }
        // In kibibytes, given back with the connection. Row by row, the index of millions of keys stays in memory.
        try db.execute(sql: "PRAGMA cache_size = \(isBulk ? -8_192 : -65_536)")
        let id = try Warehouse.insert(file, in: db)
        let loader = try FileLoader(file: file, fileID: id, isBulk: isBulk, in: db)
        let final = try body(loader)
        guard final.digest == file.digest else { throw WarehouseError.digestChanged(file: file.name) }
        if loader.files.isOverturned(by: final) { throw Overturned(final: final) }
        loader.compareFiles(final)
        if let question = loader.files.question { throw question }
        let report = try loader.finish(final)
        try Warehouse.finish(final, id: id, report: report, in: db)
        try ColumnMemory.keep(file, id: id, in: db)
        return .done(report)
      }
    } catch let overturned as Overturned {
      return .readAgain(overturned.final)
    } catch is RepeatedKeys {
      return .readRowByRow
    }
  }

  private static func insert(_ file: SourceFile, in db: Database) throws -> Int64 {
    try db.execute(
      sql: """
        INSERT INTO sourceFile (name, digest, byteCount, format, isVerified, encoding, firstDay, lastDay,
          exportedDay, account, status)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'loading')
        """,
      arguments: [
        file.name, file.digest, file.byteCount, file.format, file.isVerified, file.encoding,
        file.datedWindow?.first.number, file.datedWindow?.last.number, file.exportedDay?.number, file.account,
      ])
    return db.lastInsertedRowID
  }

  private static func finish(_ file: SourceFile, id: Int64, report: LoadReport, in db: Database) throws {
    try db.execute(
      sql: """
        UPDATE sourceFile SET name = ?, byteCount = ?, format = ?, isVerified = ?, encoding = ?, currency = ?,
          timeZone = ?, firstDay = ?, lastDay = ?, exportedDay = ?, status = ?, rowsRead = ?, rowsLoaded = ?,
          rowsUpdated = ?, rowsUnchanged = ?, rowsSkipped = ?, rowsRejected = ?, rowsRepeated = ?
        WHERE id = ?
        """,
      arguments: [
        file.name, file.byteCount, file.format, file.isVerified, file.encoding, file.currency?.code, file.timeZone,
        file.datedWindow?.first.number, file.datedWindow?.last.number, file.exportedDay?.number, report.status.rawValue,
        report.rowsRead, report.rowsLoaded, report.rowsUpdated, report.rowsUnchanged, report.rowsSkipped,
        report.rowsRejected, report.rowsRepeated, id,
      ])
    try db.execute(
      sql: """
        UPDATE restatement
        SET day = (SELECT COALESCE(f.lastDay, f.exportedDay) FROM sourceFile AS f WHERE f.id = restatement.newFile)
        WHERE newFile = ? OR oldFile = ?
        """, arguments: [id, id])
    try AuditEntry(action: .load, subject: file.digest, outcome: report.status.rawValue, rows: report.rowsRead)
      .write(to: db)
  }

  private static func storedReport(digest: String, in db: Database) throws -> LoadReport? {
    let sql = "SELECT rowsRead, rowsSkipped, rowsRejected, rowsRepeated FROM sourceFile WHERE digest = ?"
    guard let row = try Row.fetchOne(db, sql: sql, arguments: [digest]) else { return nil }
    var report = LoadReport(status: .unchanged)
    report.rowsRead = row["rowsRead"]
    report.rowsSkipped = row["rowsSkipped"]
    report.rowsRejected = row["rowsRejected"]
    report.rowsRepeated = row["rowsRepeated"]
    report.rowsUnchanged = report.rowsRead - report.rowsSkipped - report.rowsRejected
    return report
  }
}
