import Vocabulary

extension Export {
  /// Reads the whole file once, so that nothing of one comes out that is damaged further on.
  func jsonLayout(_ prefix: [UInt8]) throws(IngestionError) -> JSONLayout {
    let name = displayName.lowercased()
    let isLinewise = [".ndjson", ".jsonl"].contains { ending in
      ["", ".gz", ".bz2"].contains { name.hasSuffix(ending + $0) }
    }
    return try withEncoding(prefix) { encoding, markLength throws(IngestionError) in
      var layout = JSONLayout(
        encoding: encoding, markLength: markLength, shape: .lines, columns: [], countsRecords: false)
      (layout.shape, layout.leftOut) = try JSONShape.of(
        try jsonLexer(layout), isLinewise: isLinewise, limits: options.limits)
      let reader = try jsonReader(layout)
      var last = 0
      while try reader.next() {
        if reader.record.line == last { layout.countsRecords = true }
        last = reader.record.line
      }
      layout.columns = reader.columns
      layout.notes = reader.notes
      return layout
    }
  }

  func jsonReader(_ layout: JSONLayout) throws(IngestionError) -> JSONReader {
    let reader = JSONReader(
      try jsonLexer(layout), file: displayName, shape: layout.shape, limits: options.limits)
    reader.header = layout.columns
    reader.countsRecords = layout.countsRecords
    return reader
  }

  func recogniseJSON(_ prefix: [UInt8]) throws(IngestionError) -> Recognition {
    var layout = try jsonLayout(prefix)
    var opening = Opening(preamble: [], header: Header(layout.columns), preambleLine: 0, rootName: "")
    opening.isJSON = true
    let match = SourceCatalogue.stages(options).lazy.compactMap { SourceCatalogue.recognise(opening, $0, options) }
      .first
    guard let format = match else {
      throw .unread(
        UnreadReport(opening), near: NearMapping.best([opening.header], options.mappings),
        kind: "\(layout.shape), of no report known here", file: displayName)
    }
    var survey = try RecordSurvey.of(format, opening.header) { pass throws(IngestionError) in
      let reader = try jsonReader(layout)
      while try reader.next() {
        let record = pass.emptied(reader.record)
        if RecordFate.of(record) == .whole { pass.add(record) }
      }
    }
    layout.nullWords = survey.nullWords
    var findings = try survey.format.settle(options, file: displayName)
    findings.notes += layout.nullWords.notes
    if !layout.leftOut.isEmpty {
      let isOne = layout.leftOut.count == 1
      findings.notes.append(
        "\(isOne ? "list" : "lists") \(LeftOutSheets.quoted(layout.leftOut.map(JSONShape.shown))) "
          + "\(isOne ? "is" : "are") left out, with records much like those that are read; put "
          + "\(isOne ? "it" : "each") into a file of its own")
    }
    return try recognition(
      survey.format, findings, survey.columns, encoding: "\(layout.encoding)", dialect: "\(layout.shape)",
      layout: .json(layout))
  }

  /// `mendedRows` for JSON: a record with a name that occurs twice has two columns for it, zero bytes are left out.
  func mendedJSON(_ prefix: [UInt8], table: Int, _ take: ([String]) throws -> Void) throws -> TableSummary {
    let layout = try jsonLayout(prefix)
    var summary = TableSummary()
    summary.tables = 1
    summary.encoding = "\(layout.encoding)"
    summary.dialect = "\(layout.shape)"
    summary.notes = layout.notes
    guard table == 1 else { return summary }
    try take(layout.columns)
    let reader = try jsonReader(layout)
    while try reader.next() {
      let record = reader.record
      switch record.flaw {
      case nil:
        try take(record.texts)
      case .repeatedName, .zeroByte:
        summary.mend(line: record.line)
        try take(record.texts.map { $0.replacing("\0", with: "") })
      case let flaw?:
        summary.reject(RejectedRow(line: record.line, column: "", found: flaw.found, expected: flaw.expected))
        continue
      }
      summary.rows += 1
    }
    return summary
  }

  private func jsonLexer(_ layout: JSONLayout) throws(IngestionError) -> JSONLexer {
    JSONLexer(
      try textSource(layout.encoding, layout.markLength), file: displayName, markLength: layout.markLength,
      limits: options.limits)
  }
}
