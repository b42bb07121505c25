/// A JSON value whose members keep their order, so that the same report is the same bytes.
indirect enum JSONText {
  case text(String)
  case number(Double?)
  case integer(Int)
  case flag(Bool)
  case list([JSONText])
  case object([(String, JSONText)])
  case null

  /// Indented by two spaces, with a final line feed.
  var document: String {
    var text = ""
    write(to: &text, indent: 0)
    text += "\n"
    return text
  }

  private func write(to text: inout String, indent: Int) {
    switch self {
    case .null: text += "null"
    case .flag(let flag): text += flag ? "true" : "false"
    case .integer(let value): text += String(value)
    case .number(let value): text += Self.written(value)
    case .text(let value): Self.quote(value, to: &text)
    case .list(let items):
      Self.write(items, "[", "]", to: &text, indent: indent) { $0.write(to: &$1, indent: indent + 1) }
    case .object(let members):
      Self.write(members, "{", "}", to: &text, indent: indent) { member, text in
        Self.quote(member.0, to: &text)
        text += ": "
        member.1.write(to: &text, indent: indent + 1)
      }
    }
  }

  /// Each item on a line of its own.
  private static func write<Item>(
    _ items: [Item], _ start: String, _ end: String, to text: inout String, indent: Int,
    _ write: (Item, inout String) -> Void
  ) {
    text += start
    for (index, item) in items.enumerated() {
      text += index == 0 ? "\n" : ",\n"
      for _ in 0...indent { text += "  " }
      write(item, &text)
    }
    if !items.isEmpty {
      text += "\n"
      for _ in 0..<indent { text += "  " }
    }
    text += end
  }

  private static func written(_ value: Double?) -> String {
    guard let value, value.isFinite else { return "null" }
    // Six decimals say more than any figure here is worth; a seventeenth digit is only the noise of sums.
    let rounded = abs(value) < 1e9 ? (value * 1e6).rounded() / 1e6 : value
    return rounded.rounded() == rounded && abs(rounded) < 1e15 ? String(Int(rounded)) : "\(rounded)"
  }

  private static func quote(_ value: String, to text: inout String) {
    text += "\""
    if value.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\") }) {
      for scalar in value.unicodeScalars { escape(scalar, to: &text) }
    } else {
      text += value
    }
    text += "\""
  }

  private static func escape(_ scalar: Unicode.Scalar, to text: inout String) {
    switch scalar {
    case "\"": text += "\\\""
    case "\\": text += "\\\\"
    case "\n": text += "\\n"
    case "\r": text += "\\r"
    case "\t": text += "\\t"
    default:
      if scalar.value < 0x20 || scalar.value == 0x7F {
        let digits = String(scalar.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      } else {
        text.unicodeScalars.append(scalar)
      }
    }
  }
}
