/// One sheet's rows (ECMA-376 part 1, 18.3): texts, numbers, dates by their format, formulas by the value kept with them.
///
/// Cells without a place follow the one before; cells and rows that are not there cost nothing.
final class WorksheetHandler: GridHandler {
  let rows: RowQueue
  private(set) var sheets: [SheetTraits]
  private(set) var failure: IngestionError? { didSet { hasFailed = failure != nil } }
  private(set) var hasFailed = false
  private let file: String
  private let limits: Limits
  private let strings: SharedStrings?
  private let styles: CellStyles
  private let dates: SerialDate
  private let number: Int
  private var depth = 0
  private var isInData = false
  private var row = 0
  /// Its row's number, or the next one where a careless program has written a number twice: each row has a line of its own.
  private var line = 0
  private var column = -1
  private var type = CellType.number
  private var style = 0
  private var text: [UInt8] = []
  private var isOpen = false
  private var isInGuide = false
  private var hasFormula = false
  private var hasText = false
  private var isTooLong = false
  private let isUncalculated: Bool

  private enum CellType { case number, shared, text, inline, boolean, error, date }

  /// `number`: the sheet's place among those that are read, from 1.
  init(_ workbook: Workbook, number: Int, rows: RowQueue) {
    self.rows = rows
    self.number = number
    file = workbook.name
    limits = workbook.limits
    strings = workbook.strings
    styles = workbook.styles
    dates = SerialDate(is1904: workbook.is1904)
    isUncalculated = workbook.isUncalculated
    var traits = SheetTraits(number: number, name: workbook.sheets[number - 1].name)
    traits.scalesNumbers = workbook.styles.scalesNumbers
    sheets = [traits]
  }

  func open(_ element: ElementName, _ attributes: MarkupAttributes) {
    depth += 1
    guard isInData else { return openOutside(element, attributes) }
    switch element {
    case "c": openCell(attributes)
    case "v": isOpen = type != .inline || text.isEmpty
    case "t": openText()
    case "f": hasFormula = true
    case "rPh": isInGuide = true
    case "row": openRow(attributes)
    default: break
    }
  }

  func add(_ run: UnsafeBufferPointer<UInt8>) {
    guard isOpen else { return }
    guard rows.openBytes + text.count + run.count <= limits.recordBytes else {
      failure = .beyondLimit(
        file: file, found: "a row of more than \(limits.recordBytes >> 20) MB in \(place)",
        limit: "\(limits.recordBytes >> 20) MB")
      return
    }
    if text.count + run.count > limits.fieldBytes { isTooLong = true } else { text.append(contentsOf: run) }
  }

  func close(_ element: ElementName) {
    depth -= 1
    guard isInData else { return }
    switch element {
    case "v", "t": isOpen = false
    case "c": closeCell()
    case "rPh": isInGuide = false
    case "row":
      guard rows.closeRow(sheet: number, line: line) else { return damage("two cells in one place", "one") }
    case "sheetData": isInData = false
    default: break
    }
  }

  private func openOutside(_ element: ElementName, _ attributes: MarkupAttributes) {
    switch element {
    case "worksheet" where depth == 1: break
    case _ where depth == 1: damage("a part that is no worksheet", "one")
    case "sheetData": isInData = true
    case "mergeCell":
      guard let range = attributes["ref"].flatMap(CellRange.init) else { return }
      sheets[0].add(range)
    default: break
    }
  }

  private func openRow(_ attributes: MarkupAttributes) {
    let number = attributes["r"] == nil ? row + 1 : attributes.number("r") ?? 0
    guard (1...CellReference.rows).contains(number) else {
      return damage("then a row beyond 1048576 or without a number", "rows from 1 to 1048576")
    }
    row = number
    line = max(number, line + 1)
    column = -1
  }

  /// Of an inline text's cell that has a value too, the text counts.
  private func openText() {
    guard type == .inline, !isInGuide else { return }
    if !hasText { text.removeAll(keepingCapacity: true) }
    hasText = true
    isOpen = true
  }

  @inline(__always)
  private func openCell(_ attributes: MarkupAttributes) {
    column += 1
    if let reference = attributes["r"] {
      guard let place = CellReference(reference) else {
        return damage("a cell beyond XFD1048576 or with a damaged reference", "cells from A1 to XFD1048576")
      }
      guard place.row == row else { return damage("a cell of row \(place.row)", "cells of its own row") }
      column = place.column
    }
    guard column < CellReference.columns else { return damage("a cell beyond column XFD", "columns from A to XFD") }
    style = attributes.number("s") ?? 0
    type = attributes["t"].map(cellType) ?? .number
    hasFormula = false
    hasText = false
    isTooLong = false
    text.removeAll(keepingCapacity: true)
  }

  private func cellType(_ name: UnsafeBufferPointer<UInt8>) -> CellType {
    switch name.first {
    case UInt8(ascii: "s"): name.count == 1 ? .shared : .text
    case UInt8(ascii: "i"): .inline
    case UInt8(ascii: "b"): .boolean
    case UInt8(ascii: "e"): .error
    case UInt8(ascii: "d"): .date
    default: .number
    }
  }

  private func closeCell() {
    if isTooLong { return rows.flaw(.oversizedCell) }
    guard !text.isEmpty else {
      if hasFormula, type != .text, type != .inline {
        rows.note(CellNote(column: column, found: "a formula without its value", expected: "a value kept with it"))
      }
      return
    }
    // Other programs ask for a calculation too, and have kept the values that they know.
    if isUncalculated, hasFormula, type == .number, text == [UInt8(ascii: "0")] { return leaveOutFormula() }
    switch type {
    case .number: return closeNumber()
    case .shared:
      guard let index = text.withUnsafeBufferPointer(PlainNumber.whole), let strings, index < strings.count else {
        return damage("a text that the workbook does not have", "one of \(strings?.count ?? 0) shared strings")
      }
      rows.append(strings[index])
    case .text, .inline: rows.append(EscapedText.decode(text))
    case .boolean: rows.append(Array((text == [UInt8(ascii: "1")] ? "TRUE" : "FALSE").utf8))
    case .error: return rows.note(CellNote(column: column, error: text))
    case .date: rows.append(ISOText.shortened(text))
    }
    rows.closeCell(column: column, isNumber: false, isDate: type == .date)
  }

  /// The nought that is kept with a formula which nobody has calculated yet is a placeholder.
  private func leaveOutFormula() {
    rows.note(
      CellNote(
        column: column, found: "a formula that was never calculated, left empty",
        expected: "its value, as after the workbook was opened in a spreadsheet program and saved"))
  }

  private func closeNumber() {
    let dateStyle = styles[style]
    guard dateStyle == .number else { return closeDate(dateStyle) }
    let isShortest = text.withUnsafeBufferPointer(DecimalText.isShortest)
    guard let plain = isShortest ? text : text.withUnsafeBufferPointer(DecimalText.of) else {
      return rows.flaw(.noNumber)
    }
    rows.append(plain)
    rows.closeCell(column: column, isNumber: true)
  }

  private func closeDate(_ style: SerialDate.Style) {
    let serial = text.withUnsafeBufferPointer { text in
      PlainNumber.whole(text).map(Double.init)
        ?? DecimalText.of(text).flatMap { Double(String(decoding: $0, as: UTF8.self)) }
    }
    guard let serial else { return rows.flaw(.noNumber) }
    guard let date = dates.text(serial, style) else { return rows.flaw(.noDate) }
    rows.append(date)
    rows.closeCell(column: column, isNumber: false, isDate: style == .day || style == .dayTime)
  }

  private var place: String { "sheet \"\(sheets[0].name)\", row \(row)" }

  private func damage(_ found: String, _ expected: String) {
    failure = failure ?? .damagedWorkbook(file: file, place: place, found: found, expected: expected)
  }
}
