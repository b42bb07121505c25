import Foundation
import Testing
import Vocabulary

@testable import Warehouse

/// A warehouse in a folder of its own that goes with it.
final class Scratch {
  let folder: URL
  let warehouse: Warehouse

  var path: String { warehouse.path }

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "warehouse-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    warehouse = try Warehouse(path: folder.appending(path: "warehouse.sqlite").path)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  @discardableResult
  func load(_ export: Export) throws -> LoadReport {
    try warehouse.load(export.file) { loader in
      for batch in export.batches { try loader.add(batch) }
      return export.file
    }
  }

  func count(_ table: String) throws -> Int64 {
    let answer = try warehouse.queryRows("SELECT COUNT(*) FROM \(table)")
    guard case .integer(let count) = answer.rows[0][0] else { return -1 }
    return count
  }
}

/// A file as a test makes it: its header and the batches that a format would give.
struct Export {
  var file: SourceFile
  var batches: [CanonicalBatch]

  init(_ name: String, window: String? = nil, exported: String? = nil, _ batches: [CanonicalBatch]) {
    file = SourceFile(
      name: name, digest: "digest of \(name)", byteCount: 1, format: "TestReport", isVerified: true, encoding: "UTF-8")
    file.exportedDay = exported.flatMap { Day(iso: $0) }
    if let window { file.window = days(window) }
    self.batches = batches
  }

  /// One advertising row a line, from line 2.
  init(_ name: String, window: String? = nil, exported: String? = nil, ads rows: [AdPerformance]) {
    var batch = CanonicalBatch()
    for (index, row) in rows.enumerated() {
      var row = row
      row.origin = RecordOrigin(line: index + 2, section: row.origin.section, content: row.origin.content)
      batch.adPerformance.append(row)
    }
    batch.rowsRead = rows.count
    self.init(name, window: window, exported: exported, [batch])
  }

  init(_ name: String, exported: String? = nil, orders: [CustomerOrder], lines: [OrderLine] = []) {
    var batch = CanonicalBatch()
    batch.customerOrders = orders
    batch.orderLines = lines
    batch.rowsRead = Set(orders.map(\.origin.line) + lines.map(\.origin.line)).count
    self.init(name, exported: exported, [batch])
  }
}

/// "2026-09-01" or "2026-09-01…2026-09-30".
func days(_ text: String) -> DateWindow {
  let parts = text.split(separator: "…").compactMap { Day(iso: $0) }
  return DateWindow(first: parts[0], last: parts[parts.count - 1]) ?? .undated
}

func ad(
  _ campaign: String, _ window: String, spend: Int64?, impressions: Int64? = nil, breakdown: String = "",
  value: String = "", platform: String = "Meta", account: String = "", ad: String = "", id: String = ""
) -> AdPerformance {
  let window = window == "undated" ? DateWindow.undated : days(window)
  var row = AdPerformance(origin: RecordOrigin(line: 2), platform: platform, channel: .paidSocial, window: window)
  row.account = account
  row.campaign = campaign
  row.campaignID = id
  row.ad = ad
  row.breakdown = breakdown
  row.breakdownValue = value
  row.currency = Currency("EUR")
  row.spendMicros = spend.map { $0 * Micros.perUnit }
  row.impressions = impressions
  return row
}

func order(
  _ id: String, _ day: String, email: String?, line: Int = 2, subtotal: Int64?, refunded: Int64? = nil,
  status: String = "paid"
) -> CustomerOrder {
  var order = CustomerOrder(
    origin: RecordOrigin(line: line), platform: "Shop", shop: "", orderID: id, orderName: "#" + id,
    email: email.flatMap { EmailAddress($0) }, day: Day(iso: day) ?? Day(number: 0), instant: nil,
    currency: Currency("EUR"))
  order.subtotalMicros = subtotal.map { $0 * Micros.perUnit }
  order.refundedMicros = refunded.map { $0 * Micros.perUnit }
  order.financialStatus = status
  return order
}

func line(of id: String, _ position: Int, _ product: String, quantity: Int64, line: Int = 2) -> OrderLine {
  OrderLine(
    origin: RecordOrigin(line: line), platform: "Shop", shop: "", orderID: id, position: position, product: product,
    sku: "", quantity: quantity)
}
