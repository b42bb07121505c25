import Ingestion
import Testing
import Vocabulary

struct HostileWorkbookTests {
  private func said(_ book: WorkbookSample, _ options: ReadOptions = ReadOptions()) throws -> String {
    "\(try #require(book.failure(options)))"
  }

  @Test(arguments: [
    ("<row r=\"1\"><c r=\"XFE1\"><v>1</v></c></row>", "sheet \"Data\", row 1: a cell beyond XFD1048576"),
    ("<row r=\"1048577\"><c><v>1</v></c></row>", "sheet \"Data\", row 0: then a row beyond 1048576"),
    ("<row r=\"99999999999999999999\"/>", "a row beyond 1048576"),
    ("<row r=\"-1\"/>", "a row beyond 1048576"),
    ("<row r=\"5\"><c r=\"A4\"><v>1</v></c></row>", "a cell of row 4"),
    ("<row r=\"5\"><c r=\"5\"><v>1</v></c></row>", "a damaged reference"),
    (
      "<row r=\"1\"><c r=\"B1\"><v>1</v></c><c r=\"A1\"><v>1</v></c><c r=\"B1\"><v>2</v></c></row>",
      "two cells in one place"
    ),
    ("<row r=\"1\"><c r=\"B1\"><v>1</v></c><c r=\"B1\"><v>2</v></c></row>", "two cells in one place"),
    ("<row r=\"1\"><c t=\"s\"><v>0</v></c></row>", "a text that the workbook does not have"),
  ])
  func absurdPlacesAreNamed(rows: String, words: String) throws {
    #expect(try said(WorkbookSample(rows)).contains(words))
  }

  @Test(arguments: ["1", "18446744073709551616", "-1", "x"])
  func sharedTextsThatAreNotThere(index: String) throws {
    let book = WorkbookSample("<row r=\"1\"><c t=\"s\"><v>\(index)</v></c></row>", strings: "<si><t>a</t></si>")
    #expect(
      book.failure()
        == .damagedWorkbook(
          file: "book.xlsx", place: "sheet \"Data\", row 1", found: "a text that the workbook does not have",
          expected: "one of 1 shared strings"))
  }

  @Test func documentTypesAreRefusedInEveryPart() throws {
    let type = "<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]>"
    for part in ["xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml", "_rels/.rels"]
    {
      var book = WorkbookSample(WorkbookSample.row(1, ["A"]), strings: "", styles: "")
      let text = try #require(book.parts.first { $0.name == part }).text
      book.extra = [(part, type + text.replacing("<?xml version=\"1.0\"?>", with: ""))]
      #expect(book.failure() == .documentType(file: "book.xlsx/" + part))
    }
  }

  @Test func missingPartsAreNamed() throws {
    for part in ["xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/sharedStrings.xml"] {
      var book = WorkbookSample(WorkbookSample.row(1, ["A"]), strings: "")
      book.left = [part]
      #expect(try said(book).contains("no part \(part)"))
    }
    var book = WorkbookSample(WorkbookSample.row(1, ["A"]))
    book.left = ["xl/worksheets/sheet1.xml"]
    #expect(try said(book).contains("sheet \"Data\": no such part"))
    book.left = ["[Content_Types].xml"]
    #expect(book.failure() == nil)
  }

  @Test(arguments: ["../../etc/passwd", "workbook.xml", "https://example.com/sheet.xml", "/"])
  func sheetsThatPointElsewhereAreRefused(target: String) throws {
    var book = WorkbookSample(WorkbookSample.row(1, ["A"]))
    let links = try #require(book.parts.first { $0.name == "xl/_rels/workbook.xml.rels" }).text
    book.extra = [("xl/_rels/workbook.xml.rels", links.replacing("worksheets/sheet1.xml", with: target))]
    #expect(try said(book).contains("sheet \"Data\""))
  }

  @Test func damagedXMLIsNamedByItsPartAndLine() {
    var book = WorkbookSample("")
    book.extra = [("xl/worksheets/sheet1.xml", "<worksheet><sheetData>\n<row><c></row></sheetData></worksheet>")]
    #expect(book.failure() == .malformedXML(file: "book.xlsx/xl/worksheets/sheet1.xml", line: 2))
  }

  @Test func budgets() throws {
    var options = ReadOptions()
    options.limits.sharedTextBytes = 1 << 20
    let text = String(repeating: "x", count: 1_000)
    let book = WorkbookSample("", strings: String(repeating: "<si><t>\(text)</t></si>", count: 1_100))
    #expect(
      book.failure(options) == .beyondLimit(file: "book.xlsx", found: "shared strings of more than 1 MB", limit: "1 MB")
    )
    // Nothing but a cell at the far end of each row: 16,383 empty ones for one that is filled.
    options = ReadOptions()
    options.limits.emptyFreeCells = 100_000
    let far = WorkbookSample((1...50).map { "<row r=\"\($0)\"><c r=\"XFD\($0)\"><v>1</v></c></row>" }.joined())
    #expect(try said(far, options).contains("more than 100 empty cells for each filled one"))
    options = ReadOptions()
    options.limits.recordBytes = 10_000
    let wide = WorkbookSample(WorkbookSample.row(1, Array(repeating: text, count: 11)))
    #expect(try said(wide, options).contains("a row of more than 0 MB in sheet \"Data\", row 1"))
  }

  /// A stored archive does not shrink, so the limit is set below 1: what counts is the directory's word alone.
  @Test func bombsAreRefusedByTheSizeTheyState() throws {
    var options = ReadOptions()
    options.limits.archiveFreeBytes = 1_000
    #expect(WorkbookSample(WorkbookSample.row(1, [String(repeating: "x", count: 5_000)])).failure(options) == nil)
    let path = "xlsx/gen__bomb__sheet-500MB-spaces.xlsx"
    guard Shared.isPresent else { return }
    let started = ContinuousClock.now
    #expect(throws: IngestionError.self) {
      let exports = try ExportOpener.open(path: Shared.root + "/bad-input/" + path, options: ReadOptions())
      _ = try exports[0].tables()
    }
    #expect(ContinuousClock.now - started < .seconds(2))
  }

  @Test func hiddenSheetsAloneAndOtherDocuments() throws {
    let sheet = WorkbookSample.sheet(WorkbookSample.row(1, ["A"]))
    #expect(try said(WorkbookSample(sheets: [("a", "hidden", sheet)])).contains("nothing but hidden sheets"))
    var letter = WorkbookSample(WorkbookSample.row(1, ["A"]))
    letter.extra = [("xl/workbook.xml", "<document/>")]
    #expect(try said(letter).contains("an Office document that is no workbook"))
    var binary = WorkbookSample(WorkbookSample.row(1, ["A"]))
    binary.extra = [("xl/workbook.bin", "x")]
    #expect(try said(binary).contains(".xlsb"))
  }
}
