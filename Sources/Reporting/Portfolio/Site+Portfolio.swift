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
    let templates = try TemplateSet(overrides: overrides)
    let file = DataFile(path: PortfolioPages.tablePath(first: first), PortfolioTable.numbers(portfolio))
    var files = [ReportFile(path: file.path, text: file.table.csv)]
    for page in PortfolioPages(clients: portfolio.clients.count, first: first).pages.reversed() {
      let view = try PortfolioView(portfolio, page: page, file: file)
      let whole = Page(portfolio, view, brand: brand, version: version, templates: templates)
      files.append(ReportFile(path: page.path, text: templates.render(whole, with: "page") + "\n"))
    }
    return files
  }

  /// The name of the page with this number, to find those that a smaller index no longer has.
  package static func portfolioPath(_ number: Int, first: String) -> String {
    PortfolioPages.path(number, first: first)
  }
}
