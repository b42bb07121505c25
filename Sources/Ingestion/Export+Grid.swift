import Vocabulary

extension Export {
  /// The sheets of a workbook or the tables of a page, hidden ones left out.
  func tables(_ grid: Grid) throws(IngestionError) -> [TableOutline] {
    var tables: [TableOutline] = []
    try grid.outlines { outline in
      guard !outline.traits.isHidden else { return true }
      let header = outline.plainHeader
      tables.append(
        TableOutline(
          number: tables.count + 1, title: outline.traits.name, header: header.map { outline.header(at: $0) } ?? [],
          line: header.map { outline.sample[$0].line } ?? 0, rows: outline.rows - (header ?? -1) - 1))
      return true
    }
    return tables
  }

  /// As for text: the sheet is read to its end first, so that nothing comes out of one that is damaged.
  func rawRows(_ grid: Grid, table: Int, _ take: ([String]) throws -> Void) throws -> TableSummary {
    var count = 0
    var names: [String] = []
    var hidden = grid.hiddenSheets
    var found: SheetOutline?
    if let sheets = grid.knownSheets {
      count = sheets.count
      names = sheets.map(\.name)
      if sheets.indices.contains(table - 1) {
        try grid.outlines(sheet: table) { outline in
          found = outline
          return false
        }
      }
    } else {
      try grid.outlines { outline in
        if outline.traits.isHidden {
          hidden += 1
        } else {
          count += 1
          names.append(outline.traits.name)
        }
        if count == table, !outline.traits.isHidden { found = outline }
        return true
      }
    }
    guard count > 0 else {
      throw IngestionError.foreign(
        file: displayName, kind: "no table in it",
        advice: "export the report again (a sign-in page may have come instead of it)")
    }
    guard let found else { throw IngestionError.noSuchTable(file: displayName, table: table, count: count) }
    var summary = TableSummary()
    summary.tables = count
    summary.tableNames = names
    summary.encoding = grid.encodingName
    summary.dialect = found.label(hidden: hidden)
    summary.hiddenSheets = hidden
    guard let headerRow = found.plainHeader else { return summary }
    summary.rowsAbove = headerRow
    let header = found.header(at: headerRow)
    try take(header)
    let reader = try grid.reader(sheet: found.traits.number)
    if grid.isSparse { reader.width = header.count }
    var number = 0
    while try reader.next() {
      if reader.record.isBlank, reader.record.flaw == nil, reader.notes.isEmpty { continue }
      number += reader.record.isBlank ? 0 : 1
      guard number > headerRow + 1 else { continue }
      summary.add(reader.notes, line: reader.record.line, header: header)
      try summary.add(reader.record, header: header, take)
    }
    return summary
  }
}

extension TableSummary {
  fileprivate mutating func add(_ notes: [CellNote], line: Int, header: [String]) {
    for note in notes where self.notes.count < 100 { self.notes.append(note.row(line: line, header: header)) }
  }

  fileprivate mutating func add(_ record: RawRecord, header: [String], _ take: ([String]) throws -> Void) throws {
    let width = header.count
    if let flaw = record.flaw {
      reject(RejectedRow(line: record.line, column: "", found: flaw.found, expected: flaw.expected))
    } else if record.count >= width, (width..<record.count).allSatisfy({ record[$0].isEmpty }) {
      rows += 1
      try take((0..<width).map { String(decoding: record[$0], as: UTF8.self) })
    } else {
      reject(
        RejectedRow(
          line: record.line, column: "", found: "\(record.count) cells", expected: "\(width) cells, as the header has"))
    }
  }
}

extension CellNote {
  /// The note with its place. `header`: the names of the columns.
  func row(line: Int, header: [String]) -> RejectedRow {
    let name = column < header.count ? header[column] : ""
    return RejectedRow(
      line: line, column: name.isEmpty ? "column \(CellReference.letters(column))" : name, found: found,
      expected: expected)
  }
}
