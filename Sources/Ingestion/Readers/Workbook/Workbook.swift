/// An Office Open XML workbook (ECMA-376): its visible sheets, its texts and the formats of its cells.
final class Workbook {
  struct Sheet {
    let name: String
    let part: ZipArchive.Entry
  }

  let name: String
  let limits: Limits
  /// The visible worksheets, in their order.
  private(set) var sheets: [Sheet] = []
  private(set) var hiddenSheets = 0
  let is1904: Bool
  /// Whether its formulas wait for a spreadsheet program to calculate them.
  let isUncalculated: Bool
  private(set) var strings: SharedStrings?
  let styles = CellStyles()
  private let archive: ZipArchive

  /// Reads all but the sheets. Refuses a workbook whose sheets would unpack beyond the limits, by the sizes that the
  /// archive states: an entry that holds more than that is refused while it is read.
  init(_ archive: ZipArchive, name: String, limits: Limits) throws(IngestionError) {
    self.name = name
    self.limits = limits
    self.archive = archive
    let main = try Workbook.mainPart(archive, name: name, limits: limits)
    let index = WorkbookIndex()
    try Workbook.parse(archive, main, index, name: name, limits: limits)
    guard index.isWorkbook else {
      throw .foreign(file: name, kind: "an Office document that is no workbook", advice: "export the report as CSV")
    }
    is1904 = index.is1904
    isUncalculated = index.isUncalculated
    let relations = Relationships(of: main)
    try Workbook.parse(archive, Relationships.part(of: main), relations, name: name, limits: limits)
    for sheet in index.sheets {
      let target = relations.targets[sheet.relationship]
      guard target.map({ $0.kind == "worksheet" }) ?? true else { continue }
      guard !sheet.isHidden else {
        hiddenSheets += 1
        continue
      }
      guard let part = target?.part, let entry = archive.entry(named: part) else {
        throw .damagedWorkbook(
          file: name, place: "sheet \"\(sheet.name)\"", found: "no such part in the workbook", expected: "its rows")
      }
      sheets.append(Sheet(name: sheet.name, part: entry))
    }
    guard !sheets.isEmpty else {
      let kind = hiddenSheets > 0 ? "nothing but hidden sheets" : "no worksheet"
      throw .damagedWorkbook(file: name, place: "", found: kind, expected: "a visible worksheet")
    }
    try archive.checkRatio(sheets.map(\.part))
    if let part = relations.first("styles"), archive.entry(named: part) != nil {
      try Workbook.parse(archive, part, styles, name: name, limits: limits)
    }
    let folder = main.split(separator: "/").dropLast().joined(separator: "/")
    if let part = relations.first("sharedStrings") ?? archive.entry(named: folder + "/sharedStrings.xml")?.name {
      let strings = SharedStrings(name: name, limits: limits)
      try Workbook.parse(archive, part, strings, name: name, limits: limits)
      self.strings = strings
    }
  }

  /// `number`: from 1.
  func parser(_ number: Int, _ handler: WorksheetHandler) throws(IngestionError) -> MarkupParser {
    let part = sheets[number - 1].part
    return try MarkupParser(
      .xml(try archive.stream(part.index)), name: name + "/" + part.name, handler: handler, limits: limits)
  }

  /// Whether an archive is an Office document, by the part that each of them has or the one that workbooks have.
  static func isOffice(_ archive: ZipArchive) -> Bool {
    ["[Content_Types].xml", "xl/workbook.xml", "xl/workbook.bin"].contains { archive.entry(named: $0) != nil }
  }

  private static func mainPart(_ archive: ZipArchive, name: String, limits: Limits) throws(IngestionError) -> String {
    let root = Relationships(of: "")
    if archive.entry(named: "_rels/.rels") != nil {
      try parse(archive, "_rels/.rels", root, name: name, limits: limits)
    }
    let main = root.first("officeDocument") ?? "xl/workbook.xml"
    guard !main.hasSuffix(".bin"), archive.entry(named: "xl/workbook.bin") == nil else {
      throw .foreign(
        file: name, kind: "a binary Excel workbook (.xlsb)", advice: "open it and save it as .xlsx or as CSV UTF-8")
    }
    return main
  }

  private static func parse(
    _ archive: ZipArchive, _ part: String, _ handler: some MarkupHandler, name: String, limits: Limits
  ) throws(IngestionError) {
    guard let entry = archive.entry(named: part) else {
      throw .damagedWorkbook(file: name, place: "", found: "no part \(part)", expected: "all parts of a workbook")
    }
    try archive.checkRatio([entry])
    let parser = try MarkupParser(
      .xml(try archive.stream(entry.index)), name: name + "/" + part, handler: handler, limits: limits)
    while try parser.advance() {}
  }
}
