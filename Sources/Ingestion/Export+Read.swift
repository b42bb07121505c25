import Vocabulary

extension Export {
  /// Streams the file's facts in batches of about a thousand records; all facts of one record are in one batch. What
  /// `take` throws comes out as it is; everything else is an `IngestionError`.
  package func read(_ recognition: Recognition, _ take: (CanonicalBatch) throws -> Void) throws -> ReadSummary {
    var file = SourceFile(
      name: displayName, digest: digest, byteCount: byteCount, format: recognition.format,
      isVerified: recognition.isVerified, encoding: recognition.encoding)
    file.currency = recognition.currency
    file.timeZone = recognition.timeZone
    file.window = recognition.window
    file.exportedDay = recognition.exportedDay
    file.sheetsAreApart = recognition.sheetsAreApart
    var summary = ReadSummary(sourceFile: file)
    summary.mapping = recognition.mapping
    summary.problems = recognition.damages
    var pass = MappingPass(recognition, summary: summary, account: options.account)
    switch recognition.layout {
    case .delimited(let layout):
      let reader = CSVReader(
        try textSource(layout.encoding, layout.markLength), name: displayName, dialect: layout.dialect,
        limits: options.limits)
      let nulls = EmptiedRecords(layout.nullWords)
      var number = 0
      while try reader.next() {
        number += 1
        guard number > layout.leadingRecords else { continue }
        let record = nulls.emptied(reader.record)
        let fate = RecordFate.of(record, layout, width: pass.format.width)
        pass.add(record, fate: fate)
        pass.endsShort = fate.isRefusal && record.count < layout.header.count
        pass.endsInFirstCell = reader.isUnended && fate == .skipped(.footer) && RecordFate.mayBeCut(record, layout)
        if pass.batch.rowsRead >= MappingPass.batchRows { try take(try pass.flush()) }
      }
    case .grid(let sheets):
      guard let grid = try grid() else { preconditionFailure("it was recognised as one") }
      let isOnAlikeSheets = recognition.layout.isOnAlikeSheets
      for sheet in sheets {
        // Lines are counted within a sheet, so that no batch holds those of two.
        if pass.batch.rowsRead > 0 { try take(try pass.flush()) }
        pass.format = sheet.format
        let layout = sheet.layout
        let nulls = EmptiedRecords(layout.nullWords)
        let reader = try grid.reader(sheet: layout.sheet)
        if layout.isSparse, pass.format.width != nil { reader.width = layout.header.count }
        var number = 0
        while try reader.next() {
          number += reader.record.isBlank ? 0 : 1
          guard number > layout.leadingRows else { continue }
          var record = nulls.emptied(reader.record)
          if isOnAlikeSheets { record.section = layout.sheet }
          pass.add(record, fate: RecordFate.of(record, layout, width: pass.format.width))
          pass.note(reader.notes, line: reader.record.line, header: layout.header)
          if pass.batch.rowsRead >= MappingPass.batchRows { try take(try pass.flush()) }
        }
      }
    case .log(let layout):
      let reader = LogReader(try stream(), name: displayName, layout: layout, limits: options.limits)
      while try reader.next() {
        let flaw = reader.record.flaw
        pass.add(reader.record, fate: flaw.map { .refused(found: $0.found, expected: $0.expected) } ?? .whole)
        if pass.batch.rowsRead >= MappingPass.batchRows { try take(try pass.flush()) }
      }
    case .xml(let header, let countsRecords):
      let reader = try XMLReader(
        try stream(), name: displayName, limits: options.limits,
        lists: header == nil ? SourceCatalogue.listsInRecords : [:])
      reader.countsRecords = countsRecords
      let layout = header.map(NamedRecords.init)
      while try reader.next() {
        pass.add(layout?.laidOut(reader.record) ?? reader.record, fate: .whole)
        if pass.batch.rowsRead >= MappingPass.batchRows { try take(try pass.flush()) }
      }
    case .json(let layout):
      let reader = try jsonReader(layout)
      let nulls = EmptiedRecords(layout.nullWords)
      while try reader.next() {
        let record = nulls.emptied(reader.record)
        pass.add(record, fate: RecordFate.of(record))
        if pass.batch.rowsRead >= MappingPass.batchRows { try take(try pass.flush()) }
      }
    }
    if pass.batch.rowsRead > 0 { try take(try pass.flush()) }
    return pass.finished
  }
}

/// The second time through a file: records become facts, and every one of them is accounted for.
private struct MappingPass {
  static let batchRows = 1_000
  private static let shownProblems = 100

  var format: any RecordMapper
  /// Whether the record added last has too few cells.
  var endsShort = false
  /// Whether the file may end in the first cell of a row.
  var endsInFirstCell = false
  private(set) var batch = CanonicalBatch()
  private var summary: ReadSummary
  private var totals: FileTotals
  private var doubts: SumDoubts
  private let account: String?

  init(_ recognition: Recognition, summary: ReadSummary, account: String?) {
    self.account = account
    format = recognition.reader
    self.summary = summary
    totals = FileTotals(recognition.metrics, sectionsContinue: recognition.layout.isOnAlikeSheets)
    doubts = SumDoubts(sheetsAreApart: recognition.sheetsAreApart)
  }

  var finished: ReadSummary {
    var summary = summary
    summary.totals = totals.sums
    summary.units = totals.units
    summary.rowsRepeated = doubts.rowsRepeated
    summary.notes = doubts.notes(totals, rowsRejected: summary.rowsRejected)
    if endsInFirstCell || (endsShort && summary.rowsRejected == 1) {
      summary.notes.insert(
        "its last row has too few cells, as where a download was cut short: if so, download it again", at: 0)
    }
    summary.caveats = doubts.caveats(totals)
    return summary
  }

  mutating func add(_ record: RawRecord, fate: RecordFate) {
    switch fate {
    case .skipped(let reason):
      batch.skippedRows.append(SkippedRow(line: record.line, reason: reason))
    case .refused(let found, let expected):
      reject(RejectedRow(line: record.line, column: "", found: found, expected: expected))
    case .whole:
      let before = traces
      do {
        try format.map(record, into: &batch)
      } catch {
        reject(RejectedRow(line: record.line, column: error.column, found: error.found, expected: error.expected))
      }
      // A record that leaves no trace belongs to the file's structure: a title, a further header.
      guard traces > before else { return }
    }
    batch.rowsRead += 1
  }

  /// Cells that were left empty are told of; their rows count as they are.
  mutating func note(_ notes: [CellNote], line: Int, header: Header) {
    for note in notes where summary.problems.count < MappingPass.shownProblems {
      summary.problems.append(note.row(line: line, header: header.names))
    }
  }

  mutating func flush() throws(IngestionError) -> CanonicalBatch {
    if let account { batch.assign(account: account) }
    try totals.add(batch, file: summary.sourceFile.name)
    doubts.add(batch, totals)
    summary.rowsRead += batch.rowsRead
    summary.rowsSkipped += batch.skippedRows.count
    summary.rowsRejected += batch.rejectedRows.count
    summary.hasFacts = summary.hasFacts || batch.recordCount > 0
    defer { batch = CanonicalBatch() }
    return batch
  }

  private mutating func reject(_ row: RejectedRow) {
    batch.rejectedRows.append(row)
    summary.firstRejected = summary.firstRejected ?? row
    if summary.problems.count < MappingPass.shownProblems { summary.problems.append(row) }
  }

  private var traces: Int { batch.recordCount + batch.skippedRows.count + batch.rejectedRows.count }
}
