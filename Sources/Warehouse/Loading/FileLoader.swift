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
  private var writers: [String: FactWriter] = [:]
  private let isBulk: Bool
  private let records: RecordWriter
  private let orderNames: OrderNames
  private var totals: FileTotals
  private var report = LoadReport(status: .loaded)
  private var hasSuperseded = false
  private var adRow = AdPerformanceTable.blank
  let files: FileOrder

  /// `isBulk`: see `FactWriter`.
  init(file: SourceFile, fileID: Int64, isBulk: Bool, in db: Database) throws {
    self.db = db
    self.isBulk = isBulk
    self.fileID = fileID
    fileName = file.name
    words = try Words(account: file.account, in: db)
    adPerformance = try AdPerformanceTable(labels: words.labels, in: db)
    webTraffic = try WebTrafficTable(labels: words.labels, in: db)
    socialMetrics = try SocialMetricTable(words: words, in: db)
    files = try FileOrder(current: fileID, file: file, in: db)
    records = try RecordWriter(fileID: fileID, in: db)
    orderNames = try OrderNames(in: db)
    totals = FileTotals(file: file.name)
  }

  /// Stores the facts of a batch. All records of one physical line must lie in the same batch.
  ///
  /// Lines that the batch rejects leave no fact. A record that no row may hold (a negative count, a second state of
  /// an order that the same file already gave) has its line rejected, with what was found and expected.
  package func add(_ batch: CanonicalBatch) throws {
    let rejected = Set(batch.rejectedRows.map(\.line))
    var ledger = LineLedger(rejected: rejected, skipped: Set(batch.skippedRows.map(\.line)))
    try addAds(batch.adPerformance, &ledger)
    for record in batch.webTraffic where !rejected.contains(record.origin.line) { try totals.add(record) }
    try add(batch.webTraffic, to: WebTrafficTable.table, &ledger) { record, _ in try self.webTraffic.row(record) }
    for record in batch.customerOrders where !rejected.contains(record.origin.line) { try totals.add(record) }
    for record in batch.contacts where !rejected.contains(record.origin.line) {
      try totals.add(record)
      let merges = try ContactMergeTable.rows(record, words)
      guard !merges.isEmpty else { continue }
      let writer = try writer(of: ContactMergeTable.table)
      for row in merges { try store(row, by: writer, &ledger) }
    }
    try addSocialMetrics(batch.socialMetrics, &ledger)
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
    try add(batch.customerOrders, to: CustomerOrderTable.table, &ledger) { record, words in
      var row = try CustomerOrderTable.row(record, words)
      try self.orderNames.settle(&row)
      return row
    }
    try add(batch.orderLines, to: OrderLineTable.table, &ledger) { record, words in
      var row = try OrderLineTable.row(record, words)
      self.orderNames.settle(line: &row)
      return row
    }
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

  private func addAds(_ records: [AdPerformance], _ ledger: inout LineLedger) throws {
    guard !records.isEmpty else { return }
    let writer = try writer(of: AdPerformanceTable.table)
    for record in records where !ledger.rejected.contains(record.origin.line) {
      if let (column, found) = AdPerformanceTable.contradiction(record) {
        let row = RejectedRow(line: record.origin.line, column: column, found: found, expected: "a count of 0 or more")
        try reject(row, in: &ledger)
        continue
      }
      try totals.add(record)
      try adPerformance.fill(&adRow, with: record)
      try store(adRow, by: writer, &ledger)
    }
  }

  private func add<Record: CanonicalRecord>(
    _ records: [Record], to table: FactTable, _ ledger: inout LineLedger, _ row: (Record, Words) throws -> FactRow
  ) throws {
    guard !records.isEmpty else { return }
    let writer = try writer(of: table)
    for record in records where !ledger.rejected.contains(record.origin.line) {
      try store(try row(record, words), by: writer, &ledger)
    }
  }

  /// A line of several figures is stored with all of them or with none.
  private func addSocialMetrics(_ records: [SocialMetric], _ ledger: inout LineLedger) throws {
    guard !records.isEmpty else { return }
    let writer = try writer(of: SocialMetricTable.table)
    var start = 0
    while start < records.count {
      let line = records[start].origin.line
      let end = records[start...].firstIndex { $0.origin.line != line } ?? records.count
      let ofLine = records[start..<end]
      start = end
      guard !ledger.rejected.contains(line) else { continue }
      let rows = try ofLine.map { try socialMetrics.row($0) }
      if rows.contains(where: writer.contradicts) {
        try rejectContradiction(line: line, of: writer, in: &ledger)
      } else {
        for row in rows { try store(row, by: writer, &ledger) }
      }
    }
  }

  private func writer(of table: FactTable) throws -> FactWriter {
    if let known = writers[table.name] { return known }
    let writer = try FactWriter(table, files: files, isBulk: isBulk, in: db)
    writers[table.name] = writer
    return writer
  }

  private func store(_ row: FactRow, by writer: FactWriter, _ ledger: inout LineLedger) throws {
    switch try writer.write(row) {
    case .inserted: ledger.note(.loaded, line: row.line)
    case .updated: ledger.note(.updated, line: row.line)
    case .unchanged: ledger.note(.unchanged, line: row.line)
    case .repeated: ledger.note(.repeated, line: row.line)
    case .superseded:
      hasSuperseded = true
      ledger.note(.unchanged, line: row.line)
    case .contradictory: try rejectContradiction(line: row.line, of: writer, in: &ledger)
    }
  }

  private func rejectContradiction(line: Int, of writer: FactWriter, in ledger: inout LineLedger) throws {
    let row = RejectedRow(
      line: line, column: "", found: "the same \(writer.table.noun) as in an earlier row, with other values",
      expected: "one row for each; take out the one that does not hold")
    try reject(row, in: &ledger)
  }

  private func reject(_ row: RejectedRow, in ledger: inout LineLedger) throws {
    try records.add(row)
    ledger.reject(line: row.line)
  }

  /// Asks whether what other files tell too is of the same account.
  func compareFiles(_ final: SourceFile) {
    for table in FactTable.all {
      guard let writer = writers[table.name] else { continue }
      for (other, scale) in writer.scale.sorted(by: { $0.key < $1.key }) {
        files.compare(scale, with: other, final: final)
      }
      for (other, beginnings) in writer.beginnings.sorted(by: { $0.key < $1.key }) where beginnings.areOfOthers {
        files.noteTwoThings(table: table.name, with: other)
      }
    }
  }

  /// Writes what is known only at the end, and says what became of the file. Throws `RepeatedKeys` where a bulk load
  /// turns out to be none.
  func finish(_ file: SourceFile) throws -> LoadReport {
    for table in FactTable.all { try writers[table.name]?.finish() }
    let accounted =
      report.rowsLoaded + report.rowsUpdated + report.rowsUnchanged + report.rowsSkipped + report.rowsRejected
    guard accounted == report.rowsRead else {
      throw WarehouseError.unaccountedRows(file: fileName, read: report.rowsRead, accounted: accounted)
    }
    try adPerformance.saveDays(sourceFile: fileID, covering: file.datedWindow, in: db)
    try records.finish(totals)
    if report.rowsRejected > 0 {
      report.status = .partial
    } else if report.rowsLoaded + report.rowsUpdated > 0 || report.rowsUnchanged == 0 {
      report.status = .loaded
    } else {
      report.status = hasSuperseded ? .superseded : .unchanged
    }
    report.rowsSuperseded = files.rowsSuperseded
    report.supersededBy = files.supersededBy
    return report
  }
}
