import Foundation

/// The files below the given paths, in an order that depends neither on the file system nor on that of the paths: which
/// of two files is asked about may hang on which is loaded first.
enum ExportFinder {
  static func files(in paths: [String]) throws -> [String] {
    var found: [String] = []
    for path in paths {
      var isFolder: ObjCBool = false
      guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
        throw Failure("\(path): no such file or folder; expected an export; correct the path", .unusableData)
      }
      guard isFolder.boolValue else {
        found.append(path)
        continue
      }
      let base = path.hasSuffix("/") ? path : path + "/"
      let inside = try FileManager.default.subpathsOfDirectory(atPath: path)
      found += inside.filter(isExport).map { base + $0 }.filter(isFile)
    }
    return found.sorted()
  }

  /// What file managers, browsers in the middle of a download and this tool leave beside exports is not an export.
  private static func isExport(_ path: String) -> Bool {
    let name = (path as NSString).lastPathComponent
    let ours = ["README.md", "truth.json", "fairlead.yml"]
    let unfinished = [".crdownload", ".part", ".download", ".partial", ".icloud"]
    let isBeside = path.split(separator: "/").contains { part in
      part.hasPrefix(".") || unfinished.contains { part.hasSuffix($0) }
    }
    return !isBeside && !ours.contains(name) && !name.hasPrefix("~$")
  }

  private static func isFile(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && !isFolder.boolValue
  }
}
