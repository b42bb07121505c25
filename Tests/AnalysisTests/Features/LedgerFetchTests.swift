import Foundation
import Testing
import Vocabulary
import Warehouse

@testable import Analysis

/// A currency is asked for when a figure needs it, not when a file is read.
struct LedgerFetchTests {
  private let euro = Currency("EUR")

  /// One campaign's days, 1, 2, … in the given currencies, and orders, in one file.
  private func warehouse(
    _ currencies: [Currency?], rate: Int64? = nil, orders: [CustomerOrder] = []
  ) throws -> Warehouse {
    let folder = FileManager.default.temporaryDirectory.appending(path: "fairlead-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let warehouse = try Warehouse(path: folder.appending(path: "w.sqlite").path(percentEncoded: false))
    let file = SourceFile(
      name: "ads.csv", digest: "digest", byteCount: 1, format: "TestReport", isVerified: true, encoding: "UTF-8")
    _ = try warehouse.load(file) { loader in
      var batch = CanonicalBatch()
      for (index, currency) in currencies.enumerated() {
        var row = AdPerformance(
          origin: RecordOrigin(line: index + 2), platform: "Ads", channel: .paidSearch,
          window: DateWindow(day: monday + index))
        row.campaign = "Brand"
        row.currency = currency
        row.spendMicros = Int64(index + 1) * Micros.perUnit
        batch.adPerformance.append(row)
      }
      batch.customerOrders = orders
      batch.rowsRead = currencies.count + orders.count
      if let rate, let euro, let dollar = Currency("USD") {
        batch.exchangeRates = [
          ExchangeRate(
            origin: RecordOrigin(line: 99), day: monday, base: euro, quote: dollar, rateNanos: rate, authority: "ECB")
        ]
        batch.rowsRead += 1
      }
      try loader.add(batch)
      return file
    }
    return warehouse
  }

  /// Advertising tells of Monday and Tuesday, a payment of a day a month later.
  @Test func aPaymentMovesNoReport() throws {
    let warehouse = try warehouse([euro, euro])
    let file = SourceFile(
      name: "pay.csv", digest: "other", byteCount: 1, format: "TestReport", isVerified: true, encoding: "UTF-8")
    _ = try warehouse.load(file) { loader in
      var batch = CanonicalBatch()
      batch.payments = [
        Payment(origin: RecordOrigin(line: 2), platform: "Pay", paymentID: "1", kind: .charge, day: monday + 30)
      ]
      batch.rowsRead = 1
      try loader.add(batch)
      return file
    }
    #expect(try Ledger.fetch(from: warehouse, asOf: nil, currency: nil).asOf == monday + 1)
  }

  @Test func amountsWithoutACurrencyAreLeftOutAndSaid() throws {
    let ledger = try Ledger.fetch(from: warehouse([euro, nil]), asOf: nil, currency: nil)
    #expect(ledger.spend.map(\.spendMicros) == [1_000_000])
    #expect(ledger.caveats.contains(.currencyUnknown(amounts: 1)))
  }

  @Test func aDeclaredCurrencyIsTheirs() throws {
    let ledger = try Ledger.fetch(from: warehouse([euro, nil]), asOf: nil, currency: euro)
    #expect(ledger.spend.map(\.spendMicros) == [1_000_000, 2_000_000])
    #expect(!ledger.caveats.contains(.currencyUnknown(amounts: 1)))
  }

  @Test func withoutAnyItIsAsked() throws {
    #expect(throws: Ledger.Absence.noCurrency) {
      try Ledger.fetch(from: warehouse([nil]), asOf: nil, currency: nil)
    }
  }

  /// 1 EUR = 1.25 USD on the first day: the second day's 2 USD take that rate and are 1.60 EUR.
  @Test func otherMoneyIsConvertedWhereRatesAreGiven() throws {
    let dollar = try #require(Currency("USD"))
    let ledger = try Ledger.fetch(
      from: warehouse([euro, dollar, euro], rate: 1_250_000_000), asOf: nil, currency: nil)
    #expect(ledger.spend.map(\.spendMicros) == [1_000_000, 1_600_000, 3_000_000])
    #expect(ledger.caveats == [.converted(dollar, amounts: 1, authorities: ["ECB"])])
  }

  @Test func withoutARateItIsLeftOutAndSaid() throws {
    let dollar = try #require(Currency("USD"))
    let ledger = try Ledger.fetch(from: warehouse([euro, dollar, euro]), asOf: nil, currency: nil)
    #expect(ledger.spend.map(\.spendMicros) == [1_000_000, 3_000_000])
    #expect(ledger.spendLeftOut.map(\.currency) == [dollar])
    #expect(ledger.caveats == [.otherCurrencyLeftOut(dollar, amounts: 1)])
  }

  /// The rate of the first day serves for the week after it: the dollars of the eighth day have none.
  @Test func ordersAfterTheLastRateAreLeftOutWithTheirDays() throws {
    let (euro, dollar) = (try #require(euro), try #require(Currency("USD")))
    let sold = [(monday, euro), (monday + 7, dollar), (monday + 8, dollar), (monday + 8, euro)]
    let orders = sold.enumerated().map { index, sale in
      var order = CustomerOrder(
        origin: RecordOrigin(line: 50 + index), platform: "Shop", shop: "", orderID: "\(index)", orderName: "#\(index)",
        email: nil, day: sale.0, instant: nil, currency: sale.1)
      order.subtotalMicros = 10 * Micros.perUnit
      order.financialStatus = "paid"
      return order
    }
    let ledger = try Ledger.fetch(
      from: warehouse([euro], rate: 1_250_000_000, orders: orders), asOf: nil, currency: euro)
    #expect(ledger.orders.map(\.netMicros).sorted() == [8_000_000, 10_000_000, 10_000_000])
    #expect(ledger.ordersLeftOut.map(\.day) == [monday + 8])
  }
}
