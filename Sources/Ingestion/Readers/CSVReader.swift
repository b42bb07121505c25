/// Delimited text (RFC 4180 and what vendors make of it) into records, in one pass and constant memory.
///
/// Lines end in LF, CRLF or CR. A quotation mark opens a cell only at its start (blanks before it are dropped) and is
/// doubled inside; `="00123"` gives its text. In an unquoted cell of JSON (`{…}`) marks are the cell's own. A record that breaks these rules comes with a flaw, and the next line
/// starts afresh; a mark that is never closed stops the file, since nobody can tell what it swallowed.
final class CSVReader {
  private(set) var record: RawRecord
  /// Whether the file ends within the record's line.
  private(set) var isUnended = false
  private let text: TextSource
  private let name: String
  private let dialect: Dialect
  private let limits: Limits
  private let cells = CellBuffer()
  private let isSpecial: UnsafeMutablePointer<Bool>
  private var position = 0
  private var line = 1
  private var endedWithCR = false
  private var isAtEnd = false
  private var flaw: RecordFlaw?
  private var state = State.cellStart
  private var recordBytes = 0
  private var marks = LineMarks()

  private enum State { case cellStart, unquoted, quoted, quoteInQuoted, afterQuote }

  private static let quote = UInt8(ascii: "\"")
  private static let lineFeed = UInt8(ascii: "\n")
  private static let carriageReturn = UInt8(ascii: "\r")

  init(_ text: TextSource, name: String, dialect: Dialect, limits: Limits) {
    self.text = text
    self.name = name
    self.dialect = dialect
    self.limits = limits
    record = RawRecord(line: 0, cells: cells, flaw: nil)
    isSpecial = .allocate(capacity: 256)
    isSpecial.initialize(repeating: false, count: 256)
    for byte in [dialect.delimiter, CSVReader.quote, CSVReader.lineFeed, CSVReader.carriageReturn, 0] {
      isSpecial[Int(byte)] = true
    }
  }

  deinit { isSpecial.deallocate() }

  /// Reads the next record into `record`; false at the end.
  func next() throws(IngestionError) -> Bool {
    guard try readRecord() else { return false }
    if dialect.isDoubleEncoded, cells.count == 1 {
      let inner = Array(cells[0])
      try readAgain(inner)
    }
    return true
  }

  private func readRecord() throws(IngestionError) -> Bool {
    cells.reset()
    flaw = nil
    state = .cellStart
    recordBytes = 0
    var start = line
    while true {
      if isAtEnd { return try finish(from: start) }
      if position == text.chunk.count {
        position = 0
        isAtEnd = try !text.advance()
        marks.restart()
        continue
      }
      if endedWithCR {
        endedWithCR = false
        if text.chunk[position] == CSVReader.lineFeed {
          position += 1
          continue
        }
      }
      if recordBytes == 0, cells.count == 0 {
        start = line
        if state == .cellStart, flaw == nil, try takePlainLine() { return true }
      }
      if try scan() {
        record = RawRecord(line: start, cells: cells, flaw: flaw)
        return true
      }
    }
  }

  /// A line without any mark is its cells, where they lie; false where there is none.
  private func takePlainLine() throws(IngestionError) -> Bool {
    let chunk = text.chunk
    let feed = marks.lineFeed(from: position, in: chunk)
    guard feed < chunk.count, feed - position <= min(limits.fieldBytes, limits.recordBytes) else { return false }
    let end = feed > position && chunk[feed - 1] == CSVReader.carriageReturn ? feed - 1 : feed
    guard marks.areAbsent(position..<end, in: chunk) else { return false }
    cells.lend(
      UnsafeBufferPointer(rebasing: chunk[position..<end]), delimiter: dialect.delimiter,
      readable: chunk.count - position)
    guard cells.count <= limits.columns else { throw tooManyColumns }
    record = RawRecord(line: line, cells: cells, flaw: nil)
    line += 1
    position = feed + 1
    return true
  }

  private var tooManyColumns: IngestionError {
    .beyondLimit(file: name, found: "more than \(limits.columns) columns", limit: "\(limits.columns)")
  }

  /// Goes through the piece in hand; true when a record has ended.
  private func scan() throws(IngestionError) -> Bool {
    let chunk = text.chunk
    var index = position
    defer { position = index }
    while index < chunk.count {
      if state == .quoted {
        let start = index
        while index < chunk.count, chunk[index] != CSVReader.quote, chunk[index] != 0 {
          if chunk[index] == CSVReader.lineFeed { line += 1 }
          index += 1
        }
        try take(UnsafeBufferPointer(rebasing: chunk[start..<index]))
        guard index < chunk.count else { break }
        if chunk[index] == 0 { flaw = flaw ?? .zeroByte } else { state = .quoteInQuoted }
        index += 1
        continue
      }
      if state == .quoteInQuoted, chunk[index] == CSVReader.quote {
        try take(UnsafeBufferPointer(rebasing: chunk[index...index]))
        state = .quoted
        index += 1
        continue
      }
      let start = index
      while index < chunk.count, !isSpecial[Int(chunk[index])] { index += 1 }
      if index > start { try takePlain(UnsafeBufferPointer(rebasing: chunk[start..<index])) }
      guard index < chunk.count else { break }
      let byte = chunk[index]
      index += 1
      switch byte {
      case dialect.delimiter:
        try closeCell()
      case CSVReader.lineFeed, CSVReader.carriageReturn:
        endedWithCR = byte == CSVReader.carriageReturn
        line += 1
        try closeCell()
        return true
      case CSVReader.quote:
        openQuote()
      default:
        flaw = flaw ?? .zeroByte
      }
    }
    return false
  }

  private func openQuote() {
    switch state {
    case .cellStart:
      state = .quoted
    case .unquoted where opensQuote(cells.openBytes):
      cells.dropOpenBytes()
      state = .quoted
    case .unquoted where isJSON(cells.openBytes):
      cells.append(CSVReader.quote)
    default:
      flaw = flaw ?? .strayQuote
      cells.append(CSVReader.quote)
      state = .unquoted
    }
  }

  /// Blanks before a mark, and the `=` by which spreadsheets are made to keep leading zeros, are not part of the cell.
  private func opensQuote(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    bytes.allSatisfy { $0 == UInt8(ascii: " ") } || (bytes.count == 1 && bytes[0] == UInt8(ascii: "="))
  }

  /// Where a delimiter inside it breaks the cell, the record's width tells.
  private func isJSON(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    // A record that begins with it is JSON itself and no table.
    guard cells.count > 0, let first = bytes.first(where: { $0 != UInt8(ascii: " ") }) else { return false }
    return first == UInt8(ascii: "{") || first == UInt8(ascii: "[")
  }

  private func takePlain(_ run: UnsafeBufferPointer<UInt8>) throws(IngestionError) {
    switch state {
    case .quoteInQuoted, .afterQuote:
      state = .afterQuote
      guard !run.allSatisfy({ $0 == UInt8(ascii: " ") }) else { return }
      flaw = flaw ?? .textAfterQuote
    default:
      state = .unquoted
    }
    try take(run)
  }

  private func take(_ run: UnsafeBufferPointer<UInt8>) throws(IngestionError) {
    recordBytes += run.count
    guard recordBytes <= limits.recordBytes else {
      throw .beyondLimit(
        file: name, found: "a record of more than \(limits.recordBytes >> 20) MB from line \(line) on",
        limit: "\(limits.recordBytes >> 20) MB")
    }
    guard cells.openBytes.count + run.count <= limits.fieldBytes else {
      flaw = flaw ?? .oversizedCell
      return
    }
    cells.append(run)
  }

  private func closeCell() throws(IngestionError) {
    cells.closeCell()
    state = .cellStart
    recordBytes += 1
    guard cells.count <= limits.columns else { throw tooManyColumns }
  }

  private func finish(from start: Int) throws(IngestionError) -> Bool {
    guard state != .quoted else { throw .unclosedQuote(file: name, line: start) }
    guard cells.count > 0 || cells.byteCount > 0 || state != .cellStart || flaw != nil else { return false }
    // An old end-of-file mark is no record.
    if cells.count == 0, cells.openBytes.count == 1, cells.openBytes[0] == 0x1A { return false }
    try closeCell()
    record = RawRecord(line: start, cells: cells, flaw: flaw)
    isUnended = true
    return true
  }

  /// A record that was quoted as a whole: its one cell is a record.
  private func readAgain(_ inner: [UInt8]) throws(IngestionError) {
    let memory = try TextSource(
      MemoryBytes(inner), name: name, encoding: .utf8, markLength: 0, bufferBytes: inner.count + 1)
    let reader = CSVReader(memory, name: name, dialect: Dialect(delimiter: dialect.delimiter), limits: limits)
    guard try reader.next() else { return }
    cells.reset()
    for index in 0..<reader.record.count {
      cells.append(reader.record.cells[index])
      cells.closeCell()
    }
    record = RawRecord(line: record.line, cells: cells, flaw: record.flaw ?? reader.record.flaw)
  }
}
