import Vocabulary

/// One table of a file as it stands there.
package struct TableOutline: Hashable, Sendable {
  /// From 1.
  package let number: Int
  /// The comment or title line before it, "" where there is none.
  package let title: String
  package let header: [String]
  /// Line of the header.
  package let line: Int
  package internal(set) var rows: Int
}

/// What `rawRows` has come to.
package struct TableSummary: Hashable, Sendable {
  package internal(set) var rows = 0
  package internal(set) var rowsRejected = 0
  /// The first hundred records that could not be read cell by cell.
  package internal(set) var problems: [RejectedRow] = []
  package internal(set) var encoding = ""
  package internal(set) var dialect = ""
  /// The first hundred cells that were left empty, though something stood in them.
  package internal(set) var notes: [RejectedRow] = []
  /// Tables that the file holds.
  package internal(set) var tables = 0
  /// Records that did not fit their table as they stood and were read as well as could be seen.
  package internal(set) var rowsMended = 0
  /// The lines of the first hundred of them.
  package internal(set) var mendedLines: [Int] = []
  /// Nothing in the file states its encoding; it is the likeliest one.
  package internal(set) var isEncodingAssumed = false
  package internal(set) var hiddenSheets = 0
  /// Names of the file's tables in their order, where it names them.
  package internal(set) var tableNames: [String] = []
  /// Rows with something in them that stand above the header and were left out.
  package internal(set) var rowsAbove = 0
  /// Rows that name the columns and have been joined into one.
  package internal(set) var headerRows = 1

  mutating func reject(_ row: RejectedRow) {
    rowsRejected += 1
    if problems.count < 100 { problems.append(row) }
  }

  mutating func mend(line: Int) {
    rowsMended += 1
    if mendedLines.count < 100 { mendedLines.append(line) }
  }
}

extension Export {
  /// The tables in the file, whether or not anything here knows what they mean.
  package func tables() throws(IngestionError) -> [TableOutline] {
    if let grid = try grid() { return try tables(grid) }
    var outlines: [TableOutline] = []
    do {
      try TableWalk(self).run { event in
        switch event {
        case .header(let title, let line, let cells):
          outlines.append(TableOutline(number: outlines.count + 1, title: title, header: cells, line: line, rows: 0))
        case .row, .cells: outlines[outlines.count - 1].rows += 1
        case .problem: break
        }
      }
    } catch let error as IngestionError {
      throw error
    } catch {
      preconditionFailure("nothing else is thrown here: \(error)")
    }
    return outlines
  }

  /// How many tables the file has; for a workbook without reading its sheets, for XML, which is always one, without
  /// reading it at all.
  package func tableCount() throws(IngestionError) -> Int {
    if let sheets = try grid()?.knownSheets { return sheets.count }
    return try content().kind == .xml ? 1 : tables().count
  }

  /// Gives one table's header and then its rows as text, in order; what cannot be read cell by cell is in the summary.
  /// What `take` throws comes out as it is. `cells` is given the rows that lie in memory as they are, in their place among
  /// the others; without it `take` has them too.
  package func rawRows(
    table: Int = 1, _ take: ([String]) throws -> Void, cells: ((CellRow) throws -> Void)? = nil
  ) throws -> TableSummary {
    if let grid = try grid() { return try rawRows(grid, table: table, take) }
    var summary = TableSummary()
    var number = 0
    let walk = try TableWalk(self)
    try walk.run { event in
      switch event {
      case .header(_, _, let cells):
        number += 1
        if number == table { try take(cells) }
      case .row(let cells) where number == table:
        summary.rows += 1
        try take(cells)
      case .cells(let row) where number == table:
        summary.rows += 1
        if let cells { try cells(row) } else { try take(row.texts) }
      case .problem(let problem) where number == table:
        summary.reject(problem)
      default: break
      }
    }
    guard (1...max(1, number)).contains(table) else {
      throw IngestionError.noSuchTable(file: displayName, table: table, count: number)
    }
    summary.tables = number
    summary.encoding = walk.encodingName
    summary.dialect = walk.dialectName
    return summary
  }

  /// Like `rawRows`, and bolder: the dialect may be any, every record of the table is kept, one that does not fit is
  /// mended, rows that name the columns become one, and a table that the file does not hold gives no rows. For looking
  /// at files only: what goes into a warehouse is never read so.
  ///
  /// `plain` is given the rows that need no change and `cells` those that lie in memory as they are, in their place among
  /// the others; without them `take` has them too.
  package func mendedRows(
    table: Int = 1, _ take: ([String]) throws -> Void, plain: ((PlainRow) throws -> Void)? = nil,
    cells: ((CellRow) throws -> Void)? = nil
  ) throws -> TableSummary {
    if try grid() != nil { return try countedRows(table: table, take, cells) }
    let (prefix, kind) = try content()
    if kind == .xml { return try countedRows(table: table, take, cells) }
    if kind == .json { return try mendedJSON(prefix, table: table, take) }
    var summary = TableSummary()
    let (encoding, markLength, isAssumed) = try likelyEncoding(prefix)
    let sample = try TextSample(prefix, export: self, encoding: encoding, markLength: markLength)
    let report = try sample.findReport()?.layout
    if let report, report.dialect.isDoubleEncoded { return try rawRows(table: table, take) }
    let walk = try LooseWalk(
      try textSource(encoding, markLength), name: displayName, limits: options.limits, report: report)
    try walk.run { event in
      switch event {
      case .header(let cells):
        summary.tables += 1
        if summary.tables == table {
          summary.rowsAbove = walk.recordsAbove
          summary.headerRows = walk.headerRows
          try take(cells)
        }
      case .row(let cells, let mendedLine) where summary.tables == table:
        summary.rows += 1
        if let mendedLine { summary.mend(line: mendedLine) }
        try take(cells)
      case .plainRow(let row) where summary.tables == table:
        summary.rows += 1
        if let plain { try plain(row) } else { try take(row.texts) }
      default: break
      }
    }
    summary.encoding = "\(encoding)"
    summary.isEncodingAssumed = isAssumed
    summary.dialect = "\(walk.dialect)"
    return summary
  }

  /// What is no delimited text leaves nothing to mend.
  private func countedRows(
    table: Int, _ take: ([String]) throws -> Void, _ cells: ((CellRow) throws -> Void)?
  ) throws -> TableSummary {
    let count = try tableCount()
    var summary = TableSummary()
    if table <= count { summary = try rawRows(table: table, take, cells: cells) }
    summary.tables = count
    return summary
  }

  /// Reads the text once to its end, so that nothing of a file comes out whose end is damaged.
  private func likelyEncoding(_ prefix: [UInt8]) throws(IngestionError) -> (TextEncoding, Int, isAssumed: Bool) {
    func verify(_ encoding: TextEncoding, _ markLength: Int) throws(IngestionError) -> (TextEncoding, Int) {
      let source = try textSource(encoding, markLength)
      while try source.advance() {}
      return (encoding, markLength)
    }
    do {
      let (encoding, markLength) = try withEncoding(prefix, verify)
      return (encoding, markLength, false)
    } catch {
      guard case .undecodable = error, WesternText.isLikely(prefix) else { throw error }
      do {
        let (encoding, markLength) = try verify(.codePage("CP1252"), 0)
        return (encoding, markLength, true)
      } catch { throw error }
    }
  }
}
