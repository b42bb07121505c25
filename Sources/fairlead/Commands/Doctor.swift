import ArgumentParser
import Foundation
import Warehouse

struct Doctor: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Checks versions, the database library, permissions, disk space and time zone data.",
    discussion: """
      Example:
        fairlead doctor
      """)

  @OptionGroup var workspaceOptions: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let folder = URL(filePath: workspaceOptions.workspace ?? FileManager.default.currentDirectoryPath)
    let checks = [
      Check(name: "fairlead", isGood: true, found: Fairlead.version),
      sqlite(), timeZones(), writable(folder), space(folder),
    ]
    if output.json {
      try Terminal.sayJSON(["checks": checks])
    } else {
      for check in checks { Terminal.say("\(check.isGood ? "ok  " : "bad ") \(check.name): \(check.found)") }
    }
    if checks.contains(where: { !$0.isGood }) { throw ExitCode(ExitStatus.failed.rawValue) }
  }

  /// Asks the library that is really linked.
  private func sqlite() -> Check {
    let path = FileManager.default.temporaryDirectory.appending(path: "fairlead-doctor-\(getpid()).sqlite")
      .path(percentEncoded: false)
    defer { for suffix in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + suffix) } }
    guard let answer = try? Warehouse(path: path).queryRows("SELECT sqlite_version()"),
      case .text(let version) = answer.rows.first?.first
    else { return Check(name: "SQLite", isGood: false, found: "a warehouse cannot be made in the temporary folder") }
    return Check(name: "SQLite", isGood: true, found: version)
  }

  private func timeZones() -> Check {
    let known = TimeZone(identifier: "Europe/London") != nil
    return Check(name: "time zone data", isGood: known, found: known ? "present" : "absent: install tzdata")
  }

  private func writable(_ folder: URL) -> Check {
    let path = folder.path(percentEncoded: false)
    let can = FileManager.default.isWritableFile(atPath: path)
    return Check(name: "folder", isGood: can, found: can ? "\(path) can be written" : "\(path) cannot be written")
  }

  private func space(_ folder: URL) -> Check {
    let attributes = try? FileManager.default.attributesOfFileSystem(forPath: folder.path(percentEncoded: false))
    guard let free = (attributes?[.systemFreeSize] as? NSNumber)?.int64Value else {
      return Check(name: "disk", isGood: true, found: "free space unknown")
    }
    return Check(name: "disk", isGood: free > 200_000_000, found: "\(free / 1_000_000) MB free")
  }

  private struct Check: Encodable {
    let name: String
    let isGood: Bool
    let found: String
  }
}
