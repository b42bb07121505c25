/// MurmurHash3_x86_32 of Appleby (2011, public domain): well spread, fast, and the same everywhere. Not for secrets.
package enum MurmurHash3 {
  /// O(bytes).
  package static func of(_ bytes: [UInt8], seed: UInt32 = 0) -> UInt32 {
    var hash = seed
    for start in stride(from: 0, to: bytes.count & ~3, by: 4) {
      hash ^= scrambled(word(bytes[start..<(start + 4)]))
      hash = rotated(hash, by: 13) &* 5 &+ 0xe654_6b64
    }
    hash ^= scrambled(word(bytes[(bytes.count & ~3)...]))
    hash ^= UInt32(truncatingIfNeeded: bytes.count)
    hash = (hash ^ (hash >> 16)) &* 0x85eb_ca6b
    hash = (hash ^ (hash >> 13)) &* 0xc2b2_ae35
    return hash ^ (hash >> 16)
  }

  /// Little-endian, up to four bytes.
  private static func word(_ bytes: ArraySlice<UInt8>) -> UInt32 {
    bytes.reversed().reduce(0) { $0 << 8 | UInt32($1) }
  }

  private static func scrambled(_ word: UInt32) -> UInt32 {
    rotated(word &* 0xcc9e_2d51, by: 15) &* 0x1b87_3593
  }

  private static func rotated(_ x: UInt32, by bits: UInt32) -> UInt32 {
    (x << bits) | (x >> (32 - bits))
  }
}
