import Vocabulary

/// Where one is among the tables of a Matomo file: a report has one, a scheduled report several, each below its title.
struct MatomoSections {
  enum Step { case structure, header(Header), data }

  /// Counted from 1 where tables are stacked; 0 for a table alone.
  private(set) var section: Int
  private(set) var title: String
  private let isStacked: Bool
  private var awaitsHeader = false
  private var lastLine = 0

  /// `title`: above the first table, "" for a table alone.
  init(title: String) {
    self.title = title
    isStacked = !title.isEmpty
    section = isStacked ? 1 : 0
  }

  /// A title stands alone in its record or, with a comma in it, after an empty line and without figures.
  mutating func step(_ record: RawRecord) -> Step {
    defer { lastLine = record.line }
    guard isStacked else { return .data }
    let followsGap = lastLine > 0 && record.line > lastLine + 1 && !awaitsHeader
    if record.filledCount == 1 || (followsGap && (0..<record.count).allSatisfy { !FigureColumn.isFigure(record[$0]) }) {
      title = Header([PaddedLine.text(record.texts)]).names[0]
      awaitsHeader = true
      return .structure
    }
    guard awaitsHeader else { return .data }
    awaitsHeader = false
    section += 1
    return .header(Header(record.texts).trimmed)
  }
}
