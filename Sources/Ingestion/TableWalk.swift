import Vocabulary

/// Goes through the tables of a delimited, XML or JSON file as text, from the first header to the last row.
struct TableWalk {
  enum Event {
    case header(title: String, line: Int, cells: [String])
    case row([String])
    /// The same where the cells lie in memory already, which is the reader's and holds until it goes on.
    case cells(CellRow)
    case problem(RejectedRow)
  }

  let encodingName: String
  let dialectName: String
  private let export: Export
  private let layout: Layout

  private enum Layout {
    case xml
    case json(JSONLayout)
    case delimited(TextEncoding, markLength: Int, Dialect, headerNumber: Int, hasComments: Bool, skipsFirst: Bool)
  }

  /// Reads the text once to its end, so that nothing of a file comes out whose end is damaged.
  init(_ export: Export) throws(IngestionError) {
    self.export = export
    let (prefix, kind) = try export.content()
    guard kind != .xml else {
      layout = .xml
      encodingName = "as the XML declares"
      dialectName = "XML"
      return
    }
    guard kind != .json else {
      let found = try export.jsonLayout(prefix)
      layout = .json(found)
      encodingName = "\(found.encoding)"
      dialectName = "\(found.shape)"
      return
    }
    let (encoding, markLength) = try export.withEncoding(prefix) {
      (encoding, markLength) throws(IngestionError) -> (TextEncoding, Int) in
      let source = try export.textSource(encoding, markLength)
      while try source.advance() {}
      return (encoding, markLength)
    }
    let sample = try TextSample(prefix, export: export, encoding: encoding, markLength: markLength)
    let report = export.options.looksForReports ? try sample.findReport() : nil
    let dialect = report?.layout.dialect ?? sample.plainDialect
    let records = sample.records(dialect, atMost: 200)
    let hasComments = records.first.map { TableWalk.isComment($0.cells) } ?? false
    let body = records.filter { !(hasComments && TableWalk.isComment($0.cells)) && $0.cells.contains { !$0.isEmpty } }
    let widths = body.map { cells in (cells.cells.lastIndex { !$0.isEmpty } ?? 0) + 1 }
    let width = TableWalk.endWidth(widths) ?? TextSample.usualWidth(widths)
    // Titles and periods above a header fill a cell or two; a header fills more than half of its columns.
    let half = min(width - 1, max(1, width / 2))
    var first =
      records.firstIndex {
        !(dialect.hasSeparatorLine && $0.line == 1) && $0.cells.count > half && $0.cells.contains { !$0.isEmpty }
          && !(hasComments && TableWalk.isComment($0.cells))
      } ?? 0
    let rows = records.dropFirst(first).map { hasComments && TableWalk.isComment($0.cells) ? [] : $0.cells }
    first += TableWalk.paddedTitles(rows, half: half)
    layout = .delimited(
      encoding, markLength: markLength, dialect, headerNumber: report?.layout.leadingRecords ?? first + 1,
      hasComments: hasComments, skipsFirst: dialect.hasSeparatorLine)
    encodingName = "\(encoding)"
    dialectName = "\(dialect)"
  }

  /// The width of a table at the end of the sample, a header and two rows at least, where everything above it is less than
  /// half as wide: names and values of a report's settings, be they more than its rows.
  private static func endWidth(_ widths: [Int]) -> Int? {
    guard let last = widths.last else { return nil }
    let above = widths.prefix { $0 != last }
    let isTable = widths.count >= above.count + 3 && widths[above.count...].allSatisfy { $0 == last }
    return isTable && above.allSatisfy { $0 * 2 < last } ? last : nil
  }

  /// How many of the first rows are titles that a spreadsheet has filled up with empty cells to the table's width: each
  /// fills one cell, and the row below them can only be names, words of which none comes twice, above a column of
  /// nothing but figures or dates. 0 where the first row may be the header itself. `half`: of the columns; a header
  /// fills more.
  private static func paddedTitles(_ rows: [[String]], half: Int) -> Int {
    func isTitle(_ kinds: [CellKind]) -> Bool { kinds.count { $0 != .empty } == 1 }
    guard let first = rows.first, first.count > 2, isTitle(kinds(first)) else { return 0 }
    let looks = rows.map(kinds)
    guard let header = looks.firstIndex(where: { $0.contains { $0 != .empty } && !isTitle($0) }) else { return 0 }
    let named = looks[header].indices.filter { looks[header][$0] == .text }
    let names = Set(named.map { Header.key(rows[header][$0]).key })
    guard named.count > half, names.count == named.count, !looks[header].contains(where: \.isTelling) else { return 0 }
    let body = looks.dropFirst(header + 1)
    let tells = named.contains { column in
      let cells = body.compactMap { column < $0.count && $0[column] != .empty ? $0[column] : nil }
      return !cells.isEmpty && cells.allSatisfy(\.isTelling)
    }
    return tells ? header : 0
  }

  private static func kinds(_ cells: [String]) -> [CellKind] {
    cells.map { cell in cell.withUTF8Bytes { CellKind.of($0) } }
  }

  func run(_ take: (Event) throws -> Void) throws {
    switch layout {
    case .xml: try runXML(take)
    case .json(let layout): try runJSON(layout, take)
    case .delimited(let encoding, let markLength, let dialect, let headerNumber, let hasComments, let skipsFirst):
      let reader = CSVReader(
        try export.textSource(encoding, markLength), name: export.displayName, dialect: dialect,
        limits: export.options.limits)
      try runDelimited(reader, headerNumber: headerNumber, hasComments: hasComments, skipsFirst: skipsFirst, take)
    }
  }

  private func runDelimited(
    _ reader: CSVReader, headerNumber: Int, hasComments: Bool, skipsFirst: Bool, _ take: (Event) throws -> Void
  ) throws {
    var number = 0
    var title = ""
    var width = 0
    while try reader.next() {
      number += 1
      let record = reader.record
      if record.isBlank || (number == 1 && skipsFirst) { continue }
      let cells = record.texts
      if number < headerNumber || (hasComments && TableWalk.isComment(cells)) {
        title = cells.filter { !$0.isEmpty }.joined(separator: " ")
        width = 0
        continue
      }
      if width == 0 {
        guard record.flaw != .zeroByte else { throw IngestionError.binary(file: export.displayName, line: record.line) }
        width = cells.count
        try take(.header(title: title, line: record.line, cells: cells))
      } else if let flaw = record.flaw {
        try take(.problem(RejectedRow(line: record.line, column: "", found: flaw.found, expected: flaw.expected)))
      } else if cells.count == width || (cells.count > width && cells[width...].allSatisfy(\.isEmpty)) {
        try take(.row(Array(cells[..<width])))
      } else {
        try take(
          .problem(
            RejectedRow(
              line: record.line, column: "", found: "\(cells.count) cells",
              expected: "\(width) cells, as the header has")))
      }
    }
  }

  /// The columns of an XML table are all the names that its records' fields have, in the order of their first use. A
  /// first pass finds them and sees the document to its end; rows come with the second.
  private func runXML(_ take: (Event) throws -> Void) throws {
    var names: [String] = []
    var places: [String: Int] = [:]
    var line = 0
    let survey = try XMLReader(
      try export.stream(), name: export.displayName, limits: export.options.limits, keepsText: false)
    // Most records have the fields of the one before.
    var last: [String] = []
    while try survey.next() {
      if line == 0 { line = survey.record.line }
      guard survey.record.cells.names != last else { continue }
      last = survey.record.cells.names
      for name in last where places[name] == nil {
        guard names.count < export.options.limits.columns else {
          throw IngestionError.beyondLimit(
            file: export.displayName, found: "more than \(export.options.limits.columns) columns",
            limit: "\(export.options.limits.columns)")
        }
        places[name] = names.count
        names.append(name)
      }
    }
    // A document without records is a table without rows.
    try take(.header(title: survey.rootName, line: max(1, line), cells: names))
    let reader = try XMLReader(try export.stream(), name: export.displayName, limits: export.options.limits)
    var order: [Int] = []
    last = []
    let empty = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
    var row = CellRow(cells: [])
    while try reader.next() {
      let cells = reader.record.cells
      if cells.names != last {
        last = cells.names
        order = last.map { places[$0, default: 0] }
        row.cells = [UnsafeBufferPointer<UInt8>](repeating: empty, count: names.count)
      }
      for place in row.cells.indices { row.cells[place] = empty }
      for (index, place) in order.enumerated() where row.cells[place].isEmpty {
        row.cells[place] = BlankText.trimmed(cells[index])
      }
      try take(.cells(row))
    }
  }

  private func runJSON(_ layout: JSONLayout, _ take: (Event) throws -> Void) throws {
    try take(.header(title: "", line: 1, cells: layout.columns))
    let reader = try export.jsonReader(layout)
    while try reader.next() {
      let record = reader.record
      if let flaw = record.flaw {
        try take(.problem(RejectedRow(line: record.line, column: "", found: flaw.found, expected: flaw.expected)))
      } else {
        try take(.row(record.texts))
      }
    }
  }

  /// A mark alone that others stand beside is the name of a column of numbers.
  private static func isComment(_ cells: [String]) -> Bool {
    guard let first = cells.first else { return false }
    return first == "#" ? cells.dropFirst().allSatisfy(\.isEmpty) : first.hasPrefix("# ") || first.hasPrefix("#-")
  }
}
