/// The archives of these tests, written without the library that reads them.
enum StoredZip {
  static func crc(_ bytes: [UInt8]) -> UInt32 {
    var value: UInt32 = 0xFFFF_FFFF
    for byte in bytes {
      value ^= UInt32(byte)
      for _ in 0..<8 { value = value & 1 == 1 ? value >> 1 ^ 0xEDB8_8320 : value >> 1 }
    }
    return ~value
  }

  /// A zip archive of stored entries (APPNOTE 6.3, sections 4.3.7, 4.3.12, 4.3.16).
  static func bytes(_ files: [(name: String, text: String)], crcOffset: UInt32 = 0) -> [UInt8] {
    bytes(of: files.map { ($0.name, Array($0.text.utf8)) }, crcOffset: crcOffset)
  }

  static func bytes(of files: [(name: String, body: [UInt8])], crcOffset: UInt32 = 0) -> [UInt8] {
    func two(_ value: Int) -> [UInt8] { [UInt8(value & 255), UInt8(value >> 8 & 255)] }
    func four(_ value: UInt32) -> [UInt8] { (0..<4).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) } }
    var local: [UInt8] = []
    var directory: [UInt8] = []
    for (name, body) in files {
      let common =
        two(20) + two(0) + two(0) + two(0) + two(0x21) + four(crc(body) &+ crcOffset) + four(UInt32(body.count))
        + four(UInt32(body.count)) + two(name.utf8.count) + two(0)
      directory +=
        [0x50, 0x4B, 1, 2] + two(20) + common + two(0) + two(0) + two(0) + four(0) + four(UInt32(local.count))
        + Array(name.utf8)
      local += [0x50, 0x4B, 3, 4] + common + Array(name.utf8) + body
    }
    return local + directory + [0x50, 0x4B, 5, 6] + two(0) + two(0) + two(files.count) + two(files.count)
      + four(UInt32(directory.count)) + four(UInt32(local.count)) + two(0)
  }
}
