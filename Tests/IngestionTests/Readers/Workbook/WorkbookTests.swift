import Ingestion
import Testing
import Vocabulary

/// Values worked out from ECMA-376; dates with `date -d @$(((SERIAL-25569)*86400))`.
struct WorkbookTests {
  /// Formats 1…5: a day, day and time, a time, a duration, a number whose code holds letters of dates in quotes only;
  /// 6…9: months, 10: a year, 11: a day of a month that is written out.
  private static let styles = """
    <numFmts><numFmt numFmtId="164" formatCode="dd\\.mm\\.yyyy hh:mm"/><numFmt numFmtId="165" formatCode="[h]:mm:ss"/>\
    <numFmt numFmtId="166" formatCode="0.00&quot; days&quot;;[Red]0"/>\
    <numFmt numFmtId="167" formatCode="[$-409]mmmm\\ yyyy;@"/><numFmt numFmtId="168" formatCode="mm/yyyy"/>\
    <numFmt numFmtId="169" formatCode="yyyy\\-mm"/><numFmt numFmtId="170" formatCode="yyyy"/>\
    <numFmt numFmtId="171" formatCode="d\\ mmm\\ yyyy"/></numFmts>\
    <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>\
    <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="20"/><xf numFmtId="165"/>\
    <xf numFmtId="166"/><xf numFmtId="17"/><xf numFmtId="167"/><xf numFmtId="168"/><xf numFmtId="169"/>\
    <xf numFmtId="170"/><xf numFmtId="171"/></cellXfs>
    """

  /// The text that one cell is read as, "" for a row that is refused.
  private func cell(_ xml: String, strings: String? = nil, properties: String = "") throws -> String {
    var book = WorkbookSample(
      WorkbookSample.row(1, ["A", "B"]) + "<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>x</t></is></c>\(xml)</row>",
      strings: strings, styles: Self.styles)
    book.properties = properties
    let rows = try book.read().rows
    return rows.count > 1 ? rows[1][1] : ""
  }

  @Test(arguments: [
    ("12", "12"), ("-7", "-7"), ("1.5", "1.5"), ("1.50", "1.5"), ("0.10000000000000001", "0.1"), ("1.5E-5", "0.000015"),
    ("1E+21", "1E+21"), ("-0", "0"), ("120210000000000123", "120210000000000123"),
    ("0.30000000000000004", "0.30000000000000004"), ("1.0", "1"), ("-2.5e2", "-250"), ("007", "7"),
    ("1.2345678901234568E+17", "1.2345678901234568E+17"), ("100", "100"), ("0", "0"), (".5", "0.5"),
  ])
  func numbers(stored: String, text: String) throws { #expect(try cell("<c><v>\(stored)</v></c>") == text) }

  /// 2^53 is 9007199254740992. Programs that keep whole numbers write all their figures, the others an exponent.
  @Test(arguments: [
    ("9007199254740992", "9007199254740992"), ("9.007199254740992E+15", "9007199254740992"),
    ("1.784123456789012e+16", "1.784123456789012E+16"), ("1.7841234567890123E16", "1.7841234567890124E+16"),
    ("1.7841234567890124E+16", "1.7841234567890124E+16"), ("2E+16", "2E+16"),
    ("17841234567890120", "17841234567890120"), ("17841234567890123", "17841234567890123"),
    ("649000000000000000", "649000000000000000"), ("-17841234567890120", "-17841234567890120"),
  ])
  func wholeNumbersThatADoubleMayHaveRounded(stored: String, text: String) throws {
    #expect(try cell("<c><v>\(stored)</v></c>") == text)
  }

  @Test(arguments: ["abc", "1,5", "INF", "NaN", "0x10", "1e999"])
  func whatIsNoNumberRefusesItsRow(stored: String) throws { #expect(try cell("<c><v>\(stored)</v></c>") == "") }

  @Test(arguments: [
    (1, "45000", "2023-03-15"), (1, "45000.5", "2023-03-15 12:00:00"), (1, "1", "1900-01-01"), (1, "59", "1900-02-28"),
    (1, "60", ""), (1, "61", "1900-03-01"), (1, "2958465", "9999-12-31"), (1, "2958466", ""), (1, "-1", ""),
    (1, "0", ""),
    (1, "1000000000", ""), (2, "46082.586805555555", "2026-03-01 14:05:00"), (2, "46082", "2026-03-01 00:00:00"),
    (3, "0.586805555555556", "14:05:00"), (4, "1.5", "36:00:00"), (5, "45000", "45000"), (0, "45000", "45000"),
    (99, "45000", "45000"), (6, "45000", "2023-03"), (7, "45000", "2023-03"), (8, "45000", "2023-03"),
    (9, "45000", "2023-03"), (9, "60", ""), (6, "0", ""), (10, "45000", "2023"), (11, "45000", "2023-03-15"),
  ])
  func datesByTheirFormat(style: Int, stored: String, text: String) throws {
    #expect(try cell("<c s=\"\(style)\"><v>\(stored)</v></c>") == text)
  }

  /// Day 0 of the 1904 system is 1904-01-01; 2023-03-15 is day 45000 - 1462.
  @Test(arguments: [("43538", "2023-03-15"), ("0", "1904-01-01"), ("60", "1904-03-01"), ("2957003", "9999-12-31")])
  func theEpochOf1904(stored: String, text: String) throws {
    #expect(try cell("<c s=\"1\"><v>\(stored)</v></c>", properties: "date1904=\"1\"") == text)
  }

  @Test func texts() throws {
    let strings = """
      <si><t>plain</t></si><si><r><t>rich </t></r><r><rPr><b/></rPr><t>text</t></r><rPh sb="0" eb="1"><t>guide</t></rPh></si>\
      <si><t xml:space="preserve"> a &amp; b&#10;_x0041__x005F_x0042_ </t></si><si/>
      """
    #expect(try cell("<c t=\"s\"><v>0</v></c>", strings: strings) == "plain")
    #expect(try cell("<c t=\"s\"><v>1</v></c>", strings: strings) == "rich text")
    #expect(try cell("<c t=\"s\"><v>2</v></c>", strings: strings) == " a & b\nA_x0042_ ")
    #expect(try cell("<c t=\"s\"><v>3</v></c>", strings: strings) == "")
    #expect(try cell("<c t=\"inlineStr\"><is><r><t>in</t></r><r><t>line</t></r></is></c>") == "inline")
    #expect(try cell("<c t=\"inlineStr\"><is><t><![CDATA[a<b]]></t></is></c>") == "a<b")
    #expect(try cell("<c t=\"str\"><f>A1&amp;\"x\"</f><v>a_x000D_</v></c>") == "a\r")
    #expect(try cell("<c t=\"b\"><v>1</v></c>") == "TRUE")
    #expect(try cell("<c t=\"b\"><v>0</v></c>") == "FALSE")
    #expect(try cell("<c t=\"d\"><v>2026-03-01T14:05:00.000</v></c>") == "2026-03-01 14:05:00")
    #expect(try cell("<c t=\"d\"><v>2026-03-01</v></c>") == "2026-03-01")
  }

  @Test func formulasGiveTheValueKeptWithThemAndErrorsNothing() throws {
    let (rows, summary) = try WorkbookSample(
      WorkbookSample.row(1, ["A", "B", "C"])
        + "<row r=\"2\"><c><f>1+1</f><v>2</v></c><c t=\"e\"><f>1/0</f><v>#DIV/0!</v></c><c><f>1+1</f><v></v></c></row>"
    ).read()
    #expect(rows == [["A", "B", "C"], ["2", "", ""]])
    #expect(summary.rowsRejected == 0)
    #expect(summary.notes.map(\.column) == ["B", "C"])
    #expect(summary.notes.map(\.line) == [2, 2])
    #expect(summary.notes.first?.found == "#DIV/0!, left empty")
  }

  /// Programs that write formulas without working them out keep a 0 beside each.
  @Test func valuesThatNobodyHasCalculatedAreUnknown() throws {
    var book = WorkbookSample(
      WorkbookSample.row(1, ["A", "B"])
        + "<row r=\"2\"><c><v>1</v></c><c><f>2+3</f><v>0</v></c></row>"
        + "<row r=\"3\"><c><v>2</v></c><c><f>2+4</f><v>0</v></c></row>"
        + "<row r=\"4\"><c><v>3</v></c><c><f>2+5</f><v>7</v></c></row>")
    #expect(try book.read().rows == [["A", "B"], ["1", "0"], ["2", "0"], ["3", "7"]])
    let index = try #require(book.parts.first { $0.name == "xl/workbook.xml" })
    let marked = index.text.replacing("</workbook>", with: "<calcPr fullCalcOnLoad=\"1\"/></workbook>")
    book.extra = [(name: index.name, text: marked)]
    let (rows, summary) = try book.read()
    #expect(rows == [["A", "B"], ["1", ""], ["2", ""], ["3", "7"]])
    #expect(summary.notes.map(\.line) == [2, 3] && summary.notes.map(\.column) == ["B", "B"])
    #expect(summary.notes.first?.found == "a formula that was never calculated, left empty")
  }

  @Test func sparseRowsAndPlaces() throws {
    let rows =
      WorkbookSample.row(3, ["A", "B", "C"])
      + "<row r=\"7\"><c r=\"C7\"><v>3</v></c><c r=\"A7\"><v>1</v></c></row><row hidden=\"1\"><c><v>4</v></c></row>"
      + "<row r=\"100\"><c r=\"B100\" s=\"1\"/></row><row r=\"1048576\"><c r=\"B1048576\"><v>5</v></c></row>"
    let (found, _) = try WorkbookSample(rows).read()
    #expect(found == [["A", "B", "C"], ["1", "", "3"], ["4", "", ""], ["", "5", ""]])
    #expect(try WorkbookSample(rows).sample().export().tables().first?.line == 3)
  }

  /// A | Results over two columns, above A (merged down) | Clicks | Cost.
  @Test func mergedHeaders() throws {
    let rows =
      "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>Weekly report</t></is></c></row>"
      + "<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>Campaign</t></is></c>"
      + "<c r=\"B2\" t=\"inlineStr\"><is><t>Results</t></is></c></row>"
      + "<row r=\"3\"><c r=\"B3\" t=\"inlineStr\"><is><t>Clicks</t></is></c>"
      + "<c r=\"C3\" t=\"inlineStr\"><is><t>Cost</t></is></c></row>"
      + "<row r=\"4\"><c r=\"A4\" t=\"inlineStr\"><is><t>x</t></is></c><c r=\"B4\"><v>1</v></c><c r=\"C4\"><v>2</v></c></row>"
    let merges =
      "<mergeCells><mergeCell ref=\"A1:C1\"/><mergeCell ref=\"A2:A3\"/><mergeCell ref=\"B2:C2\"/></mergeCells>"
    #expect(try WorkbookSample(rows, tail: merges).read().rows == [["Campaign", "Clicks", "Cost"], ["x", "1", "2"]])
  }

  @Test func eachVisibleSheetIsATable() throws {
    let book = WorkbookSample(sheets: [
      ("One &amp; two", "visible", WorkbookSample.sheet(WorkbookSample.row(1, ["A"]) + WorkbookSample.row(2, ["1"]))),
      ("Secret", "hidden", WorkbookSample.sheet(WorkbookSample.row(1, ["no"]))),
      ("Deep", "veryHidden", WorkbookSample.sheet(WorkbookSample.row(1, ["no"]))),
      ("Empty", "visible", WorkbookSample.sheet("")),
      ("Last", "visible", WorkbookSample.sheet(WorkbookSample.row(1, ["B"]) + WorkbookSample.row(2, ["2"]))),
    ])
    let tables = try book.sample().export().tables()
    #expect(tables.map(\.title) == ["One & two", "Empty", "Last"])
    #expect(tables.map(\.rows) == [1, 0, 1])
    #expect(tables.map(\.number) == [1, 2, 3])
    #expect(try book.sample().export().tableCount() == 3)
    #expect(try book.read(table: 3).rows == [["B"], ["2"]])
    #expect(try book.read(table: 2).rows == [])
    #expect(try book.read().summary.dialect == "sheet \"One & two\", 2 hidden sheets left out")
    #expect(try book.read().summary.hiddenSheets == 2)
    #expect(try book.read().summary.tableNames == ["One & two", "Empty", "Last"])
    #expect(throws: IngestionError.noSuchTable(file: "book.xlsx", table: 4, count: 3)) { try book.read(table: 4) }
  }

  /// What a random table holds comes back as it was, whichever way its texts and places are written.
  @Test(arguments: 0..<20)
  func randomTablesComeBack(seed: UInt64) throws {
    var state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    let alphabet = Array("abc XYZ,;\"'&<>äß€漢😀\n\t_=+-@0123")
    let columns = 2 + next(30)
    var expected = [(0..<columns).map { "Column \($0)" }]
    var xml = WorkbookSample.row(1, expected[0])
    var strings: [String] = []
    var line = 1
    for _ in 0..<60 {
      line += 1 + next(3)
      var row = [String](repeating: "", count: columns)
      var cells = ""
      for column in 0..<columns where column == 0 || next(4) > 0 {
        let place = next(3) == 0 && column > 0 ? "" : " r=\"\(Self.letters(column))\(line)\""
        let reference = place.isEmpty && row[column - 1].isEmpty ? " r=\"\(Self.letters(column))\(line)\"" : place
        switch next(4) {
        case 0:
          row[column] = "\(next(2) == 0 ? "-" : "")\(1 + next(1_000_000))"
          cells += "<c\(reference)><v>\(row[column])</v></c>"
        case 1:
          row[column] = "\(next(100_000)).\(next(1_000))\(1 + next(9))"
          cells += "<c\(reference) t=\"n\"><v>\(row[column])00</v></c>"
        default:
          row[column] = "x" + String((0..<next(12)).map { _ in alphabet[next(alphabet.count)] }) + "x"
          let text = row[column].replacing("&", with: "&amp;").replacing("<", with: "&lt;")
          if next(2) == 0 {
            cells += "<c\(reference) t=\"s\"><v>\(strings.count)</v></c>"
            strings.append("<si><t>\(text)</t></si>")
          } else {
            cells += "<c\(reference) t=\"inlineStr\"><is><t>\(text)</t></is></c>"
          }
        }
      }
      xml += "<row r=\"\(line)\">\(cells)</row>"
      expected.append(row)
    }
    let book = WorkbookSample(xml, strings: strings.joined())
    #expect(try book.read().rows == expected)
    // Without room to keep rows the sheet is parsed again.
    var options = ReadOptions()
    options.limits.keptRowBytes = 0
    #expect(try book.read(options).rows == expected)
  }

  private static func letters(_ column: Int) -> String {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    return column < 26 ? String(alphabet[column]) : "A" + String(alphabet[column - 26])
  }

  /// Two rows that both say that they are the second: 1.5 + 2.5 euros.
  @Test func rowsOfOneNumberHaveLinesOfTheirOwn() throws {
    let rows =
      WorkbookSample.row(1, ["Campaign name", "Day", "Amount spent (EUR)"])
      + WorkbookSample.row(2, ["A", "2026-03-01", "1.5"]) + WorkbookSample.row(2, ["B", "2026-03-01", "2.5"])
      + WorkbookSample.row(5, ["C", "2026-03-01", "3"])
    let reading = try WorkbookSample(rows).sample().read()
    #expect(reading.all.adPerformance.map(\.origin.line) == [2, 3, 5])
    #expect(reading.total(.spend) == "7")
  }
}
