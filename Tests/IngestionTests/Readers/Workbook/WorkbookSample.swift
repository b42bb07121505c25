import Ingestion
import Testing
import Vocabulary

/// A workbook put together from XML that a test has written by hand.
struct WorkbookSample {
  var sheets: [(name: String, state: String, xml: String)]
  var strings: String?
  var styles: String?
  var properties = ""
  /// Parts that take the place of others or come on top.
  var extra: [(name: String, text: String)] = []
  var left: Set<String> = []

  /// One visible sheet with these rows. `tail`: what stands behind them.
  init(_ rows: String, tail: String = "", strings: String? = nil, styles: String? = nil) {
    sheets = [("Data", "visible", WorkbookSample.sheet(rows, tail: tail))]
    self.strings = strings
    self.styles = styles
  }

  init(sheets: [(name: String, state: String, xml: String)]) { self.sheets = sheets }

  static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  static let relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

  static func sheet(_ rows: String, tail: String = "") -> String {
    "<?xml version=\"1.0\"?><worksheet xmlns=\"\(main)\"><sheetData>\(rows)</sheetData>\(tail)</worksheet>"
  }

  /// A row of texts.
  static func row(_ number: Int, _ texts: [String]) -> String {
    "<row r=\"\(number)\">" + texts.map { "<c t=\"inlineStr\"><is><t>\($0)</t></is></c>" }.joined() + "</row>"
  }

  var parts: [(name: String, text: String)] {
    let package = "http://schemas.openxmlformats.org/package/2006/relationships"
    var links = ""
    var list = ""
    var parts: [(name: String, text: String)] = [("[Content_Types].xml", "<Types/>")]
    for (index, sheet) in sheets.enumerated() {
      let id = index + 1
      links +=
        "<Relationship Id=\"rId\(id)\" Type=\"\(Self.relations)/worksheet\" Target=\"worksheets/sheet\(id).xml\"/>"
      list += "<sheet name=\"\(sheet.name)\" sheetId=\"\(id)\" state=\"\(sheet.state)\" r:id=\"rId\(id)\"/>"
      parts.append(("xl/worksheets/sheet\(id).xml", sheet.xml))
    }
    if let strings {
      links += "<Relationship Id=\"s\" Type=\"\(Self.relations)/sharedStrings\" Target=\"/xl/sharedStrings.xml\"/>"
      parts.append(("xl/sharedStrings.xml", "<sst xmlns=\"\(Self.main)\">\(strings)</sst>"))
    }
    if let styles {
      links += "<Relationship Id=\"t\" Type=\"\(Self.relations)/styles\" Target=\"styles.xml\"/>"
      parts.append(("xl/styles.xml", "<styleSheet xmlns=\"\(Self.main)\">\(styles)</styleSheet>"))
    }
    parts += [
      (
        "_rels/.rels",
        "<Relationships xmlns=\"\(package)\"><Relationship Id=\"a\" Type=\"\(Self.relations)/officeDocument\" "
          + "Target=\"xl/workbook.xml\"/></Relationships>"
      ),
      (
        "xl/workbook.xml",
        "<workbook xmlns=\"\(Self.main)\" xmlns:r=\"\(Self.relations)\"><workbookPr \(properties)/>"
          + "<sheets>\(list)</sheets></workbook>"
      ),
      ("xl/_rels/workbook.xml.rels", "<Relationships xmlns=\"\(package)\">\(links)</Relationships>"),
    ]
    return parts.filter { part in !left.contains(part.name) && !extra.contains { $0.name == part.name } } + extra
  }

  func sample(_ name: String = "book.xlsx") throws -> Sample { try Sample(StoredZip.bytes(parts), name: name) }

  /// Header and rows of one table, and what was said of it.
  func read(table: Int = 1, _ options: ReadOptions = ReadOptions()) throws -> (rows: [[String]], summary: TableSummary)
  {
    var rows: [[String]] = []
    let summary = try sample().export(options).rawRows(table: table) { rows.append($0) }
    return (rows, summary)
  }

  func failure(_ options: ReadOptions = ReadOptions()) -> IngestionError? {
    do {
      _ = try read(options)
      return nil
    } catch { return error as? IngestionError }
  }
}
