/// Markup that holds sheets or tables: its rows, and what is known of each sheet so far.
protocol GridHandler: MarkupHandler {
  var rows: RowQueue { get }
  /// In the order of the file.
  var sheets: [SheetTraits] { get }
}

/// What a sheet is apart from its rows.
struct SheetTraits {
  /// From 1, in the order of the file.
  let number: Int
  /// "" where it has none.
  var name = ""
  var isHidden = false
  /// The document's element where the sheet is a part of a report in XML, "" for sheets that are such.
  var rootName = ""
  /// Whether its cells may show thousands or millions of what they hold.
  var scalesNumbers = false
  /// Those that begin in the first thousand rows, ten thousand at most: only a header is filled from them.
  private(set) var merges: [CellRange] = []

  init(number: Int, name: String = "") {
    self.number = number
    self.name = name
  }

  mutating func add(_ range: CellRange) {
    if range.first.row <= 1_000, merges.count < 10_000 { merges.append(range) }
  }

  /// A header's cells, with the text of those that are merged from above or from the left in each cell they cover.
  /// `text`: the text of a cell by its place, of a row at or above the header.
  func filled(_ header: [String], line: Int, text: (CellReference) -> String) -> [String] {
    var cells = header
    for range in merges where range.first.row <= line && line <= range.last.row {
      let name = text(range.first)
      for column in range.first.column...range.last.column where !name.isEmpty {
        guard column < CellReference.columns else { break }
        while cells.count <= column { cells.append("") }
        if cells[column].isEmpty { cells[column] = name }
      }
    }
    return cells
  }
}

extension CellNote {
  private static let errors = [
    "#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!", "#SPILL!", "#CALC!", "#GETTING_DATA",
  ]

  /// A cell whose formula has failed.
  init(column: Int, error: [UInt8]) {
    let name = CellNote.errors.first { $0.utf8.elementsEqual(error) } ?? "an error"
    self.init(column: column, found: "\(name), left empty", expected: "a value")
  }
}

/// ISO 8601 as workbooks write it (`2026-03-01T14:05:00.000`) in the form of all dates here.
enum ISOText {
  /// `2026-03-01`, or `2026-03-01 14:05:00`; midnight and fractions of a second are left out. What is no such text stays.
  static func shortened(_ text: [UInt8]) -> [UInt8] {
    guard text.count >= 19, text[10] == UInt8(ascii: "T"), text[13] == UInt8(ascii: ":") else { return text }
    let rest = text[19...]
    guard rest.isEmpty || rest.first == UInt8(ascii: ".") || rest.first == UInt8(ascii: "Z") else { return text }
    let clock = text[11..<19]
    // The day before a spreadsheet's first stands before a mere length of time.
    if text.starts(with: "1899-12-31".utf8) { return Array(clock) }
    return clock.elementsEqual("00:00:00".utf8) ? Array(text[..<10]) : text[..<10] + [UInt8(ascii: " ")] + clock
  }
}
