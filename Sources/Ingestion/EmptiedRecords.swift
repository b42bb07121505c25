/// Records as they would stand in a file that leaves the cells empty into which this one writes a word for nothing.
final class EmptiedRecords {
  private let words: NullWords
  private let cells = CellBuffer()

  init(_ words: NullWords) { self.words = words }

  /// Valid as long as the record, and until the next one is emptied.
  func emptied(_ record: RawRecord) -> RawRecord {
    guard !words.isEmpty else { return record }
    var isFound = false
    record.cells.forEach { _, cell in
      if words.hold(cell) { isFound = true }
    }
    guard isFound else { return record }
    cells.reset()
    cells.names = record.cells.names
    record.cells.forEach { column, cell in
      if !words.hold(cell) { cells.append(cell) }
      cells.closeCell()
      if record.isNumber(column) { cells.markNumber() }
      if record.isDate(column) { cells.markDate() }
    }
    return RawRecord(line: record.line, cells: cells, flaw: record.flaw, section: record.section)
  }
}
