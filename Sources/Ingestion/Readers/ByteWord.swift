/// Eight bytes in one word (Warren, Hacker's Delight, 6-1).
enum ByteWord {
  @inline(__always)
  static func each(_ byte: UInt8) -> UInt64 { 0x0101_0101_0101_0101 &* UInt64(byte) }

  /// The highest bit of each byte that is zero.
  @inline(__always)
  static func zeros(_ word: UInt64) -> UInt64 {
    let low = each(0x7F)
    return ~(((word & low) &+ low) | word | low)
  }

  /// How often a byte occurs.
  static func count(_ byte: UInt8, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    let raw = UnsafeRawBufferPointer(bytes)
    let wanted = each(byte)
    var found = 0
    var index = 0
    while index + 8 <= raw.count {
      found += zeros(raw.loadUnaligned(fromByteOffset: index, as: UInt64.self) ^ wanted).nonzeroBitCount
      index += 8
    }
    while index < raw.count {
      found += raw[index] == byte ? 1 : 0
      index += 1
    }
    return found
  }
}
