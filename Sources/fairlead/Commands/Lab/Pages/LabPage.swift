import ArgumentParser
import Foundation
import Reporting

/// The file of `--html`: a page is made again, so an earlier one is replaced, but nothing else is.
enum LabPage {
  private static let opening = "<!doctype html>"

  /// Before the run, so that an hour's work is not lost to a mistyped path.
  static func check(_ path: String) throws {
    let folder = (path as NSString).deletingLastPathComponent
    var isFolder: ObjCBool = false
    let manager = FileManager.default
    guard manager.fileExists(atPath: folder.isEmpty ? "." : folder, isDirectory: &isFolder), isFolder.boolValue else {
      throw ValidationError("--html is \(path): found no folder \(folder); expected one; create it or choose another")
    }
    guard manager.fileExists(atPath: path, isDirectory: &isFolder) else { return }
    guard !isFolder.boolValue, let handle = FileHandle(forReadingAtPath: path) else {
      throw ValidationError("--html is \(path): found a folder; expected the name of a file; add one")
    }
    defer { try? handle.close() }
    let start = try handle.read(upToCount: opening.utf8.count) ?? Data()
    guard start.isEmpty || start == Data(opening.utf8) else {
      throw ValidationError("--html is \(path): found a file that is no page; expected a new name; choose another")
    }
  }

  static func write(_ report: LabReport, to path: String) throws {
    do {
      try DurableFile.write(try report.render(), to: path)
    } catch let error as ReportingError {
      throw Failure(error.description)
    }
  }
}
