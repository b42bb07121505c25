/// Bytes that are in memory already: the beginning of a file, or one cell that holds a record.
final class MemoryBytes: ByteSource {
  private let bytes: [UInt8]
  private var position = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  func read(into buffer: UnsafeMutableBufferPointer<UInt8>) throws(IngestionError) -> Int {
    let count = min(buffer.count, bytes.count - position)
    for index in 0..<count { buffer[index] = bytes[position + index] }
    position += count
    return count
  }
}
