/// Strict UTF-8 (Unicode 15, table 3-7): no overlong forms, no surrogates, nothing above U+10FFFF.
enum UTF8Check {
  /// How many bytes from the start are whole, valid characters.
  static func validPrefix(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    guard let base = bytes.baseAddress else { return 0 }
    let raw = UnsafeRawPointer(base)
    let count = bytes.count
    var index = 0
    while index < count {
      if index + 8 <= count, raw.loadUnaligned(fromByteOffset: index, as: UInt64.self) & 0x8080_8080_8080_8080 == 0 {
        index += 8
        continue
      }
      let byte = base[index]
      if byte < 0x80 {
        index += 1
        continue
      }
      guard let length = length(of: byte), index + length <= count, isValid(base + index, length) else { return index }
      index += length
    }
    return count
  }

  /// Whether a tail is only the beginning of a character that more bytes may complete.
  static func isCut(_ tail: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = tail.first, let length = length(of: first) else { return false }
    return tail.count < length && tail.dropFirst().allSatisfy { $0 & 0xC0 == 0x80 }
  }

  private static func length(of first: UInt8) -> Int? {
    switch first {
    case 0xC2...0xDF: 2
    case 0xE0...0xEF: 3
    case 0xF0...0xF4: 4
    default: nil
    }
  }

  private static func isValid(_ bytes: UnsafePointer<UInt8>, _ length: Int) -> Bool {
    for index in 1..<length where bytes[index] & 0xC0 != 0x80 { return false }
    switch bytes[0] {
    case 0xE0: return bytes[1] >= 0xA0
    case 0xED: return bytes[1] <= 0x9F
    case 0xF0: return bytes[1] >= 0x90
    case 0xF4: return bytes[1] <= 0x8F
    default: return true
    }
  }
}
