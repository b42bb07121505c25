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
  /// - Parameter kept: files and folders of the last report, from its root, that stay as they are. They are linked, not
  ///   copied, so that a year of weeks costs a build no room and little time. Where one of `files` has the same path,
  ///   that one counts.
  static func publish(_ files: [ReportFile], keeping kept: [String] = [], to folder: URL) throws {
    let manager = FileManager.default
    let target = path(of: folder)
    let parent = (target as NSString).deletingLastPathComponent
    let staged = stagedPath(of: target)
    try finishInterrupted(target)
    try? manager.removeItem(atPath: staged)
    if manager.fileExists(atPath: target) { try refuseForeignFolder(target) }
    var folders: Set<String> = [staged]
    for file in files {
      let path = staged + "/" + file.path
      let sub = (path as NSString).deletingLastPathComponent
      if folders.insert(sub).inserted || sub == staged {
        try manager.createDirectory(
          atPath: sub, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o755])
      }
      try DurableFile.create(file.bytes, at: path)
    }
    for entry in kept { try carry(target + "/" + entry, to: staged + "/" + entry, &folders) }
    for sub in withAncestors(folders, below: staged) { try DurableFile.syncFolder(sub) }
    if manager.fileExists(atPath: target) {
      try exchange(staged, target)
      try DurableFile.syncFolder(parent)
      try? manager.removeItem(atPath: staged)
    } else {
      guard rename(staged, target) == 0 else { throw problem(target) }
      try DurableFile.syncFolder(parent)
    }
  }

  /// Where the file system cannot exchange two folders, a kill between two renames leaves the last report beside its
  /// place; it is put back.
  static func finishInterrupted(_ target: String) throws {
    let manager = FileManager.default
    let old = stagedPath(of: target) + ".old"
    guard manager.fileExists(atPath: old) else { return }
    if manager.fileExists(atPath: target) {
      try? manager.removeItem(atPath: old)
    } else {
      guard rename(old, target) == 0 else { throw problem(target) }
    }
  }

  static func path(of folder: URL) -> String {
    folder.standardizedFileURL.path(percentEncoded: false).trimmingSuffix("/")
  }

  private static func stagedPath(of target: String) -> String {
    (target as NSString).deletingLastPathComponent + "/." + (target as NSString).lastPathComponent + ".new"
  }

  /// What is there already is a file of the new report and stays.
  private static func carry(_ source: String, to path: String, _ folders: inout Set<String>) throws {
    let manager = FileManager.default
    var isFolder: ObjCBool = false
    guard manager.fileExists(atPath: source, isDirectory: &isFolder) else { return }
    guard isFolder.boolValue else {
      let sub = (path as NSString).deletingLastPathComponent
      if folders.insert(sub).inserted {
        try manager.createDirectory(
          atPath: sub, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o755])
      }
      if link(source, path) == 0 || errno == EEXIST { return }
      // A file system without links to files, or with a bound on them.
      guard let data = try? Data(contentsOf: URL(filePath: source)) else { throw problem(source) }
      return try DurableFile.create([UInt8](data), at: path)
    }
    for name in try manager.contentsOfDirectory(atPath: source).sorted() {
      try carry(source + "/" + name, to: path + "/" + name, &folders)
    }
  }

  /// The deepest first, so that a folder's name is on disk after what it holds.
  private static func withAncestors(_ folders: Set<String>, below root: String) -> [String] {
    var all = folders
    for folder in folders {
      var path = folder
      while path.count > root.count {
        all.insert(path)
        path = (path as NSString).deletingLastPathComponent
      }
    }
    return all.sorted { ($1.utf8.count, $0) < ($0.utf8.count, $1) }
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
