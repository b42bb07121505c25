/// The sheets of a workbook of which nothing is read, to be told by name.
struct LeftOutSheets {
  private static let shown = 5

  /// Names of sheets with rows in which no report was found, or another one than the file's.
  var unknown: [String] = []
  private var hidden: Int
  private var firstVisible: Int?

  /// `hidden`: sheets that are not met.
  init(hidden: Int = 0) { self.hidden = hidden }

  mutating func meet(_ sheet: SheetTraits) {
    if sheet.isHidden { hidden += 1 } else { firstVisible = firstVisible ?? sheet.number }
  }

  /// A sentence each. `sheets`: those of the report in hand, nil for all of the file's. Hidden ones are told of once,
  /// with the report that has the first sheet.
  func notes(of sheets: Set<Int>?) -> [String] {
    var notes: [String] = []
    if !unknown.isEmpty {
      let names = unknown.prefix(LeftOutSheets.shown).map { "\"\($0)\"" }.joined(separator: ", ")
      let more = unknown.count - LeftOutSheets.shown
      notes.append(
        (unknown.count == 1 ? "sheet " : "sheets ") + names + (more > 0 ? " and \(more) more" : "")
          + (unknown.count == 1 ? " is" : " are") + " left out: nothing that is known here stands there")
    }
    if hidden > 0, sheets?.contains(firstVisible ?? 0) ?? true {
      notes.append(
        hidden == 1
          ? "1 hidden sheet is left out; show it in the workbook to have it read"
          : "\(hidden) hidden sheets are left out; show them in the workbook to have them read")
    }
    return notes
  }
}
