/// The tables of an HTML page, which several tools export under the name `.xls`.
///
/// A cell's text has its blanks collapsed as a browser shows it; a line break stays one. Cells that span several columns
/// or rows keep the others in their places. A table inside a cell is that cell's text. Where Excel has written a cell's
/// exact number beside its text (`x:num`), the number counts. Scripts, styles and everything outside of tables are
/// passed over.
final class HTMLTableHandler: GridHandler {
  let rows: RowQueue
  private(set) var sheets: [SheetTraits] = []
  private(set) var failure: IngestionError? { didSet { hasFailed = failure != nil } }
  private(set) var hasFailed = false
  private let file: String
  private let limits: Limits
  private var tableDepth = 0
  private var muteDepth = 0
  private var hasTable = false
  private var line = 0
  private var isInRow = false
  private var isInCell = false
  private var column = 0
  /// For each column, how many rows below this one a cell from above still covers.
  private var covered: [Int] = []
  private var span = (across: 1, down: 1)
  private var exact: [UInt8]?
  private var text: [UInt8] = []
  private var owesBlank = false
  private var isTooLong = false

  init(file: String, limits: Limits, rows: RowQueue) {
    self.file = file
    self.limits = limits
    self.rows = rows
  }

  func open(_ element: ElementName, _ attributes: MarkupAttributes) {
    switch element {
    case "table":
      if tableDepth == 0 {
        hasTable = false
        line = 0
        covered = []
      } else {
        owesBlank = true
      }
      tableDepth += 1
    case "tr" where tableDepth == 1:
      closeRow()
      isInRow = true
      line += 1
      column = 0
    case "td" where tableDepth == 1, "th" where tableDepth == 1:
      if !isInRow {
        isInRow = true
        line += 1
        column = 0
      }
      openCell(attributes)
    case "tr", "td", "th", "p", "div", "li": owesBlank = true
    case "br" where isInCell && !text.isEmpty: add(UInt8(ascii: "\n"))
    case "script", "style": muteDepth += 1
    default: break
    }
  }

  func add(_ run: UnsafeBufferPointer<UInt8>) {
    guard isInCell, muteDepth == 0 else { return }
    for byte in run {
      if byte <= 0x20 { owesBlank = true } else { add(byte) }
    }
    guard rows.openBytes + text.count <= limits.recordBytes else {
      failure = .beyondLimit(
        file: file, found: "a row of more than \(limits.recordBytes >> 20) MB, row \(line) of a table",
        limit: "\(limits.recordBytes >> 20) MB")
      return
    }
  }

  func close(_ element: ElementName) {
    switch element {
    case "table":
      tableDepth -= 1
      if tableDepth == 0 { closeRow() } else { owesBlank = true }
    case "tr" where tableDepth == 1: closeRow()
    case "td" where tableDepth == 1, "th" where tableDepth == 1: closeCell()
    case "script", "style": muteDepth = max(0, muteDepth - 1)
    default: break
    }
  }

  private func add(_ byte: UInt8) {
    guard text.count < limits.fieldBytes else {
      isTooLong = true
      return
    }
    if owesBlank, !text.isEmpty, byte != UInt8(ascii: "\n"), text.last != UInt8(ascii: "\n") {
      text.append(UInt8(ascii: " "))
    }
    owesBlank = false
    text.append(byte)
  }

  private func openCell(_ attributes: MarkupAttributes) {
    closeCell()
    isInCell = true
    owesBlank = false
    isTooLong = false
    text.removeAll(keepingCapacity: true)
    exact = attributes["x:num"].flatMap { $0.isEmpty ? nil : DecimalText.of($0) }
    span = (HTMLTableHandler.span(attributes["colspan"]), HTMLTableHandler.span(attributes["rowspan"]))
    while column < covered.count, covered[column] > 0 {
      covered[column] -= 1
      column += 1
    }
    guard column + span.across <= limits.columns else {
      failure = .beyondLimit(
        file: file, found: "more than \(limits.columns) columns in row \(line) of a table", limit: "\(limits.columns)")
      return
    }
  }

  private func closeCell() {
    guard isInCell else { return }
    isInCell = false
    while text.last == UInt8(ascii: "\n") { text.removeLast() }
    let isBlank = text.withUnsafeBufferPointer { $0.allSatisfy { $0 <= 0x20 || $0 == 0xC2 || $0 == 0xA0 } }
    if isTooLong {
      rows.flaw(.oversizedCell)
    } else if let exact, !isBlank {
      rows.append(exact)
      rows.closeCell(column: column, isNumber: true)
    } else if !isBlank {
      rows.append(text)
      rows.closeCell(column: column, isNumber: false)
    }
    if span.across > 1 || span.down > 1 {
      startTable()
      let first = CellReference(column: column, row: line)
      sheets[sheets.count - 1].add(
        CellRange(first: first, last: CellReference(column: column + span.across - 1, row: line + span.down - 1)))
    }
    if span.down > 1 {
      while covered.count < column + span.across { covered.append(0) }
      for place in column..<(column + span.across) { covered[place] = span.down - 1 }
    }
    column += span.across
  }

  private func closeRow() {
    closeCell()
    guard isInRow else { return }
    isInRow = false
    while column < covered.count {
      if covered[column] > 0 { covered[column] -= 1 }
      column += 1
    }
    while covered.last == 0 { covered.removeLast() }
    startTable()
    guard sheets.count <= limits.archiveEntries, rows.closeRow(sheet: sheets.count, line: line, width: column) else {
      failure = .beyondLimit(
        file: file, found: "more than \(limits.archiveEntries) tables, or cells over each other",
        limit: "\(limits.archiveEntries)")
      return
    }
  }

  /// A table counts from its first row on.
  private func startTable() {
    guard !hasTable else { return }
    hasTable = true
    sheets.append(SheetTraits(number: sheets.count + 1))
  }

  /// The figures at the front, as browsers read them; 1 where there are none.
  private static func span(_ value: UnsafeBufferPointer<UInt8>?) -> Int {
    guard let value else { return 1 }
    let figures = value.drop { $0 <= 0x20 }.prefix { $0 &- 0x30 <= 9 }.prefix(6)
    return max(1, Int(String(decoding: figures, as: UTF8.self)) ?? 1)
  }
}
