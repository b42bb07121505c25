/// Swift source with comments, or comments and literals, blanked out; line breaks stay, so that lines keep their numbers.
struct SwiftText {
  private enum State: Equatable {
    case code
    case lineComment
    case blockComment(depth: Int)
    case literal(hashes: Int, isMultiline: Bool)
  }

  let withoutComments: String
  let withoutCommentsAndLiterals: String

  init(_ text: String) {
    let bytes = Array(text.utf8)
    var code: [UInt8] = []
    var bare: [UInt8] = []
    code.reserveCapacity(bytes.count)
    bare.reserveCapacity(bytes.count)
    let quote = UInt8(ascii: "\"")
    let newline = UInt8(ascii: "\n")
    var state = State.code
    var index = 0

    func matches(_ pattern: String, at start: Int) -> Bool {
      let wanted = Array(pattern.utf8)
      return start + wanted.count <= bytes.count && bytes[start..<start + wanted.count].elementsEqual(wanted)
    }
    func hashes(at start: Int) -> Int {
      var end = start
      while end < bytes.count, bytes[end] == UInt8(ascii: "#") { end += 1 }
      return end - start
    }
    func take(_ count: Int, isCode: Bool, isBare: Bool) {
      for byte in bytes[index..<min(index + count, bytes.count)] {
        if isCode || byte == newline { code.append(byte) }
        if isBare || byte == newline { bare.append(byte) }
      }
      index += count
    }

    while index < bytes.count {
      switch state {
      case .code:
        let leading = hashes(at: index)
        if matches("//", at: index) {
          state = .lineComment
        } else if matches("/*", at: index) {
          state = .blockComment(depth: 1)
          take(2, isCode: false, isBare: false)
        } else if index + leading < bytes.count, bytes[index + leading] == quote {
          let isMultiline = matches("\"\"\"", at: index + leading)
          state = .literal(hashes: leading, isMultiline: isMultiline)
          take(leading + (isMultiline ? 3 : 1), isCode: true, isBare: true)
        } else {
          take(1, isCode: true, isBare: true)
        }
      case .lineComment:
        if bytes[index] == newline { state = .code }
        take(1, isCode: false, isBare: false)
      case .blockComment(let depth):
        if matches("/*", at: index) {
          state = .blockComment(depth: depth + 1)
          take(2, isCode: false, isBare: false)
        } else if matches("*/", at: index) {
          state = depth == 1 ? .code : .blockComment(depth: depth - 1)
          take(2, isCode: false, isBare: false)
        } else {
          take(1, isCode: false, isBare: false)
        }
      case .literal(let marks, let isMultiline):
        let end = (isMultiline ? "\"\"\"" : "\"") + String(repeating: "#", count: marks)
        if matches(end, at: index) {
          state = .code
          take(end.utf8.count, isCode: true, isBare: true)
        } else if marks == 0, bytes[index] == UInt8(ascii: "\\") {
          take(2, isCode: true, isBare: false)
        } else {
          // A literal that is still open at its line's end was none: a quote in a regular expression, for instance.
          if !isMultiline, bytes[index] == newline { state = .code }
          take(1, isCode: true, isBare: false)
        }
      }
    }
    withoutComments = String(decoding: code, as: UTF8.self)
    withoutCommentsAndLiterals = String(decoding: bare, as: UTF8.self)
  }
}
