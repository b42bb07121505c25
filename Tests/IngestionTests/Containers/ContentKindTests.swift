import Ingestion
import Testing
import Vocabulary

struct ContentKindTests {
  @Test(
    arguments: [
      ([0xD0, 0xCF, 0x11, 0xE0, 0xA1], "Excel 97"), (Array("BZh91".utf8), "bzip2"), (Array("%PDF-1.7".utf8), "PDF"),
      (Array("SQLite format 3\0".utf8), "SQLite"), ([0x89, 0x50, 0x4E, 0x47], "image"),
      (Array("PAR1xxxx".utf8), "Parquet"),
      ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], "7z"), (Array("Rar!\u{1A}".utf8), "RAR"),
      (Array("{\"a\": 1}".utf8), "JSON, one record"),
      (Array("\n[{\"a\": 1}]".utf8), "JSON, an array of records"), (Array("<html><table>".utf8), "no table in it"),
      (Array("\u{FEFF}<p>".utf8), "no table in it"),
    ] as [([UInt8], String)])
  func foreignFormatsAreCalledByName(bytes: [UInt8], name: String) throws {
    let failure = try #require(Sample(bytes).failure())
    #expect("\(failure)".contains(name))
    #expect("\(failure)".contains("; expected "))
  }

  @Test func theNameDoesNotDecide() throws {
    let reading = try Sample("Campaign name,Day,Amount spent (EUR)\nA,2026-03-01,1\n", name: "report.xls").read()
    #expect(reading.total(.spend) == "1")
  }

  @Test func aCellMayBeginWithABracket() throws {
    #expect(try Sample("[10.0.0.1]\n[10.0.0.2]\n").export().tables().first?.rows == 1)
  }

  @Test func nothingInIt() throws {
    #expect(try Sample(" \n \n").failure() == .empty(file: "sample.csv"))
    #expect(throws: IngestionError.empty(file: "sample.csv")) { _ = try Sample("").export() }
    #expect(try Sample([UInt8](repeating: 0, count: 100)).failure() == .binary(file: "sample.csv", line: 1))
  }
}
