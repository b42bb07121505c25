import CNettle

/// SHA-256 as lower-case hexadecimal.
struct Digest {
  private var context = sha256_ctx()

  init() { nettle_sha256_init(&context) }

  mutating func add(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let start = bytes.baseAddress else { return }
    nettle_sha256_update(&context, bytes.count, start)
  }

  mutating func finish() -> String {
    var sum = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_SIZE))
    nettle_sha256_digest(&context, sum.count, &sum)
    let figures = Array("0123456789abcdef".utf8)
    return String(decoding: sum.flatMap { [figures[Int($0 >> 4)], figures[Int($0 & 15)]] }, as: UTF8.self)
  }

  /// Reads the source to its end, which also verifies its checksums.
  static func of(_ source: some ByteSource) throws(IngestionError) -> (digest: String, byteCount: Int) {
    let buffer = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 1 << 18)
    defer { buffer.deallocate() }
    var digest = Digest()
    var total = 0
    while case let count = try source.read(into: buffer), count > 0 {
      digest.add(UnsafeBufferPointer(rebasing: buffer[..<count]))
      total += count
    }
    return (digest.finish(), total)
  }
}
