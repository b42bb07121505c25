import Foundation
import Testing
import Vocabulary

@testable import Warehouse

@Suite struct WarehouseFileTests {
  @Test func theFileIsItsOwnersAloneAndNothingLiesBesideIt() throws {
    let scratch = try Scratch()
    let mode = try FileManager.default.attributesOfItem(atPath: scratch.path)[.posixPermissions] as? Int
    #expect(mode == 0o600)
    let names = try FileManager.default.contentsOfDirectory(atPath: scratch.folder.path)
    #expect(names.allSatisfy { ["warehouse.sqlite", "warehouse.sqlite-wal", "warehouse.sqlite-shm"].contains($0) })
  }

  @Test func whatAKilledStartLeftBehindIsSweptAndALivingOnesIsNot() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "fairlead-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    // No process has this number: it lies above the largest a kernel gives.
    let abandoned = ["warehouse.sqlite.new-2000000000", "warehouse.sqlite.new-2000000000-journal"]
    let kept = ["warehouse.sqlite.new-1", "warehouse.sqlite.newest", "other.new-2000000000"]
    for name in abandoned + kept { try Data("x".utf8).write(to: folder.appending(path: name)) }
    _ = try Warehouse(path: folder.appending(path: "warehouse.sqlite").path(percentEncoded: false))
    let names = Set(try FileManager.default.contentsOfDirectory(atPath: folder.path(percentEncoded: false)))
    #expect(names.isDisjoint(with: abandoned))
    #expect(names.isSuperset(of: kept))
  }

  @Test func writesAreSyncedLoggedAheadAndChecked() throws {
    let scratch = try Scratch()
    let settings = try scratch.warehouse.change { db in
      try ["journal_mode", "synchronous", "foreign_keys"].map { try String.fetchOne(db, sql: "PRAGMA \($0)") }
    }
    #expect(settings == ["wal", "2", "1"])
  }

  @Test func aReaderSeesTheWarehouseAndCannotChangeIt() throws {
    let scratch = try Scratch()
    try scratch.load(Export("a", ads: [ad("A", "2026-09-01", spend: 1)]))
    let reader = try Warehouse.openReadOnly(path: scratch.path)
    #expect(try AdSpendRows.fetch(from: reader).count == 1)
    #expect(throws: WarehouseError.self) { try reader.rebuildIdentity() }
    #expect(throws: WarehouseError.missing(path: "/nowhere/w")) { try Warehouse.openReadOnly(path: "/nowhere/w") }
  }

  @Test(arguments: [
    "INSERT INTO label (content) VALUES ('x')", "SELECT 1; SELECT 2", "ATTACH 'x' AS y", "PRAGMA a", "",
  ])
  func aQueryOnlyReads(_ sql: String) throws {
    let scratch = try Scratch()
    #expect(throws: WarehouseError.notAReadOnlyQuery) { try scratch.warehouse.queryRows(sql) }
  }

  @Test func aQueryGivesPlainValues() throws {
    let scratch = try Scratch()
    let answer = try scratch.warehouse.queryRows("SELECT 1 AS a, 'x' AS b, NULL AS c, 0.5 AS d, x'01' AS e")
    #expect(answer.columns == ["a", "b", "c", "d", "e"])
    #expect(answer.rows == [[.integer(1), .text("x"), .null, .real(0.5), .bytes(count: 1)]])
    #expect(try scratch.warehouse.queryRows("SELECT day FROM calendarDay", limit: 3).isCut)
  }

  @Test func whatIsNoSoundWarehouseIsRefusedAndLeftAsItIs() throws {
    let scratch = try Scratch()
    try scratch.load(Export("a", ads: [ad("A", "2026-09-01", spend: 1)]))
    let sound = try Data(contentsOf: URL(fileURLWithPath: scratch.path))
    var foreign = sound
    foreign.replaceSubrange(68..<72, with: [0, 0, 0, 1])
    var later = sound
    later.replaceSubrange(60..<64, with: [0, 0, 0, 99])
    var zeroed = sound
    zeroed.replaceSubrange(100..<400, with: [UInt8](repeating: 0, count: 300))
    let cases: [(String, Data)] = [
      ("empty", Data()),
      ("text", Data("not a database, but long enough to have a header of a hundred bytes, see?".utf8)),
      ("cut", sound.prefix(sound.count - 777)), ("foreign", foreign), ("later", later), ("zeroed", zeroed),
    ]
    for (name, bytes) in cases {
      let url = scratch.folder.appending(path: name)
      try bytes.write(to: url)
      let error = #expect(throws: WarehouseError.self, "\(name)") { try Warehouse(path: url.path) }
      #expect(try Data(contentsOf: url) == bytes, "\(name)")
      switch (name, error) {
      case ("foreign", .foreign), ("later", .newerSchema): break
      case (_, .damaged) where name != "foreign" && name != "later": break
      default: Issue.record("\(name): \(String(describing: error))")
      }
    }
  }

  static let damaged = URL(
    fileURLWithPath: ProcessInfo.processInfo.environment["FAIRLEAD_SHARED"] ?? "../shared"
  ).appending(path: "bad-input/warehouse")

  /// The damaged files are shared material and not part of the repository.
  @Test(.enabled(if: FileManager.default.fileExists(atPath: WarehouseFileTests.damaged.path)))
  func everyDamagedFileOfTheCollectionIsRefused() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "damaged-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let names = try FileManager.default.contentsOfDirectory(atPath: WarehouseFileTests.damaged.path)
    #expect(!names.isEmpty)
    for name in names {
      let copy = folder.appending(path: name)
      try FileManager.default.copyItem(at: WarehouseFileTests.damaged.appending(path: name), to: copy)
      let before = try Data(contentsOf: copy)
      #expect(throws: WarehouseError.self, "\(name)") { try Warehouse(path: copy.path) }
      #expect(try Data(contentsOf: copy) == before, "\(name)")
    }
  }
}
