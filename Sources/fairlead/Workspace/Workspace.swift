import ArgumentParser
import Foundation

/// The folder of one business: configuration, inbox, warehouse, report.
struct Workspace {
  let folder: URL
  let configuration: Configuration

  var inbox: URL { folder.appending(path: "inbox") }
  var warehouse: URL { folder.appending(path: "warehouse.sqlite") }
  var report: URL { folder.appending(path: "report") }
  /// None in a folder whose exports were ingested from elsewhere.
  var inboxes: [String] {
    exists(inbox) || !exists(warehouse) ? [inbox.path(percentEncoded: false)] : []
  }
  /// Whether somebody has made it one, or loaded something into it.
  var isBegun: Bool { exists(folder.appending(path: "fairlead.yml")) || exists(warehouse) }
  private var keyFile: URL { folder.appending(path: ".fairlead-key") }

  init(options: WorkspaceOptions) throws {
    folder =
      URL(filePath: options.workspace ?? FileManager.default.currentDirectoryPath, directoryHint: .isDirectory)
      .standardizedFileURL
    let file = options.config.map { URL(filePath: $0) } ?? folder.appending(path: "fairlead.yml")
    configuration = try Configuration.read(file, required: options.config != nil)
  }

  private func exists(_ place: URL) -> Bool {
    FileManager.default.fileExists(atPath: place.path(percentEncoded: false))
  }

  /// The secret by which customers' addresses become pseudonyms. A workspace without one in its configuration gets a
  /// random one, kept beside the warehouse and readable by its owner alone: without it nobody can guess addresses
  /// from pseudonyms.
  func pseudonymKey() throws -> [UInt8] {
    if let key = configuration.pseudonymKey { return Array(key.utf8) }
    if let stored = try? Data(contentsOf: keyFile), stored.count == 64 { return [UInt8](stored) }
    var generator = SystemRandomNumberGenerator()
    let digits = Array("0123456789abcdef".utf8)
    let key = (0..<64).map { _ in digits[Int.random(in: 0..<16, using: &generator)] }
    try DurableFile.write(key, to: keyFile.path(percentEncoded: false), permissions: 0o600)
    return key
  }
}

struct WorkspaceOptions: ParsableArguments {
  @Option(name: [.customShort("C"), .customLong("workspace")], help: "The workspace; default: the current folder.")
  var workspace: String?

  @Option(help: "A configuration elsewhere than fairlead.yml in the workspace.")
  var config: String?
}

struct OutputOptions: ParsableArguments {
  @Flag(help: "One JSON object instead of text.")
  var json = false

  @Flag(name: .shortAndLong, help: "No progress on standard error.")
  var quiet = false
}
