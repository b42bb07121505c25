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
      + [UInt8(~length & 255), UInt8(~length >> 8)] + body + low(crc(body)) + low(UInt32(body.count))
  }

  private func crc(_ bytes: [UInt8]) -> UInt32 {
    var value: UInt32 = 0xFFFF_FFFF
    for byte in bytes {
      value ^= UInt32(byte)
      for _ in 0..<8 { value = value & 1 == 1 ? value >> 1 ^ 0xEDB8_8320 : value >> 1 }
    }
    return ~value
  }

  /// A zip archive of stored entries (APPNOTE 6.3, sections 4.3.7, 4.3.12, 4.3.16).
  private func zip(_ files: [(name: String, text: String)], crcOffset: UInt32 = 0) -> [UInt8] {
    func two(_ value: Int) -> [UInt8] { [UInt8(value & 255), UInt8(value >> 8 & 255)] }
    func four(_ value: UInt32) -> [UInt8] { (0..<4).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) } }
    var local: [UInt8] = []
    var directory: [UInt8] = []
    for (name, text) in files {
      let body = Array(text.utf8)
      let common =
        two(20) + two(0) + two(0) + two(0) + two(0x21) + four(crc(body) &+ crcOffset) + four(UInt32(body.count))
        + four(UInt32(body.count)) + two(name.utf8.count) + two(0)
      directory +=
        [0x50, 0x4B, 1, 2] + two(20) + common + two(0) + two(0) + two(0) + four(0) + four(UInt32(local.count))
        + Array(name.utf8)
      local += [0x50, 0x4B, 3, 4] + common + Array(name.utf8) + body
    }
    return local + directory + [0x50, 0x4B, 5, 6] + two(0) + two(0) + two(files.count) + two(files.count)
      + four(UInt32(directory.count)) + four(UInt32(local.count)) + two(0)
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
      zip([("__MACOSX/._a.csv", "x"), ("sub/", ""), ("sub/a.csv", Self.report), ("b.csv", Self.report)]),
      name: "all.zip")
    let exports = try ExportOpener.open(path: sample.path, options: ReadOptions())
    #expect(exports.map(\.displayName) == ["all.zip/sub/a.csv", "all.zip/b.csv"])
    #expect(exports[0].digest == exports[1].digest)
    #expect(try Reading(exports[0]).total(.spend) == "1.5")
  }

  @Test(arguments: ["../a.csv", "/etc/a.csv", "a\\..\\b.csv", "C:a.csv", "x/../../a.csv"])
  func namesThatLeadOutAreRefused(name: String) throws {
    let sample = try Sample(zip([(name, Self.report)]), name: "all.zip")
    #expect(throws: IngestionError.self) { try ExportOpener.open(path: sample.path, options: ReadOptions()) }
  }

  @Test func damageAndDoublesAreRefused() throws {
    let twice = try Sample(zip([("a.csv", "x"), ("a.csv", "y")]), name: "all.zip")
    #expect(throws: IngestionError.damagedArchive(file: "all.zip", found: "a zip archive that is cut or damaged")) {
      try ExportOpener.open(path: twice.path, options: ReadOptions())
    }
    let wrong = try Sample(zip([("a.csv", Self.report)], crcOffset: 1), name: "all.zip")
    #expect(throws: IngestionError.self) { try ExportOpener.open(path: wrong.path, options: ReadOptions()) }
    let workbook = try Sample(zip([("[Content_Types].xml", "<Types/>")]), name: "a.xlsx")
    do {
      _ = try ExportOpener.open(path: workbook.path, options: ReadOptions())
      Issue.record("opened")
    } catch { #expect("\(error)".contains("an Excel workbook")) }
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
