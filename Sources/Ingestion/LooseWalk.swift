import Vocabulary

/// Goes through the tables of any delimited file and keeps every record, mended where one can see how: what `read`
/// does with a file that nobody knows. `TableWalk` is its strict counterpart.
///
/// One pass in constant memory: the first 64 KB decide the dialect, and the next 64 KB from a table's beginning its
/// place and its columns; later records follow that.
final class LooseWalk {
  enum Event {
    case header([String])
    case row([String], mendedLine: Int?)
    /// A row that fits as it stands, without marks or escapes: most of most files.
    case plainRow(PlainRow)
  }

  let dialect: LooseDialect
  private static let sampleBytes = 1 << 16
  private static let sampleRecords = 400

  private let name: String
  private let limits: Limits
  private let window: TextWindow
  private let scanner: LooseScanner
  private let knownLeadingRecords: Int?
  private var record = LooseRecord()
  private var line = 1
  private var reach: Int
  private var unclosedMarks = 0
  private var header: [String] = []
  /// Records that stand above the header of the table in hand and are none of it.
  private(set) var recordsAbove = 0
  /// Rows that name the columns of the table in hand, joined into one.
  private(set) var headerRows = 0

  /// `report`: what is known of the file already. Without it the dialect is guessed.
  init(_ text: TextSource, name: String, limits: Limits, report: DelimitedLayout?) throws(IngestionError) {
    self.name = name
    self.limits = limits
    reach = limits.fieldBytes
    window = TextWindow(text)
    try window.fill(LooseWalk.sampleBytes)
    if let report, !report.dialect.hasSeparatorLine {
      dialect = LooseDialect(delimiter: [report.dialect.delimiter], quote: LooseDialect.doubleQuote)
      scanner = LooseScanner(dialect)
      knownLeadingRecords = report.leadingRecords - 1
      return
    }
    knownLeadingRecords = nil
    let start = Array(window.bytes.prefix(7))
    if start.count >= 6, start[..<4].map({ $0 | 0x20 }) == Array("sep=".utf8), start[5] < 0x20 {
      window.take(start[5] == LooseDialect.carriageReturn && start.last == LooseDialect.lineFeed ? 7 : 6)
      line = 2
    }
    var guess = DialectGuess(window.bytes, isWhole: window.isAtEnd).best
    let looks = LooseWalk.looks(window, LooseScanner(guess), atMost: LooseWalk.sampleRecords)
    if TableShape(looks).width == 1, looks.count(where: { $0.width > 1 }) * 10 > looks.count {
      // A column of words: what would part them is no delimiter.
      guess.delimiter = [LooseDialect.noDelimiter]
    }
    dialect = guess
    scanner = LooseScanner(guess)
  }

  func run(_ take: (Event) throws -> Void) throws {
    var leadingRecords = knownLeadingRecords
    while true {
      try window.fill(LooseWalk.sampleBytes)
      guard window.bytes.contains(where: { $0 > 0x20 && $0 != 0x1A }) else { return }
      var shape = TableShape(LooseWalk.looks(window, scanner, atMost: LooseWalk.sampleRecords))
      if let known = leadingRecords {
        shape.leadingRecords = known
        shape.headerRows = 1
        leadingRecords = nil
      }
      try runTable(shape, take)
    }
  }

  private func runTable(_ shape: TableShape, _ take: (Event) throws -> Void) throws {
    let mender = RecordMender(dialect, shape, scanner)
    var expectedRows = shape.headerRows
    recordsAbove = 0
    for number in 0..<shape.leadingRecords where try scan() {
      if record.lines > 1, record.strayMarks > 0 {
        LooseScanner(LooseDialect(delimiter: dialect.delimiter, quote: nil))
          .scan(window.bytes, from: 0, isWhole: window.isAtEnd, reach: 0, into: &record)
      }
      if number + 1 == shape.leadingRecords, isHeaderInOtherDialect(shape, mender) {
        expectedRows = 1
      } else {
        if !isBlank { recordsAbove += 1 }
        drop()
      }
    }
    header = []
    headerRows = 0
    while headerRows < expectedRows, try scan() {
      if isBlank {
        drop()
        continue
      }
      if headerRows > 0, !mender.fits(record, window.bytes), !isHeaderWhenMended(shape, mender) { break }
      let (cells, _) = try takeRecord(shape, mender, isFirst: true)
      header = headerRows == 0 ? cells : LooseWalk.joined(header, cells)
      headerRows += 1
    }
    guard headerRows > 0 else { return }
    guard !header.contains(where: { $0.utf8.contains(0) }) else { throw IngestionError.binary(file: name, line: line) }
    try take(.header(header))
    let plainLines = PlainLines(dialect, shape)
    var followsEmptyRow = false
    while true {
      try window.fill(LooseWalk.sampleBytes)
      // A row of delimiters alone is looked at more closely: the table may end there.
      if let (row, length) = plainLines?.first(of: window.bytes), length > shape.width + 1 {
        try take(.plainRow(row))
        window.take(length)
        line += 1
        followsEmptyRow = false
        continue
      }
      guard try scan() else { return }
      if isBlank {
        drop()
        if try endsAfterBlank(shape, mender) { return }
        continue
      }
      // The first of several such rows asks for all: sheets end in thousands.
      let isEmptyRow = isEmptyRow
      if isEmptyRow, !followsEmptyRow, endsAtEmptyRow(shape) {
        drop()
        return
      }
      followsEmptyRow = isEmptyRow
      let fits = mender.fits(record, window.bytes)
      if !fits, endsBefore(shape, mender) { return }
      let start = line
      let (cells, isMended) = try takeRecord(shape, mender)
      try take(.row(cells, mendedLine: isMended ? start : nil))
    }
  }

  /// Whether the last line before the table is its first row after all, with a delimiter of its own.
  private func isHeaderInOtherDialect(_ shape: TableShape, _ mender: RecordMender) -> Bool {
    guard knownLeadingRecords == nil, shape.width > 2, !isBlank, !shape.startsWithHeader,
      record.cells.count != shape.width
    else { return false }
    let mended = mender.mend(record, window.bytes, isWhole: window.isAtEnd, reach: reach, isFirst: true)
    guard mended.record.cells.count == shape.width else { return false }
    return mended.scanner.dialect.delimiter != [LooseDialect.blank] || shape.kinds.contains { $0 != nil }
  }

  private func isHeaderWhenMended(_ shape: TableShape, _ mender: RecordMender) -> Bool {
    let mended = mender.mend(record, window.bytes, isWhole: window.isAtEnd, reach: reach)
    return shape.isHeader(TableShape.look(mended.record, window.bytes, mended.scanner))
  }

  /// Scans the next record whole; false at the end.
  private func scan() throws(IngestionError) -> Bool {
    try window.fill(LooseWalk.sampleBytes)
    while true {
      let bytes = window.bytes
      guard !bytes.isEmpty, !(bytes.count == 1 && bytes[0] == 0x1A && window.isAtEnd) else { return false }
      scanner.scan(bytes, from: 0, isWhole: window.isAtEnd, reach: reach, into: &record)
      guard record.cells.count <= limits.columns else {
        throw .beyondLimit(file: name, found: "more than \(limits.columns) columns", limit: "\(limits.columns)")
      }
      guard record.isCut else { break }
      guard bytes.count <= limits.recordBytes else {
        throw .beyondLimit(
          file: name, found: "a record of more than \(limits.recordBytes >> 20) MB from line \(line) on",
          limit: "\(limits.recordBytes >> 20) MB")
      }
      try window.fill(min(bytes.count * 2, limits.recordBytes + 1))
    }
    if record.isUnclosed {
      // A file full of open marks must not be searched to its end for each of them.
      unclosedMarks += 1
      if unclosedMarks > 8 { reach = min(reach, 1 << 12) }
    }
    return true
  }

  private var isBlank: Bool {
    record.cells.count == 1 && BlankText.trimmed(content(record.cells[0], window.bytes)).isEmpty
      && !record.cells[0].isQuoted
  }

  private func content(_ cell: LooseCell, _ bytes: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: bytes[cell.start..<cell.end])
  }

  private func drop() {
    window.take(record.end)
    line += record.lines
  }

  /// The record in hand as text, mended and as wide as the table at least.
  private func takeRecord(_ shape: TableShape, _ mender: RecordMender, isFirst: Bool = false)
    throws(IngestionError) -> ([String], Bool)
  {
    let bytes = window.bytes
    var used = scanner
    var isMended = false
    if !mender.fits(record, bytes) {
      isMended = true
      (record, used) = mender.mend(record, bytes, isWhole: window.isAtEnd, reach: reach, isFirst: isFirst)
    }
    var cells = record.cells.map { used.text($0, in: bytes) }
    if cells.contains(where: { $0.utf8.contains(0) }), !header.isEmpty {
      cells = cells.map { $0.replacing("\0", with: "") }
      isMended = true
    }
    drop()
    while cells.count < shape.width { cells.append("") }
    if shape.hasTrailingDelimiter, cells.count == shape.width + 1, cells.last == "" { cells.removeLast() }
    return (cells, isMended)
  }

  /// Whether the table ends at a blank line: nothing follows that has its width and could be a row of it.
  private func endsAfterBlank(_ shape: TableShape, _ mender: RecordMender) throws(IngestionError) -> Bool {
    try window.fill(LooseWalk.sampleBytes)
    let looks = LooseWalk.looks(window, scanner, atMost: 12).filter { !$0.isBlank }
    guard let next = looks.first else { return false }
    if next.texts == header { return true }
    let isRow = { (look: TableShape.Look) in
      (look.width == shape.width || (shape.hasTrailingDelimiter && look.width == shape.width + 1))
        && !shape.isHeader(look)
    }
    // Words alone tell no names of columns from rows, but names stand above figures.
    let isHeaded = !shape.isTelling && TableShape.isHeaded(looks[...])
    if isRow(next), !isHeaded { return false }
    if next.width == shape.width { return true }
    guard try scan() else { return false }
    var blank = 0
    while isBlank, blank < 12 {
      drop()
      blank += 1
      guard try scan() else { return false }
    }
    if mender.mend(record, window.bytes, isWhole: window.isAtEnd, reach: reach).record.cells.count == shape.width {
      return false
    }
    // One ragged record among rows is none of another table; a title or a note is.
    if next.filledWidth > max(1, shape.width / 2), let second = looks.dropFirst().first { return !isRow(second) }
    return true
  }

  private var isEmptyRow: Bool {
    record.cells.count > 1 && record.cells.allSatisfy { $0.start == $0.end && !$0.isQuoted }
  }

  /// Whether the table ends at the row of delimiters alone in hand, as in sheets that hold several: names of columns
  /// follow, in columns where this table has none, and above rows that tell more than names.
  private func endsAtEmptyRow(_ shape: TableShape) -> Bool {
    let looks = LooseWalk.looks(window, scanner, atMost: 12).drop { $0.isBlank }
    guard let names = looks.first else { return false }
    if names.texts == header { return true }
    // A row in which values are unknown says the same word of each, and one word alone is a remark.
    guard names.filled > 1, names.filled == names.filledWidth,
      Set(names.texts.prefix(names.filled)).count == names.filled, shape.isHeader(names),
      shape.agreement(names.kinds).misses > 1
    else { return false }
    let rows = looks.dropFirst().prefix(2)
    return !rows.isEmpty
      && rows.allSatisfy { $0.isTelling && $0.width == names.width && $0.filledWidth <= names.filledWidth }
  }

  /// Whether the table has ended without a blank line: records of another width go on, or only notes are left.
  private func endsBefore(_ shape: TableShape, _ mender: RecordMender) -> Bool {
    guard shape.width > 1 else { return false }
    let looks = LooseWalk.looks(window, scanner, atMost: 6)
    let next = looks.dropFirst()
    if next.count >= 4, let width = next.first?.width, width > 1, width != shape.width,
      !(shape.hasTrailingDelimiter && width == shape.width + 1), next.allSatisfy({ $0.width == width }),
      looks[0].width != shape.width
    {
      return mender.mend(record, window.bytes, isWhole: window.isAtEnd, reach: reach).record.cells.count != shape.width
    }
    // A record that the end of the file cuts in a cell in marks is no note.
    guard shape.width > 2, window.isAtEnd, looks.count < 6, !record.isUnclosed else { return false }
    return looks.allSatisfy { $0.filledWidth <= 1 && $0.width < shape.width && !$0.isTelling }
      && mender.mend(record, window.bytes, isWhole: true, reach: reach).record.cells.count != shape.width
  }

  private static func looks(_ window: TextWindow, _ scanner: LooseScanner, atMost limit: Int) -> [TableShape.Look] {
    let bytes = window.bytes
    var looks: [TableShape.Look] = []
    let unquoted = LooseScanner(LooseDialect(delimiter: scanner.dialect.delimiter, quote: nil))
    var record = LooseRecord()
    var position = 0
    while position < min(bytes.count, sampleBytes), looks.count < limit {
      scanner.scan(bytes, from: position, isWhole: window.isAtEnd, reach: 1 << 14, into: &record)
      if record.isCut, !looks.isEmpty { break }
      if record.lines > 1, record.strayMarks > 0 {
        // A mark that stands alone has swallowed lines.
        unquoted.scan(bytes, from: position, isWhole: window.isAtEnd, reach: 0, into: &record)
      }
      looks.append(TableShape.look(record, bytes, scanner))
      position = record.end
    }
    return looks
  }

  private static func joined(_ upper: [String], _ lower: [String]) -> [String] {
    (0..<max(upper.count, lower.count)).map { column in
      [upper, lower].compactMap { column < $0.count && !$0[column].isEmpty ? $0[column] : nil }.joined(separator: " ")
    }
  }
}
