import Vocabulary

/// What a cell's text looks like. Only the look: nothing is converted by it.
enum CellKind: Hashable {
  case empty, number, date, time, address, text

  /// Numbers, dates, times and addresses say more about a column than words do.
  var isTelling: Bool { self != .empty && self != .text }

  static func of(_ cell: UnsafeBufferPointer<UInt8>) -> CellKind {
    let bytes = BlankText.trimmed(cell)
    guard let start = bytes.first else { return .empty }
    guard bytes.count <= 200 else { return .text }
    let hasFigures = bytes.contains { isFigure($0) }
    if hasFigures, bytes.count <= 40 {
      if isTime(bytes) { return .time }
      if isDate(bytes) { return .date }
      if isNumber(bytes) { return .number }
    }
    if bytes.contains(LooseDialect.blank) { return .text }
    if let at = bytes.firstIndex(of: UInt8(ascii: "@")), at > 0 {
      return bytes[at...].dropFirst().contains(UInt8(ascii: ".")) ? .address : .text
    }
    let isLower = start | 0x20
    guard isLower == UInt8(ascii: "h") || isLower == UInt8(ascii: "w") || isLower == UInt8(ascii: "f") else {
      return .text
    }
    return ["http://", "https://", "www.", "ftp://"].contains { bytes.starts(with: $0.utf8) } ? .address : .text
  }

  private static func isFigure(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

  private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

  /// Signs, brackets, a currency or `%` around figures with single points or commas between them, an exponent; a
  /// telephone number with its `+`.
  private static func isNumber(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var index = 0
    while index < bytes.count, isAround(bytes[index]) || (bytes[index] >= 0x80 && index < 4) { index += 1 }
    var figures = 0
    var wasFigure = false
    while index < bytes.count {
      let byte = bytes[index]
      if isFigure(byte) {
        figures += 1
        wasFigure = true
      } else if byte == UInt8(ascii: ".") || byte == UInt8(ascii: ",") {
        guard index + 1 < bytes.count, isFigure(bytes[index + 1]) else { break }
        wasFigure = false
      } else if byte == LooseDialect.blank, bytes[0] == UInt8(ascii: "+"), index + 1 < bytes.count {
        wasFigure = false
      } else {
        break
      }
      index += 1
    }
    guard figures > 0, wasFigure else { return false }
    if index + 1 < bytes.count, bytes[index] | 0x20 == UInt8(ascii: "e") {
      let rest = bytes[(index + 1)...].drop { $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "-") }
      if !rest.isEmpty, rest.allSatisfy(isFigure) { return true }
    }
    return bytes[index...].allSatisfy { isAround($0) || $0 >= 0x80 } && bytes.count - index <= 4
  }

  private static func isAround(_ byte: UInt8) -> Bool { " -+()$%".utf8.contains(byte) }

  /// `9:05`, `09:05:00.250`, `9:05 PM`, each also with a zone.
  private static func isTime(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var index = 0
    var groups = 0
    while true {
      var figures = 0
      while index < bytes.count, isFigure(bytes[index]) {
        index += 1
        figures += 1
      }
      groups += 1
      guard figures == 2 || (figures == 1 && groups == 1) else { return false }
      guard index < bytes.count, bytes[index] == UInt8(ascii: ":"), groups < 3 else { break }
      index += 1
    }
    guard groups >= 2 else { return false }
    let rest = bytes[index...]
    return rest.count <= 10 && rest.allSatisfy { isFigure($0) || " .+-:AMPZampz".utf8.contains($0) }
  }

  /// Three groups of figures, or two and a month's name, between equal marks; a time may follow.
  private static func isDate(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var index = 0
    var groups = 0
    var figures = 0
    var names = 0
    var mark: UInt8?
    while groups < 3 {
      let start = index
      while index < bytes.count, isFigure(bytes[index]) { index += 1 }
      if index > start {
        guard index - start <= 2 || index - start == 4 else { return false }
        figures += 1
      } else {
        while index < bytes.count, isLetter(bytes[index]) { index += 1 }
        guard index - start >= 3, index - start <= 9, names == 0 else { return false }
        names += 1
      }
      groups += 1
      guard groups < 3 else { break }
      guard index < bytes.count, "-/. ,".utf8.contains(bytes[index]) else { return false }
      if names == 0, let mark, mark != bytes[index] { return false }
      mark = bytes[index]
      index += 1
      if mark != LooseDialect.blank, index < bytes.count, bytes[index] == LooseDialect.blank { index += 1 }
    }
    guard figures >= 2 else { return false }
    guard index < bytes.count else { return true }
    guard bytes[index] == LooseDialect.blank || bytes[index] | 0x20 == UInt8(ascii: "t") else { return false }
    return isTime(UnsafeBufferPointer(rebasing: bytes[(index + 1)...]))
  }
}
