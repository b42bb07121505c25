/// Finds the dialect of a table that nobody knows from its first records.
///
/// After van den Burg, Nazábal and Sutton, "Wrangling messy CSV files by detecting row and type patterns" (2019), who
/// take the dialect with the greatest data consistency Q = P · T: P how alike the records are, T how many cells look
/// like something. Here Q = P · T² with P = Σₖ (Nₖ/N)^1.5 · (Lₖ − 1)/Lₖ over the widths Lₖ that Nₖ of N records have,
/// in place of their mean over K patterns: one ragged record, or a line above the table, must not halve it. T is the
/// mean `worth` of all cells, and a column without any text is worth nothing. Cost: candidates times bytes of the
/// sample.
struct DialectGuess {
  /// What single-column files are measured by, since L − 1 is 0 for them.
  private static let oneColumn = 0.45
  private static let sampleBytes = 1 << 15
  private static let sampleRecords = 200

  private let bytes: UnsafeBufferPointer<UInt8>
  private let isWhole: Bool

  /// `isWhole`: the sample is the whole file.
  init(_ sample: UnsafeBufferPointer<UInt8>, isWhole: Bool) {
    bytes = UnsafeBufferPointer(rebasing: sample.prefix(DialectGuess.sampleBytes))
    self.isWhole = isWhole && sample.count <= DialectGuess.sampleBytes
  }

  var best: LooseDialect {
    var best = LooseDialect(delimiter: [UInt8(ascii: ",")], quote: LooseDialect.doubleQuote)
    var bestScore = -1.0
    for candidate in candidates {
      let score = consistency(candidate) * DialectGuess.prior(candidate)
      if score > bestScore * 1.000_001 {
        best = candidate
        bestScore = score
      }
    }
    best.delimiter = paired(best) ?? best.delimiter
    if isEscaping { best.hasBackslash = true }
    var escaping = best
    escaping.hasBackslash = true
    escaping.escapesLineEnds = true
    return continuesLines(escaping) ? escaping : best
  }

  /// Backslashes that come in twos throughout stand for one each.
  private var isEscaping: Bool {
    var pairs = 0
    var run = 0
    for byte in bytes {
      if byte == LooseDialect.backslash {
        run += 1
      } else {
        guard run % 2 == 0 else { return false }
        pairs += run / 2
        run = 0
      }
    }
    return pairs > 1
  }

  /// Whether records that go on beyond a backslash at a line's end are as wide as the others. Only line ends between a
  /// record's first and last cell tell: folders at the ends of rows, or of a line above the table, end in it as well.
  private func continuesLines(_ dialect: LooseDialect) -> Bool {
    guard bytes.contains(LooseDialect.backslash) else { return false }
    let scanner = LooseScanner(dialect)
    var record = LooseRecord()
    var position = 0
    var widths: [Int] = []
    var continued: [Int] = []
    while position < bytes.count, widths.count + continued.count < DialectGuess.sampleRecords {
      scanner.scan(bytes, from: position, isWhole: isWhole, reach: 1 << 13, into: &record)
      if record.isCut { break }
      position = record.end
      let isContinued = record.cells.dropFirst().dropLast().contains { cell in
        !cell.isQuoted
          && bytes[cell.start..<cell.end].contains { $0 == LooseDialect.lineFeed || $0 == LooseDialect.carriageReturn }
      }
      if isContinued {
        continued.append(record.cells.count)
      } else {
        widths.append(record.cells.count)
      }
    }
    let usual = TextSample.usualWidth(widths)
    return continued.count { $0 == usual } * 2 > continued.count
  }

  /// Q of one dialect.
  func consistency(_ dialect: LooseDialect) -> Double {
    let scanner = LooseScanner(dialect)
    var record = LooseRecord()
    var position = 0
    var widths = [Int](repeating: 0, count: 64)
    var worths = [Double](repeating: 0, count: 64)
    var filled = [Int](repeating: 0, count: 64)
    var records = 0
    var cells = 0
    var faults = 0
    var firstWidth = 0
    // Records in which half of a doubled delimiter stands alone: it is single there, and beside it are empty cells.
    var halved = 0
    // A single blank stands between any two words.
    let half =
      dialect.delimiter.count == 2 && dialect.delimiter[0] == dialect.delimiter[1]
        && dialect.delimiter[0] != LooseDialect.blank ? dialect.delimiter[0] : nil
    while position < bytes.count, records < DialectGuess.sampleRecords {
      scanner.scan(bytes, from: position, isWhole: isWhole, reach: 1 << 13, into: &record)
      // The last record may go on beyond the sample.
      if record.isCut, records > 0 { break }
      position = record.end
      if record.cells.count == 1, record.cells[0].start == record.cells[0].end, !record.cells[0].isQuoted { continue }
      records += 1
      if records == 1 { firstWidth = record.cells.count }
      widths[min(record.cells.count, 63)] += 1
      faults += record.strayMarks + (record.isUnclosed ? 2 : 0)
      cells += record.cells.count
      if let half, record.cells.contains(where: { !$0.isQuoted && bytes[$0.start..<$0.end].contains(half) }) {
        halved += 1
      }
      for (column, cell) in record.cells.enumerated() {
        let text = UnsafeBufferPointer(rebasing: bytes[cell.start..<cell.end])
        worths[min(column, 63)] += worth(text, cell, isLast: column + 1 == record.cells.count, dialect)
        if !text.isEmpty { filled[min(column, 63)] += 1 }
      }
    }
    guard records > 0 else { return 0 }
    var pattern = 0.0
    for (width, count) in widths.enumerated() where count > 0 {
      let share = Double(count) / Double(records)
      let gain = width < 2 ? DialectGuess.oneColumn : Double(width - 1) / Double(width)
      pattern += share * share.squareRoot() * gain
    }
    let worth = (0..<64).reduce(0.0) { $0 + (filled[$1] > 0 ? worths[$1] : 0) } / Double(cells)
    return pattern * worth * worth * doubt(dialect, firstWidth) * (1 - 0.8 * Double(halved) / Double(records))
      / (1 + Double(faults) / Double(records))
  }

  /// What parts the rows and not the names above them stands within their values: times, days and places have colons,
  /// slashes and commas. A title above the table has no delimiter either, but then none of them.
  private func doubt(_ dialect: LooseDialect, _ firstWidth: Int) -> Double {
    guard firstWidth == 1, dialect.delimiter != [LooseDialect.noDelimiter] else { return 1 }
    return Dialect.delimiters.contains(dialect.delimiter[0]) ? 0.8 : 0.5
  }

  /// A cell is judged as it will be read. A backslash at its end, before a delimiter, is one that escapes it.
  private func worth(
    _ text: UnsafeBufferPointer<UInt8>, _ cell: LooseCell, isLast: Bool, _ dialect: LooseDialect
  ) -> Double {
    guard !cell.isQuoted, text.contains(LooseDialect.backslash) else { return worth(text, isQuoted: cell.isQuoted) }
    if dialect.hasBackslash {
      return text.filter { $0 != LooseDialect.backslash }.withUnsafeBufferPointer { worth($0, isQuoted: false) }
    }
    return worth(text, isQuoted: false) * (!isLast && text.last == LooseDialect.backslash ? 2 / 3 : 1)
  }

  /// How much a cell looks like one, from 0 to 1.
  private func worth(_ text: UnsafeBufferPointer<UInt8>, isQuoted: Bool) -> Double {
    guard let start = text.first, let end = text.last else { return 0.8 }
    switch CellKind.of(text) {
    case .empty: return 0.4
    case .number, .date, .time, .address:
      return start == LooseDialect.blank || end == LooseDialect.blank ? 0.8 : 1
    case .text: break
    }
    if isQuoted { return 0.9 }
    let marks = [LooseDialect.doubleQuote, LooseDialect.apostrophe]
    if marks.contains(start) || marks.contains(end) { return 0.1 }
    var worth = 0.9
    if start == LooseDialect.blank || end == LooseDialect.blank { worth -= 0.2 }
    if text.contains(where: { ",;|\t".utf8.contains($0) }) { worth -= 0.4 }
    if text.contains(LooseDialect.doubleQuote) { worth -= 0.3 }
    let visible = text.contains { ($0 | 0x20) &- 0x61 < 26 || $0 &- 0x30 < 10 || $0 >= 0x80 }
    return visible ? worth : 0.2
  }

  /// What people separate by more often, where two dialects fit alike.
  private static func prior(_ dialect: LooseDialect) -> Double {
    guard dialect.delimiter.count == 1 else {
      if dialect.delimiter == [LooseDialect.blank, LooseDialect.blank] { return 0.8 }
      return LooseDialect.pairMarks.contains(where: dialect.delimiter.contains) ? 0.7 : 1
    }
    if LooseDialect.pairMarks.contains(dialect.delimiter[0]) { return 0.62 }
    switch dialect.delimiter[0] {
    case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t"), UInt8(ascii: "|"): return 1
    case UInt8(ascii: "^"), UInt8(ascii: "~"), 1, 0x1F: return 0.95
    case UInt8(ascii: ":"): return 0.7
    case LooseDialect.blank: return 0.6
    default: return 0.7
    }
  }

  /// Dialects whose marks the sample holds, the usual ones first.
  private var candidates: [LooseDialect] {
    var quotes: [UInt8?] = [LooseDialect.doubleQuote]
    if bytes.contains(LooseDialect.apostrophe) { quotes.append(LooseDialect.apostrophe) }
    if quotes.count > 1 || bytes.contains(LooseDialect.doubleQuote) { quotes.append(nil) }
    let hasBackslash = bytes.contains(LooseDialect.backslash)
    var found: [LooseDialect] = []
    for delimiter in delimiters {
      for quote in quotes {
        found.append(LooseDialect(delimiter: delimiter, quote: quote))
        if hasBackslash { found.append(LooseDialect(delimiter: delimiter, quote: quote, hasBackslash: true)) }
      }
    }
    return found
  }

  /// Characters and pairs that stand in a fifth of the lines at least.
  private var delimiters: [[UInt8]] {
    var lines = 1
    var lineOf = [Int](repeating: 0, count: 256)
    var linesWith = [Int](repeating: 0, count: 256)
    var pairs = [Int](repeating: 0, count: 1 << 16)
    var counts = [Int](repeating: 0, count: 256)
    var wasEnd = false
    var previous: UInt8?
    for byte in bytes {
      if byte == LooseDialect.lineFeed || byte == LooseDialect.carriageReturn {
        if !wasEnd { lines += 1 }
        wasEnd = true
        previous = nil
        continue
      }
      wasEnd = false
      counts[Int(byte)] += 1
      if lineOf[Int(byte)] != lines {
        lineOf[Int(byte)] = lines
        linesWith[Int(byte)] += 1
      }
      if let mark = previous { pairs[Int(mark) << 8 | Int(byte)] += 1 }
      // Of three in a row only the first two are a pair.
      previous = byte == previous ? nil : byte
    }
    if wasEnd { lines -= 1 }
    let singles = LooseDialect.delimiters.filter { linesWith[Int($0)] * 5 >= lines }
    var found = singles.map { [$0] }
    for mark in singles + LooseDialect.pairMarks {
      for next in LooseDialect.delimiters + LooseDialect.pairMarks where mark != LooseDialect.blank || next == mark {
        let together = pairs[Int(mark) << 8 | Int(next)]
        let share = mark == next ? together * 2 : together
        // Between any two words stands a blank; two in every line are something else.
        let isMost = mark == LooseDialect.blank ? together >= lines : share * 2 >= counts[Int(mark)]
        if together * 2 >= lines, isMost { found.append([mark, next]) }
      }
    }
    // Characters beyond ASCII that nothing but a delimiter is likely to be.
    for character in ["§", "¦", "¬"].map({ Array($0.utf8) })
    where pairs[Int(character[0]) << 8 | Int(character[1])] * 2 >= lines {
      found.append(character)
    }
    found += evenMarks
    if found.isEmpty { return [[UInt8(ascii: ",")]] }
    // A single column, parted by nothing.
    return found + (counts[Int(LooseDialect.noDelimiter)] == 0 ? [[LooseDialect.noDelimiter]] : [])
  }

  /// Marks that stand within names, days and amounts, and separate cells where they part the names of three columns and
  /// nineteen of twenty records are as wide.
  private var evenMarks: [[UInt8]] {
    let names = bytes.prefix { $0 != LooseDialect.lineFeed && $0 != LooseDialect.carriageReturn }
    return LooseDialect.pairMarks.filter { mark in
      let cells = names.split(separator: mark, omittingEmptySubsequences: false)
      // What begins with a figure or holds none but figures is a part of a number or of an id.
      return cells.count > 2 && cells.allSatisfy { cell in cell.first { $0 > 0x22 }.map { $0 > 0x40 } ?? false }
        && isEven(LooseDialect(delimiter: [mark], quote: LooseDialect.doubleQuote), width: cells.count)
    }.map { [$0] }
  }

  private func isEven(_ dialect: LooseDialect, width: Int) -> Bool {
    let widths = widths(dialect)
    return widths.count > 2 && widths.count { $0 == width } * 20 >= widths.count * 19
  }

  /// The pair of which the delimiter is a half wherever it stands: the mark beside it belongs to no cell, unless the row's
  /// outer cell bears it too or what it stands at are figures, as signs and currencies do. Commas, semicolons and tabs
  /// need no other half: what stands beside them belongs to cells such as `@name` and `/path`.
  private func paired(_ dialect: LooseDialect) -> [UInt8]? {
    guard dialect.delimiter.count == 1, let half = dialect.delimiter.first, half != LooseDialect.noDelimiter,
      !LooseDialect.delimiters.prefix(3).contains(half), let place = bytes.firstIndex(of: half), place > 0,
      place + 1 < bytes.count
    else { return nil }
    let single = widths(dialect)
    guard single.count > 2, single.allSatisfy({ $0 > 2 }) else { return nil }
    let marks = Set(LooseDialect.delimiters + LooseDialect.pairMarks).subtracting([half, LooseDialect.blank])
    for (mark, pair) in [
      (bytes[place - 1], [bytes[place - 1], half]), (bytes[place + 1], [half, bytes[place + 1]]),
    ] where marks.contains(mark) {
      var wider = dialect
      wider.delimiter = pair
      if widths(wider) == single, !bearsMark(mark, wider, atStart: pair[1] == mark) { return pair }
    }
    return nil
  }

  /// Whether the mark stands at the outer cell of a record, or at a figure in the first record.
  private func bearsMark(_ mark: UInt8, _ dialect: LooseDialect, atStart: Bool) -> Bool {
    let scanner = LooseScanner(dialect)
    var record = LooseRecord()
    var position = 0
    while position < bytes.count {
      let isFirst = position == 0
      scanner.scan(bytes, from: position, isWhole: isWhole, reach: 1 << 13, into: &record)
      if record.isCut { break }
      position = record.end
      guard let outer = atStart ? record.cells.first : record.cells.last, outer.start < outer.end else { continue }
      if bytes[atStart ? outer.start : outer.end - 1] == mark { return true }
      if isFirst,
        record.cells.contains(where: { CellKind.of(UnsafeBufferPointer(rebasing: bytes[$0.start..<$0.end])).isTelling })
      {
        return true
      }
    }
    return false
  }

  /// The cells of each record of the sample.
  private func widths(_ dialect: LooseDialect) -> [Int] {
    let scanner = LooseScanner(dialect)
    var record = LooseRecord()
    var position = 0
    var widths: [Int] = []
    while position < bytes.count, widths.count < DialectGuess.sampleRecords {
      scanner.scan(bytes, from: position, isWhole: isWhole, reach: 1 << 13, into: &record)
      if record.isCut { break }
      position = record.end
      widths.append(record.cells.count)
    }
    return widths
  }
}
