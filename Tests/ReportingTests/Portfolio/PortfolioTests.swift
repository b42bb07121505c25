import Analysis
import Foundation
import Testing
import Vocabulary

@testable import Reporting

struct PortfolioTests {
  private static func figure(
    _ measure: String, _ value: Double?, before: Double?, _ low: Double?, _ high: Double?, weeks: Int = 26
  ) -> String {
    func text(_ value: Double?) -> String { value.map { "\($0)" } ?? "null" }
    let history = (0..<min(13, weeks)).map { "\((value ?? 0) * (0.9 + Double($0 % 5) * 0.03))" }
    return """
      {"measure": "\(measure)", "value": \(text(value)), "previous": \(text(before)), "usualLow": \(text(low)),
       "usualHigh": \(text(high)), "weeksInUsualRange": \(weeks), "weeksBefore": \(weeks),
       "history": [\(history.joined(separator: ", "))]}
      """
  }

  /// Revenue usually £36k–£41k, £5–£5.90 back per £1, £11.50–£14 a new customer.
  static func client(
    _ name: String, revenue: Double = 38_600, back: Double = 5.4, cost: Double = 12.8, missing: Int = 0,
    week: String = "2026-W46", currency: String = "GBP", weeks: Int = 26, earlier: String = ""
  ) throws -> Portfolio.Client {
    let range = weeks >= 8
    let text = """
      {"schema": 1, "client": "\(name)", "asOf": "2026-11-15", "currency": "\(currency)", "buildID": "b",
       "reportWeek": "\(week)", "kpis": [
       \(figure("revenue", revenue, before: 38_000, range ? 36_000 : nil, range ? 41_000 : nil, weeks: weeks)),
       \(figure("revenuePerSpend", back, before: 5.3, range ? 5 : nil, range ? 5.9 : nil, weeks: weeks)),
       \(figure("costPerNewCustomer", cost, before: 13, range ? 11.5 : nil, range ? 14 : nil, weeks: weeks))],
       "sources": [{"name": "Google Ads", "last": "2026-11-12", "daysMissing": \(missing)}],
       "earlier": [\(earlier)]}
      """
    return Portfolio.Client(
      folder: "clients/\(name)", name: "folder", link: "../clients/\(name.count)/report/index.html",
      content: .report(try ReportRecord(Array(text.utf8))))
  }

  private static let restated = """
    {"week": "2026-W45", "attention": "outOfRange", "restated": [{"measure": "revenue", "reported": 217000,
     "now": 215700, "causes": [{"kind": "laterFile", "file": "refunds.csv"}]}]},
    {"week": "2026-W44", "attention": "none", "restated": []}
    """

  static let portfolio: Portfolio = {
    do {
      return Portfolio([
        try client("Quarry", earlier: restated),
        try client("Bellwether", missing: 3),
        try client("Alder", back: 4.1, cost: 15, currency: "EUR", earlier: restated),
        try client("Pelham", revenue: 30_000, back: 4, cost: 20),
        try client("Tarn", revenue: 92_700),
        try client("Northwind", cost: 14.2, missing: 1),
        try client("Harbour", week: "2026-W45"),
        try client("juniper", weeks: 3),
        Portfolio.Client(
          folder: "clients/zeta", name: "zeta", link: nil, content: .problem("There is no report.json in zeta")),
      ])
    } catch { preconditionFailure("\(error)") }
  }()

  static func views() throws -> [PortfolioView] {
    let file = DataFile(path: "clients.csv", PortfolioTable.numbers(portfolio))
    let many = Portfolio(try (0..<30).map { try client("C\($0)") })
    return try [portfolio, many].flatMap { portfolio in
      try PortfolioPages(clients: portfolio.clients.count, first: "index.html").pages.map {
        try PortfolioView(portfolio, page: $0, file: file)
      }
    }
  }

  private func pages(_ portfolio: Portfolio, first: String = "index.html") throws -> [(path: String, html: String)] {
    try Rendered.site.renderPortfolio(portfolio, first: first, version: "0").map {
      ($0.path, String(decoding: $0.bytes, as: UTF8.self))
    }
  }

  private func index() throws -> String {
    try #require(try pages(Self.portfolio).first { $0.path == "index.html" }).html
  }

  @Test func clientsAreOrderedByNeedOfAttention() {
    let portfolio = Self.portfolio
    #expect(
      portfolio.clients.map(\.name) == [
        "Harbour", "zeta", "Pelham", "Alder", "Northwind", "Bellwether", "juniper", "Quarry", "Tarn",
      ])
    #expect(
      portfolio.clients.map(\.attention) == [
        .noReport, .noReport, .outOfRange, .outOfRange, .outOfRange, .missingData, .none, .none, .none,
      ])
    #expect(portfolio.week == Fixture.week("2026-W46"))
    #expect(portfolio.needingALook == 6 && portfolio.reports == 7)
    #expect(portfolio.currencies.map(\.code) == ["GBP", "EUR"])
    #expect(portfolio.currencies.map(\.clients) == [7, 1])
  }

  @Test func theHeadSaysHowManyAndWhy() throws {
    let texts = PageText.elements(["h1", "p"], in: try index())
    #expect(texts.contains("6 of 9 clients need a look this week"))
    #expect(
      texts.contains(
        "2 clients have no report of the week. Three clients have a figure outside its usual range on the bad side. "
          + "One has missing data.")
        || texts.contains(
          "Two clients have no report of the week. Three clients have a figure outside its usual range on the bad "
            + "side. One has missing data.")
    )
  }

  @Test func aRowSaysItsFiguresDataAndAlerts() throws {
    let html = try index()
    let texts = PageText.elements(["td", "th"], in: html)
    #expect(texts.contains("£30.0k−\u{2060}21% on the week before, worse, outside its usual range"), "\(texts)")
    #expect(
      texts.contains(
        "Revenue is below its usual range. Revenue per £1 of ads is below its usual range. "
          + "Cost per new customer is above its usual range."))
    #expect(texts.contains("Google Ads: 3 days missing"))
    #expect(texts.contains("Google Ads lacks days, so figures may be too low."))
    #expect(texts.contains("3 of 8 weeks"))
    // Three weeks are known before week 46: the eighth is week 50.
    #expect(texts.contains("No usual range before week\u{A0}51."))
    #expect(texts.contains("There is no report.json in zeta."))
    #expect(texts.contains("No report of the week. The last is of Week\u{A0}45 of 2026."))
    #expect(texts.contains("No figure"))
    // The fold below the table has no table of its own.
    #expect(!html.contains("<details>"))
    // Good news outside the range is green and raises nobody.
    #expect(html.contains("£92.7k</b><span class=\"delta up-good\">"))
  }

  @Test func amountsOfDifferentCurrenciesStandApart() throws {
    let html = try index()
    #expect(html.contains("€38.6k") && html.contains("£38.6k"))
    // 38.6k × 6 + 30k + 92.7k and the like would be a sum over clients.
    #expect(!html.contains("Total"))
  }

  @Test func theFilterHidesCalmRowsOnScreenOnly() throws {
    let html = try index()
    #expect(html.contains("id=\"show-all\" checked"))
    #expect(html.components(separatedBy: "class=\"calm\"").count - 1 == 3)
    #expect(html.components(separatedBy: "class=\"look\"").count - 1 == 6)
    let rule = try #require(html.range(of: ":root:has(#show-look:checked) .pf .calm"))
    #expect(html[..<rule.lowerBound].hasSuffix("@media screen {\n"))
  }

  @Test func previousWeeksSayWhatWasRestated() throws {
    let texts = PageText.elements(["li"], in: try index())
    #expect(texts.contains("Alder: Revenue €217k → €216k. refunds.csv was read after the report."))
    #expect(texts.contains("Quarry: Revenue £217k → £216k. refunds.csv was read after the report."))
    // Three reports of week 45: two that were restated and needed a look, and the one that is the client's last.
    #expect(try index().contains("3 of 9 reported, 2 needed a look"))
    #expect(try index().contains("2 of 9 reported, 0 needed a look"))
  }

  @Test func pagesHoldTwentyFiveClientsEach() throws {
    let many = Portfolio(try (0..<60).map { try Self.client("Client \(100 + $0)", cost: $0 == 59 ? 20 : 12.8) })
    let pages = try pages(many)
    #expect(pages.map(\.path) == ["clients.csv", "clients-3.html", "clients-2.html", "index.html"])
    #expect(pages[3].html.contains("Client 159") && pages[1].html.contains("Client 158"))
    #expect(pages[1].html.contains("Clients 51 to 60 of 60."))
    #expect(pages[2].html.contains("<a href=\"clients-3.html\">"))
    for page in pages.dropFirst() { #expect(page.html.utf8.count <= 153_600, "\(page.path): \(page.html.utf8.count)") }
    #expect(try self.pages(many, first: "all.html").map(\.path) == ["all.csv", "all-3.html", "all-2.html", "all.html"])
    #expect(pages[0].html.split(separator: "\r\n").count == 61)
  }

  @Test func wickedNamesStayText() throws {
    let clients = try Fixture.wicked.enumerated().map { index, name in
      let quoted = String(decoding: try JSONEncoder().encode([name]), as: UTF8.self).dropFirst(2).dropLast(2)
      return try Self.client(String(quoted), missing: index)
    }
    for (path, html) in try pages(Portfolio(clients)) where path.hasSuffix(".html") {
      #expect(!html.contains("<script") && !html.contains("<img src=x") && !html.contains("</style><b>"))
      #expect(html.contains("{{headline}} {{{style}}}"))
    }
  }

  @Test func nobodyAtAllIsAnIndexToo() throws {
    let portfolio = Portfolio([
      Portfolio.Client(folder: "a", name: "a", link: nil, content: .problem("There is no report.json in a"))
    ])
    #expect(portfolio.week == nil && portfolio.needingALook == 1)
    #expect(try pages(portfolio).last?.html.contains("1 of 1 client needs a look this week") == true)
  }
}
