import Vocabulary

extension Export {
  func recogniseText(_ prefix: [UInt8], encoding: TextEncoding, markLength: Int) throws(IngestionError) -> Recognition {
    let sample = try TextSample(prefix, export: self, encoding: encoding, markLength: markLength)
    guard let report = try sample.findReport() else {
      throw .unread(sample.unread, near: sample.nearMapping, file: displayName)
    }
    var layout = report.layout
    var options = options
    options.hasSemicolons = layout.dialect.delimiter == UInt8(ascii: ";")
    var survey = try RecordSurvey.of(report.format, report.layout.header) { pass throws(IngestionError) in
      let reader = CSVReader(
        try textSource(encoding, markLength), name: displayName, dialect: layout.dialect, limits: options.limits)
      var number = 0
      while try reader.next() {
        number += 1
        guard number > layout.leadingRecords else { continue }
        let record = pass.emptied(reader.record)
        if record.count >= layout.header.count { layout.lastFullLine = record.line }
        guard RecordFate.of(record, layout, width: pass.format.width) == .whole else { continue }
        pass.add(record)
      }
    }
    layout.nullWords = survey.nullWords
    var findings = try survey.format.settle(options, file: displayName)
    findings.notes += layout.nullWords.notes
    return try recognition(
      survey.format, findings, survey.columns, encoding: "\(encoding)", dialect: "\(layout.dialect)",
      layout: .delimited(layout))
  }

  /// The report on the first sheet or table that holds one, with those of the same columns, or all that it spans.
  func recognise(_ grid: Grid) throws(IngestionError) -> Recognition {
    var visible = 0
    var unread: UnreadReport?
    var near: NearMapping?
    var leftOut = LeftOutSheets()
    var matches: [(sheet: SheetOutline, report: SheetReport)] = []
    for stage in SourceCatalogue.stages(options) where matches.isEmpty {
      visible = 0
      leftOut = LeftOutSheets(hidden: grid.hiddenSheets, isPage: grid.isPage)
      try grid.outlines { outline in
        let number = outline.traits.number
        leftOut.meet(outline.traits)
        guard !outline.traits.isHidden, sheets?.contains(number) ?? true, !grid.repeatedSheets.contains(number) else {
          return true
        }
        visible += 1
        unread = unread ?? outline.unread
        near = near ?? outline.nearMapping(options)
        let found = outline.findReport(stage, options)
        let key = found?.key(sheet: number, inBook: grid.isBook)
        let first = matches.first.map { $0.report.key(sheet: $0.sheet.traits.number, inBook: grid.isBook) }
        guard let report = found, first == nil || first == key else {
          let isOfPage = grid.isPage && (found != nil || outline.isOverDays)
          if outline.rows > 0, grid.isBook || isOfPage { leftOut.unknown.append(outline.title) }
          return true
        }
        matches.append((outline, report))
        return grid.isBook || grid.isPage || report.format.spansSheets
      }
    }
    guard visible > 0 || !matches.isEmpty else {
      throw .foreign(
        file: displayName, kind: "no table in it",
        advice: "export the report again (a sign-in page may have come instead of it)")
    }
    var filtered = options
    filtered.filters = matches.lazy.compactMap { FilterTable($0.sheet.sample.map(\.cells)) }.first ?? options.filters
    var walks: [SheetWalk] = []
    for match in matches { walks.append(try walk(match.report, on: match.sheet, grid, NullWords())) }
    let nullWords = walks.reduce(into: NullWords()) { $0.formUnion($1.survey.foundWords) }
    var surveyed: [SurveyedSheet] = []
    for (match, first) in zip(matches, walks) {
      var walked = first
      if !nullWords.isEmpty { walked = try walk(match.report, on: match.sheet, grid, nullWords) }
      let findings = try walked.survey.format.settle(filtered, file: displayName)
      surveyed.append(
        SurveyedSheet(
          outline: match.sheet, part: SheetPart(layout: walked.layout, format: walked.survey.format),
          findings: findings, columns: walked.survey.columns))
    }
    var sumNotes: [String] = []
    if let sums = try SheetSums(surveyed, grid) {
      sumNotes = sums.notes(isPage: grid.isPage)
      for place in sums.leftOut.reversed() { surveyed.remove(at: place) }
    }
    var findings: Findings?
    var parts: [SheetPart] = []
    var columns: ColumnSurvey?
    for sheet in surveyed {
      parts.append(sheet.part)
      let (found, title) = (sheet.findings, sheet.outline.title)
      if !sheet.part.format.spansSheets {
        columns = columns ?? sheet.columns
        findings = findings.map { $0.joined(with: found, sheet: title).withColumns(of: $0) } ?? found
      } else {
        columns = parts.count == 1 ? sheet.columns : nil
        findings = findings.map { $0.joined(with: found, sheet: title) } ?? found
      }
    }
    guard var findings, let first = parts.first else {
      throw .unread(unread, near: near, kind: leftOut.kindOfUnread, file: displayName)
    }
    if grid.isBook || grid.isPage { findings.notes += leftOut.notes(of: sheets) }
    findings.notes += sumNotes + nullWords.notes
    if try grid.breaksOff() {
      findings.notes.append("its table has no end, as where a download was cut short: if so, download it again")
    }
    return try recognition(
      first.format, findings, columns, encoding: grid.encodingName,
      dialect: surveyed.map { $0.outline.label(hidden: 0) }.joined(separator: ", "), layout: .grid(parts))
  }

  private typealias SheetWalk = (layout: GridLayout, survey: RecordSurvey)

  private func walk(
    _ report: SheetReport, on sheet: SheetOutline, _ grid: Grid, _ nullWords: NullWords
  ) throws(IngestionError) -> SheetWalk {
    let number = sheet.traits.number
    var survey = RecordSurvey(report.format, report.header, nullWords)
    var layout = GridLayout(
      sheet: number, leadingRows: report.leadingRows, header: report.header, isSparse: grid.isSparse)
    layout.nullWords = nullWords
    let reader = try grid.reader(sheet: number)
    if layout.isSparse, survey.format.width != nil { reader.width = layout.header.count }
    var rows = 0
    while try reader.next() {
      rows += reader.record.isBlank ? 0 : 1
      guard rows > layout.leadingRows else { continue }
      // A row that holds words for nothing is as full as its sheet, and no footer.
      layout.note(reader.record)
      let record = survey.emptied(reader.record)
      guard RecordFate.of(record, layout, width: survey.format.width) == .whole else { continue }
      survey.add(record)
    }
    return (layout, survey)
  }

  func recognise(_ layout: LogLayout) throws(IngestionError) -> Recognition {
    let opening = Opening(preamble: [], header: LogColumn.header, preambleLine: 0, rootName: LogColumn.rootName)
    guard var format = SourceCatalogue.recognise(opening, .formats, options) else {
      throw .unrecognised(file: displayName, kind: nil)
    }
    let reader = LogReader(try stream(), name: displayName, layout: layout, limits: options.limits)
    while try reader.next() { format.survey(reader.record) }
    let findings = try format.settle(options, file: displayName)
    return try recognition(format, findings, nil, encoding: "bytes", dialect: "\(layout)", layout: .log(layout))
  }

  /// Begins again, with records that are counted, where two of them stand in one line.
  func recogniseXML(countsRecords: Bool = false) throws(IngestionError) -> Recognition {
    var root = ""
    for stage in SourceCatalogue.stages(options) {
      let header = stage == .formats ? nil : Header(try namesInXML())
      let reader = try XMLReader(
        try stream(), name: displayName, limits: options.limits,
        lists: header == nil ? SourceCatalogue.listsInRecords : [:])
      reader.countsRecords = countsRecords
      let layout = header.map(NamedRecords.init)
      var match: (any RecordMapper)?
      var isOpen = true
      var last = 0
      var columns = header.map { ColumnSurvey($0) }
      while try reader.next() {
        if reader.record.line == last { return try recogniseXML(countsRecords: true) }
        last = reader.record.line
        if isOpen { match = SourceCatalogue.recognise(opening(reader, header), stage, options) }
        isOpen = false
        let record = layout?.laidOut(reader.record) ?? reader.record
        match?.survey(record)
        columns?.survey(record)
      }
      if reader.holdsError { throw .reportedFailure(file: displayName) }
      root = reader.rootName
      if isOpen { match = SourceCatalogue.recognise(opening(reader, header), stage, options) }
      guard var format = match else { continue }
      let findings = try format.settle(options, file: displayName)
      return try recognition(
        format, findings, columns, encoding: "as the XML declares", dialect: "XML",
        layout: .xml(header, countsRecords: countsRecords))
    }
    let names = options.mappings.isEmpty ? [] : try namesInXML()
    throw .unread(
      UnreadReport(ofDocument: root), near: NearMapping.best([Header(names)], options.mappings), file: displayName)
  }

  private func opening(_ reader: XMLReader, _ header: Header?) -> Opening {
    Opening(
      preamble: [], header: header ?? Header(reader.record.cells.names), preambleLine: 0, rootName: reader.rootName)
  }

  /// All the names that the records' fields have, in the order of their first use.
  func namesInXML() throws(IngestionError) -> [String] {
    var names: [String] = []
    var known: Set<String> = []
    let reader = try XMLReader(try stream(), name: displayName, limits: options.limits)
    while try reader.next() {
      for name in reader.record.cells.names where known.insert(name).inserted {
        guard names.count < options.limits.columns else {
          throw .beyondLimit(
            file: displayName, found: "more than \(options.limits.columns) columns", limit: "\(options.limits.columns)")
        }
        names.append(name)
      }
    }
    return names
  }

  func recognition(
    _ format: any RecordMapper, _ findings: Findings, _ columns: ColumnSurvey?, encoding: String, dialect: String,
    layout: Recognition.Layout
  ) throws(IngestionError) -> Recognition {
    if !(format is MappedTable), let column = columns?.header.secondTable {
      throw .leftOut(
        file: displayName, kind: "two tables side by side, the second from column \(column + 1)",
        advice: "put each table into a file of its own")
    }
    let mark = columns?.sharedMark(findings.columns)
    if let mark, let declared = options.currency, findings.currency == declared,
      let sharers = AmountText.sharers(ofMark: mark.mark), !sharers.contains(declared)
    {
      throw .contradictoryCurrency(
        file: displayName, column: mark.column, line: mark.line, mark: mark.mark, declared: declared,
        mapping: nil)
    }
    // A mapper that looks after widths itself reads several tables, of which the header in hand is the first one's.
    let known = format.width == nil ? nil : columns
    return Recognition(
      format: format.formatName, title: format.reportTitle, isVerified: format.isVerified, reason: findings.reason,
      encoding: encoding, dialect: dialect, columns: findings.columns, currency: findings.currency,
      currencyMark: mark?.mark, timeZone: findings.timeZone, window: findings.window,
      exportedDay: findings.exportedDay ?? ExportName.lastDay(displayName),
      account: findings.account ?? options.account, notes: findings.notes, damages: Array(findings.damages.prefix(100)),
      source: known.map { _ in
        SourceIdentity(
          format: format.formatName, account: findings.account ?? options.account ?? "",
          variant: [ColumnSurvey.variant(findings.columns), findings.part].filter { !$0.isEmpty }
            .joined(separator: "+"))
      },
      sourceColumns: known?.columns(findings.columns, currency: findings.currency) ?? [], reader: format,
      metrics: findings.metrics, layout: layout)
  }
}
