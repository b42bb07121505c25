import Vocabulary

/// What a delimited file's data record is, before any format looks at its meaning.
enum RecordFate: Equatable {
  case whole
  case skipped(SkippedRow.Reason)
  case refused(found: String, expected: String)

  /// `width`: cells that a record must have, nil where the format looks after it.
  static func of(_ record: RawRecord, _ layout: DelimitedLayout, width: Int?) -> RecordFate {
    if let flaw = record.flaw { return .refused(found: flaw.found, expected: flaw.expected) }
    if record.isBlank { return .skipped(.blank) }
    guard let width else { return .whole }
    if record.count == width { return repeatsHeader(record, layout) ? .skipped(.repeatedHeader) : .whole }
    if record.count > width {
      let hasOnlyBlanks = (width..<record.count).allSatisfy { BlankText.trimmed(record[$0]).isEmpty }
      if hasOnlyBlanks { return .whole }
    } else if record.count == 1, width > 2, record.line > layout.lastFullLine {
      return .skipped(.footer)
    }
    return .refused(found: "\(record.count) cells", expected: "\(width) cells, as the header has")
  }

  private static func repeatsHeader(_ record: RawRecord, _ layout: DelimitedLayout) -> Bool {
    guard let name = layout.header.names.first, record[0].count >= name.utf8.count, record[0].elementsEqual(name.utf8)
    else { return false }
    return Header(record.texts).names == layout.header.names
  }
}
