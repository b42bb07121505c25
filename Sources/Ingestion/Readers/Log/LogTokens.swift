/// A log line in pieces: parted by blanks, except inside quotation marks, and inside square or curly brackets that
/// begin a piece.
struct LogTokens {
  struct Token {
    /// Without the marks.
    var start: Int
    var end: Int
    var kind: Kind
  }

  enum Kind { case plain, quoted, bracketed }

  private(set) var tokens: [Token] = []

  private static let quote = UInt8(ascii: "\"")
  private static let backslash = UInt8(ascii: "\\")

  /// False for a line with a mark or a bracket that is never closed. `delimiter`: a blank, or a tab, which leaves marks
  /// and brackets their own characters.
  mutating func split(_ line: UnsafeBufferPointer<UInt8>, delimiter: UInt8 = UInt8(ascii: " ")) -> Bool {
    tokens.removeAll(keepingCapacity: true)
    let hasGroups = delimiter == UInt8(ascii: " ")
    var index = 0
    while index < line.count {
      if hasGroups, line[index] == delimiter {
        index += 1
        continue
      }
      var token = Token(start: index, end: index, kind: .plain)
      switch line[index] {
      case LogTokens.quote where hasGroups:
        guard let end = LogTokens.closingQuote(line, after: index) else { return false }
        token = Token(start: index + 1, end: end, kind: .quoted)
        index = end + 1
      case UInt8(ascii: "[") where hasGroups, UInt8(ascii: "{") where hasGroups:
        // "[" and "]", "{" and "}" lie two apart. Of "[::1]:80" the brackets are part.
        guard let end = LogTokens.next(line[index] + 2, in: line, from: index) else { return false }
        if end + 1 == line.count || line[end + 1] == delimiter {
          token = Token(start: index + 1, end: end, kind: .bracketed)
          index = end + 1
        } else {
          index = LogTokens.next(delimiter, in: line, from: index) ?? line.count
          token.end = index
        }
      default:
        index = LogTokens.next(delimiter, in: line, from: index) ?? line.count
        token.end = index
      }
      tokens.append(token)
      if !hasGroups {
        index += 1
        if index == line.count { tokens.append(Token(start: index, end: index, kind: .plain)) }
      }
    }
    return true
  }

  /// A mark closes only before a blank or the end: agents hold marks that nobody has escaped.
  private static func closingQuote(_ line: UnsafeBufferPointer<UInt8>, after start: Int) -> Int? {
    var index = start + 1
    while index < line.count {
      if line[index] == backslash {
        index += 2
        continue
      }
      if line[index] == quote, index + 1 == line.count || line[index + 1] == UInt8(ascii: " ") { return index }
      index += 1
    }
    return nil
  }

  private static func next(_ byte: UInt8, in line: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    var index = start
    while index < line.count {
      if line[index] == byte { return index }
      index += 1
    }
    return nil
  }
}
