import Glibc

/// A regular file as it lies on disk.
final class PlainFile: ByteSource {
  let byteCount: Int
  private let descriptor: Int32
  private let name: String

  init(path: String, name: String) throws(IngestionError) {
    self.name = name
    // Without O_NONBLOCK, opening a pipe would wait for its writer for ever.
    descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw .unopenable(file: name, reason: String(cString: strerror(errno))) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      close(descriptor)
      throw .unopenable(file: name, reason: "not a regular file")
    }
    byteCount = Int(status.st_size)
  }

  deinit { close(descriptor) }

  /// So many bytes from a place, or fewer at the end; where it goes on reading does not change.
  func bytes(at place: Int, count: Int) throws(IngestionError) -> [UInt8] {
    guard place >= 0, count > 0, place < byteCount else { return [] }
    var bytes = [UInt8](repeating: 0, count: min(count, byteCount - place))
    let got = bytes.withUnsafeMutableBytes { pread(descriptor, $0.baseAddress, $0.count, place) }
    guard got == bytes.count else { throw .unopenable(file: name, reason: "it changes while it is read") }
    return bytes
  }

  func read(into buffer: UnsafeMutableBufferPointer<UInt8>) throws(IngestionError) -> Int {
    while true {
      let count = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
      if count >= 0 { return count }
      guard errno == EINTR else { throw .unopenable(file: name, reason: String(cString: strerror(errno))) }
    }
  }
}
