import Charting
import Vocabulary

extension Site {
  /// The index of many clients: pages of 25, and one table of all of them.
  /// - Parameters:
  ///   - first: file name of the first page; the others and the table are named after it.
  ///   - version: of the program, for the foot of each page.
  /// - Returns: the first page last, so that whoever writes them in this order never shows a page whose next is missing.
  /// - Throws: what `render` throws.
  package func renderPortfolio(
    _ portfolio: Portfolio, first: String, version: String
  ) throws(ReportingError) -> [ReportFile] {
    try language.speaking { () throws(ReportingError) in try portfolioFiles(portfolio, first, version) }
  }

  private func portfolioFiles(
    _ portfolio: Portfolio, _ first: String, _ version: String
  ) throws(ReportingError) -> [ReportFile] {
    let templates = try TemplateSet(overrides: overrides)
    let file = DataFile(path: PortfolioPages.tablePath(first: first), PortfolioTable.numbers(portfolio))
    let claims = try PortfolioClaims(portfolio, path: PortfolioPages.claimsPath(first: first))
    var files = ([file] + [claims?.file].compactMap { $0 }).map { ReportFile(path: $0.path, text: $0.table.csv) }
    for page in PortfolioPages(clients: portfolio.clients.count, first: first).pages.reversed() {
      let view = try PortfolioView(portfolio, page: page, file: file, claims: claims)
      let whole = Page(portfolio, view, brand: brand, version: version, templates: templates)
      files.append(ReportFile(path: page.path, text: templates.render(whole, with: "page") + "\n"))
    }
    return files
  }

  /// Who sends an index whose brand has no name.
  package static func portfolioName(in language: Language) -> String { language.speaking { phrase("All clients") } }

  /// The name of the page with this number, to find those that a smaller index no longer has.
  package static func portfolioPath(_ number: Int, first: String) -> String {
    PortfolioPages.path(number, first: first)
  }
}
