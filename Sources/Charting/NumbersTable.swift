/// The numbers behind a figure: cells as people read them, and the same as machine-readable CSV.
package struct NumbersTable: Sendable, Equatable {
  package enum Alignment: String, Sendable, Equatable {
    case start
    case end
  }

  package struct Column: Sendable, Equatable {
    package let heading: String
    package let alignment: Alignment

    package static func text(_ heading: String) -> Column { Column(heading: heading, alignment: .start) }
    package static func number(_ heading: String) -> Column { Column(heading: heading, alignment: .end) }
  }

  package enum Value: Sendable, Equatable {
    case text(String)
    case number(Double)
    case missing
  }

  package struct Cell: Sendable, Equatable {
    /// For people, already formatted.
    package let text: String
    /// For machines.
    package let value: Value

    package static func text(_ text: String) -> Cell { Cell(text: text, value: .text(text)) }

    package static func number(_ value: Double?, _ format: ValueFormat) -> Cell {
      Cell(text: format.text(value), value: finite(value).map(Value.number) ?? .missing)
    }

    package static func number(_ value: Double, shown text: String) -> Cell {
      Cell(text: text, value: finite(value).map(Value.number) ?? .missing)
    }

    /// The lower end of an interval, rounded outward for people and not for machines.
    package static func low(_ value: Double?, _ format: ValueFormat) -> Cell {
      Cell(text: format.lowEnd(value), value: finite(value).map(Value.number) ?? .missing)
    }

    package static func high(_ value: Double?, _ format: ValueFormat) -> Cell {
      Cell(text: format.highEnd(value), value: finite(value).map(Value.number) ?? .missing)
    }

    /// Value, lower and upper end, each in a cell of its own.
    package static func interval(_ estimate: Estimate, _ format: ValueFormat) -> [Cell] {
      [.number(estimate.value, format), .low(estimate.low, format), .high(estimate.high, format)]
    }

    package static func signed(_ value: Double?, _ format: ValueFormat) -> Cell {
      Cell(text: format.signed(value), value: finite(value).map(Value.number) ?? .missing)
    }

    package static func count(_ value: Int) -> Cell {
      Cell(text: ValueFormat(.count, .decimals(0)).text(Double(value)), value: .number(Double(value)))
    }

    package static let missing = Cell(text: NumberFormat.missing, value: .missing)
  }

  /// What the table shows, for its caption.
  package let caption: String
  package let columns: [Column]
  /// As many cells in each row as there are columns.
  package let rows: [[Cell]]

  package init(caption: String, columns: [Column], rows: [[Cell]]) {
    self.caption = caption
    self.columns = columns
    self.rows = rows
  }

  /// RFC 4180 with a header row and CRLF. Numbers with a point and no grouping, missing ones empty. Text that a
  /// spreadsheet would run as a formula gets an apostrophe in front.
  package var csv: String {
    var text = ""
    Self.append(columns.map { Value.text($0.heading) }, to: &text)
    for row in rows { Self.append(row.lazy.map { $0.value }, to: &text) }
    return text
  }

  private static func append(_ values: some Sequence<Value>, to text: inout String) {
    var isFirst = true
    for value in values {
      if !isFirst { text += "," }
      text += field(value)
      isFirst = false
    }
    text += "\r\n"
  }

  private static func field(_ value: Value) -> String {
    switch value {
    case .missing: return ""
    case .number(let number): return plain(number)
    case .text(let text):
      let safe = startsFormula(text) ? "'" + text : text
      let quotes = safe.utf8.contains {
        $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r")
      }
      guard quotes else { return safe }
      return "\"" + safe.unicodeScalars.map { $0 == "\"" ? "\"\"" : String($0) }.joined() + "\""
    }
  }

  private static func startsFormula(_ text: String) -> Bool {
    // Spreadsheets trim spaces, and take the full-width forms for the signs themselves.
    guard let first = text.unicodeScalars.first(where: { $0 != " " }) else { return false }
    return "=+-@\t\r\n＝＋－＠".unicodeScalars.contains(first)
  }

  private static func plain(_ number: Double) -> String {
    let digits = DecimalExpansion(number)
    let text = digits.magnitude(decimals: digits.decimalsNeeded, point: ".", group: "")
    return (digits.isNegative ? "-" : "") + text
  }
}
