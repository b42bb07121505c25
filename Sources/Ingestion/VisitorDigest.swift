import CNettle

/// The pseudonym of a visitor whom a log knows by address and agent alone, 128 bits of HMAC-SHA-256 in hexadecimal, and
/// 64 bits of the same for a query, which may name somebody too.
///
/// With one key, the same visitor is the same in all files of a business; without the key nobody can try out addresses.
struct VisitorDigest: Sendable {
  private var context = hmac_sha256_ctx()

  init(key: [UInt8]) { nettle_hmac_sha256_set_key(&context, key.count, key) }

  /// "" where there is no address.
  mutating func id(address: UnsafeBufferPointer<UInt8>, agent: UnsafeBufferPointer<UInt8>) -> String {
    guard let start = address.baseAddress, !address.isEmpty else { return "" }
    nettle_hmac_sha256_update(&context, address.count, start)
    // An address holds no line feed, so no two pairs read alike.
    nettle_hmac_sha256_update(&context, 1, [0x0A])
    if let start = agent.baseAddress { nettle_hmac_sha256_update(&context, agent.count, start) }
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 16) { sum in
      // The digest leaves the context as it was with its key alone.
      nettle_hmac_sha256_digest(&context, sum.count, sum.baseAddress)
      return String(unsafeUninitializedCapacity: 32) { text in
        for (index, byte) in sum.enumerated() {
          text[index * 2] = VisitorDigest.figure(byte >> 4)
          text[index * 2 + 1] = VisitorDigest.figure(byte & 15)
        }
        return 32
      }
    }
  }

  /// Nil for an empty query.
  mutating func number(of query: UnsafeBufferPointer<UInt8>) -> Int64? {
    guard let start = query.baseAddress, !query.isEmpty else { return nil }
    nettle_hmac_sha256_update(&context, query.count, start)
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 8) { sum -> Int64 in
      nettle_hmac_sha256_digest(&context, sum.count, sum.baseAddress)
      return sum.reduce(Int64(0)) { $0 << 8 | Int64($1) }
    }
  }

  private static func figure(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 + value : 0x57 + value }
}
