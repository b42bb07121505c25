import Testing
import Vocabulary

@testable import Warehouse

struct UncountedAdsTests {
  @Test("results that are deliveries are kept, and neither figures nor readers of the view add them to conversions")
  func deliveries() throws {
    let rows = [("Sale", "Purchases", 4), ("Reach", "Reach", 9_000), ("Traffic", "actions:link_click", 300)].map {
      campaign, type, results in
      var row = ad(campaign, "2026-03-01", spend: 10)
      row.resultType = type
      row.conversionsMicros = Int64(results) * Micros.perUnit
      return row
    }
    let scratch = try Scratch()
    try scratch.load(Export("a", ads: rows))
    let stored = try scratch.warehouse.queryRows("SELECT SUM(conversionsMicros) FROM adPerformance")
    #expect(stored.rows == [[.integer(9_304_000_000)]])
    let read = try scratch.warehouse.queryRows("SELECT SUM(conversionsMicros) FROM readableAdPerformance")
    #expect(read.rows == [[.integer(4_000_000)]])
    let counted = try AdSpendRows.fetch(from: scratch.warehouse)
    #expect(counted.map(\.conversionsMicros) == [nil, 4_000_000, nil])
    #expect(counted.compactMap(\.spendMicros).reduce(0, +) == 30_000_000)
  }
}
