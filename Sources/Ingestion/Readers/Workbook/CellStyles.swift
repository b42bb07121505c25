/// Which of a workbook's cell formats show a number as a date or a time (ECMA-376 part 1, 18.8).
final class CellStyles: MarkupHandler {
  let failure: IngestionError? = nil
  let hasFailed = false
  private var styles: [SerialDate.Style] = []
  private var codes: [Int: SerialDate.Style] = [:]
  private var isInCellFormats = false

  /// `.number` for a format that the workbook does not have.
  @inline(__always)
  subscript(index: Int) -> SerialDate.Style { index < styles.count ? styles[index] : .number }

  func open(_ element: ElementName, _ attributes: MarkupAttributes) {
    switch element {
    case "numFmt":
      guard let number = attributes.number("numFmtId"), let code = attributes.text("formatCode") else { return }
      codes[number] = SerialDate.Style(code: code)
    case "cellXfs": isInCellFormats = true
    case "xf" where isInCellFormats:
      let number = attributes.number("numFmtId") ?? 0
      styles.append(codes[number] ?? SerialDate.Style(builtIn: number))
    default: break
    }
  }

  func add(_ text: UnsafeBufferPointer<UInt8>) {}

  func close(_ element: ElementName) { if case "cellXfs" = element { isInCellFormats = false } }
}
