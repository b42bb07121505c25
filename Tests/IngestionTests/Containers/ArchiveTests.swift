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

  @Test func zipArchivesGiveOneExportAnEntry() throws {
    let sample = try Sample(
      StoredZip.bytes([("__MACOSX/._a.csv", "x"), ("sub/", ""), ("sub/a.csv", Self.report), ("b.csv", Self.report)]),
      name: "all.zip")
    let exports = try ExportOpener.open(path: sample.path, options: ReadOptions())
    #expect(exports.map(\.displayName) == ["all.zip/sub/a.csv", "all.zip/b.csv"])
    #expect(exports[0].digest == exports[1].digest)
    #expect(try Reading(exports[0]).total(.spend) == "1.5")
  }

  @Test(arguments: ["../a.csv", "/etc/a.csv", "a\\..\\b.csv", "C:a.csv", "x/../../a.csv"])
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
