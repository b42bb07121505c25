/// Rows to standard output as CSV or as one JSON object, as they come.
struct RowPrinter {
  private static let pieceBytes = 1 << 16

  private let isJSON: Bool
  private var held = ""
  private var isFirst = true

  init(isJSON: Bool) { self.isJSON = isJSON }

  mutating func add(_ row: [String]) {
    if isJSON {
      held += (isFirst ? "{\"rows\":[\n" : ",\n") + "[" + row.map(DelimitedText.json).joined(separator: ",") + "]"
    } else {
      held += row.map(DelimitedText.csv).joined(separator: ",") + "\r\n"
    }
    isFirst = false
    if held.utf8.count > RowPrinter.pieceBytes { flush() }
  }

  mutating func finish() {
    if isJSON { held += (isFirst ? "{\"rows\":[" : "") + "\n]}\n" }
    flush()
  }

  private mutating func flush() {
    Terminal.write(held, to: 1)
    held = ""
  }
}
