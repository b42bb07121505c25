import Testing
import Vocabulary

@testable import Warehouse

@Suite struct FilledCurrenciesTests {
  private func revenue(_ name: String, exported: String, _ values: [String: Int64]) -> Export {
    var batch = CanonicalBatch()
    batch.webTraffic = values.sorted { $0.key < $1.key }.enumerated().map { index, value in
      WebTraffic(
        origin: RecordOrigin(line: index + 2), tool: "GA4", property: "", window: days("2026-09-01"), dimension: "",
        dimensionValue: "", metric: .revenue, metricName: "Revenue", valueMicros: value.value * Micros.perUnit,
        currency: Currency(value.key))
    }
    batch.rowsRead = values.count
    return Export(name, window: "2026-09-01", exported: exported, [batch])
  }

  /// A warehouse from before the step, where each currency was a key: 50 and 60 are restated, not counted beside.
  @Test func figuresFromBeforeAreFoundAgain() throws {
    let scratch = try Scratch()
    try scratch.load(revenue("a", exported: "2026-09-02", ["EUR": 50, "GBP": 60]))
    try scratch.warehouse.change { db in
      try db.execute(sql: "UPDATE webTraffic SET naturalKey = id, occurrence = 1")
      try FilledCurrencies.create(in: db)
    }
    try scratch.load(revenue("b", exported: "2026-09-03", ["EUR": 51, "GBP": 61]))
    let answer = try scratch.warehouse.queryRows("SELECT valueMicros FROM readableWebTraffic ORDER BY 1")
    #expect(answer.rows == [[.integer(51_000_000)], [.integer(61_000_000)]])
  }

  /// What was loaded before its currency was said keeps its place.
  @Test func figuresWithoutACurrencyStayBesideThoseWithOne() throws {
    let scratch = try Scratch()
    try scratch.load(revenue("a", exported: "2026-09-02", ["EUR": 50, "": 40]))
    try scratch.warehouse.change { db in
      try db.execute(
        sql: "UPDATE webTraffic SET naturalKey = 7, occurrence = 1 WHERE currency IS NOT NULL")
      try FilledCurrencies.create(in: db)
    }
    #expect(try scratch.load(revenue("b", exported: "2026-09-03", ["EUR": 51, "": 41])).rowsUpdated == 2)
    #expect(try scratch.count("webTraffic") == 2)
  }
}
