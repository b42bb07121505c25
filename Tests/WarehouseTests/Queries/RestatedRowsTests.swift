import Testing
import Vocabulary

@testable import Warehouse

@Suite struct RestatedRowsTests {
  @Test func aRestatedRowNamesBothFiles() throws {
    let scratch = try Scratch()
    let window = "2026-09-01…2026-09-02"
    try scratch.load(
      Export("old", window: window, exported: "2026-09-03", ads: [ad("A", "2026-09-01", spend: 4, impressions: 9)]))
    try scratch.load(
      Export("new", window: window, exported: "2026-09-08", ads: [ad("A", "2026-09-01", spend: 5, impressions: 9)]))
    let rows = try RestatedRows.fetch(of: "adPerformance", measures: ["spendMicros"], from: scratch.warehouse)
    #expect(
      rows == [
        RestatedRow(
          sourceFile: 2, line: 2, section: 0, measure: "spendMicros", oldValue: 4_000_000, newValue: 5_000_000,
          oldFile: "old", oldDigest: "digest of old", newFile: "new")
      ])
    #expect(
      try RestatedRows.fetch(of: "adPerformance", measures: ["impressions"], from: scratch.warehouse).isEmpty)
    #expect(try RestatedRows.fetch(of: "nothing", measures: ["spendMicros"], from: scratch.warehouse).isEmpty)
  }
}
