import Vocabulary

/// Where the first table lies among the next records, and what its columns hold.
struct TableShape {
  /// Physical records before the table.
  var leadingRecords = 0
  /// Rows at its top that name the columns; at least one row is always taken as such for the output.
  var headerRows = 1
  var width = 1
  /// The kind that nine tenths of a column's filled cells are; nil where words stand in it.
  var kinds: [CellKind?] = []
  /// Columns that are filled in every row of the sample.
  var alwaysFilled: [Bool] = []
  /// Every record ends in a delimiter that separates nothing.
  var hasTrailingDelimiter = false
  /// Some cell below the names of the columns tells.
  private(set) var isTelling = false
  /// The first row names the columns for sure.
  private(set) var startsWithHeader = false
  /// Blanks after delimiters are usual here.
  var hasLeadingBlanks = false
  /// Cells in apostrophes are usual here.
  var hasApostrophes = false

  private static let sampleRecords = 400
  /// Lines of a title and of settings above a table.
  private static let mostAbove = 10

  /// The look of one record of the sample.
  struct Look {
    var kinds: [CellKind] = []
    var texts: [String] = []
    var width: Int { kinds.count }
    /// Cells up to the last one with text.
    var filledWidth: Int { (kinds.lastIndex { $0 != .empty } ?? -1) + 1 }
    var filled: Int { kinds.count { $0 != .empty } }
    var isBlank: Bool { filledWidth == 0 }
    var isTelling: Bool { kinds.contains { $0.isTelling } }
    var isComment = false
  }

  init(_ looks: [Look]) {
    let blocks = TableShape.blocks(looks)
    guard let block = TableShape.first(blocks, looks) else { return }
    width = TableShape.width(looks[block])
    let atLeast = max(1, width / 2)
    var start =
      block.first { index in
        let look = looks[index]
        return width == 1 || (look.filledWidth > atLeast && !(look.isComment && look.width != width))
      } ?? block.lowerBound
    survey(looks[start..<block.upperBound].filter { !$0.isBlank })
    start = top(from: start, looks, block)
    leadingRecords = start
    let rows = looks[start..<block.upperBound].filter { !$0.isBlank }
    survey(rows)
    headerRows = countHeaders(rows)
    startsWithHeader = rows.first.map(isHeader) ?? false
    let body = rows.dropFirst(headerRows)
    isTelling = body.contains(where: \.isTelling)
    if let header = rows.first, header.width == width - 1, width > 2, !body.isEmpty,
      body.allSatisfy({ $0.width < width || $0.kinds[width - 1] == .empty })
    {
      width -= 1
      hasTrailingDelimiter = true
      kinds.removeLast()
      alwaysFilled.removeLast()
    }
  }

  /// Above the first record of some width, rows that end in empty cells may be the table's too; and sentences, days and
  /// lists with commas above the names of the columns are none of them.
  private func top(from start: Int, _ looks: [Look], _ block: Range<Int>) -> Int {
    var top = start
    while top > block.lowerBound {
      let above = looks[top - 1]
      let found = agreement(above.kinds)
      guard above.width == width, above.filled > 1, found.hits > 0, found.misses == 0 else { break }
      top -= 1
    }
    // Rows of the table stand below the names of its columns, and none of them above.
    let first = looks[top..<block.upperBound].prefix(TableShape.mostAbove)
    let names = first.firstIndex(where: isNames) ?? block.upperBound
    let above = first.indices.prefix { place in
      let look = looks[place]
      if look.width == width { return agreement(look.kinds).hits == 0 }
      return place < names || !agreesAtAnEnd(look)
    }
    guard let last = above.last(where: { looks[$0].width != width }), last + 1 < block.upperBound,
      isNames(looks[last + 1])
    else { return top }
    return last + 1
  }

  static func look(_ record: LooseRecord, _ bytes: UnsafeBufferPointer<UInt8>, _ scanner: LooseScanner) -> Look {
    let kinds = record.cells.map { CellKind.of(UnsafeBufferPointer(rebasing: bytes[unmarked($0, bytes)])) }
    var look = Look(kinds: kinds, texts: record.cells.map { scanner.text($0, in: bytes) })
    if let first = look.texts.first { look.isComment = first == "#" || first.hasPrefix("# ") || first.hasPrefix("#-") }
    return look
  }

  /// One row in other marks than the rest is still known by what is between them, and a cell with a mark at one end by
  /// what the mark stands at.
  private static func unmarked(_ cell: LooseCell, _ bytes: UnsafeBufferPointer<UInt8>) -> Range<Int> {
    let range = cell.start..<cell.end
    guard range.count > 1 else { return range }
    let ends = (bytes[range.lowerBound], bytes[range.upperBound - 1])
    if ends.0 == LooseDialect.apostrophe, ends.1 == LooseDialect.apostrophe {
      return range.count > 2 ? (range.lowerBound + 1)..<(range.upperBound - 1) : range
    }
    guard !cell.isQuoted else { return range }
    switch (ends.0 == LooseDialect.doubleQuote, ends.1 == LooseDialect.doubleQuote) {
    case (true, false): return (range.lowerBound + 1)..<range.upperBound
    case (false, true): return range.lowerBound..<(range.upperBound - 1)
    default: return range
    }
  }

  /// How many of the telling columns a record agrees with, and how many of them it fills with something else.
  func agreement(_ found: [CellKind]) -> (hits: Int, misses: Int) {
    var hits = 0
    var misses = 0
    for (column, kind) in kinds.enumerated() {
      guard let kind else { continue }
      let cell = column < found.count ? found[column] : .empty
      if cell == kind {
        hits += 1
      } else if cell != .empty || alwaysFilled[column] {
        misses += 1
      }
    }
    return (hits, misses)
  }

  /// Whether a record can only be names of columns: nothing telling in it, although rows of the body always tell.
  func isHeader(_ look: Look) -> Bool {
    guard !look.isTelling, !look.isBlank, look.width > width / 2 else { return false }
    let found = agreement(look.kinds)
    return found.hits == 0 && found.misses > 0
  }

  private mutating func survey(_ rows: [Look]) {
    let skipped = min(4, max(1, rows.count / 3))
    let body = rows.dropFirst(skipped).filter { $0.width == width }
    kinds = [CellKind?](repeating: nil, count: width)
    alwaysFilled = [Bool](repeating: false, count: width)
    guard !body.isEmpty else { return }
    var quoted = 0
    for column in 0..<width {
      var counts: [CellKind: Int] = [:]
      for row in body { counts[row.kinds[column], default: 0] += 1 }
      let filled = body.count - (counts[.empty] ?? 0)
      alwaysFilled[column] = filled * 50 >= body.count * 49
      for kind in [CellKind.number, .date, .time, .address] where (counts[kind] ?? 0) * 10 >= max(1, filled) * 9 {
        kinds[column] = kind
      }
    }
    for row in body where row.texts.contains(where: TableShape.isInApostrophes) { quoted += 1 }
    hasApostrophes = quoted > max(1, body.count / 20)
    let blanked = body.count { row in row.texts.dropFirst().contains { $0.first == " " } }
    hasLeadingBlanks = blanked > max(1, body.count / 20)
  }

  static func isInApostrophes(_ text: String) -> Bool { text.utf8.count > 2 && text.first == "'" && text.last == "'" }

  private func countHeaders(_ rows: [Look]) -> Int {
    // The first row may name columns by years; those under it may not tell anything.
    guard let first = rows.first, agreement(first.kinds).misses > 0 || !first.isTelling else { return 1 }
    var count = 1
    for look in rows.dropFirst().prefix(3) {
      guard look.width == width, isHeader(look), namesColumns(look),
        !TableShape.recurs(look, in: rows.dropFirst(count + 1))
      else { break }
      count += 1
    }
    return count == rows.count ? 1 : count
  }

  private func isNames(_ look: Look) -> Bool { look.width == width && isHeader(look) && namesColumns(look) }

  /// Whether a record of another width is one of the table's, a cell of which is missing or fell apart: from its first or
  /// its last cell on it agrees with all telling columns that it fills.
  private func agreesAtAnEnd(_ look: Look) -> Bool {
    func agrees(_ pairs: some Sequence<(CellKind?, CellKind)>) -> Bool {
      let filled = pairs.filter { $0.0 != nil && $0.1 != .empty }
      return !filled.isEmpty && filled.allSatisfy { $0.0 == $0.1 }
    }
    return agrees(zip(kinds, look.kinds)) || agrees(zip(kinds.reversed(), look.kinds.reversed()))
  }

  /// Whether words stand where the body has figures, and not just marks and words for what is missing: the first record
  /// of a table may well lack all its figures.
  private func namesColumns(_ look: Look) -> Bool {
    zip(kinds, look.texts).contains { kind, text in
      kind != nil && text.contains(where: \.isLetter) && !BlankText.isMissing(text)
        && !TableShape.missingWords.contains(text.lowercased())
    }
  }

  private static let missingWords: Set = ["unknown", "none", "na", "nil", "#n/a", "n.a.", "k.a."]

  /// Whether another row says the same in one of its columns: it is a value then, and names no column.
  private static func recurs(_ look: Look, in rows: ArraySlice<Look>) -> Bool {
    look.texts.indices.contains { column in
      !look.texts[column].isEmpty
        && rows.contains { column < $0.texts.count && $0.texts[column] == look.texts[column] }
    }
  }

  /// Runs of records between blank ones; neighbours of equal width that no header parts are one table.
  private static func blocks(_ looks: [Look]) -> [Range<Int>] {
    var blocks: [Range<Int>] = []
    var start = 0
    for index in 0...looks.count where index == looks.count || looks[index].isBlank {
      if index > start {
        if let last = blocks.last, width(looks[last]) == width(looks[start..<index]),
          looks[start].width > 1 || width(looks[last]) == 1,
          looks[start].isTelling || !looks[last].contains(where: \.isTelling),
          !isFilled(looks[last]) || !isHeaded(looks[start..<index]) || last.count == 1
            || recurs(looks[start], in: looks[last])
        {
          blocks[blocks.count - 1] = last.lowerBound..<index
        } else {
          blocks.append(start..<index)
        }
      }
      start = index + 1
    }
    return blocks
  }

  /// Whether words stand above rows that all tell, one above each of their columns.
  static func isHeaded(_ looks: ArraySlice<Look>) -> Bool {
    guard let first = looks.first, looks.count > 2, first.filled == first.filledWidth else { return false }
    return !first.isTelling
      && looks.dropFirst().allSatisfy { $0.isTelling && $0.filledWidth <= first.filledWidth }
  }

  /// Whether some record reaches the last column: lines that a spreadsheet has filled up with empty cells do not.
  private static func isFilled(_ looks: ArraySlice<Look>) -> Bool { filledWidth(looks) == width(looks) }

  private static func filledWidth(_ looks: ArraySlice<Look>) -> Int {
    min(width(looks), looks.lazy.map(\.filledWidth).max() ?? 1)
  }

  /// The first block that is a table, and not a few lines of a title before a wider one.
  private static func first(_ blocks: [Range<Int>], _ looks: [Look]) -> Range<Int>? {
    for (number, block) in blocks.enumerated() {
      let width = filledWidth(looks[block])
      let isTitle = blocks.dropFirst(number + 1).contains { later in
        let laterWidth = filledWidth(looks[later])
        guard laterWidth > width else { return false }
        if width == 1 { return true }
        guard block.count <= mostAbove, later.count > block.count else { return false }
        // A line or two of unequal widths are no table, whatever commas stand in them.
        return width <= laterWidth / 2 || block.count == 1
          || (block.count == 2 && looks[block.lowerBound].width != looks[block.lowerBound + 1].width)
      }
      if !isTitle { return block }
    }
    return blocks.last
  }

  /// The width of a table at the end under fewer lines of a title; else of the first five records in a row that are
  /// equally wide, else the most frequent one.
  private static func width(_ looks: ArraySlice<Look>) -> Int {
    if let width = endWidth(looks) { return width }
    var run = 0
    var previous = 0
    for look in looks.prefix(sampleRecords) {
      run = look.width == previous ? run + 1 : 1
      previous = look.width
      if run == 5, previous > 1 { return previous }
    }
    var counts: [Int: Int] = [:]
    for look in looks.prefix(sampleRecords) { counts[look.width, default: 0] += 1 }
    let often = counts.max { ($0.value, $0.key) < ($1.value, $1.key) }
    return often?.key ?? 1
  }

  /// The width of all records but a few at the top, none of which is more than half as wide: names and values of a
  /// report's settings.
  private static func endWidth(_ looks: ArraySlice<Look>) -> Int? {
    guard let last = looks.last?.width else { return nil }
    let above = looks.prefix { $0.width != last }
    let table = looks.dropFirst(above.count)
    guard !above.isEmpty, above.count <= 10, table.count > above.count else { return nil }
    return above.allSatisfy { $0.width * 2 <= last } && table.allSatisfy { $0.width == last } ? last : nil
  }
}
