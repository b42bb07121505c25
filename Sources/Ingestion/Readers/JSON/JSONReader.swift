import Vocabulary

/// JSON into records, streaming.
///
/// Strict (RFC 8259): whatever is no JSON stops the file with its line and byte. Where each line is an object, only
/// its record is lost: the next line starts afresh. A record with a name that occurs twice, or with half a character,
/// comes with a flaw.
final class JSONReader {
  private(set) var record: RawRecord
  /// The columns of the whole file, where they are known: each record has all of them, those that it lacks empty.
  var header: [String] = []
  /// Whether a record's line is its number: where several stand in one line, the line tells nothing.
  var countsRecords = false
  private let lexer: JSONLexer
  private let collector: JSONRecordCollector
  private let file: String
  private let shape: JSONShape
  private let limits: Limits
  private let cells = CellBuffer()
  private var place = Place.start
  private var period: [UInt8] = []
  private var index = -1
  private var filledCells = 0
  private var emptyCells = 0
  private var records = 0

  /// Where the next token stands: before the outermost value, in the array of records, in an array inside that one,
  /// among the periods, or behind everything.
  private enum Place { case start, elements, innerElements, periods, periodElements, end }

  init(_ lexer: JSONLexer, file: String, shape: JSONShape, limits: Limits) {
    self.lexer = lexer
    self.file = file
    self.shape = shape
    self.limits = limits
    collector = JSONRecordCollector(lexer, file: file, limits: limits)
    record = RawRecord(line: 0, cells: cells, flaw: nil)
  }

  /// The columns of the records read so far, in the order of their first use.
  var columns: [String] { collector.paths.columns }

  /// What is odd about the names of the records read so far.
  var notes: [RejectedRow] {
    collector.paths.mixed.prefix(100).map {
      RejectedRow(
        line: $0.line, column: $0.name, found: "a value in one record and an object or an array in another",
        expected: "one of them")
    }
  }

  /// Reads the next record into `record`; false at the end of a whole document.
  func next() throws(IngestionError) -> Bool {
    switch shape {
    case .lines: return try nextLine()
    case .single: return try readWhole()
    case .array, .member, .periods: if place == .start { try enter() }
    }
    while place != .end {
      let token = try lexer.next()
      let line = lexer.line
      switch (place, token) {
      case (.elements, .arrayEnd), (.periods, .objectEnd):
        // What stands behind the records is looked at too: a document that is cut there is damaged.
        while try lexer.next() != .end {}
        place = .end
      case (.innerElements, .arrayEnd):
        place = .elements
      case (.periodElements, .arrayEnd):
        place = .periods
      case (.elements, .arrayStart):
        index += 1
        let first = try lexer.next()
        guard first != .arrayEnd else { continue }
        if first == .objectStart || first == .arrayStart { place = .innerElements }
        collector.start()
        if place == .innerElements {
          try collector.add("@index", Array("\(index)".utf8))
          try collector.read(first)
        } else {
          try collector.readElements(first)
        }
        return try finish(line)
      case (.periods, .name):
        period = lexer.text
        let first = try lexer.next()
        guard first != .arrayStart else {
          place = .periodElements
          continue
        }
        return try read(first, lexer.line)
      default:
        if place == .elements { index += 1 }
        return try read(token, line)
      }
    }
    return false
  }

  /// Goes to where the records begin.
  private func enter() throws(IngestionError) {
    _ = try lexer.next()
    place = shape == .periods ? .periods : .elements
    guard case .member(let path) = shape else { return }
    var depth = 0
    while depth < path.count {
      guard try lexer.next() == .name else { throw lexer.fault(.misplaced) }
      let isOnPath = lexer.text.elementsEqual(path[depth].utf8)
      let token = try lexer.next()
      if isOnPath { depth += 1 } else { try lexer.skip(token) }
    }
  }

  private func readWhole() throws(IngestionError) -> Bool {
    guard place == .start else { return false }
    place = .end
    let token = try lexer.next()
    let line = lexer.line
    collector.start()
    try collector.read(token)
    while try lexer.next() != .end {}
    return try finish(line)
  }

  private func read(_ token: JSONLexer.Token, _ line: Int) throws(IngestionError) -> Bool {
    collector.start()
    if place == .innerElements { try collector.add("@index", Array("\(index)".utf8)) }
    if place == .periods || place == .periodElements { try collector.add("@date", period) }
    try collector.read(token)
    return try finish(line)
  }

  private func finish(_ line: Int, _ flaw: RecordFlaw? = nil) throws(IngestionError) -> Bool {
    let found = try collector.finish(into: cells, width: header.count)
    cells.names = header
    records += 1
    record = RawRecord(line: countsRecords ? records : line, cells: cells, flaw: flaw ?? found.flaw)
    filledCells += found.filled
    emptyCells += cells.count - found.filled
    guard emptyCells <= limits.emptyFreeFields || emptyCells / limits.emptyCellRatio <= filledCells else {
      throw .beyondLimit(
        file: file, found: "more than \(limits.emptyCellRatio) empty cells for each filled one, record \(records)",
        limit: "\(limits.emptyCellRatio)")
    }
    return true
  }

  private func nextLine() throws(IngestionError) -> Bool {
    guard try lexer.nextLine() else { return false }
    let line = lexer.line
    collector.start()
    do throws(IngestionError) {
      guard try lexer.peek() == UInt8(ascii: "{") else { throw lexer.fault(.noObject) }
      try collector.read(try lexer.next())
      try lexer.endLine()
      return try finish(line)
    } catch {
      guard case .malformedJSON(_, _, _, let fault) = error else { throw error }
      try lexer.skipLine()
      collector.start()
      return try finish(line, .noJSON(fault))
    }
  }
}
