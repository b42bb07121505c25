import Analysis
import Foundation
import Testing

@testable import fairlead

/// Numbers with amounts of another currency, converted by dated rates.
struct TraceCurrencyTests {
  private static let orders =
    "Name,Email,Financial Status,Paid at,Fulfillment Status,Currency,Subtotal,Shipping,Taxes,Total,Discount Code,"
    + "Discount Amount,Created at,Lineitem quantity,Lineitem name,Lineitem price,Billing Name,Billing Country,"
    + "Refunded Amount,Vendor,Id\n"

  private static func order(_ number: Int, _ day: Int, _ currency: String, _ amount: String) -> String {
    let at = "2026-03-0\(day) 09:12:03 +0000"
    return
      "#\(number),person\(number)@example.org,paid,\(at),fulfilled,\(currency),\(amount),0.00,0.00,\(amount),,0.00,"
      + "\(at),1,Wool Sock,\(amount),Person \(number),GB,0.00,Shop,\(5_604_310_000_000 + number)\n"
  }

  private static func ads(_ currency: String, _ spend: [(day: Int, amount: String)]) -> String {
    "Campaign name,Day,Reporting starts,Reporting ends,Impressions,Amount spent (\(currency))\n"
      + spend.map { "\(currency) campaign,2026-03-0\($0.day),2026-03-02,2026-03-08,100,\($0.amount)\n" }.joined()
  }

  /// Seven days of 10 euros; 21.75 dollars on Wednesday, 8.60 pounds on Thursday, and crowns that have no rate. The
  /// advertising of Saturday takes Friday's rate.
  private func report(_ settings: String = "") throws -> TracedReport {
    try TracedReport { folder in
      let euros = (2...8).map { Self.order(1_000 + $0, $0, "EUR", "10.00") }.joined()
      try folder.write(
        Self.orders + euros + Self.order(2_001, 4, "USD", "21.75") + Self.order(2_002, 5, "GBP", "8.60")
          + Self.order(2_003, 5, "DKK", "99.00"), to: "inbox/orders_export.csv")
      try folder.write(Self.ads("EUR", (2...8).map { ($0, "\($0 - 1)") }), to: "inbox/euro-2026-03-09.csv")
      try folder.write(Self.ads("USD", [(7, "10.875")]), to: "inbox/dollar-2026-03-09.csv")
      let codes = "USD,JPY,BGN,CYP,CZK,DKK,GBP,HUF,PLN,SEK,CHF,NOK"
      let rest = "161.46,1.9558,N/A,24.7,N/A,0.86,392.1,4.35,11.2,0.95,11.8"
      try folder.write(
        "Date,\(codes),\n" + [6, 5, 4, 3, 2].map { "2026-03-0\($0),1.0875,\(rest),\n" }.joined(),
        to: "inbox/eurofxref-hist.csv")
      if !settings.isEmpty { try folder.write(settings, to: "fairlead.yml") }
    }
  }

  /// By hand: 7 × 10 + 21.75 / 1.0875 + 8.60 / 0.86 = 100; 1 + … + 7 + 10.875 / 1.0875 = 38.
  @Test func convertedAmountsAreCountedAgain() throws {
    let report = try report()
    let revenue = try report.traced("summary.revenue")
    #expect(revenue.number.value == 100 && revenue.trace.counted == 100 && revenue.trace.agrees)
    #expect(revenue.trace.sets[0].count == 9)
    #expect(revenue.trace.sets[0].rows.count { $0.line != nil && $0.file?.name == "orders_export.csv" } == 9)
    let spend = try report.traced("summary.spend")
    #expect(spend.number.value == 38 && spend.trace.counted == 38)
    #expect(try report.traced("summary.orders").trace.counted == 9)
    let tracer = try report.tracer()
    for one in try report.numbers().numbers {
      let trace = try #require(try tracer.trace(one.number), "\(one.number.id)")
      #expect(trace.agrees, "\(one.number.id): \(one.number.value), counted \(trace.counted ?? .nan)")
    }
  }

  /// By hand, through the euro: 70 × 0.86 + 21.75 × 0.86 / 1.0875 + 8.60 = 86; 38 × 0.86 = 32.68.
  @Test func twoCurrenciesMeetInAThird() throws {
    let report = try report("currency: GBP\n")
    let revenue = try report.traced("summary.revenue")
    #expect(revenue.number.value == 86 && revenue.trace.agrees, "\(revenue.trace.counted ?? .nan)")
    let spend = try report.traced("summary.spend")
    #expect(abs(spend.number.value - 32.68) < 1e-9 && spend.trace.agrees, "\(spend.trace.counted ?? .nan)")
    let sql = try #require(revenue.trace.formula.sql)
    #expect(try report.warehouse().queryRows(sql).rows.first?.first == .real(86))
  }
}
