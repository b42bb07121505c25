/// Bytes from the front to the end of one unpacked file.
protocol ByteSource: AnyObject {
  /// Fills the buffer from its start; 0 only at the end, after every checksum has been verified.
  func read(into buffer: UnsafeMutableBufferPointer<UInt8>) throws(IngestionError) -> Int
}
