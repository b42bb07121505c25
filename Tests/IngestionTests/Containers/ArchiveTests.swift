import Foundation
import Ingestion
import Testing
import Vocabulary

struct ArchiveTests {
  private static let report = "Campaign name,Day,Amount spent (EUR)\nA,2026-03-01,1.5\n"

  /// RFC 1952 and 1951: a gzip member with one stored block.
  private func gzip(_ text: String) -> [UInt8] {
    let body = Array(text.utf8)
    let length = UInt16(body.count)
    func low(_ value: UInt32) -> [UInt8] { (0..<4).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) } }
    return [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 255, 1, UInt8(length & 255), UInt8(length >> 8)]
      + [UInt8(~length & 255), UInt8(~length >> 8)] + body + low(StoredZip.crc(body)) + low(UInt32(body.count))
  }

  @Test func gzipFiles() throws {
    let whole = gzip(Self.report)
    #expect(try Sample(whole, name: "a.csv.gz").read().total(.spend) == "1.5")
    #expect(
      try Sample(Array(whole.dropLast(9)), name: "a.csv.gz").failure()
        == .damagedArchive(file: "a.csv.gz", found: "a gzip file that ends too early"))
    var wrong = whole
    wrong[wrong.count - 6] ^= 1
    #expect(
      try Sample(wrong, name: "a.csv.gz").failure()
        == .damagedArchive(file: "a.csv.gz", found: "gzip data that do not fit their checksum"))
    #expect(try Sample(whole + [7, 7], name: "a.csv.gz").failure() != nil)
  }

  /// Python's bz2.compress of the report.
  private static let bzip2 = bytes(
    "425a6839314159265359215802f300000d5f80001040677b002e00120022a3ce202000488a7ea8f480687923d21e9343180000000bb4a782"
      + "12d78acd161ba854204a68602b3524d3737f4ba0fdb5712a9afee9fc2ee48a70a12042b005e6")

  private static func bytes(_ text: String) -> [UInt8] {
    let figures = Array(text.utf8).map { $0 < 0x40 ? $0 - 0x30 : $0 - 0x57 }
    return stride(from: 0, to: figures.count, by: 2).map { figures[$0] << 4 | figures[$0 + 1] }
  }

  @Test func bzip2Files() throws {
    let whole = Self.bzip2
    #expect(try Sample(whole, name: "a.csv.bz2").read().total(.spend) == "1.5")
    // Two streams are one file.
    #expect(try Sample(whole + whole, name: "a.csv.bz2").export().tables().map(\.rows) == [3])
    #expect(
      try Sample(Array(whole.dropLast(9)), name: "a.csv.bz2").failure()
        == .damagedArchive(file: "a.csv.bz2", found: "a bzip2 file that ends too early"))
    var wrong = whole
    wrong[12] ^= 1
    #expect(
      try Sample(wrong, name: "a.csv.bz2").failure()
        == .damagedArchive(file: "a.csv.bz2", found: "bzip2 data that do not fit their checksum"))
    #expect(
      try Sample(whole + [7, 7], name: "a.csv.bz2").failure()
        == .damagedArchive(file: "a.csv.bz2", found: "other bytes after the end of the bzip2 data"))
    var limits = Limits.standard
    limits.archiveFreeBytes = 10
    limits.archiveRatio = 1
    #expect(try Sample(whole + whole, name: "a.csv.bz2").failure(ReadOptions(limits: limits)) == nil)
    #expect(try Sample("BZhot,Day\n1,2\n").export().tables().map(\.header) == [["BZhot", "Day"]])
  }

  /// Python's bz2.compress of 65,536 times the letter a.
  @Test func bzip2BombsAreRefused() throws {
    var limits = Limits.standard
    limits.archiveFreeBytes = 1_000
    let bomb = Self.bytes(
      "425a68393141592653595570cfa90000808100a000000820003080291a01"
        + "a4038bb9229c28482ab867d480")
    #expect(
      try Sample(bomb, name: "a.csv.bz2").failure(ReadOptions(limits: limits))
        == .beyondLimit(
          file: "a.csv.bz2", found: "bzip2 data that unpack to more than 200 times their size", limit: "200 times"))
  }

  @Test func aWorkbookInAnArchiveIsRead() throws {
    let rows =
      WorkbookSample.row(1, ["Campaign name", "Day", "Amount spent (EUR)"])
      + WorkbookSample.row(2, ["A", "2026-03-01", "1.5"])
    let workbook = StoredZip.bytes(WorkbookSample(rows).parts)
    let archive = StoredZip.bytes(of: [("b.csv", Array(Self.report.utf8)), ("sub/a.xlsx", workbook)])
    let exports = try ExportOpener.open(path: try Sample(archive, name: "all.zip").path, options: ReadOptions())
    #expect(exports.map(\.displayName) == ["all.zip/b.csv", "all.zip/sub/a.xlsx"])
    #expect(try Reading(exports[1]).total(.spend) == "1.5")
    #expect(try exports[1].tableCount() == 1)
    // Two archives deep is enough.
    let deeper = try Sample(StoredZip.bytes(of: [("all.zip", archive)]), name: "deep.zip")
    #expect(
      deeper.failure()
        == .foreign(
          file: "deep.zip/all.zip", kind: "an archive inside an archive", advice: "unpack it and hand over the exports")
    )
    let cut = try Sample(StoredZip.bytes(of: [("a.xlsx", Array(workbook.dropLast(20)))]), name: "all.zip")
    #expect(cut.failure() == .damagedArchive(file: "all.zip/a.xlsx", found: "a zip archive that is cut or damaged"))
    var limits = Limits.standard
    limits.packedWorkbookBytes = 100
    #expect(
      try Sample(StoredZip.bytes(of: [("a.xlsx", workbook)]), name: "all.zip").failure(ReadOptions(limits: limits))
        == .beyondLimit(
          file: "all.zip/a.xlsx", found: "an archive inside an archive of more than 0 MB", limit: "0 MB"))
  }

  @Test func zipArchivesGiveOneExportAnEntry() throws {
    let sample = try Sample(
      StoredZip.bytes([("__MACOSX/._a.csv", "x"), ("sub/", ""), ("sub/a.csv", Self.report), ("b.csv", Self.report)]),
      name: "all.zip")
    let exports = try ExportOpener.open(path: sample.path, options: ReadOptions())
    #expect(exports.map(\.displayName) == ["all.zip/sub/a.csv", "all.zip/b.csv"])
    #expect(exports[0].digest == exports[1].digest)
    #expect(try Reading(exports[0]).total(.spend) == "1.5")
  }

  @Test(arguments: ["../a.csv", "/etc/a.csv", "a\\..\\b.csv", "C:a.csv", "x/../../a.csv", "a.csv\0.exe"])
  func namesThatLeadOutAreRefused(name: String) throws {
    let sample = try Sample(StoredZip.bytes([(name, Self.report)]), name: "all.zip")
    #expect(throws: IngestionError.self) { try ExportOpener.open(path: sample.path, options: ReadOptions()) }
  }

  @Test func damageAndDoublesAreRefused() throws {
    let twice = try Sample(StoredZip.bytes([("a.csv", "x"), ("a.csv", "y")]), name: "all.zip")
    #expect(throws: IngestionError.damagedArchive(file: "all.zip", found: "a zip archive that is cut or damaged")) {
      try ExportOpener.open(path: twice.path, options: ReadOptions())
    }
    let wrong = try Sample(StoredZip.bytes([("a.csv", Self.report)], crcOffset: 1), name: "all.zip")
    #expect(throws: IngestionError.self) { try ExportOpener.open(path: wrong.path, options: ReadOptions()) }
  }

  /// FIPS 180-2, appendix B.1: SHA-256 of "abc".
  @Test func digest() throws {
    #expect(
      try Sample("abc").export().digest == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
  }

  @Test func whatIsNoFile() throws {
    #expect(throws: IngestionError.self) { try ExportOpener.open(path: "/nowhere/x.csv", options: ReadOptions()) }
    #expect(throws: IngestionError.unopenable(file: "tmp", reason: "not a regular file")) {
      try ExportOpener.open(path: "/tmp", options: ReadOptions())
    }
  }
}
