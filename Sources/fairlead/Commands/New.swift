import ArgumentParser
import Foundation

struct New: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Makes a workspace: a commented fairlead.yml and an inbox for exports.",
    discussion: """
      Example:
        fairlead new shop && cp ~/Downloads/orders_export.csv shop/inbox/
      """)

  @Argument(help: "The folder to make.")
  var folder: String

  @OptionGroup var output: OutputOptions

  func run() throws {
    let manager = FileManager.default
    let path = URL(filePath: folder, directoryHint: .isDirectory).standardizedFileURL.path(percentEncoded: false)
    let settings = path + "fairlead.yml"
    guard !manager.fileExists(atPath: settings) else {
      throw Failure("\(folder): is a workspace already; expected a new folder; choose another name")
    }
    do {
      try manager.createDirectory(
        atPath: path + "inbox", withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
      try manager.setAttributes([.posixPermissions: 0o700], ofItemAtPath: path)
    } catch {
      throw Failure("\(folder): cannot be made; expected a place where you may write; choose another folder")
    }
    let name = URL(filePath: path).lastPathComponent
    try DurableFile.write(Array(Configuration.template(client: name).utf8), to: settings)
    let ignored = "warehouse.sqlite*\n.fairlead-*\ninbox/\nreport/\nmodels/\n"
    try DurableFile.write(Array(ignored.utf8), to: path + ".gitignore")
    if output.json {
      try Terminal.sayJSON(["workspace": path, "inbox": path + "inbox", "configuration": settings])
    } else {
      Terminal.say("Made \(folder). Put your exports into \(folder)/inbox, then: cd \(folder) && fairlead build")
    }
  }
}
