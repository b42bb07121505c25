import Foundation
import Ingestion
import Testing

@testable import fairlead

struct RowPrinterTests {
  /// The rows of a file as they go to standard output.
  private func printed(_ text: String, _ name: String, isJSON: Bool = false) throws -> String {
    let folder = try Folder()
    var options = ReadOptions()
    options.identifies = false
    let export = try #require(try ExportOpener.open(path: try folder.write(text, to: name), options: options).first)
    var printer = RowPrinter(isJSON: isJSON)
    _ = try export.mendedRows {
      printer.add($0)
    } plain: {
      printer.add($0)
    } cells: {
      printer.add($0)
    }
    return String(decoding: printer.held, as: UTF8.self)
  }

  @Test func cellsOfXMLAreQuotedWhereTheyMustBe() throws {
    let text = "<l><i><a>x, \"y\"</a><b>1\n2</b></i><i><b> é </b></i></l>"
    #expect(try printed(text, "x.xml") == "a,b\r\n\"x, \"\"y\"\"\",\"1\n2\"\r\n,é\r\n")
    #expect(
      try printed(text, "x.xml", isJSON: true)
        == "{\"rows\":[\n[\"a\",\"b\"],\n[\"x, \\\"y\\\"\",\"1\\n2\"],\n[\"\",\"é\"]")
  }

  @Test func plainLinesBecomeCommas() throws {
    let rows = String(repeating: "1,5;b\n", count: 20)
    #expect(try printed("a;b\n" + rows, "x.csv") == "a,b\r\n" + String(repeating: "\"1,5\",b\r\n", count: 20))
  }
}
