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

  /// The report on the first sheet that holds one.
  func recognise(_ grid: Grid) throws(IngestionError) -> Recognition {
    var sheets = 0
    var unread: String?
    var match: (sheet: SheetOutline, report: SheetReport)?
    try grid.outlines { outline in
      guard !outline.traits.isHidden else { return true }
      sheets += 1
      unread = unread ?? outline.unreadName
      match = outline.findReport().map { (outline, $0) }
      return match == nil
    }
    guard sheets > 0 || match != nil else {
      throw .foreign(
        file: displayName, kind: "no table in it",
        advice: "export the report again (a sign-in page may have come instead of it)")
    }
    guard let match else { throw .unrecognised(file: displayName, kind: unread) }
    var format = match.report.format
    var layout = GridLayout(
      sheet: match.sheet.traits.number, leadingRows: match.report.leadingRows, header: match.report.header,
      isSparse: grid.isSparse)
    let reader = try grid.reader(sheet: layout.sheet)
    if layout.isSparse, format.width != nil { reader.width = layout.header.count }
    var number = 0
    while try reader.next() {
      number += reader.record.isBlank ? 0 : 1
      guard number > layout.leadingRows else { continue }
      layout.note(reader.record)
      if RecordFate.of(reader.record, layout, width: format.width) == .whole { format.survey(reader.record) }
    }
    let findings = try format.settle(options, file: displayName)
    return recognition(
      format, findings, encoding: grid.encodingName, dialect: match.sheet.label(hidden: grid.hiddenSheets),
      layout: .grid(layout))
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
    let reader = try XMLReader(
      try stream(), name: displayName, limits: options.limits, lists: SourceCatalogue.listsInRecords)
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
      account: findings.account, reader: format, metrics: findings.metrics, layout: layout)
  }
}
