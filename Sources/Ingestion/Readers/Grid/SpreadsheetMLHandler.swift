/// The sheets of an Excel 2003 XML workbook ("XML Spreadsheet Reference", Microsoft 2001).
final class SpreadsheetMLHandler: GridHandler {
  let rows: RowQueue
  private(set) var sheets: [SheetTraits] = []
  private(set) var failure: IngestionError? { didSet { hasFailed = failure != nil } }
  private(set) var hasFailed = false
  private let file: String
  private let limits: Limits
  private var row = 0
  private var nextRow = 1
  private var column = -1
  private var nextColumn = 0
  private var isInTable = false
  private var type: [UInt8] = []
  private var text: [UInt8] = []
  private var visibility: [UInt8] = []
  private var isInData = false
  private var isInVisible = false
  private var isTooLong = false
  private var hasFormula = false

  init(file: String, limits: Limits, rows: RowQueue) {
    self.file = file
    self.limits = limits
    self.rows = rows
  }

  func open(_ element: ElementName, _ attributes: MarkupAttributes) {
    switch element {
    case "Worksheet":
      sheets.append(SheetTraits(number: sheets.count + 1, name: attributes.text("Name") ?? ""))
      guard sheets.count <= limits.archiveEntries else {
        failure = .beyondLimit(
          file: file, found: "more than \(limits.archiveEntries) sheets", limit: "\(limits.archiveEntries)")
        return
      }
      nextRow = 1
    case "Table" where !sheets.isEmpty: isInTable = true
    case "Row" where isInTable: openRow(attributes)
    case "Cell" where isInTable: openCell(attributes)
    case "Data" where isInTable:
      isInData = true
      type = attributes["Type"].map(Array.init) ?? []
    case "Visible": isInVisible = true
    default: break
    }
  }

  func add(_ run: UnsafeBufferPointer<UInt8>) {
    if isInVisible, visibility.count < 32 { visibility.append(contentsOf: run) }
    guard isInData else { return }
    guard rows.openBytes + text.count + run.count <= limits.recordBytes else {
      failure = .beyondLimit(
        file: file, found: "a row of more than \(limits.recordBytes >> 20) MB in \(place)",
        limit: "\(limits.recordBytes >> 20) MB")
      return
    }
    if text.count + run.count > limits.fieldBytes { isTooLong = true } else { text.append(contentsOf: run) }
  }

  func close(_ element: ElementName) {
    switch element {
    case "Data": isInData = false
    case "Cell" where isInTable: closeCell()
    case "Row" where isInTable:
      guard rows.closeRow(sheet: sheets.count, line: row) else { return damage("two cells in one place", "one") }
    case "Table": isInTable = false
    case "Visible":
      isInVisible = false
      if visibility.starts(with: "SheetHidden".utf8) || visibility.starts(with: "SheetVeryHidden".utf8) {
        sheets.indices.last.map { sheets[$0].isHidden = true }
      }
      visibility.removeAll()
    default: break
    }
  }

  private func openRow(_ attributes: MarkupAttributes) {
    row = attributes["Index"] == nil ? nextRow : attributes.number("Index") ?? 0
    guard row >= nextRow, row <= CellReference.rows else {
      return damage("a row out of order or beyond 1048576", "rows from 1 to 1048576, in order")
    }
    nextRow = row + 1 + (attributes.number("Span") ?? 0)
    nextColumn = 0
  }

  private func openCell(_ attributes: MarkupAttributes) {
    column = attributes["Index"] == nil ? nextColumn : (attributes.number("Index") ?? 0) - 1
    let across = attributes.number("MergeAcross") ?? 0
    let down = attributes.number("MergeDown") ?? 0
    guard (nextColumn..<max(nextColumn + 1, CellReference.columns)).contains(column),
      column + across < CellReference.columns
    else { return damage("a cell out of order or beyond column XFD", "columns from A to XFD, in order") }
    nextColumn = column + across + 1
    if across > 0 || down > 0, let last = sheets.indices.last {
      let end = CellReference(column: column + across, row: min(row + down, CellReference.rows))
      sheets[last].add(CellRange(first: CellReference(column: column, row: row), last: end))
    }
    hasFormula = attributes["Formula"] != nil
    isTooLong = false
    type = []
    text.removeAll(keepingCapacity: true)
  }

  private func closeCell() {
    if isTooLong { return rows.flaw(.oversizedCell) }
    guard !text.isEmpty else {
      if hasFormula, !type.elementsEqual("String".utf8) {
        rows.note(CellNote(column: column, found: "a formula without its value", expected: "a value kept with it"))
      }
      return
    }
    var isNumber = false
    var isDate = false
    switch String(decoding: type, as: UTF8.self) {
    case "Number":
      guard let plain = text.withUnsafeBufferPointer(DecimalText.of) else { return rows.flaw(.noNumber) }
      rows.append(plain)
      isNumber = true
    case "DateTime":
      rows.append(ISOText.shortened(text))
      isDate = true
    case "Boolean": rows.append(Array((text == [UInt8(ascii: "1")] ? "TRUE" : "FALSE").utf8))
    case "Error": return rows.note(CellNote(column: column, error: text))
    default: rows.append(text)
    }
    rows.closeCell(column: column, isNumber: isNumber, isDate: isDate)
  }

  private var place: String { "sheet \"\(sheets.last?.name ?? "")\", row \(row)" }

  private func damage(_ found: String, _ expected: String) {
    failure = failure ?? .damagedWorkbook(file: file, place: place, found: found, expected: expected)
  }
}
