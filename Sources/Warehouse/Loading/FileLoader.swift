import GRDB
import Vocabulary

/// Takes the batches of one file, inside the one transaction of its load.
package final class FileLoader {
  private let db: Database
  private let fileID: Int64
  private let fileName: String
  private let adPerformance: AdPerformanceTable
  private let webTraffic: WebTrafficTable
  private let customerOrders: CustomerOrderTable
  private let orderLines: OrderLineTable
  private let contacts: ContactTable
  private let writers: [String: FactWriter]
  private let records: RecordWriter
  private var totals: FileTotals
  private var report = LoadReport(status: .loaded)
  private var hasSuperseded = false
  let files: FileOrder

  init(file: SourceFile, fileID: Int64, in db: Database) throws {
    self.db = db
    self.fileID = fileID
    fileName = file.name
    let labels = try TextDictionary(table: "label", in: db)
    let emails = try TextDictionary(table: "emailAddress", in: db)
    let systems = try SourceSystem.dictionary(in: db)
    adPerformance = try AdPerformanceTable(labels: labels, in: db)
    webTraffic = try WebTrafficTable(labels: labels, in: db)
    customerOrders = CustomerOrderTable(labels: labels, emails: emails, systems: systems)
    orderLines = OrderLineTable(labels: labels, systems: systems)
    contacts = ContactTable(labels: labels, emails: emails, systems: systems)
    let files = try FileOrder(current: fileID, file: file, in: db)
    self.files = files
    var writers: [String: FactWriter] = [:]
    for table in FactTable.all { writers[table.name] = try FactWriter(table, files: files, in: db) }
    self.writers = writers
    records = try RecordWriter(fileID: fileID, in: db)
    totals = FileTotals(file: file.name)
  }

  /// Stores the facts of a batch. All records of one physical line must lie in the same batch.
  ///
  /// Lines that the batch rejects leave no fact. A record that no row may hold (a negative count, a second state of
  /// an order that the same file already gave) has its line rejected, with what was found and expected.
  package func add(_ batch: CanonicalBatch) throws {
    let rejected = Set(batch.rejectedRows.map(\.line))
    var ledger = LineLedger(rejected: rejected, skipped: Set(batch.skippedRows.map(\.line)))
    for record in batch.adPerformance where !rejected.contains(record.origin.line) {
      if let (column, found) = AdPerformanceTable.contradiction(record) {
        let row = RejectedRow(line: record.origin.line, column: column, found: found, expected: "a count of 0 or more")
        try reject(row, in: &ledger)
        continue
      }
      try totals.add(record)
      try store(adPerformance.row(record), in: AdPerformanceTable.table, &ledger)
    }
    for record in batch.webTraffic where !rejected.contains(record.origin.line) {
      try totals.add(record)
      try store(webTraffic.row(record), in: WebTrafficTable.table, &ledger)
    }
    for record in batch.customerOrders where !rejected.contains(record.origin.line) {
      try totals.add(record)
      try store(customerOrders.row(record), in: CustomerOrderTable.table, &ledger)
    }
    for record in batch.orderLines where !rejected.contains(record.origin.line) {
      try store(orderLines.row(record), in: OrderLineTable.table, &ledger)
    }
    for record in batch.contacts where !rejected.contains(record.origin.line) {
      try totals.add(record)
      try store(contacts.row(record), in: ContactTable.table, &ledger)
    }
    for row in batch.rejectedRows { try records.add(row) }
    for row in batch.skippedRows { records.add(row) }
    for total in batch.controlTotals { try records.add(total) }
    ledger.add(to: &report)
    report.rowsRead += batch.rowsRead
  }

  private func store(_ row: FactRow, in table: FactTable, _ ledger: inout LineLedger) throws {
    guard let writer = writers[table.name] else { return }
    switch try writer.write(row) {
    case .inserted: ledger.note(.loaded, line: row.line)
    case .updated: ledger.note(.updated, line: row.line)
    case .unchanged: ledger.note(.unchanged, line: row.line)
    case .repeated: ledger.note(.repeated, line: row.line)
    case .superseded:
      hasSuperseded = true
      ledger.note(.unchanged, line: row.line)
    case .contradictory:
      let row = RejectedRow(
        line: row.line, column: "", found: "a second record of the same key with other values",
        expected: "one record for each key of \(table.name)")
      try reject(row, in: &ledger)
    }
  }

  private func reject(_ row: RejectedRow, in ledger: inout LineLedger) throws {
    try records.add(row)
    ledger.reject(line: row.line)
  }

  /// Writes what is known only at the end, and says what became of the file.
  func finish() throws -> LoadReport {
    let accounted =
      report.rowsLoaded + report.rowsUpdated + report.rowsUnchanged + report.rowsSkipped + report.rowsRejected
    guard accounted == report.rowsRead else {
      throw WarehouseError.unaccountedRows(file: fileName, read: report.rowsRead, accounted: accounted)
    }
    try adPerformance.saveDeliveries(sourceFile: fileID, in: db)
    try records.finish(totals)
    if report.rowsRejected > 0 {
      report.status = .partial
    } else if report.rowsLoaded + report.rowsUpdated > 0 || report.rowsUnchanged == 0 {
      report.status = .loaded
    } else {
      report.status = hasSuperseded ? .superseded : .unchanged
    }
    return report
  }
}
