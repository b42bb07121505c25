/// Where one is among the freeform tables of one file.
struct AdobeTableWalk {
  /// Counted from 1 at a table's first row of figures.
  private(set) var section = 0
  private var headers: [[String]]
  private var isOpen = false

  init(_ header: [String]) { headers = [header] }

  /// The header rows of the table in hand as one: each column's words once, the upper first.
  var header: Header {
    let width = headers.map { PaddedLine.filled($0).count }.max() ?? 0
    return Header(
      (0..<width).map { column in
        let words = headers.map { column < $0.count ? Header([$0[column]]).names[0] : "" }.filter { !$0.isEmpty }
        return words.enumerated().filter { !words[..<$0.offset].contains($0.element) }.map(\.element)
          .joined(separator: " / ")
      })
  }

  /// Whether the record is a row of the table.
  mutating func step(_ record: RawRecord) -> Bool {
    // A name may begin with the mark too; its row has figures.
    let hasFigures = isOpen && (1..<max(1, record.count)).contains { FigureColumn.isFigure(record[$0]) }
    if record[0].first == UInt8(ascii: "#"), !hasFigures {
      headers = []
      isOpen = false
      return false
    }
    if !isOpen {
      guard (1..<max(1, record.count)).contains(where: { FigureColumn.isFigure(record[$0]) }) else {
        headers.append(record.texts)
        return false
      }
      isOpen = true
      section += 1
    }
    return true
  }
}
