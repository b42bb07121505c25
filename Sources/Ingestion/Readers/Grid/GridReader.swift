/// Goes through the rows of a grid's sheets, streaming.
final class GridReader {
  private(set) var record: RawRecord
  /// The sheet that `record` belongs to.
  private(set) var sheet = 0
  /// What is odd about the cells of `record`.
  private(set) var notes: [CellNote] = []
  /// Least number of cells of a record: cells that a sheet does not have are empty.
  var width = 0

  /// A part of the file with what its markup becomes.
  struct Part {
    let parser: MarkupParser
    let handler: any GridHandler
  }

  private let name: String
  private let limits: Limits
  private let wanted: Int?
  private let parts: Int
  private let open: (Int) throws(IngestionError) -> Part
  private let kept: RowQueue?
  private var part: Part?
  private var opened = 0
  private let cells = CellBuffer()
  private var passed: [SheetTraits] = []
  private var filledCells = 0
  private var emptyCells = 0

  /// `open` gives the parser of each part in turn; of their rows, or of those that were kept, those of `sheet` come out,
  /// or all.
  init(
    name: String, limits: Limits, sheet: Int?, parts: Int, kept: RowQueue? = nil,
    open: @escaping (Int) throws(IngestionError) -> Part
  ) {
    self.name = name
    self.limits = limits
    wanted = sheet
    self.parts = parts
    self.kept = kept
    self.open = open
    record = RawRecord(line: 0, cells: cells, flaw: nil)
  }

  /// What is known by now of a sheet; nil for one that the reader has not come to.
  func traits(_ number: Int) -> SheetTraits? {
    if let last = passed.last, number <= last.number { return passed.first { $0.number == number } }
    guard let sheets = part?.handler.sheets, let first = sheets.first else { return nil }
    let place = number - first.number
    return sheets.indices.contains(place) ? sheets[place] : nil
  }

  /// The rows that were parsed last, once there are any.
  private(set) var rows: RowQueue?

  /// Reads the next row into `record`; false at the end of a file without damage.
  func next() throws(IngestionError) -> Bool {
    while true {
      if let rows = part?.handler.rows ?? kept, rows.hasRow {
        let (record, sheet, filled, notes) = rows.pop(into: cells, width: width)
        guard wanted == nil || wanted == sheet else { continue }
        (self.record, self.sheet, self.notes) = (record, sheet, notes)
        return try count(filled)
      }
      if let part, try part.parser.advance() { continue }
      if let part, part.handler.rows.hasRow { continue }
      if let part { passed += part.handler.sheets }
      part = nil
      guard opened < parts else { return false }
      part = try open(opened)
      rows = part?.handler.rows
      opened += 1
    }
  }

  /// A few cells far from the others must not fill memory and time with empty ones.
  private func count(_ filled: Int) throws(IngestionError) -> Bool {
    filledCells += filled
    emptyCells += cells.count - filled
    guard emptyCells <= limits.emptyFreeCells || emptyCells / limits.emptyCellRatio <= filledCells else {
      throw .beyondLimit(
        file: name, found: "more than \(limits.emptyCellRatio) empty cells for each filled one, row \(record.line)",
        limit: "\(limits.emptyCellRatio)")
    }
    return true
  }
}
