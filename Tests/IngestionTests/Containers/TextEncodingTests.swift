import Ingestion
import Testing
import Vocabulary

struct TextEncodingTests {
  private static let text = "Campaign name,Day,Amount spent (EUR)\nÉté 😀,2026-03-01,1.5\n"

  private static func utf16(_ isBig: Bool) -> [UInt8] {
    text.utf16.flatMap { isBig ? [UInt8($0 >> 8), UInt8($0 & 255)] : [UInt8($0 & 255), UInt8($0 >> 8)] }
  }

  private static func utf32(_ isBig: Bool) -> [UInt8] {
    text.unicodeScalars.flatMap { scalar in
      let four = (0..<4).map { UInt8(truncatingIfNeeded: scalar.value >> (8 * $0)) }
      return isBig ? four.reversed() : four
    }
  }

  @Test(
    arguments: [
      (Array(text.utf8), "UTF-8"), ([0xEF, 0xBB, 0xBF] + Array(text.utf8), "UTF-8"),
      ([0xEF, 0xBB, 0xBF, 0xEF, 0xBB, 0xBF] + Array(text.utf8), "UTF-8"), ([0xFF, 0xFE] + utf16(false), "UTF-16LE"),
      ([0xFE, 0xFF] + utf16(true), "UTF-16BE"), (utf16(false), "UTF-16LE"), (utf16(true), "UTF-16BE"),
      ([0xFF, 0xFE, 0, 0] + utf32(false), "UTF-32LE"), ([0, 0, 0xFE, 0xFF] + utf32(true), "UTF-32BE"),
    ] as [([UInt8], String)])
  func decodes(bytes: [UInt8], name: String) throws {
    let reading = try Sample(bytes).read()
    #expect(reading.recognition.encoding == name)
    #expect(reading.all.adPerformance.first?.campaign == "Été 😀")
  }

  @Test(
    arguments: [
      [0xC3], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0x80], [0xE9, 0x20], [0xFF],
    ] as [[UInt8]])
  func brokenUTF8IsNamedByLineAndByte(bytes: [UInt8]) throws {
    let start = Array("Campaign name,Day,Amount spent (EUR)\nA".utf8)
    let sample = try Sample(start + bytes + Array(",2026-03-01,1\n".utf8))
    #expect(sample.failure() == .undecodable(file: "sample.csv", line: 2, byte: start.count))
  }

  /// Three whole letters say what the file is, and a code page would spoil them.
  @Test func aDamagedByteInUTF8IsNoOtherEncoding() throws {
    let start = Array("Campaign name,Day,Amount spent (EUR)\nCafé,2026-03-01,1\nB".utf8)
    let end = Array(",2026-03-01,1\nGröße,2026-03-01,1\n".utf8)
    let sample = try Sample(start + [0xFF] + end)
    let damage = IngestionError.damagedText(file: "sample.csv", line: 3, byte: start.count)
    #expect(sample.failure() == damage && sample.failure(ReadOptions(locale: "de")) == damage)
    let twice = try Sample(start + [0xFF] + end + [0x43, 0xE9] + end)
    #expect(twice.failure() == .undecodable(file: "sample.csv", line: 3, byte: start.count))
  }

  @Test func aDeclaredLocaleReadsItsCodePage() throws {
    let start = Array("Campaign name,Day,Amount spent (EUR)\n".utf8)
    let sample = try Sample(start + [0xC9, 0x74, 0xE9] + Array(",2026-03-01,1\n".utf8))
    #expect(sample.failure() != nil)
    let reading = try sample.read(ReadOptions(locale: "fr"))
    #expect(reading.recognition.encoding == "windows-1252")
    #expect(reading.all.adPerformance.first?.campaign == "Été")
  }

  @Test func halfCharactersAndFalseMarksAreRefused() throws {
    #expect(try Sample([0xFF, 0xFE] + Self.utf16(false) + [0x41]).failure() != nil)
    #expect(try Sample([0xFF, 0xFE] + Array("Campaign name,Day\n".utf8)).failure() != nil)
  }
}
