import Foundation
import Glibc

/// Writes that survive a crash: the bytes are on disk before the name points to them.
enum DurableFile {
  /// Written beside, synced, renamed, and the folder synced.
  static func write(_ bytes: [UInt8], to path: String, permissions: mode_t = 0o644) throws {
    let temporary = path + ".new"
    try create(bytes, at: temporary, permissions: permissions)
    guard rename(temporary, path) == 0 else { throw problem(path) }
    try syncFolder((path as NSString).deletingLastPathComponent)
  }

  /// Written in place and synced, for files in a folder that nobody sees yet.
  static func create(_ bytes: [UInt8], at path: String, permissions: mode_t = 0o644) throws {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, permissions)
    guard descriptor >= 0 else { throw problem(path) }
    defer { close(descriptor) }
    var rest = bytes[...]
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      guard written > 0 else { throw problem(path) }
      rest = rest.dropFirst(written)
    }
    guard fsync(descriptor) == 0 else { throw problem(path) }
  }

  static func syncFolder(_ path: String) throws {
    let descriptor = open(path.isEmpty ? "." : path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw problem(path) }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw problem(path) }
  }

  private static func problem(_ path: String) -> Failure {
    Failure(
      "\(path): could not be written (\(String(cString: strerror(errno)))); expected room and permission; "
        + "free some space or choose another folder")
  }
}
