import ArgumentParser
import Foundation
import Reporting

struct Templates: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "templates",
    abstract: "The templates and style sheets of the report, for a designer.",
    discussion: """
      Example:
        fairlead templates export design && fairlead report --templates design
      """,
    subcommands: [Export.self])

  struct Export: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Writes the built-in templates into a folder. What is not changed may be deleted there.",
      discussion: """
        Example:
          fairlead templates export design
        """)

    @Argument(help: "The folder; made if it is not there.")
    var folder: String

    @OptionGroup var output: OutputOptions

    func run() throws {
      let files = try TemplateFolder.export(to: URL(filePath: folder, directoryHint: .isDirectory))
      if output.json {
        try Terminal.sayJSON(["files": files])
      } else {
        files.forEach { Terminal.say($0) }
      }
    }
  }
}
