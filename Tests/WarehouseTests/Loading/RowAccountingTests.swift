import Testing
import Vocabulary

@testable import Warehouse

@Suite struct RowAccountingTests {
  /// SplitMix64, so that every failure can be run again from its seed.
  struct Seeded: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var z = state
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      return z ^ (z >> 31)
    }
  }

  @Test(arguments: 0..<40)
  func everyLineReadHasOneOutcome(seed: Int) throws {
    var random = Seeded(state: UInt64(seed))
    let scratch = try Scratch()
    for file in 0..<4 {
      var export = Export("file \(file)", [])
      export.file.exportedDay = Day(number: 20_000 + file)
      var line = 1
      for _ in 0..<Int.random(in: 0...3, using: &random) {
        var batch = CanonicalBatch()
        for _ in 0..<Int.random(in: 0...12, using: &random) {
          line += Int.random(in: 1...3, using: &random)
          batch.rowsRead += 1
          switch Int.random(in: 0...5, using: &random) {
          case 0: batch.skippedRows.append(SkippedRow(line: line, reason: .noData))
          case 1:
            batch.rejectedRows.append(RejectedRow(line: line, column: "a", found: "x", expected: "y"))
            if Bool.random(using: &random) {
              batch.rejectedRows.append(RejectedRow(line: line, column: "b", found: "x", expected: "y"))
            }
          default:
            for _ in 0...Int.random(in: 0...2, using: &random) {
              let day = "2026-09-0\(Int.random(in: 1...3, using: &random))"
              var row = ad("C\(Int.random(in: 0...2, using: &random))", day, spend: .random(in: 0...2, using: &random))
              row.impressions = Int64.random(in: -1...20, using: &random)
              row.origin = RecordOrigin(line: line)
              batch.adPerformance.append(row)
            }
          }
        }
        export.batches.append(batch)
      }
      let report = try scratch.load(export)
      let accounted =
        report.rowsLoaded + report.rowsUpdated + report.rowsUnchanged + report.rowsSkipped + report.rowsRejected
      #expect(report.rowsRead == export.batches.map(\.rowsRead).reduce(0, +))
      #expect(accounted == report.rowsRead)
    }
    try scratch.warehouse.checkIntegrity()
  }

  @Test func aLineWithoutAnOutcomeIsAnError() throws {
    let scratch = try Scratch()
    var export = Export("a.csv", ads: [ad("A", "2026-09-01", spend: 1)])
    export.batches[0].rowsRead = 2
    #expect(throws: WarehouseError.unaccountedRows(file: "a.csv", read: 2, accounted: 1)) { try scratch.load(export) }
  }

  @Test func aLineCountsByTheBestOfItsFacts() throws {
    let scratch = try Scratch()
    try scratch.load(Export("a", exported: "2026-09-02", ads: [ad("A", "2026-09-01", spend: 1)]))
    var batch = CanonicalBatch()
    batch.adPerformance = [
      ad("A", "2026-09-01", spend: 1), ad("B", "2026-09-01", spend: 1),
    ]
    batch.rowsRead = 1
    let report = try scratch.load(Export("b", exported: "2026-09-03", [batch]))
    #expect([report.rowsLoaded, report.rowsUnchanged] == [1, 0])
  }
}
