/// How a delimited file separates its cells.
struct Dialect: Hashable, CustomStringConvertible {
  let delimiter: UInt8
  /// Each record is quoted once more and lies in one cell.
  var isDoubleEncoded = false
  /// A first line `sep=;` tells spreadsheets the delimiter and is no record.
  var hasSeparatorLine = false

  static let delimiters: [UInt8] = [",", ";", "\t", "|"].map { UInt8(ascii: $0) }

  var description: String {
    let name =
      switch delimiter {
      case UInt8(ascii: ","): "comma"
      case UInt8(ascii: ";"): "semicolon"
      case UInt8(ascii: "\t"): "tab"
      case UInt8(ascii: "|"): "vertical bar"
      default: "character \(delimiter)"
      }
    return "delimiter: \(name)" + (hasSeparatorLine ? ", with a sep= line" : "")
      + (isDoubleEncoded ? ", each record quoted twice" : "")
  }
}
