import Foundation
import Glibc

/// One writer at a time: an advisory lock on `.fairlead-lock` that names its owner and falls with the process.
final class WorkspaceLock {
  private let descriptor: Int32

  init(folder: URL) throws {
    let path = folder.appending(path: ".fairlead-lock").path(percentEncoded: false)
    descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      throw Failure("\(path): cannot be written; expected a workspace folder that is yours; check its permissions")
    }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      var owner = [UInt8](repeating: 0, count: 32)
      let count = max(0, pread(descriptor, &owner, owner.count, 0))
      close(descriptor)
      let name = String(decoding: owner.prefix(count), as: UTF8.self)
      throw Failure(
        "\(folder.path(percentEncoded: false)): another run holds the workspace (process \(name)); expected to be alone; "
          + "wait for it to end", .busy)
    }
    let owner = Array(String(getpid()).utf8)
    ftruncate(descriptor, 0)
    pwrite(descriptor, owner, owner.count, 0)
  }

  deinit {
    flock(descriptor, LOCK_UN)
    close(descriptor)
  }
}
