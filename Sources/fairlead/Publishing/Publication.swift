import Foundation
import Glibc
import Reporting

/// glibc 2.28 and later; hidden from Swift by a feature macro.
@_silgen_name("renameat2")
private func renameat2(
  _ oldFolder: Int32, _ old: UnsafePointer<CChar>, _ newFolder: Int32, _ new: UnsafePointer<CChar>, _ flags: UInt32
) -> Int32

/// RENAME_EXCHANGE of `renameat2(2)`: both names change places in one step.
private let renameExchange: UInt32 = 2

/// Puts a finished report where readers look, all of it at once: the last report stays whole until the new one is.
enum Publication {
  static func publish(_ files: [ReportFile], to folder: URL) throws {
    let manager = FileManager.default
    let target = folder.standardizedFileURL.path(percentEncoded: false).trimmingSuffix("/")
    let parent = (target as NSString).deletingLastPathComponent
    let staged = parent + "/." + (target as NSString).lastPathComponent + ".new"
    try? manager.removeItem(atPath: staged)
    for file in files {
      let path = staged + "/" + file.path
      let sub = (path as NSString).deletingLastPathComponent
      try manager.createDirectory(
        atPath: sub, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o755])
      try DurableFile.create(file.bytes, at: path)
    }
    for sub in Set(files.map { ((staged + "/" + $0.path) as NSString).deletingLastPathComponent }).sorted() {
      try DurableFile.syncFolder(sub)
    }
    try DurableFile.syncFolder(staged)
    if manager.fileExists(atPath: target) {
      try refuseForeignFolder(target)
      try exchange(staged, target)
      try DurableFile.syncFolder(parent)
      try? manager.removeItem(atPath: staged)
    } else {
      guard rename(staged, target) == 0 else { throw problem(target) }
      try DurableFile.syncFolder(parent)
    }
  }

  /// A mistyped `--out` must not cost anybody their files: only an empty folder or an earlier report is replaced.
  private static func refuseForeignFolder(_ path: String) throws {
    let content = try FileManager.default.contentsOfDirectory(atPath: path)
    guard content.isEmpty || content.contains("report.json") else {
      throw Failure(
        "\(path): holds other files and no report.json; expected an earlier report or an empty folder; "
          + "choose another --out")
    }
  }

  private static func exchange(_ staged: String, _ target: String) throws {
    if renameat2(AT_FDCWD, staged, AT_FDCWD, target, renameExchange) == 0 { return }
    // File systems without exchange: the moment between the two renames is the only one without a report.
    let old = staged + ".old"
    guard rename(target, old) == 0, rename(staged, target) == 0 else { throw problem(target) }
    try? FileManager.default.removeItem(atPath: old)
  }

  private static func problem(_ path: String) -> Failure {
    Failure(
      "\(path): could not be replaced (\(String(cString: strerror(errno)))); expected permission to write there; "
        + "choose another --out")
  }
}

extension String {
  fileprivate func trimmingSuffix(_ suffix: String) -> String {
    hasSuffix(suffix) && count > 1 ? String(dropLast(suffix.count)) : self
  }
}
