/// One cell, quoted as CSV (RFC 4180) or as a JSON string (RFC 8259).
enum DelimitedText {
  static func csv(_ cell: String) -> String {
    let mustQuote = cell.utf8.contains(where: needsQuotes)
    return mustQuote ? "\"" + cell.replacing("\"", with: "\"\"") + "\"" : cell
  }

  static func needsQuotes(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: ","), UInt8(ascii: "\r"), UInt8(ascii: "\n"): true
    default: false
    }
  }

  static func json(_ cell: String) -> String {
    var text = "\""
    for scalar in cell.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      case let control where control.value < 0x20:
        let hex = String(control.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text + "\""
  }
}
