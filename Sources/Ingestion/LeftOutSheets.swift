/// The sheets of a workbook, and the tables of a page, of which nothing is read, to be told by name.
struct LeftOutSheets {
  private static let shown = 5

  /// Names of sheets with rows in which no report was found, or another one than the file's; of a page the tables of
  /// figures.
  var unknown: [String] = []
  private let isPage: Bool
  private var hidden: Int
  private var firstVisible: Int?

  /// `hidden`: sheets that are not met.
  init(hidden: Int = 0, isPage: Bool = false) {
    self.hidden = hidden
    self.isPage = isPage
  }

  mutating func meet(_ sheet: SheetTraits) {
    if sheet.isHidden { hidden += 1 } else { firstVisible = firstVisible ?? sheet.number }
  }

  /// What a workbook is in which no report was found; nil where all of its sheets were looked at.
  var kindOfUnread: String? {
    guard hidden > 0 else { return nil }
    return "a workbook with "
      + (hidden == 1 ? "1 hidden sheet, which is not looked at," : "\(hidden) hidden sheets, which are not looked at,")
      + " and no report known here in the others"
  }

  /// A sentence each. `sheets`: those of the report in hand, nil for all of the file's. Hidden ones are told of once,
  /// with the report that has the first sheet.
  func notes(of sheets: Set<Int>?) -> [String] {
    var notes: [String] = []
    if !unknown.isEmpty {
      let isOne = unknown.count == 1
      notes.append(
        isPage
          ? "\(LeftOutSheets.names(unknown)) \(isOne ? "is" : "are") left out: other columns than the table that is read; "
            + "put \(isOne ? "it" : "each") into a file of its own"
          : "\(isOne ? "sheet" : "sheets") \(LeftOutSheets.quoted(unknown)) \(isOne ? "is" : "are") left out: nothing "
            + "that is known here stands there")
    }
    if hidden > 0, sheets?.contains(firstVisible ?? 0) ?? true {
      notes.append(
        hidden == 1
          ? "1 hidden sheet is left out; show it in the workbook to have it read"
          : "\(hidden) hidden sheets are left out; show them in the workbook to have them read")
    }
    return notes
  }

  static func quoted(_ names: [String]) -> String { self.names(names.map { "\"\($0)\"" }) }

  static func names(_ names: [String]) -> String {
    let more = names.count - shown
    return names.prefix(shown).joined(separator: ", ") + (more > 0 ? " and \(more) more" : "")
  }
}
