import Foundation

/// One file of the repository, by its path below the root.
struct SourceFile: Equatable {
  let path: String
  let text: String

  var name: String { path.split(separator: "/").last.map(String.init) ?? path }
  /// The main type's name: `SeededGenerator` for `SeededGenerator+Choices.swift`.
  var stem: String { name.split(whereSeparator: { $0 == "." || $0 == "+" }).first.map(String.init) ?? name }
  /// The target that a source or test file belongs to: the second folder, or nil outside `Sources/` and `Tests/`.
  var target: String? {
    let parts = path.split(separator: "/")
    if parts.first == "Templates" { return "Templates" }
    guard parts.count > 2, parts[0] == "Sources" || parts[0] == "Tests" else { return nil }
    return String(parts[1])
  }
  var lineCount: Int {
    text.split(separator: "\n", omittingEmptySubsequences: false).count - (text.hasSuffix("\n") ? 1 : 0)
  }
  /// The text without comments; literals stay.
  var code: String { SwiftText(text).withoutComments }
  /// The text without comments and without what stands in literals.
  var bareCode: String { SwiftText(text).withoutCommentsAndLiterals }
}

/// The repository as it lies on disk.
enum SourceTree {
  static let root = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
    .deletingLastPathComponent()
    .deletingLastPathComponent()

  /// The Swift files of `Sources`, `Templates` and `Tests`, sorted by path, with the manifest at the end.
  static let swift: [SourceFile] =
    ["Sources", "Templates", "Tests"].flatMap { files(below: $0) { $0.hasSuffix(".swift") } }
    + files(["Package.swift"])

  /// The sources alone: what the house rules hold for.
  static let sources = swift.filter { $0.path.hasPrefix("Sources/") || $0.path.hasPrefix("Templates/") }

  static let snapshots = paths(below: "Tests").filter { $0.contains("/Snapshots/") }.map {
    SourceFile(path: $0, text: "")
  }

  static let readme = files(["README.md"])

  /// Everything that could be committed: no build products, no hidden working folders.
  static let committedPaths: [String] = paths(below: "")

  static func data(_ path: String) -> Data? { try? Data(contentsOf: root.appending(path: path)) }

  private static func files(_ paths: [String]) -> [SourceFile] {
    paths.compactMap { path in data(path).map { SourceFile(path: path, text: String(decoding: $0, as: UTF8.self)) } }
  }

  private static func files(below folder: String, where wanted: (String) -> Bool) -> [SourceFile] {
    files(paths(below: folder).filter(wanted))
  }

  private static func paths(below folder: String) -> [String] {
    let unwatched = [".git", ".venv", ".swiftpm", "Package.resolved", "DerivedData"]
    var found: [String] = []
    var folders = [folder]
    while let current = folders.popLast() {
      let url = current.isEmpty ? root : root.appending(path: current)
      for name in (try? FileManager.default.contentsOfDirectory(atPath: url.path(percentEncoded: false))) ?? [] {
        if unwatched.contains(name) || name.hasPrefix(".build") || name.contains(".sqlite") { continue }
        let path = current.isEmpty ? name : current + "/" + name
        var isFolder: ObjCBool = false
        _ = FileManager.default.fileExists(
          atPath: root.appending(path: path).path(percentEncoded: false), isDirectory: &isFolder)
        if isFolder.boolValue { folders.append(path) } else { found.append(path) }
      }
    }
    return found.sorted()
  }
}
