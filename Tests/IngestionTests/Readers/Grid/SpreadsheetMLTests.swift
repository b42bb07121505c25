import Ingestion
import Testing
import Vocabulary

struct SpreadsheetMLTests {
  /// A length of time is a moment of the day before the first.
  @Test func clocks() throws {
    let cell = "<Cell><Data ss:Type=\"DateTime\">1899-12-31T00:05:42.000</Data></Cell>"
    let found = try rows(
      "<Worksheet ss:Name=\"S\"><Table><Row>\(Self.text("A"))</Row><Row>\(cell)</Row></Table></Worksheet>")
    #expect(found == [["A"], ["00:05:42"]])
  }

  /// A percent that was typed is 100, one that is only shown as such is 1.
  @Test func percentsOfACountingColumn() throws {
    func row(_ cells: String...) -> String {
      "<Row>" + cells.map { "<Cell><Data ss:Type=\"Number\">\($0)</Data></Cell>" }.joined() + "</Row>"
    }
    let names = ["visitors", "pageviews", "bounce_rate", "visit_duration", "visits"]
    let head = "<Row>" + Self.text("date") + names.map(Self.text).joined() + "</Row>"
    func rates(_ first: String, _ second: String) throws -> [Int64] {
      let rows = [first, second].enumerated().map { place, rate in
        "<Row>\(Self.text("2026-03-0\(place + 1)"))" + row("5", "9", rate, "30", "6").dropFirst(5)
      }
      let text = Self.book("<Worksheet ss:Name=\"S\"><Table>\(head)\(rows.joined())</Table></Worksheet>")
      return try Sample(text, name: "visitors.xls").read().all.webTraffic.filter { $0.metricName.hasPrefix("bounce") }
        .map(\.valueMicros)
    }
    #expect(try rates("100", "1") == [1_000_000, 10_000])
    #expect(try rates("1", "0.5") == [1_000_000, 500_000])
  }

  private static func book(_ sheets: String) -> String {
    "<?xml version=\"1.0\"?><?mso-application progid=\"Excel.Sheet\"?>"
      + "<Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\" xmlns:x=\"urn:schemas-microsoft-com:office:excel\""
      + " xmlns:ss=\"urn:schemas-microsoft-com:office:spreadsheet\">\(sheets)</Workbook>"
  }

  private static func text(_ value: String) -> String { "<Cell><Data ss:Type=\"String\">\(value)</Data></Cell>" }

  private func rows(_ sheets: String, table: Int = 1) throws -> [[String]] {
    var rows: [[String]] = []
    _ = try Sample(Self.book(sheets), name: "a.xls").export().rawRows(table: table) { rows.append($0) }
    return rows
  }

  private func failure(_ text: String) -> IngestionError? {
    do {
      _ = try Sample(text, name: "a.xls").export().tables()
      return nil
    } catch { return error as? IngestionError }
  }

  @Test func valuesAndPlaces() throws {
    let found = try rows(
      "<Worksheet ss:Name=\"S\"><Table><Row>\(["A", "B", "C", "D"].map(Self.text).joined())</Row>"
        + "<Row ss:Index=\"4\"><Cell><Data ss:Type=\"Number\">1.50</Data></Cell>"
        + "<Cell ss:Index=\"3\"><Data ss:Type=\"DateTime\">2026-03-01T14:05:00.000</Data></Cell>"
        + "<Cell><Data ss:Type=\"Boolean\">1</Data></Cell></Row>"
        + "<Row><Cell><Data ss:Type=\"DateTime\">2026-03-01T00:00:00.000</Data></Cell>"
        + "<Cell ss:MergeAcross=\"1\"><ss:Data ss:Type=\"String\" xmlns=\"http://www.w3.org/TR/REC-html40\">a<B>b</B></ss:Data></Cell>"
        + "<Cell><Data ss:Type=\"String\">z</Data></Cell></Row>"
        + "<Row><Cell><Data ss:Type=\"Error\">#N/A</Data></Cell>\(Self.text("y"))</Row></Table></Worksheet>")
    #expect(
      found == [
        ["A", "B", "C", "D"], ["1.5", "", "2026-03-01 14:05:00", "TRUE"], ["2026-03-01", "ab", "", "z"],
        ["", "y", "", ""],
      ])
  }

  @Test func sheetsAndHiddenOnes() throws {
    let hidden = "<x:WorksheetOptions><x:Visible>SheetHidden</x:Visible></x:WorksheetOptions>"
    let sheets =
      "<Worksheet ss:Name=\"No\"><Table><Row>\(Self.text("no"))</Row></Table>\(hidden)</Worksheet>"
      + "<Worksheet ss:Name=\"Yes\"><Table><Row>\(Self.text("A"))</Row><Row>\(Self.text("1"))</Row></Table></Worksheet>"
    let export = try Sample(Self.book(sheets), name: "a.xls").export()
    #expect(try export.tables().map(\.title) == ["Yes"])
    #expect(try rows(sheets) == [["A"], ["1"]])
    #expect(try export.rawRows { _ in }.dialect == "sheet \"Yes\", 1 hidden sheet left out")
  }

  @Test func damage() throws {
    let open = "<Worksheet ss:Name=\"S\"><Table>"
    #expect(
      "\(try #require(failure(Self.book(open + "<Row ss:Index=\"1048577\"/></Table></Worksheet>"))))".contains(
        "1048576"))
    #expect(
      "\(try #require(failure(Self.book(open + "<Row><Cell ss:Index=\"16385\"/></Row></Table></Worksheet>"))))"
        .contains("beyond column XFD"))
    #expect(failure(Self.book(open)) != nil)
    let type = "<!DOCTYPE Workbook [<!ENTITY a \"b\">]>"
    #expect(failure(Self.book("").replacing("<Workbook", with: type + "<Workbook")) == .documentType(file: "a.xls"))
  }
}
