/// A workbook's list of sheets (ECMA-376 part 1, 18.2.27).
final class WorkbookIndex: MarkupHandler {
  struct Sheet {
    let name: String
    let relationship: String
    let isHidden: Bool
  }

  let failure: IngestionError? = nil
  let hasFailed = false
  private(set) var sheets: [Sheet] = []
  private(set) var is1904 = false
  /// Whether the values kept with formulas are to be worked out anew before anybody looks at them.
  private(set) var isUncalculated = false
  private(set) var isWorkbook = false
  private var depth = 0

  func open(_ element: ElementName, _ attributes: MarkupAttributes) {
    depth += 1
    switch element {
    case "workbook": isWorkbook = isWorkbook || depth == 1
    case "workbookPr": is1904 = attributes.isTrue("date1904")
    case "calcPr": isUncalculated = attributes.isTrue("fullCalcOnLoad")
    case "sheet":
      let state = attributes.text("state") ?? "visible"
      sheets.append(
        Sheet(
          name: attributes.text("name") ?? "", relationship: attributes.text("id") ?? "", isHidden: state != "visible"))
    default: break
    }
  }

  func add(_ text: UnsafeBufferPointer<UInt8>) {}

  func close(_ element: ElementName) { depth -= 1 }
}
