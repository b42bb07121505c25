import GRDB
import Vocabulary

/// Takes the batches of one file, inside the one transaction of its load.
package final class FileLoader {
  private let db: Database
  private let fileID: Int64
  private let fileName: String
  private let adPerformance: AdPerformanceTable
  private let webTraffic: WebTrafficTable
  private let socialMetrics: SocialMetricTable
  private let words: Words
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
    words = try Words(in: db)
    adPerformance = try AdPerformanceTable(labels: words.labels, in: db)
    webTraffic = try WebTrafficTable(labels: words.labels, in: db)
    socialMetrics = try SocialMetricTable(words: words, in: db)
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
    for record in batch.customerOrders where !rejected.contains(record.origin.line) { try totals.add(record) }
    for record in batch.contacts where !rejected.contains(record.origin.line) {
      try totals.add(record)
      for row in try ContactMergeTable.rows(record, words) { try store(row, in: ContactMergeTable.table, &ledger) }
    }
    for record in batch.socialMetrics where !rejected.contains(record.origin.line) {
      try store(socialMetrics.row(record), in: SocialMetricTable.table, &ledger)
    }
    try addCustomers(batch, &ledger)
    try addSales(batch, &ledger)
    try addTraces(batch, &ledger)
    for row in batch.rejectedRows { try records.add(row) }
    for row in batch.skippedRows { records.add(row) }
    for total in batch.controlTotals { try records.add(total) }
    ledger.add(to: &report)
    report.rowsRead += batch.rowsRead
  }

  private func addCustomers(_ batch: CanonicalBatch, _ ledger: inout LineLedger) throws {
    try add(batch.contacts, to: ContactTable.table, &ledger, ContactTable.row)
    try add(batch.companies, to: CompanyTable.table, &ledger, CompanyTable.row)
    try add(batch.deals, to: DealTable.table, &ledger, DealTable.row)
    try add(batch.dealStageChanges, to: DealStageChangeTable.table, &ledger, DealStageChangeTable.row)
    try add(batch.dealContacts, to: DealContactTable.table, &ledger, DealContactTable.row)
    try add(batch.adCampaigns, to: AdCampaignTable.table, &ledger, AdCampaignTable.row)
    try add(batch.listMemberships, to: ListMembershipTable.table, &ledger, ListMembershipTable.row)
  }

  private func addSales(_ batch: CanonicalBatch, _ ledger: inout LineLedger) throws {
    try add(batch.customerOrders, to: CustomerOrderTable.table, &ledger, CustomerOrderTable.row)
    try add(batch.orderLines, to: OrderLineTable.table, &ledger, OrderLineTable.row)
    try add(batch.refunds, to: RefundTable.table, &ledger, RefundTable.row)
    try add(batch.payments, to: PaymentTable.table, &ledger, PaymentTable.row)
    try add(batch.subscriptions, to: SubscriptionTable.table, &ledger, SubscriptionTable.row)
    try add(batch.invoices, to: InvoiceTable.table, &ledger, InvoiceTable.row)
    try add(batch.offlineSales, to: OfflineSaleTable.table, &ledger, OfflineSaleTable.row)
    try add(batch.products, to: ProductTable.table, &ledger, ProductTable.row)
    try add(batch.exchangeRates, to: ExchangeRateTable.table, &ledger, ExchangeRateTable.row)
  }

  private func addTraces(_ batch: CanonicalBatch, _ ledger: inout LineLedger) throws {
    try add(batch.webSessions, to: WebSessionTable.table, &ledger, WebSessionTable.row)
    try add(batch.webEvents, to: WebEventTable.table, &ledger, WebEventTable.row)
    try add(batch.socialPosts, to: SocialPostTable.table, &ledger, SocialPostTable.row)
    try add(batch.emailEvents, to: EmailEventTable.table, &ledger, EmailEventTable.row)
    try add(batch.emailCampaigns, to: EmailCampaignTable.table, &ledger, EmailCampaignTable.row)
    try add(batch.surveyAnswers, to: SurveyAnswerTable.table, &ledger, SurveyAnswerTable.row)
    try add(batch.interactions, to: InteractionTable.table, &ledger, InteractionTable.row)
  }

  private func add<Record: CanonicalRecord>(
    _ records: [Record], to table: FactTable, _ ledger: inout LineLedger, _ row: (Record, Words) throws -> FactRow
  ) throws {
    for record in records where !ledger.rejected.contains(record.origin.line) {
      try store(try row(record, words), in: table, &ledger)
    }
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
  func finish(_ file: SourceFile) throws -> LoadReport {
    let accounted =
      report.rowsLoaded + report.rowsUpdated + report.rowsUnchanged + report.rowsSkipped + report.rowsRejected
    guard accounted == report.rowsRead else {
      throw WarehouseError.unaccountedRows(file: fileName, read: report.rowsRead, accounted: accounted)
    }
    try adPerformance.saveDeliveries(sourceFile: fileID, covering: file.datedWindow, in: db)
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
