/// JSON (RFC 8259) into tokens, strict, in one pass and constant memory.
///
/// Every token that comes out stood in its place: the lexer holds the grammar. Numbers keep their text. A surrogate
/// without its partner is no character: the string goes on without it, and `isDamaged` says so.
final class JSONLexer {
  enum Token {
    case objectStart, objectEnd, arrayStart, arrayEnd
    /// `text` holds a member's name, a string, or a scalar as it is written.
    case name, string, number, word
    /// Nothing stands where `null` does.
    case null
    case end
  }

  /// Valid until the next token.
  private(set) var text: [UInt8] = []
  /// Whether the last string lost a surrogate.
  private(set) var isDamaged = false
  /// Whether the last string was longer than a field may be and was cut.
  private(set) var isOversized = false
  /// Physical line, from 1.
  private(set) var line = 1
  /// Whether a line must hold its value whole.
  var isLinewise = false

  private enum State { case value, valueOrEnd, name, nameOrEnd, separator, after }

  private let source: TextSource
  private let file: String
  private let limits: Limits
  private var bytes = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
  private var position = 0
  private var passed: Int
  private var isAtEnd = false
  private var endedWithCR = false
  private var state = State.value
  /// True for an object, false for an array; the outermost first.
  private var open: [Bool] = []

  /// `markLength`: bytes of the file before its text.
  init(_ source: TextSource, file: String, markLength: Int, limits: Limits) {
    self.source = source
    self.file = file
    self.limits = limits
    passed = markLength
  }

  /// Place of the next byte in the file, from 0; in an encoding other than UTF-8 as if it were written in that.
  var offset: Int { passed + position }

  /// Whether all that is left are blanks. Passes them.
  func isDone() throws(IngestionError) -> Bool { try skipBlanks() == nil }

  func next() throws(IngestionError) -> Token {
    while true {
      guard let byte = try skipBlanks() else {
        guard open.isEmpty, state == .after else { throw fault(.cut) }
        return .end
      }
      switch state {
      case .value:
        return try value(byte)
      case .valueOrEnd:
        return byte == UInt8(ascii: "]") ? close() : try value(byte)
      case .nameOrEnd where byte == UInt8(ascii: "}"):
        return close()
      case .name, .nameOrEnd:
        guard byte == JSONLexer.quote else { throw fault(.misplaced) }
        try string()
        guard let mark = try skipBlanks() else { throw fault(.cut) }
        guard mark == UInt8(ascii: ":") else { throw fault(.misplaced) }
        position += 1
        state = .value
        return .name
      case .separator:
        let isObject = open[open.count - 1]
        if byte == UInt8(ascii: isObject ? "}" : "]") { return close() }
        guard byte == UInt8(ascii: ",") else { throw fault(.misplaced) }
        position += 1
        state = isObject ? .name : .value
      case .after:
        throw fault(.further)
      }
    }
  }

  /// Passes one value, of which `token` is the first token.
  func skip(_ token: Token) throws(IngestionError) {
    guard token == .objectStart || token == .arrayStart else { return }
    let depth = open.count
    while open.count >= depth { _ = try next() }
  }

  /// Moves to the next line that is not blank, whatever is left of this one, and expects a value there; false at the
  /// end.
  func nextLine() throws(IngestionError) -> Bool {
    isLinewise = false
    defer { isLinewise = true }
    state = .value
    open.removeAll(keepingCapacity: true)
    return try skipBlanks() != nil
  }

  /// Passes the rest of a line that is no JSON. Its end is not passed.
  func skipLine() throws(IngestionError) {
    while true {
      while position < bytes.count, !JSONLexer.isLineEnd(bytes[position]) { position += 1 }
      guard position == bytes.count, try refill() else { return }
    }
  }

  /// Refuses anything but blanks up to the end of the line.
  func endLine() throws(IngestionError) {
    while let byte = try peek(), !JSONLexer.isLineEnd(byte) {
      guard byte == 0x20 || byte == 0x09 else { throw fault(.further) }
      position += 1
    }
  }

  func peek() throws(IngestionError) -> UInt8? {
    if position == bytes.count, try !refill() { return nil }
    return bytes[position]
  }

  func fault(_ fault: JSONFault) -> IngestionError {
    .malformedJSON(file: file, line: line, byte: offset, fault: fault)
  }

  var tooManyNames: IngestionError {
    .beyondLimit(file: file, found: "more than \(limits.columns) columns", limit: "\(limits.columns)")
  }

  private static let quote = UInt8(ascii: "\"")
  private static let backslash = UInt8(ascii: "\\")

  private static func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }

  private func refill() throws(IngestionError) -> Bool {
    guard !isAtEnd else { return false }
    passed += bytes.count
    position = 0
    guard try source.advance() else {
      bytes = UnsafeBufferPointer(start: nil, count: 0)
      isAtEnd = true
      return false
    }
    bytes = source.chunk
    return bytes.isEmpty ? try refill() : true
  }

  /// The next byte that is no blank, not passed; nil at the end.
  private func skipBlanks() throws(IngestionError) -> UInt8? {
    repeat {
      while position < bytes.count {
        let byte = bytes[position]
        switch byte {
        case 0x20, 0x09:
          position += 1
        case 0x0A, 0x0D:
          guard !isLinewise else { throw fault(.lineEnd) }
          if byte == 0x0D || !endedWithCR { line += 1 }
          endedWithCR = byte == 0x0D
          position += 1
          continue
        default:
          endedWithCR = false
          return byte
        }
        endedWithCR = false
      }
    } while try refill()
    return nil
  }

  private func value(_ byte: UInt8) throws(IngestionError) -> Token {
    switch byte {
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      guard open.count < limits.jsonDepth else {
        throw .beyondLimit(
          file: file, found: "values nested deeper than \(limits.jsonDepth)", limit: "\(limits.jsonDepth)")
      }
      position += 1
      let isObject = byte == UInt8(ascii: "{")
      open.append(isObject)
      state = isObject ? .nameOrEnd : .valueOrEnd
      return isObject ? .objectStart : .arrayStart
    case JSONLexer.quote:
      try string()
      state = open.isEmpty ? .after : .separator
      return .string
    case UInt8(ascii: "-"), 0x30...0x39:
      try number()
      state = open.isEmpty ? .after : .separator
      return .number
    case UInt8(ascii: "t"): return try word("true", .word)
    case UInt8(ascii: "f"): return try word("false", .word)
    case UInt8(ascii: "n"): return try word("null", .null)
    default: throw fault(.misplaced)
    }
  }

  private func close() -> Token {
    position += 1
    let isObject = open.removeLast()
    state = open.isEmpty ? .after : .separator
    return isObject ? .objectEnd : .arrayEnd
  }

  private func word(_ word: StaticString, _ token: Token) throws(IngestionError) -> Token {
    isDamaged = false
    isOversized = false
    text.removeAll(keepingCapacity: true)
    for index in 0..<word.utf8CodeUnitCount {
      guard let byte = try peek() else { throw fault(.cut) }
      guard byte == word.utf8Start[index] else { throw fault(.misplaced) }
      position += 1
      text.append(byte)
    }
    if token == .null { text.removeAll(keepingCapacity: true) }
    state = open.isEmpty ? .after : .separator
    return token
  }

  private func number() throws(IngestionError) {
    isDamaged = false
    isOversized = false
    text.removeAll(keepingCapacity: true)
    while let byte = try peek() {
      guard byte &- 0x30 <= 9 || "+-.eE".utf8.contains(byte) else { break }
      text.append(byte)
      position += 1
      guard text.count <= limits.fieldBytes else { throw fault(.number) }
    }
    guard JSONLexer.isNumber(text) else { throw fault(.number) }
  }

  /// RFC 8259, section 6.
  private static func isNumber(_ text: [UInt8]) -> Bool {
    var index = 0
    func figures() -> Int {
      let start = index
      while index < text.count, text[index] &- 0x30 <= 9 { index += 1 }
      return index - start
    }
    if text.first == UInt8(ascii: "-") { index = 1 }
    let first = index
    let whole = figures()
    guard whole > 0, whole == 1 || text[first] != UInt8(ascii: "0") else { return false }
    if index < text.count, text[index] == UInt8(ascii: ".") {
      index += 1
      guard figures() > 0 else { return false }
    }
    if index < text.count, text[index] | 0x20 == UInt8(ascii: "e") {
      index += 1
      if index < text.count, text[index] == UInt8(ascii: "+") || text[index] == UInt8(ascii: "-") { index += 1 }
      guard figures() > 0 else { return false }
    }
    return index == text.count
  }

  private func string() throws(IngestionError) {
    isDamaged = false
    isOversized = false
    text.removeAll(keepingCapacity: true)
    position += 1
    while true {
      let bytes = bytes
      var index = position
      while index < bytes.count {
        let byte = bytes[index]
        if byte == JSONLexer.quote || byte == JSONLexer.backslash || byte < 0x20 { break }
        index += 1
      }
      if index > position { keep(UnsafeBufferPointer(rebasing: bytes[position..<index])) }
      position = index
      guard let byte = try peek() else { throw fault(.cut) }
      switch byte {
      case JSONLexer.quote:
        position += 1
        return
      case JSONLexer.backslash:
        position += 1
        try escape()
      case 0..<0x20:
        throw fault(isLinewise && JSONLexer.isLineEnd(byte) ? .lineEnd : .control)
      default:
        // The run goes on in the next piece.
        continue
      }
    }
  }

  private func keep(_ run: UnsafeBufferPointer<UInt8>) {
    guard text.count + run.count <= limits.fieldBytes else {
      isOversized = true
      return
    }
    text.append(contentsOf: run)
  }

  private func take() throws(IngestionError) -> UInt8 {
    guard let byte = try peek() else { throw fault(.cut) }
    position += 1
    return byte
  }

  private func escape() throws(IngestionError) {
    let mark = try take()
    guard mark == UInt8(ascii: "u") else { return try plainEscape(mark) }
    var unit = try unit()
    while unit & 0xFC00 == 0xD800 {
      guard try peek() == JSONLexer.backslash else {
        isDamaged = true
        return
      }
      position += 1
      let mark = try take()
      guard mark == UInt8(ascii: "u") else {
        isDamaged = true
        return try plainEscape(mark)
      }
      let second = try self.unit()
      if second & 0xFC00 == 0xDC00 { return keep(0x10000 + (unit & 0x3FF) << 10 + second & 0x3FF) }
      isDamaged = true
      unit = second
    }
    guard unit & 0xFC00 != 0xDC00 else {
      isDamaged = true
      return
    }
    keep(unit)
  }

  private func plainEscape(_ mark: UInt8) throws(IngestionError) {
    switch mark {
    case JSONLexer.quote, JSONLexer.backslash, UInt8(ascii: "/"): text.append(mark)
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "t"): text.append(0x09)
    default:
      position -= 1
      throw fault(.escape)
    }
  }

  private func unit() throws(IngestionError) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      let byte = try take()
      switch byte {
      case 0x30...0x39: value = value << 4 | UInt32(byte - 0x30)
      case 0x41...0x46, 0x61...0x66: value = value << 4 | UInt32((byte | 0x20) - 0x57)
      default:
        position -= 1
        throw fault(.escape)
      }
    }
    return value
  }

  private func keep(_ scalar: UInt32) {
    guard let encoded = Unicode.Scalar(scalar).flatMap(UTF8.encode) else { return }
    text.append(contentsOf: encoded)
  }
}
