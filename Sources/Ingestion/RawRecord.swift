import Vocabulary

/// One record as text fields, nothing interpreted. Its bytes are valid only until its reader goes on.
package struct RawRecord {
  /// Physical line of its first byte, from 1.
  let line: Int
  let cells: CellBuffer
  /// Why the record's cells cannot be trusted, nil where they can.
  let flaw: RecordFlaw?
  /// The sheet of a workbook whose reports lie on several, from 1; 0 elsewhere. Lines are counted within one.
  var section = 0

  var count: Int { cells.count }

  /// The cell's bytes; empty for a column that the record or the report has not.
  subscript(column: Int?) -> UnsafeBufferPointer<UInt8> {
    guard let column, column < cells.count else { return UnsafeBufferPointer(start: nil, count: 0) }
    return cells[column]
  }

  /// Whether the file itself says that the cell is a number: then it is written with a decimal point and no grouping,
  /// whatever the rest of its column or the locale suggests.
  func isNumber(_ column: Int) -> Bool { cells.isNumber(column) }

  /// Whether the file itself says that the cell is a date: then it is written year first, as a spreadsheet took it.
  func isDate(_ column: Int) -> Bool { cells.isDate(column) }

  /// The cell as text without blanks at its ends. A no-break blank within is a blank: pages and spreadsheets put the one
  /// for the other, and a name stays one name.
  func text(_ column: Int?) -> String {
    let cell = BlankText.trimmed(self[column])
    let text = String(decoding: cell, as: UTF8.self)
    let hasBlank = cell.contains(0xC2) && zip(cell, cell.dropFirst()).contains { $0 == 0xC2 && $1 == 0xA0 }
    return hasBlank ? text.replacing("\u{A0}", with: " ") : text
  }

  var texts: [String] { (0..<count).map { String(decoding: cells[$0], as: UTF8.self) } }

  /// Where all cells are empty or blanks.
  var isBlank: Bool { (0..<count).allSatisfy { BlankText.trimmed(cells[$0]).isEmpty } }
}

extension RecordOrigin {
  init(_ record: RawRecord) { self.init(line: record.line, section: record.section) }

  /// Of a record that is one more even where another says the same: of advertising, and of what was sold.
  init(counted record: RawRecord) {
    self.init(line: record.line, section: record.section, content: record.cells.digest)
  }
}

/// What makes a record unfit to be read cell by cell.
enum RecordFlaw: Hashable {
  case strayQuote, textAfterQuote, zeroByte, oversizedCell, noNumber, noDate, noLogLine, repeatedName, loneSurrogate
  case noJSON(JSONFault)

  var found: String {
    switch self {
    case .strayQuote: "a quotation mark inside an unquoted cell"
    case .textAfterQuote: "text after a closing quotation mark"
    case .zeroByte: "a zero byte"
    case .oversizedCell: "a cell beyond the limit of size"
    case .noNumber: "a number cell that holds no number"
    case .noDate: "a date cell whose number is no day"
    case .noLogLine: "a line that is cut or not of the log's form"
    case .repeatedName: JSONFault.repeatedName.rawValue
    case .loneSurrogate: "half of a character (a surrogate without its partner)"
    case .noJSON(let fault): fault.rawValue
    }
  }

  var expected: String {
    switch self {
    case .strayQuote, .textAfterQuote: "a cell with quotation marks to be quoted and its marks doubled"
    case .zeroByte: "text"
    case .oversizedCell: "a shorter cell"
    case .noNumber: "a number"
    case .noDate: "a day that exists, up to 9999-12-31"
    case .noLogLine: "a line like the first ones of the file"
    case .repeatedName: "each name once"
    case .loneSurrogate: "whole characters"
    case .noJSON: "one whole object a line, in JSON (RFC 8259)"
    }
  }
}
