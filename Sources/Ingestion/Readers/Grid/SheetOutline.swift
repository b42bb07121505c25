/// What one time through a sheet has found: enough to tell its header.
struct SheetOutline {
  private static let depth = 100

  private(set) var traits: SheetTraits
  /// The first rows that are not blank.
  private(set) var sample: [(line: Int, cells: [String])] = []
  private(set) var rows = 0
  /// Cells of the widest row.
  private(set) var width = 0

  init(_ number: Int) { traits = SheetTraits(number: number) }

  mutating func add(_ record: RawRecord) {
    guard !record.isBlank else { return }
    rows += 1
    width = max(width, record.count)
    if sample.count < SheetOutline.depth { sample.append((record.line, record.texts)) }
  }

  mutating func finish(_ traits: SheetTraits?) { if let traits { self.traits = traits } }

  /// Its name, or its number where it has none.
  var title: String { traits.name.isEmpty ? "table \(traits.number)" : traits.name }

  /// The sheet as messages call it.
  func label(hidden: Int) -> String {
    (traits.name.isEmpty ? title : "sheet \"\(title)\"") + SheetOutline.leftOut(hidden)
  }

  static func leftOut(_ hidden: Int) -> String {
    hidden == 0 ? "" : hidden == 1 ? ", 1 hidden sheet left out" : ", \(hidden) hidden sheets left out"
  }

  /// The header in a row of the sample, as wide as the sheet: only a sheet that is far wider than its header keeps its
  /// stray cells out.
  func header(at index: Int) -> [String] {
    var header = narrowHeader(at: index)
    if width <= header.count + 64 { while header.count < width { header.append("") } }
    return header
  }

  /// The header with the text of merged cells in all of their columns.
  private func narrowHeader(at index: Int) -> [String] {
    let (line, cells) = sample[index]
    return traits.filled(cells, line: line) { place in
      sample.first { $0.line == place.row }.flatMap {
        place.column < $0.cells.count ? $0.cells[place.column] : nil
      } ?? ""
    }
  }

  /// The row of the sample that is the header of a table nobody knows: titles and groups above it fill a cell or two, it
  /// fills more than half of its columns. Nil for a sheet without rows.
  var plainHeader: Int? {
    let usual = TextSample.usualWidth(sample.map { $0.cells.count })
    return sample.indices.first { index in
      guard !isGroupRow(index) else { return false }
      let (line, cells) = sample[index]
      let covered = traits.merges.filter { $0.first.row < line && line <= $0.last.row }
        .reduce(0) { $0 + $1.last.column - $1.first.column + 1 }
      return cells.count { !$0.isEmpty } + covered > min(usual - 1, max(1, usual / 2))
    } ?? sample.indices.first
  }

  /// Whether it holds figures over days, and is no table that lays out a page or names a few values: days fill a column,
  /// which is the first where there are but two.
  var isOverDays: Bool {
    guard let header = plainHeader else { return false }
    var columns = sample[header].cells.map { ColumnProfile(header: $0) }
    for (line, cells) in sample.dropFirst(header + 1) {
      for (column, cell) in zip(columns.indices, cells) { columns[column].observe(cell, line: line) }
    }
    return columns.prefix(width > 2 ? columns.count : 1).contains { $0.content == .day && $0.filled > 1 }
  }

  /// Whether a cell is merged over several columns and each of them has a name of its own in the next row.
  private func isGroupRow(_ index: Int) -> Bool {
    guard index + 1 < sample.count else { return false }
    let names = sample[index + 1].cells
    return traits.merges.contains { range in
      range.first.row == sample[index].line && range.first.column < range.last.column
        && (range.first.column...range.last.column).allSatisfy {
          $0 < names.count && names[$0].unicodeScalars.first.map { !"-0123456789".unicodeScalars.contains($0) } ?? false
        }
    }
  }

  func findReport(_ stage: SourceCatalogue.Stage, _ options: ReadOptions) -> SheetReport? {
    var preamble: [[String]] = []
    for (index, row) in sample.prefix(60).enumerated() {
      func opening(_ header: [String]) -> Opening {
        Opening(
          preamble: preamble, header: Header(header), preambleLine: index == 0 ? 0 : sample[index - 1].line,
          rootName: traits.rootName, section: traits.number,
          firstRow: index + 1 < sample.count ? sample[index + 1].cells : [], scalesNumbers: traits.scalesNumbers)
      }
      if row.cells.count > 1, let format = SourceCatalogue.recognise(opening(narrowHeader(at: index)), stage, options) {
        // A format that looks after widths itself stacks tables of several, and must see them as they are.
        let wide = header(at: index)
        guard format.width != nil, let widened = SourceCatalogue.recognise(opening(wide), stage, options) else {
          return SheetReport(format: format, leadingRows: index + 1, header: Header(narrowHeader(at: index)))
        }
        return SheetReport(format: widened, leadingRows: index + 1, header: Header(wide))
      }
      preamble.append(row.cells)
    }
    return nil
  }

  /// A known report that is not read.
  var unread: UnreadReport? {
    var preamble: [[String]] = []
    for (line, cells) in sample.prefix(20) {
      let opening = Opening(preamble: preamble, header: Header(cells), preambleLine: line, rootName: "")
      if cells.count > 1, let report = UnreadReport(opening) { return report }
      preamble.append(cells)
    }
    return nil
  }

  /// The user's mapping that one of the first rows would fit if it had all of the columns.
  func nearMapping(_ options: ReadOptions) -> NearMapping? {
    NearMapping.best(sample.prefix(20).map { Header($0.cells) }, options.mappings)
  }
}

/// The report that a sheet holds, and where its records begin.
struct SheetReport {
  let format: any RecordMapper
  let leadingRows: Int
  let header: Header
}

/// A sheet that was gone through to its end, and what it says of itself.
struct SurveyedSheet {
  let outline: SheetOutline
  let part: SheetPart
  let findings: Findings
  let columns: ColumnSurvey
}

extension Grid {
  /// Gives the outline of each sheet in turn, hidden ones too where the file says so only afterwards, until `take` says
  /// that it has seen enough. Reads to the end of the last sheet given.
  func outlines(sheet: Int? = nil, _ take: (SheetOutline) throws(IngestionError) -> Bool) throws(IngestionError) {
    let reader = try reader(sheet: sheet)
    var outline = sheet.map(SheetOutline.init)
    var number = sheet ?? 1
    let first = number
    // The sheet in hand is whole when `take` has had its outline.
    defer { keep(reader.rows, sheets: first..<(number + 1)) }
    while try reader.next() {
      while number < reader.sheet {
        var done = outline ?? SheetOutline(number)
        done.finish(reader.traits(number))
        guard try take(done) else { return }
        outline = nil
        number += 1
      }
      if outline == nil { outline = SheetOutline(number) }
      outline?.add(reader.record)
    }
    while let traits = reader.traits(number) {
      var done = outline ?? SheetOutline(number)
      done.finish(traits)
      guard try take(done), sheet == nil else { return }
      outline = nil
      number += 1
    }
  }
}
