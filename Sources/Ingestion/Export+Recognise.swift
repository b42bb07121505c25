import Vocabulary

extension Export {
  func recogniseText(_ prefix: [UInt8], encoding: TextEncoding, markLength: Int) throws(IngestionError) -> Recognition {
    let sample = try TextSample(prefix, export: self, encoding: encoding, markLength: markLength)
    guard var (format, layout) = try sample.findReport() else {
      throw .unrecognised(file: displayName, kind: try sample.unreadName())
    }
    let reader = CSVReader(
      try textSource(encoding, markLength), name: displayName, dialect: layout.dialect, limits: options.limits)
    var number = 0
    while try reader.next() {
      number += 1
      guard number > layout.leadingRecords else { continue }
      let record = reader.record
      if record.count >= layout.header.count { layout.lastFullLine = record.line }
      if RecordFate.of(record, layout, width: format.width) == .whole { format.survey(record) }
    }
    let findings = try format.settle(options, file: displayName)
    return recognition(
      format, findings, encoding: "\(encoding)", dialect: "\(layout.dialect)", layout: .delimited(layout))
  }

  /// The report on the first sheet that holds one, with its other sheets where it spans several.
  func recognise(_ grid: Grid) throws(IngestionError) -> Recognition {
    var sheets = 0
    var unread: String?
    var matches: [(sheet: SheetOutline, report: SheetReport)] = []
    try grid.outlines { outline in
      guard !outline.traits.isHidden else { return true }
      sheets += 1
      unread = unread ?? outline.unreadName
      guard let report = outline.findReport() else { return true }
      let kind = type(of: report.format)
      if let first = matches.first, type(of: first.report.format) != kind { return true }
      matches.append((outline, report))
      return kind.spansSheets
    }
    guard sheets > 0 || !matches.isEmpty else {
      throw .foreign(
        file: displayName, kind: "no table in it",
        advice: "export the report again (a sign-in page may have come instead of it)")
    }
    var findings: Findings?
    var parts: [SheetPart] = []
    for match in matches {
      let (part, found) = try survey(match.report, sheet: match.sheet.traits.number, grid)
      parts.append(part)
      findings = findings.map { $0.joined(with: found, sheet: match.sheet.traits.name) } ?? found
    }
    guard let findings, let first = parts.first else { throw .unrecognised(file: displayName, kind: unread) }
    let names = matches.dropFirst().map { ", sheet \"\($0.sheet.traits.name)\"" }.joined()
    return recognition(
      first.format, findings, encoding: grid.encodingName,
      dialect: matches[0].sheet.label(hidden: 0) + names + SheetOutline.leftOut(grid.hiddenSheets),
      layout: .grid(parts))
  }

  private func survey(
    _ report: SheetReport, sheet: Int, _ grid: Grid
  ) throws(IngestionError) -> (SheetPart, Findings) {
    var format = report.format
    var layout = GridLayout(
      sheet: sheet, leadingRows: report.leadingRows, header: report.header, isSparse: grid.isSparse)
    let reader = try grid.reader(sheet: sheet)
    if layout.isSparse, format.width != nil { reader.width = layout.header.count }
    var number = 0
    while try reader.next() {
      number += reader.record.isBlank ? 0 : 1
      guard number > layout.leadingRows else { continue }
      layout.note(reader.record)
      if RecordFate.of(reader.record, layout, width: format.width) == .whole { format.survey(reader.record) }
    }
    let findings = try format.settle(options, file: displayName)
    return (SheetPart(layout: layout, format: format), findings)
  }

  func recognise(_ layout: LogLayout) throws(IngestionError) -> Recognition {
    let opening = Opening(preamble: [], header: LogColumn.header, preambleLine: 0, rootName: LogColumn.rootName)
    guard var format = SourceCatalogue.recognise(opening) else { throw .unrecognised(file: displayName, kind: nil) }
    let reader = LogReader(try stream(), name: displayName, layout: layout, limits: options.limits)
    while try reader.next() { format.survey(reader.record) }
    let findings = try format.settle(options, file: displayName)
    return recognition(format, findings, encoding: "bytes", dialect: "\(layout)", layout: .log(layout))
  }

  func recogniseXML() throws(IngestionError) -> Recognition {
    let reader = try XMLReader(try stream(), name: displayName, limits: options.limits)
    var match: (any SourceFormat)?
    var hasRecords = false
    while try reader.next() {
      if !hasRecords {
        hasRecords = true
        match = SourceCatalogue.recognise(opening(reader))
      }
      match?.survey(reader.record)
    }
    if reader.holdsError { throw .reportedFailure(file: displayName) }
    if !hasRecords { match = SourceCatalogue.recognise(opening(reader)) }
    guard var format = match else { throw .unrecognised(file: displayName, kind: nil) }
    let findings = try format.settle(options, file: displayName)
    return recognition(format, findings, encoding: "as the XML declares", dialect: "XML", layout: .xml)
  }

  private func opening(_ reader: XMLReader) -> Opening {
    Opening(preamble: [], header: Header(reader.record.cells.names), preambleLine: 0, rootName: reader.rootName)
  }

  func recognition(
    _ format: any SourceFormat, _ findings: Findings, encoding: String, dialect: String, layout: Recognition.Layout
  ) -> Recognition {
    Recognition(
      format: type(of: format).name, isVerified: type(of: format).isVerified, reason: findings.reason,
      encoding: encoding, dialect: dialect, columns: findings.columns, currency: findings.currency,
      timeZone: findings.timeZone, window: findings.window, exportedDay: findings.exportedDay ?? namedDay,
      account: findings.account, notes: findings.notes, reader: format, metrics: findings.metrics, layout: layout)
  }
}
