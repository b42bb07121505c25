/// The beginning of a delimited file, decoded: enough to find its dialect and its header.
struct TextSample {
  /// Records looked at for a header.
  private static let depth = 60

  let export: Export
  let encoding: TextEncoding
  let markLength: Int
  let bytes: [UInt8]
  private let separatorLine: UInt8?
  /// A spreadsheet's `sep=;` is no line of the report's own.
  private var separatorRecords: Int { separatorLine == nil ? 0 : 1 }

  init(_ prefix: [UInt8], export: Export, encoding: TextEncoding, markLength: Int) throws(IngestionError) {
    self.export = export
    self.encoding = encoding
    self.markLength = markLength
    let source = try TextSource(
      MemoryBytes(prefix), name: export.displayName, encoding: encoding, markLength: markLength,
      bufferBytes: prefix.count)
    bytes = try source.advance() ? Array(source.chunk) : []
    let start = Array(bytes.prefix(8))
    let isSeparatorLine = start.count >= 6 && start[..<4].map { $0 | 0x20 } == Array("sep=".utf8) && start[5] < 0x20
    separatorLine = isSeparatorLine ? start[4] : nil
  }

  /// The report whose header is found first, trying the delimiters in turn, and where its records begin.
  func findReport() throws(IngestionError) -> (format: any RecordMapper, layout: DelimitedLayout)? {
    for stage in SourceCatalogue.stages(export.options) {
      for dialect in dialects {
        if let found = findReport(dialect, stage) { return found }
      }
    }
    return nil
  }

  /// A known report that is not read.
  var unread: UnreadReport? {
    for dialect in dialects {
      var preamble: [[String]] = []
      for (line, cells) in records(dialect, atMost: 20).dropFirst(separatorRecords) {
        let opening = Opening(preamble: preamble, header: Header(cells), preambleLine: line, rootName: "")
        if cells.count > 1, let report = UnreadReport(opening) { return report }
        preamble.append(cells)
      }
    }
    return nil
  }

  /// The user's mapping that one of the first records would fit if it had all of the columns.
  var nearMapping: NearMapping? {
    NearMapping.best(
      dialects.flatMap { records($0, atMost: 20).map { Header($0.cells) } }, export.options.mappings)
  }

  /// The dialect of a table that nobody knows: the delimiter by which the most records come out equally wide.
  var plainDialect: Dialect {
    let all = dialects.filter { !$0.isDoubleEncoded }
    let scored = all.map { dialect -> (dialect: Dialect, score: Int) in
      let widths = records(dialect, atMost: 200).map { $0.cells.count }
      let width = TextSample.usualWidth(widths)
      return (dialect, width < 2 ? 0 : widths.count { $0 == width } * 1_000 + min(width, 999))
    }
    return scored.reduce((dialect: Dialect(delimiter: Dialect.delimiters[0]), score: 0)) {
      $1.score > $0.score ? $1 : $0
    }
    .dialect
  }

  /// Records of the sample, without the last one where the sample may have cut it.
  func records(_ dialect: Dialect, atMost limit: Int) -> [(line: Int, cells: [String])] {
    var found: [(line: Int, cells: [String])] = []
    // What cannot be read here is met again, and reported, when the file itself is read.
    guard
      let source = try? TextSource(
        MemoryBytes(bytes), name: export.displayName, encoding: .utf8, markLength: 0, bufferBytes: bytes.count + 1)
    else { return [] }
    let reader = CSVReader(source, name: export.displayName, dialect: dialect, limits: export.options.limits)
    while found.count < limit, (try? reader.next()) == true { found.append((reader.record.line, reader.record.texts)) }
    return found
  }

  /// The width that most records have, the larger of two that are equally frequent.
  static func usualWidth(_ widths: [Int]) -> Int {
    var counts: [Int: Int] = [:]
    for width in widths { counts[width, default: 0] += 1 }
    return counts.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key ?? 0
  }

  private func findReport(
    _ dialect: Dialect, _ stage: SourceCatalogue.Stage
  ) -> (format: any RecordMapper, layout: DelimitedLayout)? {
    var preamble: [[String]] = []
    var preambleLine = 0
    let records = records(dialect, atMost: TextSample.depth)
    for (index, (line, cells)) in records.enumerated().dropFirst(separatorRecords) {
      let header = Header(cells)
      var opening = Opening(preamble: preamble, header: header, preambleLine: preambleLine, rootName: "")
      if index + 1 < records.count { opening.firstRow = records[index + 1].cells }
      opening.fileName = export.displayName
      if cells.count > 1, let format = SourceCatalogue.recognise(opening, stage, export.options) {
        let layout = DelimitedLayout(
          encoding: encoding, markLength: markLength, dialect: dialect,
          leadingRecords: separatorRecords + preamble.count + 1, header: header)
        return (format, layout)
      }
      preamble.append(cells)
      preambleLine = line
    }
    return nil
  }

  /// Those that can be: every usual delimiter, the declared one first, each also with records quoted twice.
  private var dialects: [Dialect] {
    let order = (separatorLine.map { [$0] } ?? []) + Dialect.delimiters.filter { $0 != separatorLine }
    let plain = order.map { Dialect(delimiter: $0, hasSeparatorLine: separatorLine != nil) }
    let doubled = order.map { Dialect(delimiter: $0, isDoubleEncoded: true) }
    return plain + doubled
  }
}
