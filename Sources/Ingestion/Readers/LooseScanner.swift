/// One cell of a record: where its text lies in the bytes that were scanned.
struct LooseCell {
  var start: Int
  var end: Int
  var isQuoted: Bool
  /// Where its closing mark stands, if text follows that belongs to the cell as well.
  var seam: Int?
}

/// One record as its dialect cuts it, whatever its faults.
struct LooseRecord {
  var cells: [LooseCell] = []
  /// After the line end.
  var end = 0
  /// Physical lines that it covers.
  var lines = 0
  /// Quotation marks where none may stand; they are kept as text.
  var strayMarks = 0
  /// A mark opened a cell and nothing closed it; it is kept as text, and its line ends the record.
  var isUnclosed = false
  /// The bytes ended before the record did, and more may follow.
  var isCut = false
}

/// Cuts records out of bytes in memory. It never fails: what breaks the rules is counted and kept as text.
struct LooseScanner {
  let dialect: LooseDialect
  /// Where in the bytes a quotation mark stands that opens nothing, whatever follows it.
  let plainMark: Int?
  /// A mark that its own line does not close is closed by the line's end.
  let closesAtLineEnd: Bool
  /// Text after a closing mark belongs to its cell, unless it holds a mark itself.
  let joinsAfterMark: Bool
  private let first: UInt8
  private let second: UInt8?
  private let isSpecial: [Bool]

  init(_ dialect: LooseDialect, plainMark: Int? = nil, closesAtLineEnd: Bool = false, joinsAfterMark: Bool = false) {
    self.dialect = dialect
    self.plainMark = plainMark
    self.closesAtLineEnd = closesAtLineEnd
    self.joinsAfterMark = joinsAfterMark
    first = dialect.delimiter[0]
    second = dialect.delimiter.count > 1 ? dialect.delimiter[1] : nil
    var special = [Bool](repeating: false, count: 256)
    for byte in [first, LooseDialect.lineFeed, LooseDialect.carriageReturn] { special[Int(byte)] = true }
    if dialect.hasBackslash { special[Int(LooseDialect.backslash)] = true }
    isSpecial = special
  }

  /// Scans the record that begins at `from`. `isWhole`: no bytes come after these. A quotation mark that is not closed
  /// within `reach` bytes opens nothing.
  func scan(
    _ bytes: UnsafeBufferPointer<UInt8>, from: Int, isWhole: Bool, reach: Int, into record: inout LooseRecord
  ) {
    record.cells.removeAll(keepingCapacity: true)
    record.lines = 1
    record.strayMarks = 0
    record.isUnclosed = false
    record.isCut = false
    var index = from
    while true {
      if let open = opening(bytes, index), !record.isUnclosed {
        switch closing(bytes, after: open, isWhole: isWhole, reach: reach, &record) {
        case .closed(let end, let next):
          record.cells.append(LooseCell(start: open + 1, end: end, isQuoted: true))
          index = next
        case .joined(let mark, let next):
          record.cells.append(LooseCell(start: open + 1, end: next, isQuoted: true, seam: mark))
          index = next
        case .cut:
          record.isCut = true
          record.end = bytes.count
          return
        case .never:
          record.isUnclosed = true
          continue
        }
      } else {
        let end = plainEnd(bytes, index)
        if dialect.escapesLineEnds {
          record.lines += bytes[index..<end].count { $0 == LooseDialect.lineFeed }
        }
        record.cells.append(LooseCell(start: index, end: end, isQuoted: false))
        index = end
      }
      guard index < bytes.count else {
        record.isCut = !isWhole
        record.end = bytes.count
        return
      }
      if isDelimiter(bytes, index) {
        index += dialect.delimiter.count
        continue
      }
      index += 1
      if bytes[index - 1] == LooseDialect.carriageReturn {
        if index == bytes.count, !isWhole { record.isCut = true }
        if index < bytes.count, bytes[index] == LooseDialect.lineFeed { index += 1 }
      }
      record.end = index
      return
    }
  }

  /// The cell's text: doubled marks, escapes and formulas of nothing but a text resolved.
  func text(_ cell: LooseCell, in bytes: UnsafeBufferPointer<UInt8>) -> String {
    let raw = UnsafeBufferPointer(rebasing: bytes[cell.start..<cell.end])
    let quote = dialect.quote
    guard
      cell.isQuoted && raw.contains(where: { $0 == quote })
        || dialect.hasBackslash && raw.contains(LooseDialect.backslash)
    else { return LooseScanner.shown(raw) }
    var plain: [UInt8] = []
    plain.reserveCapacity(raw.count)
    var index = 0
    while index < raw.count {
      let byte = raw[index]
      if let seam = cell.seam, index == seam - cell.start {
        index += 1
        continue
      }
      if index + 1 < raw.count {
        if cell.isQuoted, byte == quote, raw[index + 1] == quote { index += 1 }
        if dialect.hasBackslash, byte == LooseDialect.backslash,
          isEscapable(raw[index + 1]) || isLineEnd(raw[index + 1])
        {
          index += 1
        }
      }
      plain.append(raw[index])
      index += 1
    }
    return plain.withUnsafeBufferPointer(LooseScanner.shown)
  }

  private static func shown(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    FormulaText.of(bytes).map { String(decoding: $0, as: UTF8.self) } ?? String(decoding: bytes, as: UTF8.self)
  }

  private enum Closing { case closed(end: Int, next: Int), joined(mark: Int, next: Int), cut, never }

  /// Where a cell's opening mark stands: at its start, after blanks, or after the `=` by which spreadsheets are made to
  /// keep leading zeros.
  private func opening(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int? {
    guard let quote = dialect.quote else { return nil }
    var index = start
    if first != LooseDialect.blank {
      while index < bytes.count, bytes[index] == LooseDialect.blank { index += 1 }
    }
    if index + 1 < bytes.count, bytes[index] == UInt8(ascii: "="), bytes[index + 1] == quote { index += 1 }
    return index < bytes.count && bytes[index] == quote && index != plainMark ? index : nil
  }

  private func closing(
    _ bytes: UnsafeBufferPointer<UInt8>, after open: Int, isWhole: Bool, reach: Int, _ record: inout LooseRecord
  ) -> Closing {
    let quote = bytes[open]
    let limit = min(bytes.count, open + reach)
    var index = open + 1
    var lines = 0
    var strays = 0
    while index < limit {
      let byte = bytes[index]
      if byte == quote {
        let isDoubled = index + 1 < bytes.count && bytes[index + 1] == quote
        if isDoubled, !(dialect.closesEarly && end(bytes, after: index + 2) != nil) {
          index += 2
          continue
        }
        let last = isDoubled ? index + 1 : index
        if let next = end(bytes, after: last + 1) {
          if next == bytes.count, !isWhole { return .cut }
          record.lines += lines
          record.strayMarks += strays
          return .closed(end: last, next: next)
        }
        strays += 1
        if joinsAfterMark {
          let next = plainEnd(bytes, index + 1)
          if !bytes[(index + 1)..<next].contains(quote) {
            record.lines += lines
            record.strayMarks += strays
            return .joined(mark: index, next: next)
          }
        }
      } else if closesAtLineEnd, isLineEnd(byte) {
        return .closed(end: index, next: index)
      } else if byte == LooseDialect.lineFeed {
        lines += 1
      } else if dialect.hasBackslash, byte == LooseDialect.backslash, index + 1 < limit, isEscapable(bytes[index + 1]) {
        index += 1
      }
      index += 1
    }
    return limit == bytes.count && !isWhole ? .cut : .never
  }

  /// Where the delimiter, line end or end of the text lies that must follow a closing mark; nil where text follows.
  private func end(_ bytes: UnsafeBufferPointer<UInt8>, after mark: Int) -> Int? {
    var index = mark
    while index < bytes.count {
      if isDelimiter(bytes, index) || isLineEnd(bytes[index]) { return index }
      guard bytes[index] == LooseDialect.blank else { return nil }
      index += 1
    }
    return index
  }

  private func plainEnd(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
    var index = start
    while index < bytes.count {
      let byte = bytes[index]
      if isSpecial[Int(byte)] {
        if isLineEnd(byte) || isDelimiter(bytes, index) { return index }
        if byte == LooseDialect.backslash, dialect.hasBackslash { index += escapedLength(bytes, index + 1) }
      }
      index += 1
    }
    return index
  }

  /// The bytes behind a backslash that it takes the meaning from.
  private func escapedLength(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Int {
    guard index < bytes.count else { return 0 }
    if isEscapable(bytes[index]) { return 1 }
    guard dialect.escapesLineEnds, isLineEnd(bytes[index]) else { return 0 }
    let isPair =
      bytes[index] == LooseDialect.carriageReturn && index + 1 < bytes.count
      && bytes[index + 1] == LooseDialect.lineFeed
    return isPair ? 2 : 1
  }

  @inline(__always)
  private func isLineEnd(_ byte: UInt8) -> Bool {
    byte == LooseDialect.lineFeed || byte == LooseDialect.carriageReturn
  }

  @inline(__always)
  private func isDelimiter(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    guard bytes[index] == first else { return false }
    guard let second else { return true }
    return index + 1 < bytes.count && bytes[index + 1] == second
  }

  private func isEscapable(_ byte: UInt8) -> Bool {
    byte == first || byte == LooseDialect.backslash || byte == LooseDialect.doubleQuote
      || byte == LooseDialect.apostrophe
  }
}
