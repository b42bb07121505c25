import ArgumentParser
import Foundation
import Reporting

struct Portfolio: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "One page of all clients, from the report.json of each: who needs a look this week, and why.",
    discussion: """
      A folder is a report, a workspace, or a folder of either. Nothing is computed again.

      Example:
        fairlead portfolio clients --out agency --brand agency.yml
      """)

  @Argument(help: "Folders of reports or workspaces, or folders that hold them.")
  var folders: [String]

  @Option(help: ArgumentHelp("The folder for index.html and its table, or the page itself.", valueName: "file|dir"))
  var out: String

  @Option(help: "Whose clients they are, for the head of the page; default: the brand's name, or \"All clients\".")
  var name: String?

  @Option(
    help: ArgumentHelp(
      "The agency's brand: name, accent, logo, footer, locale; the file that `brand:` of its clients names.",
      valueName: "file"))
  var brand: String?

  @Option(help: "The language of the page: en, de, fr, es, nl, pt or it; wins over the brand's.")
  var locale: String?

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
    let site: Site
    do {
      site = try self.site(templates ?? [:])
      try place.write(site.renderPortfolio(portfolio, first: place.first, version: Fairlead.version))
    } catch let error as ReportingError {
      throw Failure(error.description)
    }
    if output.json {
      try Terminal.sayJSON(PortfolioAnswer(portfolio, path: place.path, untranslated: site.untranslated))
    } else {
      for client in portfolio.clients {
        if let problem = client.problem { Terminal.complain("\(client.folder): \(problem)") }
      }
      Terminal.say(place.path)
    }
    let isWhole = portfolio.clients.allSatisfy { $0.record != nil }
    if !isWhole { throw ExitCode(ExitStatus.someFailed.rawValue) }
  }

  private func site(_ templates: [String: [UInt8]]) throws -> Site {
    let brand = try self.brand.map { try BrandSettings.read(URL(filePath: $0)) } ?? BrandSettings()
    var language = try Language(tag: locale ?? brand.locale ?? "en", files: templates)
    if let direction = brand.direction { language.direction = direction }
    return Site(
      brand: try Brand(
        name: name ?? brand.name ?? Site.portfolioName(in: language), accent: brand.accent ?? Brand.standardAccent,
        first: brand.first, second: brand.second, logo: brand.logo, closing: brand.footer),
      language: language, pseudonym: { $0 }, templates: templates)
  }
}
