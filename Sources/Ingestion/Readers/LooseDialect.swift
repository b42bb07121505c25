/// How a table that nobody knows separates, quotes and escapes its cells. Wider than `Dialect`, and only for reading
/// files as they are: what goes into a warehouse is read by `Dialect` or refused.
struct LooseDialect: Hashable, CustomStringConvertible {
  /// One character or two, in UTF-8.
  var delimiter: [UInt8]
  /// Nil where nothing is quoted. A doubled mark always stands for one.
  var quote: UInt8?
  /// A backslash takes the meaning from the quotation mark, delimiter or backslash after it.
  var hasBackslash = false
  /// A backslash before a line end takes its meaning, too: the cell goes on in the next line.
  var escapesLineEnds = false
  /// A doubled mark before a delimiter is one mark and the end of the cell.
  var closesEarly = false

  /// ASCII's own separator of units, which text does not hold: for files of a single column.
  static let noDelimiter: UInt8 = 0x1F
  static let doubleQuote = UInt8(ascii: "\"")
  static let apostrophe = UInt8(ascii: "'")
  static let backslash = UInt8(ascii: "\\")
  static let blank = UInt8(ascii: " ")
  static let lineFeed = UInt8(ascii: "\n")
  static let carriageReturn = UInt8(ascii: "\r")

  /// Single characters that separate cells somewhere, the usual ones first.
  static let delimiters: [UInt8] =
    [",", ";", "\t", "|", "^", "~", ":", "#", "&", "*", "!", "=", "/", "\u{1}"]
    .map { UInt8(ascii: $0) } + [blank, noDelimiter]

  /// Marks that separate cells only in pairs: alone they stand within names, days and amounts.
  static let pairMarks: [UInt8] = ["<", ">", "-", "+", "%", "$", "@", "_", "(", ")", "[", "]", "{", "}", "?", "`"]
    .map { UInt8(ascii: $0) }

  var description: String {
    let names: [UInt8: String] = [
      UInt8(ascii: ","): "comma", UInt8(ascii: ";"): "semicolon", UInt8(ascii: "\t"): "tab",
      UInt8(ascii: "|"): "vertical bar", LooseDialect.blank: "blank",
    ]
    let parts = delimiter.map { byte in
      byte == LooseDialect.noDelimiter
        ? "none" : names[byte] ?? (0x21..<0x7F ~= byte ? String(UnicodeScalar(byte)) : "byte \(byte)")
    }
    let marks = quote == LooseDialect.doubleQuote ? "" : quote == nil ? ", no quotation marks" : ", quoted by '"
    return "delimiter: \(parts.joined(separator: " and "))\(marks)" + (hasBackslash ? ", backslash escapes" : "")
  }
}
