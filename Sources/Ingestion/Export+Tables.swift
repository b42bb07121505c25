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
  package internal(set) var hiddenSheets = 0
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
        case .row: outlines[outlines.count - 1].rows += 1
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

  /// How many tables the file has; for a workbook without reading its sheets.
  package func tableCount() throws(IngestionError) -> Int {
    if let sheets = try grid()?.knownSheets { return sheets.count }
    return try tables().count
  }

  /// Gives one table's header and then its rows as text, in order; what cannot be read cell by cell is in the summary.
  /// What `take` throws comes out as it is.
  package func rawRows(table: Int = 1, _ take: ([String]) throws -> Void) throws -> TableSummary {
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
      case .problem(let problem) where number == table:
        summary.rowsRejected += 1
        if summary.problems.count < 100 { summary.problems.append(problem) }
      default: break
      }
    }
    guard (1...max(1, number)).contains(table) else {
      throw IngestionError.noSuchTable(file: displayName, table: table, count: number)
    }
    summary.encoding = walk.encodingName
    summary.dialect = walk.dialectName
    return summary
  }
}
