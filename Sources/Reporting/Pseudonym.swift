import CNettle

/// What a report calls a customer: the start of HMAC-SHA-256 of the address under the workspace's key.
///
/// Forty bits tell apart a shop's customers (two of 10,000 share one in 1 of 20,000 workspaces), and without the key
/// nobody can test a guessed address against it.
package struct Pseudonym: Sendable {
  private let key: [UInt8]

  package init(key: [UInt8]) { self.key = key }

  /// `C-` and eight letters and figures without look-alikes.
  package func callAsFunction(_ address: String) -> String {
    var context = hmac_sha256_ctx()
    key.withUnsafeBufferPointer { nettle_hmac_sha256_set_key(&context, $0.count, $0.baseAddress) }
    let bytes = Array(address.utf8)
    bytes.withUnsafeBufferPointer { nettle_hmac_sha256_update(&context, $0.count, $0.baseAddress) }
    var sum = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_SIZE))
    sum.withUnsafeMutableBufferPointer { nettle_hmac_sha256_digest(&context, $0.count, $0.baseAddress) }
    var bits = sum.prefix(5).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    let letters = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")
    var name = ""
    for _ in 0..<8 {
      name = String(letters[Int(bits & 31)]) + name
      bits >>= 5
    }
    return "C-" + name
  }
}
