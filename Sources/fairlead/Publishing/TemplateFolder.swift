import Foundation
import Reporting

/// A designer's folder of templates and style sheets.
enum TemplateFolder {
  /// Writes all built-in templates, or none where one of them is there already.
  /// - Returns: the paths written.
  static func export(to folder: URL) throws -> [String] {
    let manager = FileManager.default
    let files = Site.builtInTemplates.map {
      (path: folder.appending(path: $0.name).path(percentEncoded: false), bytes: $0.bytes)
    }
    for file in files where manager.fileExists(atPath: file.path) {
      throw Failure("\(file.path): is there already; expected a folder without it; choose another or remove the file")
    }
    do {
      try manager.createDirectory(at: folder, withIntermediateDirectories: true)
    } catch {
      throw Failure(
        "\(folder.path(percentEncoded: false)): cannot be made; expected a place where you may write; "
          + "choose another folder")
    }
    for file in files { try DurableFile.create(file.bytes, at: file.path) }
    try DurableFile.syncFolder(folder.path(percentEncoded: false))
    return files.map(\.path)
  }

  /// Contents by file name. Hidden files, which editors leave, are passed over.
  static func read(_ folder: URL) throws -> [String: [UInt8]] {
    let path = folder.path(percentEncoded: false)
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: path) else {
      throw Failure(
        "\(path): no folder that can be read; expected one with templates; make it with `fairlead templates export`")
    }
    var contents: [String: [UInt8]] = [:]
    for name in names where !name.hasPrefix(".") {
      guard let data = try? Data(contentsOf: folder.appending(path: name)) else {
        throw Failure("\(path)\(name): cannot be read; expected a template file; remove it or allow reading it")
      }
      contents[name] = [UInt8](data)
    }
    return contents
  }

  /// What of the folder goes into the name of a build: nothing without a folder.
  static func inputs(_ contents: [String: [UInt8]]) -> [String] {
    contents.sorted { $0.key < $1.key }.map { "\($0.key): \(String(decoding: $0.value, as: UTF8.self))" }
  }
}
