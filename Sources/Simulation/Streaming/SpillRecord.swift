/// A record on its way to disk: numbers and texts one after another, without names.
struct SpillRecord {
  private(set) var bytes: [UInt8] = []

  /// Seven bits to a byte, small sizes of either sign short.
  mutating func append(_ number: Int) {
    var rest = UInt64(bitPattern: Int64((number << 1) ^ (number >> 63)))
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  mutating func append(_ number: Double) {
    withUnsafeBytes(of: number.bitPattern.littleEndian) { bytes.append(contentsOf: $0) }
  }

  mutating func append(_ text: String) {
    append(text.utf8.count)
    bytes.append(contentsOf: text.utf8)
  }

  mutating func append(_ flag: Bool) { bytes.append(flag ? 1 : 0) }

  /// Without a number, no more than that.
  mutating func append(_ number: Double?) {
    append(number != nil)
    if let number { append(number) }
  }
}

/// Reads what a `SpillRecord` holds, in the same order.
struct SpillReader {
  private let bytes: [UInt8]
  private var position = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  var isAtEnd: Bool { position == bytes.count }

  mutating func integer() -> Int {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while true {
      let byte = bytes[position]
      position += 1
      value |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { break }
      shift += 7
    }
    return Int(Int64(bitPattern: value >> 1)) ^ -Int(value & 1)
  }

  mutating func number() -> Double {
    var pattern: UInt64 = 0
    for place in 0..<8 { pattern |= UInt64(bytes[position + place]) << UInt64(8 * place) }
    position += 8
    return Double(bitPattern: pattern)
  }

  mutating func text() -> String {
    let count = integer()
    defer { position += count }
    return String(decoding: bytes[position..<position + count], as: UTF8.self)
  }

  mutating func flag() -> Bool {
    defer { position += 1 }
    return bytes[position] == 1
  }

  mutating func optionalNumber() -> Double? { flag() ? number() : nil }
}
