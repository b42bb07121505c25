import Ingestion
import Testing

/// Files of the shared collection that no tool for marketers has made, which show how tables are written: nothing of them is
/// loaded, and `read` gives each as it stands.
@Suite(.enabled(if: Shared.isPresent, "needs the shared collection"))
struct UnknownFilesTests {
  private struct Known {
    let path: String
    /// Of the refusal.
    let words: String
    /// As they stand in the file; the header is the first.
    let rows: [[String]]
  }

  private static let unknown = "no report known here"
  private static let lineBreaks = [
    "Test", "This is a test\r\nwith line breaks\r\nthat breaks the\r\ndelimiters", "http://google.com",
  ]
  private static let french = [["première", "second", "troisième"], ["Quatrième", "cinquième", "sixième"]]

  private static let files = [
    Known(
      path: "csv-encodings/NumberFormatTest.de.csv", words: unknown,
      rows: [
        ["-123", "1.234", "12.345,67"], ["123,4567", "123,456789012"], ["-1.234,567", ""], ["WAHR", "FALSCH"],
        ["FALSE", "TRUE"],
      ]),
    Known(
      path: "csv-encodings/line_break_in_enclosure.csv", words: unknown,
      rows: [["Name", "Copy", "URL"]] + Array(repeating: lineBreaks, count: 4)
        + [["Test", "This is a test", "http://google.com"]]),
    Known(path: "csv-encodings/linend.mac.csv", words: unknown, rows: [["A", "1"], ["2", "3"]]),
    Known(path: "csv-encodings/premiere.utf16lebom.csv", words: unknown, rows: french),
    Known(path: "csv-encodings/premiere.win1252.csv", words: "--locale", rows: french),
    Known(
      path: "csv-encodings/semicolon_separated.csv", words: unknown,
      rows: [
        ["This", "Are", "Headers"], ["Cell A2", "Number with comma", "25,5"], ["Two colons and a comma", "B|3", ":,:"],
      ]),
    Known(path: "csv-encodings/sep.csv", words: unknown, rows: [["A", "1"], ["2", "3"]]),
    Known(
      path: "html-as-xls/charset.ISO-8859-1.html", words: unknown,
      rows: [["À1", "B1", "ç1", "D1"], ["Ã2", "B2", "C2", "Ð2"]]),
    Known(
      path: "html-as-xls/rowspan.html", words: unknown,
      rows: [["A1", "B1", "C1", "D1", ""], ["A2 with invalid colspan", "", "", "D2", ""]]),
    Known(path: "xlsx/43mergeBook1.xlsx", words: unknown, rows: [["From Workbook 1"], ["Worksheet 1"]]),
    Known(path: "xlsx/HiddenMergeCellsTest.xlsx", words: unknown, rows: [["12", "4", "3"]]),
  ]

  @Test(arguments: files.indices)
  func nothingIsLoadedAndAllIsRead(place: Int) throws {
    let known = Self.files[place]
    let export = try Self.export(known.path)
    let refusal = #expect(throws: IngestionError.self, "\(known.path)") { try export.recognise() }
    #expect(refusal?.description.contains(known.words) == true, "\(refusal?.description ?? "")")
    var rows: [[String]] = []
    _ = try export.mendedRows { rows.append($0) }
    #expect(rows == known.rows, "\(known.path)")
  }

  /// 28 rows of cells of every kind below a first one with fewer, and three rows below a heading.
  @Test(arguments: [("spreadsheet-xml/excel2003.xml", 28), ("spreadsheet-xml/issue.850.xml", 4)])
  func workbooksOfExcel2003(path: String, rows: Int) throws {
    let export = try Self.export(path)
    let refusal = #expect(throws: IngestionError.self) { try export.recognise() }
    #expect(refusal?.description.contains(Self.unknown) == true)
    var count = 0
    _ = try export.mendedRows { _ in count += 1 }
    #expect(count == rows)
  }

  @Test func oldWorkbooksAreRefusedWithAWayOut() throws {
    let refusal = #expect(throws: IngestionError.self) { try Self.export("xls-biff/example1.xls").recognise() }
    #expect(refusal?.description.contains("Excel 97 workbook (.xls)") == true)
  }

  private static func export(_ path: String) throws -> Export {
    try #require(try ExportOpener.open(path: Shared.root + "/exports/" + path, options: ReadOptions()).first)
  }
}
