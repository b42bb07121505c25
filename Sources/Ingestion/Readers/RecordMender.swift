/// Reads one record that does not fit its table in the ways in which single rows go wrong: another delimiter or
/// quotation mark, a backslash before a mark, a mark too many or never closed. Another reading is taken only where it
/// fits the width and the columns' kinds better than the record as it stands.
struct RecordMender {
  private let dialect: LooseDialect
  private let shape: TableShape
  private let scanner: LooseScanner

  init(_ dialect: LooseDialect, _ shape: TableShape, _ scanner: LooseScanner) {
    self.dialect = dialect
    self.shape = shape
    self.scanner = scanner
  }

  /// Whether the record leaves any doubt.
  func fits(_ record: LooseRecord, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard record.strayMarks == 0, !record.isUnclosed else { return false }
    guard record.cells.count == shape.width || (shape.hasTrailingDelimiter && record.cells.count == shape.width + 1)
    else { return false }
    return !record.cells.contains { isSuspect($0, bytes) } && !hasLeadingBlanks(record, bytes)
  }

  /// The best reading of the record at the beginning of `bytes` with the scanner that gives its texts; `plain` is how
  /// it stands.
  ///
  /// `isFirst`: it stands at the top of the table and may name the columns.
  func mend(
    _ plain: LooseRecord, _ bytes: UnsafeBufferPointer<UInt8>, isWhole: Bool, reach: Int, isFirst: Bool = false
  ) -> (record: LooseRecord, scanner: LooseScanner) {
    var best = (record: plain, scanner: scanner)
    var bestScore = score(plain, bytes, cost: 0, isFirst: isFirst)
    let joined = joined(plain, bytes, isWhole: isWhole, reach: reach)
    if let joined {
      // Marks that are text and fit the table explain the record better.
      let score = score(joined.record, bytes, cost: 0.35, isFirst: isFirst)
      if score > bestScore || plain.end != joined.record.end || hasTornMarks(plain, bytes) {
        bestScore = score
        best = joined
      }
    }
    let lineEnd = bytes.firstIndex { $0 == LooseDialect.lineFeed || $0 == LooseDialect.carriageReturn } ?? bytes.count
    let line = UnsafeBufferPointer(rebasing: bytes[..<min(lineEnd, 1 << 16)])
    var record = LooseRecord()
    let hasQuoted = plain.cells.contains { $0.isQuoted && $0.end > $0.start }
    let hasFaults = plain.strayMarks > 0 || plain.isUnclosed
    /// A delimiter within marks that do their work is this record's delimiter.
    let usesDelimiter =
      !hasFaults && !hasLeadingBlanks(plain, bytes)
      && plain.cells.contains { $0.isQuoted && bytes[$0.start..<$0.end].contains(dialect.delimiter[0]) }
    /// Where the next line is a good record, a mark that was never closed has swallowed it, whatever the width.
    let swallows =
      plain.lines > 1 && plain.strayMarks > 0 && joined == nil
      && startsRecord(bytes, at: afterLine(bytes, lineEnd), isWhole: isWhole, reach: reach)
    if swallows { bestScore -= 2 }
    /// Where a delimiter is missing behind a cell in marks, those hold together, and the record ends where they say.
    /// Lines within marks are no records because of the number of cells; nor with marks too many, unless a good record
    /// follows.
    func isOutOfPlace(_ record: LooseRecord) -> Bool {
      if let joined { return record.end != joined.record.end || hasTornMarks(record, bytes) }
      if swallows { return record.lines > 1 }
      guard record.end < plain.end else { return false }
      return !hasFaults || !startsRecord(bytes, at: record.end, isWhole: isWhole, reach: reach)
    }
    func consider(_ others: [LooseScanner], cost: Double) {
      for other in others {
        other.scan(bytes, from: 0, isWhole: isWhole, reach: reach, into: &record)
        guard !record.isCut, !isOutOfPlace(record) else { continue }
        let score = score(record, bytes, cost: cost, isFirst: isFirst)
        if score > bestScore {
          bestScore = score
          best = (record, other)
        }
      }
    }
    consider(singleMarks(plain), cost: 0.08)
    // A mark that is plain text explains the record better than one that was forgotten at the line's end.
    if joined == nil, best.record.lines > 1 || best.record.cells.count != shape.width {
      consider(lineEnds(plain, bytes, lineEnd, isWhole: isWhole, reach: reach), cost: 0.12)
    }
    for (variant, cost) in variants(line) {
      if usesDelimiter, variant.delimiter != dialect.delimiter { continue }
      // What reads well with the table's own delimiter needs no other.
      if variant.delimiter != dialect.delimiter,
        best.scanner.dialect != dialect || best.scanner.plainMark != nil, best.record.lines == 1,
        best.record.cells.count == shape.width, best.scanner.dialect.delimiter == dialect.delimiter
      {
        break
      }
      // Marks that do their work are no text, and no others do it for them.
      if !hasFaults, variant.quote == nil || variant.closesEarly || (variant.quote != dialect.quote && hasQuoted) {
        continue
      }
      let other = LooseScanner(variant)
      other.scan(bytes, from: 0, isWhole: isWhole, reach: reach, into: &record)
      guard !record.isCut, !isOutOfPlace(record) else { continue }
      if variant.delimiter != dialect.delimiter,
        !trusts(record, variant, bytes, instead: plain, isFirst: isFirst)
      {
        continue
      }
      let score = score(record, bytes, cost: cost, isFirst: isFirst)
      if score > bestScore {
        bestScore = score
        best = (record, other)
      }
    }
    return best
  }

  private func afterLine(_ bytes: UnsafeBufferPointer<UInt8>, _ lineEnd: Int) -> Int {
    bytes[lineEnd...].firstIndex { $0 != LooseDialect.lineFeed && $0 != LooseDialect.carriageReturn } ?? bytes.count
  }

  /// The record with the text after a closing mark in the mark's cell, as where a delimiter is missing there. Nil
  /// unless the record is whole by that, and a good one or the end of the text follows.
  private func joined(
    _ plain: LooseRecord, _ bytes: UnsafeBufferPointer<UInt8>, isWhole: Bool, reach: Int
  ) -> (record: LooseRecord, scanner: LooseScanner)? {
    guard plain.strayMarks > 0 || plain.isUnclosed else { return nil }
    let joining = LooseScanner(dialect, joinsAfterMark: true)
    var record = LooseRecord()
    joining.scan(bytes, from: 0, isWhole: isWhole, reach: reach, into: &record)
    guard !record.isCut, !record.isUnclosed, record.cells.contains(where: { $0.seam != nil }),
      !hasTornMarks(record, bytes), startsRecord(bytes, at: record.end, isWhole: isWhole, reach: reach)
    else { return nil }
    guard record.lines > 1 else { return (record, joining) }
    // Where its second line is a record, the mark before that was never closed.
    let feed = bytes.firstIndex(of: LooseDialect.lineFeed) ?? bytes.count - 1
    return startsRecord(bytes, at: feed + 1, isWhole: isWhole, reach: reach) ? nil : (record, joining)
  }

  /// Whether a record begins there that leaves no doubt, or nothing at all follows.
  private func startsRecord(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int, isWhole: Bool, reach: Int) -> Bool {
    guard start < bytes.count else { return isWhole }
    var record = LooseRecord()
    scanner.scan(bytes, from: start, isWhole: isWhole, reach: reach, into: &record)
    return !record.isCut && fits(record, bytes) && !hasTornMarks(record, bytes)
      && shape.agreement(kinds(record, bytes)).misses == 0
  }

  /// Whether one mark of a pair stands in a cell without the other.
  private func hasTornMarks(_ record: LooseRecord, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    record.cells.contains { cell in
      !cell.isQuoted && !bytes[cell.start..<cell.end].count { $0 == dialect.quote }.isMultiple(of: 2)
    }
  }

  /// The table's dialect with one opening mark each as text, where a mark was never closed or closed a cell too late.
  private func singleMarks(_ plain: LooseRecord) -> [LooseScanner] {
    guard plain.strayMarks > 0 || plain.isUnclosed else { return [] }
    return plain.cells.filter(\.isQuoted).prefix(8).map { LooseScanner(dialect, plainMark: $0.start - 1) }
  }

  /// The table's dialect with a mark that ends with its line, where the record has swallowed a line that is a record of
  /// this table by itself, or would have swallowed all that follows.
  private func lineEnds(
    _ plain: LooseRecord, _ bytes: UnsafeBufferPointer<UInt8>, _ lineEnd: Int, isWhole: Bool, reach: Int
  ) -> [LooseScanner] {
    let candidate = LooseScanner(dialect, closesAtLineEnd: true)
    if plain.isUnclosed { return [candidate] }
    guard plain.lines > 1, plain.strayMarks > 0 else { return [] }
    let next = afterLine(bytes, lineEnd)
    guard next < bytes.count else { return [] }
    var record = LooseRecord()
    scanner.scan(bytes, from: next, isWhole: isWhole, reach: reach, into: &record)
    return record.cells.count == shape.width && record.lines == 1 && record.strayMarks == 0 ? [candidate] : []
  }

  private func score(
    _ record: LooseRecord, _ bytes: UnsafeBufferPointer<UInt8>, cost: Double, isFirst: Bool
  ) -> Double {
    var score = record.cells.count == shape.width ? 2.0 : -0.02 * Double(min(50, abs(record.cells.count - shape.width)))
    let kinds = kinds(record, bytes)
    let found = shape.agreement(kinds)
    if isFirst, !kinds.contains(where: \.isTelling) {
      score += 1
    } else if found.hits + found.misses > 0 {
      score += Double(found.hits) / Double(found.hits + found.misses)
    }
    score -= 0.1 * Double(min(4, record.strayMarks)) + (record.isUnclosed ? 0.3 : 0) + cost
    // Lines that a mark has swallowed.
    if record.lines > 1, record.cells.count != shape.width { score -= 1 }
    if record.lines > 1, record.strayMarks > 0 { score -= 1 }
    for cell in record.cells where isSuspect(cell, bytes) || isHalfQuoted(cell, bytes) { score -= 0.2 }
    if hasLeadingBlanks(record, bytes) { score -= 0.2 }
    return score
  }

  private func kinds(_ record: LooseRecord, _ bytes: UnsafeBufferPointer<UInt8>) -> [CellKind] {
    record.cells.map { CellKind.of(UnsafeBufferPointer(rebasing: bytes[$0.start..<$0.end])) }
  }

  /// Another delimiter must give exactly the width, and cells that the columns know.
  private func trusts(
    _ record: LooseRecord, _ variant: LooseDialect, _ bytes: UnsafeBufferPointer<UInt8>, instead plain: LooseRecord,
    isFirst: Bool
  ) -> Bool {
    guard shape.width > 1, record.cells.count == shape.width else { return false }
    // The same delimiter with a blank or doubled.
    if variant.delimiter.first == dialect.delimiter.first { return true }
    let found = shape.agreement(kinds(record, bytes))
    let isFarOff = plain.cells.count * 2 <= shape.width || (plain.lines > 1 && plain.strayMarks > 0)
    if found.hits + found.misses == 0 {
      return plain.cells.count == 1 || (variant.delimiter != [LooseDialect.blank] && isFarOff)
    }
    if found.hits * 10 >= (found.hits + found.misses) * 7 { return true }
    return isFirst && isFarOff
  }

  /// A delimiter that is followed by a blank throughout the record, where others are not.
  private func hasLeadingBlanks(_ record: LooseRecord, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard !shape.hasLeadingBlanks, dialect.delimiter[0] != LooseDialect.blank else { return false }
    var hasBlank = false
    for cell in record.cells.dropFirst() where !cell.isQuoted && cell.end > cell.start {
      guard bytes[cell.start] == LooseDialect.blank else { return false }
      hasBlank = true
    }
    return hasBlank
  }

  private func isHalfQuoted(_ cell: LooseCell, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard !cell.isQuoted, cell.end - cell.start > 1 else { return false }
    return (bytes[cell.start] == LooseDialect.doubleQuote) != (bytes[cell.end - 1] == LooseDialect.doubleQuote)
  }

  /// A cell that still wears marks or escapes which this table takes off.
  private func isSuspect(_ cell: LooseCell, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard cell.end - cell.start > 1 else { return false }
    let first = bytes[cell.start]
    let last = bytes[cell.end - 1]
    if cell.isQuoted {
      return !dialect.hasBackslash && last != LooseDialect.backslash
        && (cell.start..<(cell.end - 1)).contains {
          bytes[$0] == LooseDialect.backslash && bytes[$0 + 1] == dialect.quote
        }
    }
    if first == LooseDialect.apostrophe, last == first { return !shape.hasApostrophes }
    return first == LooseDialect.doubleQuote && last == first && dialect.quote != nil
  }

  private func variants(_ line: UnsafeBufferPointer<UInt8>) -> [(LooseDialect, cost: Double)] {
    let marks = [LooseDialect.doubleQuote, LooseDialect.apostrophe].filter { line.contains($0) }
    let hasBackslash = line.contains(LooseDialect.backslash)
    var found: [(LooseDialect, cost: Double)] = []
    func add(_ change: (inout LooseDialect) -> Void, _ cost: Double) {
      var variant = dialect
      change(&variant)
      if variant != dialect { found.append((variant, cost)) }
    }
    if hasBackslash { add({ $0.hasBackslash.toggle() }, 0.05) }
    if !marks.isEmpty {
      add({ $0.closesEarly = true }, 0.06)
      for mark in marks {
        add({ $0.quote = mark }, 0.07)
        if hasBackslash {
          add(
            {
              $0.quote = mark
              $0.hasBackslash.toggle()
            }, 0.1)
        }
      }
      add({ $0.quote = nil }, 0.15)
    }
    for delimiter in delimiters(line) {
      // Words are parted by blanks, too.
      let cost = delimiter == [LooseDialect.blank] ? 0.18 : 0.1
      add({ $0.delimiter = delimiter }, cost)
      for mark in marks where mark != dialect.quote {
        add(
          {
            $0.delimiter = delimiter
            $0.quote = mark
          }, cost + 0.05)
      }
    }
    return found
  }

  /// Those that stand in the line, and the two characters of a delimiter of two each alone.
  private func delimiters(_ line: UnsafeBufferPointer<UInt8>) -> [[UInt8]] {
    var counts = [Int](repeating: 0, count: 256)
    var pairs: Set<[UInt8]> = []
    for (index, byte) in line.enumerated() {
      counts[Int(byte)] += 1
      if index + 1 < line.count, LooseDialect.delimiters.contains(byte),
        LooseDialect.delimiters.contains(line[index + 1])
      {
        pairs.insert([byte, line[index + 1]])
      }
    }
    let singles = LooseDialect.delimiters.filter { counts[Int($0)] > 0 }.map { [$0] }
    let doubles = pairs.sorted { $0.lexicographicallyPrecedes($1) }.prefix(12)
    return (singles + doubles).filter { $0 != dialect.delimiter }
  }
}
