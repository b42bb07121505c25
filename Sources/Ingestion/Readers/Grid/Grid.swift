/// A file whose tables are grids of cells: a workbook's sheets, a page's tables.
final class Grid {
  private enum Kind {
    case workbook(Workbook)
    case spreadsheetML
    case analytics
    case page(TextEncoding, markLength: Int)
  }

  private let export: Export
  private let kind: Kind
  /// The rows of the sheets that `outlines` has gone through, while they fit.
  private var kept: RowQueue?
  private var keptSheets = 1..<1

  private init(_ export: Export, _ kind: Kind) {
    self.export = export
    self.kind = kind
  }

  static func workbook(_ export: Export) throws(IngestionError) -> Grid {
    let archive = try export.workbookArchive()
    return Grid(export, .workbook(try Workbook(archive, name: export.displayName, limits: export.options.limits)))
  }

  static func spreadsheetML(_ export: Export) -> Grid { Grid(export, .spreadsheetML) }

  static func analytics(_ export: Export) -> Grid { Grid(export, .analytics) }

  /// `prefix`: the first bytes. The page's own word on its encoding counts after a byte order mark, before a declared
  /// locale.
  static func page(_ export: Export, prefix: [UInt8]) throws(IngestionError) -> Grid {
    let (encoding, markLength) = prefix.withUnsafeBufferPointer { TextEncoding.of($0) }
    if markLength == 0, encoding == .utf8, let page = PageEncoding.declared(prefix) {
      return Grid(export, .page(.codePage(page), markLength: 0))
    }
    return try export.withEncoding(prefix) { encoding, markLength throws(IngestionError) in
      let source = try export.textSource(encoding, markLength)
      while try source.advance() {}
      return Grid(export, .page(encoding, markLength: markLength))
    }
  }

  /// Cells that are not written are empty; elsewhere a row that is too short is damaged.
  var isSparse: Bool { !isPage }

  /// Whether its sheets are the tables of a page, some of which may only lay it out.
  var isPage: Bool { if case .page = kind { true } else { false } }

  /// Whether its sheets are a workbook's, in which people put reports side by side.
  var isBook: Bool {
    switch kind {
    case .workbook, .spreadsheetML: true
    case .analytics, .page: false
    }
  }

  var encodingName: String {
    switch kind {
    case .workbook, .spreadsheetML, .analytics: "as the XML declares"
    case .page(let encoding, _): "\(encoding)"
    }
  }

  /// The sheets, where they are known before their rows are read.
  var knownSheets: [SheetTraits]? {
    guard case .workbook(let workbook) = kind else { return nil }
    return workbook.sheets.enumerated().map { SheetTraits(number: $0 + 1, name: $1.name) }
  }

  /// Hidden sheets that `reader` does not come to.
  var hiddenSheets: Int { if case .workbook(let workbook) = kind { workbook.hiddenSheets } else { 0 } }

  /// Whether it is a page that breaks off in the rows of a table.
  func breaksOff() throws(IngestionError) -> Bool {
    guard case .page(let encoding, let markLength) = kind else { return false }
    var end = PageEnd()
    let text = try export.textSource(encoding, markLength)
    while try text.advance() { end.add(text.chunk) }
    return end.isInRows
  }

  /// Lets `reader` go through the rows of these sheets again without parsing them.
  func keep(_ rows: RowQueue?, sheets: Range<Int>) { (kept, keptSheets) = (rows, sheets) }

  /// Reads one sheet, by its number in `SheetTraits`, or all of them.
  func reader(sheet: Int?) throws(IngestionError) -> GridReader {
    let limits = export.options.limits
    let name = export.displayName
    if let kept, let sheet, keptSheets.contains(sheet), kept.rewind() {
      return GridReader(name: name, limits: limits, sheet: sheet, parts: 0, kept: kept) { _ throws(IngestionError) in
        preconditionFailure("rows that are kept have no parts")
      }
    }
    let rows = RowQueue(keptBytes: limits.keptRowBytes)
    switch kind {
    case .workbook(let workbook):
      let numbers = sheet.map { [$0] } ?? Array(1...workbook.sheets.count)
      return GridReader(name: name, limits: limits, sheet: nil, parts: numbers.count) { index throws(IngestionError) in
        let handler = WorksheetHandler(workbook, number: numbers[index], rows: rows)
        return GridReader.Part(parser: try workbook.parser(numbers[index], handler), handler: handler)
      }
    case .spreadsheetML:
      return GridReader(name: name, limits: limits, sheet: sheet, parts: 1) { [export] _ throws(IngestionError) in
        let handler = SpreadsheetMLHandler(file: name, limits: limits, rows: rows)
        let parser = try MarkupParser(.xml(try export.stream()), name: name, handler: handler, limits: limits)
        return GridReader.Part(parser: parser, handler: handler)
      }
    case .analytics:
      return GridReader(name: name, limits: limits, sheet: sheet, parts: 1) { [export] _ throws(IngestionError) in
        let handler = UniversalAnalyticsHandler(file: name, limits: limits, rows: rows)
        let parser = try MarkupParser(.xml(try export.stream()), name: name, handler: handler, limits: limits)
        return GridReader.Part(parser: parser, handler: handler)
      }
    case .page(let encoding, let markLength):
      return GridReader(name: name, limits: limits, sheet: sheet, parts: 1) { [export] _ throws(IngestionError) in
        let handler = HTMLTableHandler(file: name, limits: limits, rows: rows)
        let text = try export.textSource(encoding, markLength)
        let parser = try MarkupParser(.html(text), name: name, handler: handler, limits: limits)
        return GridReader.Part(parser: parser, handler: handler)
      }
    }
  }
}
