import Foundation
import Glibc

/// Files of a folder that nobody sees yet, written piece by piece and synced at the end.
final class GrowingFiles {
  private let folder: String
  private var descriptors: [String: Int32] = [:]
  private(set) var bytes = 0

  init(in folder: String) { self.folder = folder }

  deinit { for descriptor in descriptors.values { Glibc.close(descriptor) } }

  /// Relative, in no order.
  var paths: some Collection<String> { descriptors.keys }

  func append(_ piece: [UInt8], to path: String) throws {
    let descriptor = try descriptor(path)
    var rest = piece[...]
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      guard written > 0 else { throw problem(path) }
      rest = rest.dropFirst(written)
    }
    bytes += piece.count
  }

  /// On disk before it is said to be done.
  func sync() throws {
    for (path, descriptor) in descriptors where fsync(descriptor) != 0 { throw problem(path) }
  }

  private func descriptor(_ path: String) throws -> Int32 {
    if let known = descriptors[path] { return known }
    let full = folder + "/" + path
    try FileManager.default.createDirectory(
      atPath: (full as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
    let descriptor = open(full, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw problem(path) }
    descriptors[path] = descriptor
    return descriptor
  }

  private func problem(_ path: String) -> Failure {
    Failure(
      "\(folder)/\(path): could not be written (\(String(cString: strerror(errno)))); expected room and permission; "
        + "free some space or choose another folder")
  }
}
