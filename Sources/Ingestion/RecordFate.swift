import Vocabulary

/// What a delimited file's data record is, before any format looks at its meaning.
enum RecordFate: Equatable {
  case whole
  case skipped(SkippedRow.Reason)
  case refused(found: String, expected: String)

  var isRefusal: Bool { if case .refused = self { true } else { false } }

  /// `width`: cells that a record must have, nil where the format looks after it.
  static func of(_ record: RawRecord, _ layout: DelimitedLayout, width: Int?) -> RecordFate {
    of(record, layout.header, lastFullLine: layout.lastFullLine, width: width)
  }

  /// In a sheet, whose cells may be missing, a footer is a row of which only the first cell is filled.
  static func of(_ record: RawRecord, _ layout: GridLayout, width: Int?) -> RecordFate {
    if layout.isSparse, record.flaw == nil, let width, width > 2, record.line > layout.lastFullLine,
      !record[0].isEmpty
    {
      return .skipped(.footer)
    }
    return of(record, layout.header, lastFullLine: layout.lastFullLine, width: width)
  }

  /// Of a record whose cells carry their names: it may have any of them.
  static func of(_ record: RawRecord) -> RecordFate {
    if let flaw = record.flaw { return .refused(found: flaw.found, expected: flaw.expected) }
    return record.isBlank ? .skipped(.blank) : .whole
  }

  private static func of(_ record: RawRecord, _ header: Header, lastFullLine: Int, width: Int?) -> RecordFate {
    if let flaw = record.flaw { return .refused(found: flaw.found, expected: flaw.expected) }
    if record.isBlank { return .skipped(.blank) }
    guard let width else { return .whole }
    if record.count == width { return repeatsHeader(record, header) ? .skipped(.repeatedHeader) : .whole }
    if record.count > width {
      let hasOnlyBlanks = (width..<record.count).allSatisfy { BlankText.trimmed(record[$0]).isEmpty }
      if hasOnlyBlanks { return .whole }
    } else if record.count == 1, width > 2, record.line > lastFullLine, !isCut(record) {
      return .skipped(.footer)
    }
    return .refused(found: "\(record.count) cells", expected: "\(width) cells, as the header has")
  }

  /// Whether the last of a download's rows breaks off in its first cell: a footer has words, or says when it was written.
  private static func isCut(_ record: RawRecord) -> Bool {
    let cell = BlankText.trimmed(record[0])
    return !isRemark(cell) && cell.contains { $0 &- 0x30 <= 9 }
      && !cell.contains { ($0 | 0x20) &- 0x61 < 26 || $0 >= 0x80 }
  }

  /// Whether a footer, with which the file ends, may be a row that breaks off in its first cell: right below the last
  /// one, without the end of its line.
  static func mayBeCut(_ record: RawRecord, _ layout: DelimitedLayout) -> Bool {
    record.line == layout.lastFullLine + 1 && !isRemark(BlankText.trimmed(record[0]))
  }

  private static func isRemark(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
    cell.contains(UInt8(ascii: ":")) || cell.first == UInt8(ascii: "(")
  }

  private static func repeatsHeader(_ record: RawRecord, _ header: Header) -> Bool {
    guard let name = header.names.first, record[0].count >= name.utf8.count, record[0].elementsEqual(name.utf8)
    else { return false }
    return Header(record.texts).names == header.names
  }
}
