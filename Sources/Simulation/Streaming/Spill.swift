import Glibc

/// Records set aside in buckets, in the order in which they came: on disk where there is a folder for them, in memory
/// where there is none. What it holds in memory does not grow with the records, but for 16 bytes to each block on disk.
final class Spill {
  private static let blockBytes = 1 << 14

  private struct Block {
    let offset: Int
    let count: Int
  }

  private var buffers: [[UInt8]]
  private var blocks: [[Block]]
  private let file: Int32?
  private var memory: [UInt8] = []
  private var end = 0

  /// The file has no name, so that nothing is left of it whatever happens. Throws `SimulationProblem.noRoom`.
  init(buckets: Int, in folder: String?) throws {
    buffers = Array(repeating: [], count: buckets)
    blocks = Array(repeating: [], count: buckets)
    file = try folder.map { folder in
      var name = Array("\(folder)/.parts-XXXXXX".utf8CString)
      let descriptor = mkstemp(&name)
      guard descriptor >= 0, unlink(name) == 0 else { throw SimulationProblem.noRoom(errno) }
      return descriptor
    }
  }

  deinit { if let file { close(file) } }

  func append(_ record: SpillRecord, to bucket: Int = 0) throws {
    buffers[bucket] += record.bytes
    if buffers[bucket].count >= Spill.blockBytes { try flush(bucket) }
  }

  /// Hands out a bucket's records, the first one first; the taker reads each to its end.
  func forEach(in bucket: Int = 0, _ take: (inout SpillReader) throws -> Void) throws {
    for block in blocks[bucket] {
      try Self.read(try bytes(of: block), take)
    }
    try Self.read(buffers[bucket], take)
  }

  private static func read(_ bytes: [UInt8], _ take: (inout SpillReader) throws -> Void) rethrows {
    var reader = SpillReader(bytes)
    while !reader.isAtEnd { try take(&reader) }
  }

  private func flush(_ bucket: Int) throws {
    let bytes = buffers[bucket]
    if let file {
      var done = 0
      while done < bytes.count {
        let written = bytes.withUnsafeBytes {
          pwrite(file, $0.baseAddress.map { $0 + done }, bytes.count - done, end + done)
        }
        guard written > 0 else { throw SimulationProblem.noRoom(errno) }
        done += written
      }
    } else {
      memory += bytes
    }
    blocks[bucket].append(Block(offset: end, count: bytes.count))
    end += bytes.count
    buffers[bucket].removeAll(keepingCapacity: true)
  }

  private func bytes(of block: Block) throws -> [UInt8] {
    guard let file else { return Array(memory[block.offset..<block.offset + block.count]) }
    return try [UInt8](unsafeUninitializedCapacity: block.count) { buffer, count in
      while count < block.count {
        let read = pread(file, buffer.baseAddress.map { $0 + count }, block.count - count, block.offset + count)
        guard read > 0 else { throw SimulationProblem.noRoom(errno) }
        count += read
      }
    }
  }
}
