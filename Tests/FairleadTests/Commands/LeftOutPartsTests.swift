import Ingestion
import Testing

@testable import fairlead

struct LeftOutPartsTests {
  private func words(_ text: String, table: Int = 1, files: [String] = []) throws -> String? {
    let folder = try Folder()
    let path = try folder.write(text, to: "table.csv")
    let export = try #require(try ExportOpener.open(path: path, options: ReadOptions()).first)
    return LeftOutParts(try export.mendedRows(table: table) { _ in }, table: table, files: files).words
  }

  private let rows = "id,day,amount,remark\n1,2026-03-01,12.50,a\n2,2026-03-02,7.25,b\n3,2026-03-03,9.00,c\n"

  @Test func whatIsNotWrittenIsNamed() throws {
    #expect(try words(rows) == nil)
    #expect(try words("My report\n\n" + rows) == "left out 1 row above the header")
    #expect(
      try words(rows, files: ["a.zip/b.csv", "a.zip/c.csv"])
        == "left out 2 more files (a.zip/b.csv, a.zip/c.csv); --table writes another table")
  }
}
