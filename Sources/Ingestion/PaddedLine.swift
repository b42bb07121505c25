import Vocabulary

/// Lines above and between tables: a spreadsheet that saves a file again fills them up with empty cells.
enum PaddedLine {
  /// The line's text without the cells that only fill it up.
  static func text(_ cells: [String]) -> String { filled(cells).joined(separator: ",") }

  static func filled(_ cells: [String]) -> [String] {
    var cells = cells
    while let last = cells.last, Header([last]).names[0].isEmpty { cells.removeLast() }
    return cells
  }
}

extension Opening {
  /// Whether only comments and empty lines stand above the header. A delimiter that is not the file's own leaves its real
  /// header in one cell, and might take a row of decimal commas for one.
  var isBelowCommentsOnly: Bool {
    preamble.lazy.map(PaddedLine.text).allSatisfy { $0.isEmpty || $0.hasPrefix("#") }
  }
}

extension RawRecord {
  /// How many cells there are up to the last one that is filled.
  var filledCount: Int {
    var count = count
    while count > 0, BlankText.trimmed(self[count - 1]).isEmpty { count -= 1 }
    return count
  }
}

extension RawRecord {
  /// Whether the record is a comment between tables. A row of the table in hand whose name begins with the mark, a
  /// `#hashtag`, is as wide as its header and has nothing but figures in these columns.
  func isComment(figures: [Int], width: Int) -> Bool {
    guard self[0].first == UInt8(ascii: "#") else { return false }
    guard filledCount > 1, count >= width, !figures.isEmpty else { return true }
    return !figures.allSatisfy { FigureColumn.isMissing(self[$0]) || FigureColumn.isFigure(self[$0]) }
  }

  /// Whether the record may be the names of a table's columns: every cell filled and no figure after the first.
  var mayNameColumns: Bool {
    filledCount > 1 && !BlankText.trimmed(self[0]).isEmpty
      && (1..<filledCount).allSatisfy { !FigureColumn.isMissing(self[$0]) && !FigureColumn.isFigure(self[$0]) }
  }
}

extension Header {
  /// Without columns at the end that have no name.
  var trimmed: Header { Header(PaddedLine.filled(names)) }
}
