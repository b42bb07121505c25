/// Whether bytes that do not decode are UTF-8 with a single damaged place, and no other encoding.
enum DamagedUTF8 {
  /// In text of another encoding a few letters make a character of UTF-8 by chance, and many others make none.
  private static let leastCharacters = 3

  static func isLikely(_ source: any ByteSource) throws(IngestionError) -> Bool {
    let buffer = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 1 << 16)
    defer { buffer.deallocate() }
    var held = 0
    var characters = 0
    var damages = 0
    while true {
      let got = try source.read(into: UnsafeMutableBufferPointer(rebasing: buffer[held...]))
      var rest = UnsafeBufferPointer(rebasing: UnsafeBufferPointer(buffer)[..<(held + got)])
      while !rest.isEmpty {
        let valid = UTF8Check.validPrefix(rest)
        characters += rest[..<valid].count { $0 >= 0xC0 }
        rest = UnsafeBufferPointer(rebasing: rest[valid...])
        if got > 0, UTF8Check.isCut(rest) { break }
        guard !rest.isEmpty else { break }
        damages += 1
        guard damages == 1 else { return false }
        let next = rest.dropFirst().firstIndex { $0 & 0xC0 != 0x80 } ?? rest.endIndex
        rest = UnsafeBufferPointer(rebasing: rest[next...])
      }
      guard got > 0 else { return damages == 1 && characters >= leastCharacters }
      held = rest.count
      for index in 0..<held { buffer[index] = rest[index] }
    }
  }
}
