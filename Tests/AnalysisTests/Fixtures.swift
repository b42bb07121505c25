import Analysis
import Foundation
import Vocabulary
import Warehouse

let pounds: Currency = {
  guard let currency = Currency("GBP") else { preconditionFailure("GBP is a currency code") }
  return currency
}()
/// 2026-01-05.
let monday = Day(number: 20458)

func purchase(_ day: Day, _ pounds: Int64, discounted: Bool = false, products: Int? = 1) -> PurchaseHistory.Purchase {
  PurchaseHistory.Purchase(
    day: day, netMicros: pounds * Micros.perUnit, isDiscounted: discounted, products: products)
}

func customer(_ id: Int, _ purchases: [PurchaseHistory.Purchase]) -> PurchaseHistory {
  customer(id, nil, purchases)
}

func customer(
  _ id: Int, _ channel: Channel?, campaign: String = "", _ purchases: [PurchaseHistory.Purchase]
) -> PurchaseHistory {
  PurchaseHistory(
    customerID: id, email: "c\(id)@example.com", channel: channel, campaign: campaign, purchases: purchases)
}

func cost(_ day: Day, _ pounds: Int64, _ channel: Channel = .paidSearch, campaign: String = "Brand") -> SpendFact {
  SpendFact(
    platform: "Ads", channel: channel, campaign: campaign, window: DateWindow(day: day), currency: Currency("GBP"),
    spendMicros: pounds * Micros.perUnit)
}

/// A ledger whose orders are those of its customers.
func ledger(_ histories: [PurchaseHistory], spend: [SpendFact] = [], asOf: Day) -> Ledger {
  let orders = histories.flatMap { history in
    history.purchases.map {
      OrderFact(customerID: history.customerID, day: $0.day, netMicros: $0.netMicros, currency: pounds)
    }
  }
  return Ledger(asOf: asOf, currency: pounds, orders: orders, histories: histories, spend: spend)
}

/// Asks a warehouse that one file of website figures was loaded into, and removes it.
func withWarehouse<Answer>(
  of fill: (inout CanonicalBatch) -> Void, ask: (Warehouse) throws -> Answer
) throws -> Answer {
  let folder = FileManager.default.temporaryDirectory.appending(path: "fairlead-\(UUID().uuidString)")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  let warehouse = try Warehouse(path: folder.appending(path: "w.sqlite").path(percentEncoded: false))
  let file = SourceFile(
    name: "visits", digest: "digest", byteCount: 1, format: "TestReport", isVerified: true, encoding: "UTF-8")
  _ = try warehouse.load(file) { loader in
    var batch = CanonicalBatch()
    fill(&batch)
    let ofTables = Set(batch.webTraffic.map(\.origin.line)).count
    batch.rowsRead = batch.webEvents.count + batch.webSessions.count + ofTables
    try loader.add(batch)
    return file
  }
  return try ask(warehouse)
}
