import ArgumentParser
import Foundation
import Reporting

struct Portfolio: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "One page of all clients, from the report.json of each: who needs a look this week, and why.",
    discussion: """
      A folder is a report, a workspace, or a folder of either. Nothing is computed again.

      Example:
        fairlead portfolio clients --out agency --name "Fernhill Agency"
      """)

  @Argument(help: "Folders of reports or workspaces, or folders that hold them.")
  var folders: [String]

  @Option(help: ArgumentHelp("The folder for index.html and its table, or the page itself.", valueName: "file|dir"))
  var out: String

  @Option(help: "Whose clients they are; stands at the head of the page.")
  var name = "All clients"

  @Option(
    help: ArgumentHelp(
      "Your own templates and style sheets, laid over the built-in ones of the same name.", valueName: "dir"))
  var templates: String?

  @OptionGroup var output: OutputOptions

  func run() throws {
    let place = PortfolioPlace(out)
    let portfolio = Reporting.Portfolio(ClientFinder(linkingFrom: place.folder).clients(in: folders))
    let templates = try self.templates.map {
      try TemplateFolder.read(URL(filePath: $0, directoryHint: .isDirectory))
    }
    do {
      let site = Site(brand: try Brand(name: name), pseudonym: { $0 }, templates: templates ?? [:])
      try place.write(site.renderPortfolio(portfolio, first: place.first, version: Fairlead.version))
    } catch let error as ReportingError {
      throw Failure(error.description)
    }
    if output.json {
      try Terminal.sayJSON(PortfolioAnswer(portfolio, path: place.path))
    } else {
      for client in portfolio.clients {
        if case .problem(let reason) = client.content { Terminal.complain("\(client.folder): \(reason)") }
      }
      Terminal.say(place.path)
    }
    let isWhole = portfolio.clients.allSatisfy { $0.record != nil }
    if !isWhole { throw ExitCode(ExitStatus.someFailed.rawValue) }
  }
}
