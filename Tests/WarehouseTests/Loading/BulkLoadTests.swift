import Foundation
import GRDB
import Testing
import Vocabulary

@testable import Warehouse

/// A large file into an empty table is stored without the index of keys, which must not show in what is stored.
struct BulkLoadTests {
  private func load(_ export: Export, into scratch: Scratch, bulkByteCount: Int) throws -> LoadReport {
    try scratch.warehouse.load(export.file, bulkByteCount: bulkByteCount) { loader in
      for batch in export.batches { try loader.add(batch) }
      return export.file
    }
  }

  /// The content, and what is kept about days and deliveries, which the digest leaves out.
  private func content(_ scratch: Scratch) throws -> [QueryAnswer] {
    #expect(try !scratch.warehouse.contentDigest().isEmpty)
    return try [
      "SELECT * FROM adPerformance ORDER BY id", "SELECT * FROM adSeries ORDER BY 1, 2, 3",
      "SELECT * FROM adDelivery ORDER BY 1, 2, 3, 4",
    ].map { try scratch.warehouse.queryRows($0) }
  }

  @Test(arguments: 0..<40)
  func storesWhatRowByRowStores(seed: UInt64) throws {
    var state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
    func next(_ bound: UInt64) -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return (state >> 33) % bound
    }
    // Few campaigns over few days: every other seed holds keys and whole rows twice.
    let many = seed % 2 == 0
    let ads = (0..<30).map { number in
      ad("c\(many ? UInt64(number) : next(4))", "2026-03-0\(many ? 1 : 1 + next(3))", spend: Int64(next(3)))
    }
    let export = Export("a.csv", window: "2026-03-01…2026-03-09", ads: ads)
    let (bulk, careful) = (try Scratch(), try Scratch())
    let report = try load(export, into: bulk, bulkByteCount: 0)
    #expect(report == (try load(export, into: careful, bulkByteCount: .max)))
    #expect(try content(bulk) == content(careful))
    #expect(report.rowsLoaded + report.rowsUnchanged == 30)
    try bulk.warehouse.checkIntegrity()
    // The index is there again: a newer export finds its rows.
    let newer = Export("b.csv", window: "2026-03-01…2026-03-10", exported: "2026-03-11", ads: ads.map { restated($0) })
    let second = try load(newer, into: bulk, bulkByteCount: 0)
    #expect(second == (try load(newer, into: careful, bulkByteCount: .max)))
    #expect(try content(bulk) == content(careful))
  }

  private func restated(_ row: AdPerformance) -> AdPerformance {
    var row = row
    row.spendMicros = 7
    return row
  }

  @Test func aRepeatedKeyIsFoundOnlyByTheSecondReading() throws {
    let scratch = try Scratch()
    let export = Export("a.csv", ads: [ad("c", "2026-03-01", spend: 1), ad("c", "2026-03-01", spend: 1)])
    var readings = 0
    let report = try scratch.warehouse.load(export.file, bulkByteCount: 0) { loader in
      readings += 1
      for batch in export.batches { try loader.add(batch) }
      return export.file
    }
    #expect(readings == 2 && report.rowsLoaded == 1 && report.rowsRepeated == 1)
    #expect(try scratch.count("sqlite_schema WHERE name = 'adPerformanceKey'") == 1)
  }

  @Test func foreignKeysAreCheckedAgainAfterALoad() throws {
    let scratch = try Scratch()
    _ = try load(Export("a.csv", ads: [ad("c", "2026-03-01", spend: 1)]), into: scratch, bulkByteCount: 0)
    #expect(throws: WarehouseError.self) {
      try scratch.warehouse.change { db in try db.execute(sql: "UPDATE adPerformance SET entity = 99") }
    }
  }

  @Test func whatWasSortedOnDiskIsGoneAndTheConnectionAsBefore() throws {
    let scratch = try Scratch()
    let folder = scratch.folder.appending(path: "o'brien")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let warehouse = try Warehouse(path: folder.appending(path: "w.sqlite").path)
    // Left by one that was killed.
    try Data().write(to: folder.appending(path: "etilqs_138a95722acbff58"))
    let export = Export("a.csv", ads: (0..<40).map { ad("c\($0)", "2026-03-01", spend: 1) })
    let report = try warehouse.load(export.file, bulkByteCount: 0) { loader in
      for batch in export.batches { try loader.add(batch) }
      return export.file
    }
    #expect(report.rowsLoaded == 40)
    let settings = try warehouse.change { db in
      try ["temp_store", "foreign_keys", "synchronous"].map { try Int.fetchOne(db, sql: "PRAGMA \($0)") }
    }
    #expect(settings == [2, 1, 2])
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(files.allSatisfy { $0.hasPrefix("w.sqlite") })
  }
}
