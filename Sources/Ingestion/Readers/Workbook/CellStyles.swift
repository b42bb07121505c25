/// Which of a workbook's cell formats show a number as a date or a time, or in thousands (ECMA-376 part 1, 18.8).
final class CellStyles: MarkupHandler {
  let failure: IngestionError? = nil
  let hasFailed = false
  private var styles: [SerialDate.Style] = []
  private var codes: [Int: SerialDate.Style] = [:]
  private var scaling: Set<Int> = []
  /// Whether some cells may show less than they hold: `#,##0,` thousands, `0.0,,` millions.
  private(set) var scalesNumbers = false
  private var isInCellFormats = false

  /// `.number` for a format that the workbook does not have.
  @inline(__always)
  subscript(index: Int) -> SerialDate.Style { index < styles.count ? styles[index] : .number }

  func open(_ element: ElementName, _ attributes: MarkupAttributes) {
    switch element {
    case "numFmt":
      guard let number = attributes.number("numFmtId"), let code = attributes.text("formatCode") else { return }
      codes[number] = SerialDate.Style(code: code)
      if CellStyles.scales(code) { scaling.insert(number) }
    case "cellXfs": isInCellFormats = true
    case "xf" where isInCellFormats:
      let number = attributes.number("numFmtId") ?? 0
      styles.append(codes[number] ?? SerialDate.Style(builtIn: number))
      scalesNumbers = scalesNumbers || scaling.contains(number)
    default: break
    }
  }

  /// By a comma behind the last figure before the point or the end; one between figures groups them.
  private static func scales(_ code: String) -> Bool {
    var rest = Substring(code)
    var hasFigure = false
    var isBehindFigure = false
    while let first = rest.popFirst(), first != ";" {
      switch first {
      case "\"": rest = rest.drop { $0 != "\"" }.dropFirst()
      case "\\", "_", "*": rest = rest.dropFirst()
      case "[": rest = rest.drop { $0 != "]" }.dropFirst()
      case "0", "#", "?": (hasFigure, isBehindFigure) = (true, false)
      case ",": isBehindFigure = hasFigure
      case "." where isBehindFigure: return true
      default: break
      }
    }
    return isBehindFigure
  }

  func add(_ text: UnsafeBufferPointer<UInt8>) {}

  func close(_ element: ElementName) { if case "cellXfs" = element { isInCellFormats = false } }
}
