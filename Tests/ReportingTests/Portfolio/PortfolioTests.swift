import Analysis
import Foundation
import Testing
import Vocabulary

@testable import Reporting

struct PortfolioTests {
  private static func figure(
    _ measure: String, _ value: Double?, before: Double?, _ low: Double?, _ high: Double?, weeks: Int = 26,
    standing: String = "inside"
  ) -> String {
    func text(_ value: Double?) -> String { value.map { "\($0)" } ?? "null" }
    let history = (0..<min(13, weeks)).map { "\((value ?? 0) * (0.9 + Double($0 % 5) * 0.03))" }
    return """
      {"measure": "\(measure)", "value": \(text(value)), "previous": \(text(before)), "usualLow": \(text(low)),
       "usualHigh": \(text(high)), "weeksInUsualRange": \(weeks), "weeksBefore": \(weeks),
       "standing": "\(standing)", "history": [\(history.joined(separator: ", "))]}
      """
  }

  /// Revenue usually £36k–£41k, £5–£5.90 back per £1, £11.50–£14 a new customer.
  static func client(
    _ name: String, revenue: Double = 38_600, back: Double = 5.4, cost: Double = 12.8, missing: Int = 0,
    week: String = "2026-W46", currency: String = "GBP", weeks: Int = 26, earlier: String = "",
    claims: String = "null", standing: String = "inside"
  ) throws -> Portfolio.Client {
    let range = weeks >= 8
    let text = """
      {"schema": 1, "client": "\(name)", "asOf": "2026-11-15", "currency": "\(currency)", "buildID": "b",
       "reportWeek": "\(week)", "kpis": [
       \(figure("revenue", revenue, before: 38_000, range ? 36_000 : nil, range ? 41_000 : nil, weeks: weeks, standing: standing)),
       \(figure("revenuePerSpend", back, before: 5.3, range ? 5 : nil, range ? 5.9 : nil, weeks: weeks)),
       \(figure("costPerNewCustomer", cost, before: 13, range ? 11.5 : nil, range ? 14 : nil, weeks: weeks))],
       "sources": [{"name": "Google Ads", "last": "2026-11-12", "daysMissing": \(missing)}],
       "earlier": [\(earlier)], "reconciliation": \(claims)}
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

  /// 80 of paid search claimed where at most 40 + 30 are possible; 20.4 of email, within its 15 to 45.
  static let claims = """
    {"first": "2026-11-09", "last": "2026-11-15", "orders": 120, "ordersWithoutSource": 30, "analytics": "GA4",
     "channels": [
      {"channel": "paidSearch", "claimed": 80, "seen": 52, "recorded": 40, "atLeast": 40, "atMost": 70},
      {"channel": "email", "claimed": 20.4, "seen": 18, "recorded": 15, "atLeast": 15, "atMost": 45},
      {"channel": "pigeons", "claimed": 3, "seen": null, "recorded": 0, "atLeast": 0, "atMost": 30}]}
    """
  /// Ten times as many, and nothing beyond what is possible.
  private static let modest = """
    {"first": "2026-11-09", "last": "2026-11-15", "orders": 9000, "ordersWithoutSource": 4000, "analytics": null,
     "channels": [{"channel": "paidSearch", "claimed": 4100, "recorded": 700}]}
    """

  static let portfolio: Portfolio = {
    do {
      return Portfolio([
        try client("Quarry", earlier: restated),
        try client("Bellwether", missing: 3),
        try client("Alder", back: 4.1, cost: 15, currency: "EUR", earlier: restated),
        try client("Pelham", revenue: 30_000, back: 4, cost: 20, claims: claims),
        try client("Tarn", revenue: 92_700, claims: modest),
        try client("Northwind", cost: 14.2, missing: 1),
        try client("Harbour", week: "2026-W45", claims: claims.replacing("120", with: "70")),
        try client("juniper", weeks: 3),
        Portfolio.Client(
          folder: "clients/zeta", name: "zeta", link: nil, content: .problem("the key schema is missing")),
      ])
    } catch { preconditionFailure("\(error)") }
  }()

  static func views() throws -> [PortfolioView] {
    let file = DataFile(path: "clients.csv", PortfolioTable.numbers(portfolio))
    let many = Portfolio(try (0..<30).map { try client("C\($0)") })
    return try [portfolio, many].flatMap { portfolio in
      try PortfolioPages(clients: portfolio.clients.count, first: "index.html").pages.map {
        try PortfolioView(
          portfolio, page: $0, file: file, claims: try PortfolioClaims(portfolio, path: "clients-claims.csv"))
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
    let texts = PageText.sentences(["h1", "p"], in: try index())
    #expect(texts.contains("6 of 9 clients need a look this week"))
    #expect(
      texts.contains(
        "Two clients have no report of the week. Three clients have a figure outside its usual range on the bad side. "
          + "One client has missing data."))
  }

  @Test func aRowSaysItsFiguresDataAndAlerts() throws {
    let html = try index()
    let texts = PageText.sentences(["td", "th"], in: html)
    #expect(texts.contains("£30.0k −21% on the week before, worse, outside its usual range"), "\(texts)")
    #expect(
      texts.contains(
        "Revenue is below its usual range. Revenue per £1 of ads is below its usual range. "
          + "Cost per new customer is above its usual range."))
    #expect(texts.contains("Google Ads: 3 days missing"))
    #expect(texts.contains("Google Ads lacks days, so figures may be too low."))
    #expect(texts.contains("3 of 8 weeks"))
    // Three weeks are known before week 46: the eighth is week 50.
    #expect(texts.contains("No usual range before week 51."))
    #expect(texts.contains("Its report cannot be read: the key schema is missing."))
    #expect(texts.contains("No report of the week. The last is of Week 45 of 2026."))
    #expect(texts.contains("No figure"))
    // The fold below the table has no table of its own; that of the claims has.
    #expect(html.components(separatedBy: "<details>").count == 2)
    // Good news outside the range is green and raises nobody.
    #expect(html.contains("£92.7k</b><span class=\"delta up-good\">"))
  }

  @Test func aWeekThatLacksExchangeRatesIsNotComplete() throws {
    let portfolio = Portfolio([try Self.client("A"), try Self.client("B", standing: "incomplete")])
    #expect(portfolio.clients.map(\.name) == ["B", "A"])
    #expect(portfolio.clients.map(\.attention) == [.missingData, .none])
    let html = try #require(try pages(portfolio).last).html
    let texts = PageText.sentences(["p", "td"], in: html)
    #expect(texts.contains("One client has missing data."))
    #expect(texts.contains("Exchange rate missing"), "\(texts)")
    #expect(texts.contains("Not all money of the week has an exchange rate, so figures may be too low."))
    #expect(texts.count { $0 == "Complete" } == 1)
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
    #expect(html[..<rule.lowerBound].hasSuffix("@media screen {"))
  }

  @Test func previousWeeksSayWhatWasRestated() throws {
    let html = try index()
    #expect(html.contains("<li>Alder: Revenue €217k → €216k. refunds.csv was read after the report.</li>"))
    #expect(html.contains("<li>Quarry: Revenue £217k → £216k. refunds.csv was read after the report.</li>"))
    // Three reports of week 45: two that were restated and needed a look, and the one that is the client's last.
    #expect(html.contains("3 of 9 reported, 2 needed a look"))
    #expect(html.contains("2 of 9 reported, 0 needed a look"))
  }

  @Test("of all clients with a report of the week, the one whose claims go furthest beyond what is possible")
  func claimsAreHeldAgainstWhatIsPossible() throws {
    let pages = try pages(Self.portfolio)
    let html = try #require(pages.last).html
    let texts = PageText.sentences(["h3", "p", "figcaption"], in: html)
    #expect(texts.contains("Pelham: platforms claim 100 conversions; 120 orders are recorded"), "\(texts)")
    #expect(texts.contains { $0.contains("30 orders have no recorded source and count for no channel.") })
    #expect(html.contains(">+10</text>") && html.components(separatedBy: "class=\"edge\"").count == 2)
    #expect(html.contains("<a href=\"#fig-reconcile\">Reconciliation</a>"))
    let table = try #require(pages.first { $0.path == "clients-claims.csv" }).html
    #expect(
      table.components(separatedBy: "\r\n") == [
        "Channel,Platform claims,Analytics,Recorded,At least,At most,Over", "Paid search,80,52,40,40,70,10",
        "Email,20,18,15,15,45,", "",
      ])
  }

  @Test func withoutClaimsThereIsNoReconciliation() throws {
    let pages = try pages(Portfolio([try Self.client("A"), try Self.client("B")]))
    #expect(pages.map(\.path) == ["clients.csv", "index.html"])
    #expect(!pages[1].html.contains("fig-reconcile"))
  }

  @Test("in every language that has a catalogue", arguments: ["de", "fr", "es", "nl", "pt", "it"])
  func noEnglishIsLeft(_ tag: String) throws {
    // Words that none of the six languages and no name of the fixture holds.
    let english: Set = ["the", "and", "with", "figure", "needs", "missing", "outside", "which", "weeks"]
    let site = Site(brand: Fixture.brand, language: try Language(tag: tag), pseudonym: { $0 })
    // What is wrong with a broken record is told in English.
    let clients = Self.portfolio.clients.map { client in
      client.record == nil ? Portfolio.Client(folder: "z", name: "zeta", link: nil, content: .absent) : client
    }
    for file in try site.renderPortfolio(Portfolio(clients), first: "index.html", version: "0") {
      let text = String(decoding: file.bytes, as: UTF8.self)
      let parts =
        file.path.hasSuffix(".csv")
        ? [String(text.prefix { $0 != "\r\n" })]
        : PageText.elements(
          ["h1", "h2", "h3", "p", "li", "dd", "dt", "th", "td", "label", "legend", "summary", "title", "desc"], in: text
        )
      for part in parts {
        let words = part.lowercased().split { !$0.isLetter }.map(String.init)
        #expect(english.isDisjoint(with: words), "\(file.path): \(part)")
      }
      if file.path == "index.html" { #expect(text.contains("<html lang=\"\(tag)\">")) }
    }
  }

  @Test func germanFiguresAndWordsFollowTheLanguage() throws {
    let site = Site(brand: Fixture.brand, language: try Language(tag: "de"), pseudonym: { $0 })
    let html = try #require(try site.renderPortfolio(Self.portfolio, first: "index.html", version: "0").last)
    let texts = PageText.sentences(["h1", "td", "h3"], in: String(decoding: html.bytes, as: UTF8.self))
    #expect(texts.contains("6 von 9 Kunden brauchen diese Woche einen Blick"))
    #expect(texts.contains("Kein üblicher Bereich vor Woche 51."))
    #expect(texts.contains("Google Ads: 3 Tage fehlen"))
    #expect(texts.contains("Pelham: Plattformen geben 100 Conversions an, erfasst sind 120 Bestellungen"))
    #expect(texts.contains("30,0 Tsd. £ −21 % zur Vorwoche, schlechter, außerhalb des üblichen Bereichs"), "\(texts)")
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
      Portfolio.Client(folder: "a", name: "a", link: nil, content: .absent)
    ])
    #expect(portfolio.week == nil && portfolio.needingALook == 1)
    #expect(try pages(portfolio).last?.html.contains("The one client needs a look this week") == true)
  }
}
