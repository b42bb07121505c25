/// How addresses write what they cannot hold: `spring+sale%20%E2%82%AC`.
package enum PercentEncoding {
  /// The bytes that are meant, which need be no UTF-8. A percent sign without two figures of sixteen stays.
  package static func decoded(_ text: some Collection<UInt8>) -> [UInt8] {
    var bytes: [UInt8] = []
    var rest = Array(text)[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "+") {
        bytes.append(0x20)
      } else if byte == UInt8(ascii: "%"), rest.count >= 2,
        // A sign before the figure would pass for a part of it.
        rest[rest.startIndex] >= UInt8(ascii: "0"),
        let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
      {
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return bytes
  }
}
