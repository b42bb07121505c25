import CBzip2

/// The unpacked bytes of a bzip2 file: one stream or several, each checked against its own checksums.
final class BzipStream: ByteSource {
  private let packed: PlainFile
  private let name: String
  private let limits: Limits
  private let input = UnsafeMutableBufferPointer<CChar>.allocate(capacity: 1 << 16)
  private var stream = bz_stream()
  private var isOpen = false
  private var hasEnded = false
  private var produced = 0

  init(packed: PlainFile, name: String, limits: Limits) {
    self.packed = packed
    self.name = name
    self.limits = limits
  }

  deinit {
    if isOpen { BZ2_bzDecompressEnd(&stream) }
    input.deallocate()
  }

  func read(into buffer: UnsafeMutableBufferPointer<UInt8>) throws(IngestionError) -> Int {
    var filled = 0
    while filled < buffer.count, !hasEnded {
      if stream.avail_in == 0, try !refill() { break }
      if !isOpen { try begin() }
      let room = UnsafeMutableBufferPointer(rebasing: buffer[filled...])
      stream.next_out = UnsafeMutableRawPointer(room.baseAddress)?.assumingMemoryBound(to: CChar.self)
      stream.avail_out = UInt32(room.count)
      let status = BZ2_bzDecompress(&stream)
      filled += room.count - Int(stream.avail_out)
      switch status {
      case BZ_OK: break
      case BZ_STREAM_END:
        BZ2_bzDecompressEnd(&stream)
        isOpen = false
      default: throw .damagedArchive(file: name, found: "bzip2 data that do not fit their checksum")
      }
    }
    produced += filled
    guard produced <= limits.archiveFreeBytes || produced / limits.archiveRatio <= packed.byteCount else {
      throw .beyondLimit(
        file: name, found: "bzip2 data that unpack to more than \(limits.archiveRatio) times their size",
        limit: "\(limits.archiveRatio) times")
    }
    return filled
  }

  /// False at the end of a whole file.
  private func refill() throws(IngestionError) -> Bool {
    let count = try packed.read(into: UnsafeMutableRawBufferPointer(input).bindMemory(to: UInt8.self))
    stream.next_in = input.baseAddress
    stream.avail_in = UInt32(count)
    guard count == 0 else { return true }
    guard !isOpen else { throw .damagedArchive(file: name, found: "a bzip2 file that ends too early") }
    hasEnded = true
    return false
  }

  /// Initialising forgets neither where the input is nor how much of it is left.
  private func begin() throws(IngestionError) {
    guard stream.next_in.pointee == CChar(UInt8(ascii: "B")) else {
      throw .damagedArchive(file: name, found: "other bytes after the end of the bzip2 data")
    }
    guard BZ2_bzDecompressInit(&stream, 0, 0) == BZ_OK else {
      throw .damagedArchive(file: name, found: "a bzip2 stream that cannot be started")
    }
    isOpen = true
  }
}
