import Vocabulary

/// A JSON value whose members keep the order in which they were given.
enum JSONValue {
  case object([(String, JSONValue)])
  case array([JSONValue])
  case string(String)
  case number(Double)
  /// An exact decimal: hundredths of a unit, such as pence.
  case hundredths(Int)
  case integer(Int)
  case bool(Bool)
  case null
  /// An array of which the elements are made one after another, each when the one before has been written.
  case sequence((_ give: (JSONValue) throws -> Void) throws -> Void)

  static func optional(_ number: Double?) -> JSONValue { number.map { JSONValue.number($0) } ?? .null }
  static func optional(_ integer: Int?) -> JSONValue { integer.map { JSONValue.integer($0) } ?? .null }
  static func optional(hundredths: Int?) -> JSONValue { hundredths.map { JSONValue.hundredths($0) } ?? .null }
  static func optional(_ day: Day?) -> JSONValue { day.map { JSONValue.string($0.description) } ?? .null }
}

/// Writes JSON: the first levels indented, what lies below them on one line, so that a file of thousands of records
/// stays both readable and small.
struct JSONText {
  private var text = TextBuffer()
  private let openLevels: Int
  private let take: ([UInt8]) throws -> Void
  private static let pieceBytes = 1 << 16

  /// Hands the text out in pieces. Throws what `take` and sequences throw.
  static func write(_ value: JSONValue, openLevels: Int, to take: @escaping ([UInt8]) throws -> Void) throws {
    var writer = JSONText(openLevels: openLevels, take: take)
    try writer.write(value, level: 0)
    writer.text.append("\n")
    try take(writer.text.bytes)
  }

  private init(openLevels: Int, take: @escaping ([UInt8]) throws -> Void) {
    self.openLevels = openLevels
    self.take = take
  }

  private mutating func write(_ value: JSONValue, level: Int) throws {
    switch value {
    case .object(let members):
      let pairs = members.map { (JSONText.escaped($0.0) + (level < openLevels ? ": " : ":"), $0.1) }
      try write(pairs, between: "{", "}", level: level)
    case .array(let elements):
      try write(elements.map { ("", $0) }, between: "[", "]", level: level)
    case .sequence(let elements): try write(elements, level: level)
    case .string(let string): text.append(JSONText.escaped(string))
    case .number(let number): text.append(JSONText.decimal(number))
    case .hundredths(let value): text.append(CellText.hundredths(value))
    case .integer(let integer): text.append(String(integer))
    case .bool(let bool): text.append(bool ? "true" : "false")
    case .null: text.append("null")
    }
  }

  private mutating func write(
    _ parts: [(prefix: String, value: JSONValue)], between opening: String, _ closing: String, level: Int
  ) throws {
    text.append(opening)
    for (index, part) in parts.enumerated() {
      begin(isFirst: index == 0, level: level)
      text.append(part.prefix)
      try write(part.value, level: level + 1)
    }
    if level < openLevels && !parts.isEmpty { text.append("\n" + String(repeating: "  ", count: level)) }
    text.append(closing)
  }

  private mutating func write(
    _ elements: (_ give: (JSONValue) throws -> Void) throws -> Void, level: Int
  ) throws {
    text.append("[")
    var isFirst = true
    try elements { element in
      begin(isFirst: isFirst, level: level)
      isFirst = false
      try write(element, level: level + 1)
      if text.bytes.count >= JSONText.pieceBytes {
        try take(text.bytes)
        text = TextBuffer()
      }
    }
    if level < openLevels && !isFirst { text.append("\n" + String(repeating: "  ", count: level)) }
    text.append("]")
  }

  private mutating func begin(isFirst: Bool, level: Int) {
    if !isFirst { text.append(",") }
    if level < openLevels { text.append("\n" + String(repeating: "  ", count: level + 1)) }
  }

  /// Rounded to six decimals: enough for every truth here, and the same digits everywhere.
  private static func decimal(_ number: Double) -> String {
    precondition(number.magnitude < 1e12, "a number that can be written with six decimals")
    return Micros.text(Int64((number * 1e6).rounded()))
  }

  private static func escaped(_ string: String) -> String {
    var result = "\""
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case let other where other.value < 0x20:
        result += "\\u00" + (other.value < 16 ? "0" : "") + String(other.value, radix: 16)
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
