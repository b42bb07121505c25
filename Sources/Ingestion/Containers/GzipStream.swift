import CZlib

/// The unpacked bytes of a gzip file: one member or several, each checked against its own checksum.
final class GzipStream: ByteSource {
  private let packed: PlainFile
  private let name: String
  private let limits: Limits
  private let input = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 1 << 16)
  private var stream = z_stream()
  private var isMemberOpen = true
  private var hasEnded = false
  private var produced = 0

  init(packed: PlainFile, name: String, limits: Limits) throws(IngestionError) {
    self.packed = packed
    self.name = name
    self.limits = limits
    // 15 + 16: the largest window, and nothing but gzip.
    guard inflateInit2_(&stream, 31, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else {
      throw .damagedArchive(file: name, found: "a gzip stream that cannot be started")
    }
  }

  deinit {
    inflateEnd(&stream)
    input.deallocate()
  }

  func read(into buffer: UnsafeMutableBufferPointer<UInt8>) throws(IngestionError) -> Int {
    guard !hasEnded else { return 0 }
    stream.next_out = buffer.baseAddress
    stream.avail_out = UInt32(buffer.count)
    while stream.avail_out > 0 {
      if stream.avail_in == 0 {
        let count = try packed.read(into: input)
        stream.next_in = input.baseAddress
        stream.avail_in = UInt32(count)
        if count == 0 {
          guard !isMemberOpen else { throw .damagedArchive(file: name, found: "a gzip file that ends too early") }
          hasEnded = true
          break
        }
      }
      if !isMemberOpen {
        guard stream.next_in.pointee == 0x1F, inflateReset(&stream) == Z_OK else {
          throw .damagedArchive(file: name, found: "other bytes after the end of the gzip data")
        }
        isMemberOpen = true
      }
      switch inflate(&stream, Z_NO_FLUSH) {
      case Z_OK, Z_BUF_ERROR: break
      case Z_STREAM_END: isMemberOpen = false
      default: throw .damagedArchive(file: name, found: "gzip data that do not fit their checksum")
      }
    }
    let count = buffer.count - Int(stream.avail_out)
    produced += count
    guard produced <= limits.archiveFreeBytes || produced / limits.archiveRatio <= packed.byteCount else {
      throw .beyondLimit(
        file: name, found: "gzip data that unpack to more than \(limits.archiveRatio) times their size",
        limit: "\(limits.archiveRatio) times")
    }
    return count
  }
}
