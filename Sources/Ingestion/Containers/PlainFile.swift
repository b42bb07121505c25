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

  func read(into buffer: UnsafeMutableBufferPointer<UInt8>) throws(IngestionError) -> Int {
    while true {
      let count = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
      if count >= 0 { return count }
      guard errno == EINTR else { throw .unopenable(file: name, reason: String(cString: strerror(errno))) }
    }
  }
}
