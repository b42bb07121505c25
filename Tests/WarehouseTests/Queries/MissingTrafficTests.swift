import Testing
import Vocabulary

@testable import Warehouse

struct MissingTrafficTests {
  private func export(_ name: String, _ window: String, _ visits: [(String, String, Int64)]) -> Export {
    var batch = CanonicalBatch()
    batch.webTraffic = visits.enumerated().map { index, visit in
      WebTraffic(
        origin: RecordOrigin(line: index + 2), tool: "GA4", property: "", window: days(visit.0), dimension: "channel",
        dimensionValue: visit.1, metric: .sessions, metricName: "Sessions", valueMicros: visit.2 * Micros.perUnit)
    }
    batch.rowsRead = visits.count
    return Export(name, window: window, [batch])
  }

  @Test("visits that have moved to another channel are told, whichever file was loaded first")
  func whatTheNewerExportLacksIsTold() throws {
    let older = export(
      "older", "2026-09-01…2026-09-03",
      [
        ("2026-09-01", "Unassigned", 4), ("2026-09-02", "Unassigned", 100), ("2026-09-02", "Organic", 300),
        ("2026-09-03", "Unassigned", 9),
      ])
    // Says nothing of the first day, and has visits of its own on the last.
    let newer = export(
      "newer", "2026-09-02…2026-09-04",
      [("2026-09-02", "Organic", 400), ("2026-09-03", "Organic", 7), ("2026-09-04", "Unassigned", 1)])
    for order in [[older, newer], [newer, older]] {
      let scratch = try Scratch()
      try scratch.load(order[0])
      #expect(try MissingTraffic.fetch(from: scratch.warehouse) == [])
      try scratch.load(order[1])
      let expected = LackedRows(
        digest: "digest of newer", file: "newer", olderDigest: "digest of older", rows: 2,
        window: days("2026-09-02…2026-09-03"))
      #expect(try MissingTraffic.fetch(from: scratch.warehouse) == [expected])
    }
  }

  @Test func filesOfOneDayEachLackNothingOfTheOther() throws {
    let scratch = try Scratch()
    try scratch.load(export("a", "2026-09-01", [("2026-09-01", "Direct", 4), ("2026-09-01", "Email", 4)]))
    try scratch.load(export("b", "2026-09-02", [("2026-09-02", "Direct", 4)]))
    #expect(try MissingTraffic.fetch(from: scratch.warehouse) == [])
  }
}
