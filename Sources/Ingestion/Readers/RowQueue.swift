/// Rows that a parser has finished and nobody has taken yet, in flat memory that is used again.
///
/// While they fit into `keptBytes`, the rows that were taken stay too, so that a sheet of usual size is parsed once and
/// gone through again from here.
final class RowQueue {
  private struct Cell {
    let column: UInt32
    let start: UInt32
    let end: UInt32
    let isNumber: Bool
    let isDate: Bool
  }

  private struct Row {
    let sheet: Int
    let line: Int
    let width: Int
    let firstCell: Int
    let endOfCells: Int
    let firstNote: Int
    let endOfNotes: Int
    let flaw: RecordFlaw?
  }

  private var bytes: [UInt8] = []
  private var cells: [Cell] = []
  private var notes: [CellNote] = []
  private var rows: [Row] = []
  private var next = 0
  private var firstCell = 0
  private var firstNote = 0
  private var flaw: RecordFlaw?
  private var isSorted = true
  private var openStart = 0
  private let keptBytes: Int
  private var isWhole = true

  init(keptBytes: Int) { self.keptBytes = keptBytes }

  var hasRow: Bool { next < rows.count }

  /// Bytes of the row that is not closed yet, and how many cells it has.
  var openBytes: Int { bytes.count - openStart }
  var openCells: Int { cells.count - firstCell }

  @inline(__always)
  func append(_ text: UnsafeBufferPointer<UInt8>) { bytes.append(contentsOf: text) }

  func append(_ text: [UInt8]) { bytes.append(contentsOf: text) }

  @inline(__always)
  func append(_ byte: UInt8) { bytes.append(byte) }

  /// Makes what was appended since the last cell a cell; an empty one leaves no trace. `column` counts from 0.
  @inline(__always)
  func closeCell(column: Int, isNumber: Bool, isDate: Bool = false) {
    let start = cells.count > firstCell ? cells[cells.count - 1].end : UInt32(openStart)
    guard bytes.count > start else { return }
    if let last = cells.last, cells.count > firstCell, last.column >= column { isSorted = false }
    cells.append(
      Cell(column: UInt32(column), start: start, end: UInt32(bytes.count), isNumber: isNumber, isDate: isDate))
  }

  func note(_ note: CellNote) { notes.append(note) }

  func flaw(_ flaw: RecordFlaw) { self.flaw = self.flaw ?? flaw }

  /// Ends the row. One without any text is no row unless it has a `width` of its own, empty cells included. False when a
  /// column has two values.
  func closeRow(sheet: Int, line: Int, width: Int = 0) -> Bool {
    if !isSorted {
      cells[firstCell...].sort { ($0.column, $0.start) < ($1.column, $1.start) }
      for index in cells.indices.dropFirst(firstCell + 1) where cells[index].column == cells[index - 1].column {
        return false
      }
    }
    if cells.count > firstCell || notes.count > firstNote || flaw != nil || width > 0 {
      rows.append(
        Row(
          sheet: sheet, line: line, width: width, firstCell: firstCell, endOfCells: cells.count,
          firstNote: firstNote, endOfNotes: notes.count, flaw: flaw))
    }
    firstCell = cells.count
    firstNote = notes.count
    openStart = bytes.count
    flaw = nil
    isSorted = true
    return true
  }

  /// Moves the oldest row into `buffer`, filled up with empty cells to `width`; gives its place and its notes.
  func pop(into buffer: CellBuffer, width: Int) -> (record: RawRecord, sheet: Int, filled: Int, notes: [CellNote]) {
    let row = rows[next]
    buffer.reset()
    bytes.withUnsafeBufferPointer { bytes in
      for index in row.firstCell..<row.endOfCells {
        let cell = cells[index]
        while buffer.count < cell.column { buffer.closeCell() }
        buffer.append(UnsafeBufferPointer(rebasing: bytes[Int(cell.start)..<Int(cell.end)]))
        buffer.closeCell()
        if cell.isNumber { buffer.markNumber() }
        if cell.isDate { buffer.markDate() }
      }
    }
    let least = max(width, row.width)
    while buffer.count < least { buffer.closeCell() }
    let found = (
      RawRecord(line: row.line, cells: buffer, flaw: row.flaw), row.sheet, row.endOfCells - row.firstCell,
      row.firstNote == row.endOfNotes ? [] : Array(notes[row.firstNote..<row.endOfNotes])
    )
    next += 1
    if next == rows.count { dropTaken() }
    return found
  }

  /// Starts again with the first row; false when some are gone.
  func rewind() -> Bool {
    next = 0
    return isWhole
  }

  /// What belongs to rows that are gone makes room; the row that is open moves to the front.
  private func dropTaken() {
    let held = bytes.count + cells.count * MemoryLayout<Cell>.stride + rows.count * MemoryLayout<Row>.stride
    if isWhole, held + notes.count * MemoryLayout<CellNote>.stride <= keptBytes { return }
    isWhole = false
    next = 0
    rows.removeAll(keepingCapacity: true)
    let shift = UInt32(openStart)
    bytes.removeSubrange(..<openStart)
    let open = cells[firstCell...].map {
      Cell(
        column: $0.column, start: $0.start - shift, end: $0.end - shift, isNumber: $0.isNumber, isDate: $0.isDate)
    }
    cells.replaceSubrange(cells.indices, with: open)
    notes.removeSubrange(..<firstNote)
    firstCell = 0
    firstNote = 0
    openStart = 0
  }
}

/// What is odd about one cell that is left empty, or was put right, without its row being refused.
struct CellNote: Hashable {
  /// From 0.
  let column: Int
  let found: String
  let expected: String
}
