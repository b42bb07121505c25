import Ingestion

/// Rows to standard output as CSV or as one JSON object, as they come.
struct RowPrinter {
  private static let pieceBytes = 1 << 16

  private let isJSON: Bool
  /// What has not been written yet.
  private(set) var held: [UInt8] = []
  private var isFirst = true

  init(isJSON: Bool) {
    self.isJSON = isJSON
    held.reserveCapacity(RowPrinter.pieceBytes * 2)
  }

  mutating func add(_ row: [String]) {
    if isJSON {
      let cells = row.map(DelimitedText.json).joined(separator: ",")
      held += ((isFirst ? "{\"rows\":[\n" : ",\n") + "[" + cells + "]").utf8
    } else {
      held += (row.map(DelimitedText.csv).joined(separator: ",") + "\r\n").utf8
    }
    isFirst = false
    if held.count > RowPrinter.pieceBytes { flush() }
  }

  /// The same for bytes of the file, which become no texts on their way.
  mutating func add(_ row: PlainRow) {
    guard !isJSON else { return add(row.texts) }
    if row.delimiter == UInt8(ascii: ",") {
      held.append(contentsOf: row.line)
    } else {
      add(row.cells)
    }
    endLine()
  }

  mutating func add(_ row: CellRow) {
    guard !isJSON else { return add(row.texts) }
    add(row.cells)
    endLine()
  }

  private mutating func add(_ cells: [UnsafeBufferPointer<UInt8>]) {
    for (column, cell) in cells.enumerated() {
      if column > 0 { held.append(UInt8(ascii: ",")) }
      if cell.contains(where: DelimitedText.needsQuotes) {
        held += DelimitedText.csv(String(decoding: cell, as: UTF8.self)).utf8
      } else {
        held.append(contentsOf: cell)
      }
    }
  }

  private mutating func endLine() {
    held.append(UInt8(ascii: "\r"))
    held.append(UInt8(ascii: "\n"))
    isFirst = false
    if held.count > RowPrinter.pieceBytes { flush() }
  }

  mutating func finish() {
    if isJSON { held += ((isFirst ? "{\"rows\":[" : "") + "\n]}\n").utf8 }
    flush()
  }

  private mutating func flush() {
    Terminal.write(held, to: 1)
    held.removeAll(keepingCapacity: true)
  }
}
