import Analysis
import Charting
import Vocabulary

/// One page of clients, as the template `portfolio` writes it.
struct PortfolioView {
  let head: PageHead
  let heading: String
  let subtitle: String
  let caption: String
  let columns: [ColumnView]
  /// Not `rows`: the fold below the table has rows of its own, or none.
  let clients: [PortfolioRow]
  let hasFilter: Bool
  let filter = phrase("Which clients to show")
  let allLabel: String
  let lookLabel: String
  let note: String
  let pages: [LinkView]
  let hasPages: Bool
  let fold: FoldView
  let weeks: [PortfolioWeek]
  let hasWeeks: Bool
  let weeksHeading = phrase("Previous weeks")
  let weeksNote =
    phrase("Each report stays as it was published.") + " " + phrase("“Restated” says what has changed since.")
  let weeksLink: String
  /// Columns of twelve.
  let weeksWidth: String
  let claims: CardView?
  let hasFigures: Bool
  let contents: [LinkView]

  init(
    _ portfolio: Portfolio, page: PortfolioPages.Page, file: DataFile, claims: PortfolioClaims?
  ) throws(ReportingError) {
    let shown = Array(portfolio.clients[page.rows])
    var rows: [PortfolioRow] = []
    for client in shown { rows.append(try PortfolioRow(client, in: portfolio)) }
    clients = rows
    let looking = shown.count { $0.attention != .none }
    head = Self.head(portfolio)
    heading = phrase("Clients, ordered by need of attention")
    let place =
      page.links.count > 1
      ? phrase(
        "Clients {first} to {last} of {all}.",
        [
          "first": Quantity.count.text(page.rows.lowerBound + 1), "last": Quantity.count.text(page.rows.upperBound),
          "all": Quantity.count.text(portfolio.clients.count),
        ]) + " " : ""
    subtitle =
      place
      + phrase(
        "Change on the week before, coloured only outside the usual range. Line: 13 weeks; grey band: usual range.")
    caption =
      portfolio.week.map { phrase("Clients, {week}, ordered by need of attention", ["week": $0.fullLabel]) }
      ?? phrase("Clients")
    columns = [
      ColumnView(phrase("Client"), "c-cl"), ColumnView(phrase("Revenue"), "c-k"),
      ColumnView(phrase("Revenue per unit of ads"), "c-k"), ColumnView(phrase("Cost per new customer"), "c-k"),
      ColumnView(phrase("Data"), "c-da"), ColumnView(phrase("Alerts"), "c-al"), ColumnView(phrase("Report"), "c-re"),
    ]
    // A choice that changes nothing is none.
    hasFilter = looking > 0 && looking < shown.count
    allLabel = phrase("All {count}", ["count": Quantity.count.text(shown.count)])
    lookLabel = phrase("Needs a look: {count}", ["count": Quantity.count.text(looking)])
    note =
      phrase(
        "Order: no report, then a figure outside its usual range on the bad side, then missing data, then all others.")
      + " " + phrase("Amounts of different currencies are never added up.")
    pages = page.links
    hasPages = page.links.count > 1
    fold = FoldView(downloadOf: file)
    weeks = page.isFirst ? PortfolioWeek.weeks(before: portfolio.week, portfolio.clients) : []
    hasWeeks = !weeks.isEmpty
    weeksLink = phrase("Link to: {title}", ["title": weeksHeading])
    let card = page.isFirst ? claims?.card : nil
    self.claims = card
    weeksWidth = card == nil ? "w12" : "w5"
    var links = [LinkView("#clients", phrase("Clients"))]
    if hasWeeks { links.append(LinkView("#fig-weeks", weeksHeading)) }
    if card != nil { links.append(LinkView("#\(PortfolioClaims.anchor)", phrase("Reconciliation"))) }
    hasFigures = links.count > 1
    contents = hasFigures ? links : []
  }

  private static func head(_ portfolio: Portfolio) -> PageHead {
    var facts: [FactView] = []
    if let week = portfolio.week { facts.append(FactView(phrase("Week"), Dates.week(week.window))) }
    facts.append(
      FactView(
        phrase("Reports"),
        phrase(
          "{part} of {whole}",
          [
            "part": Quantity.count.text(portfolio.reports), "whole": Quantity.count.text(portfolio.clients.count),
          ])))
    let currencies = portfolio.currencies.map { "\($0.code)\u{A0}\(Quantity.count.text($0.clients))" }
    if !currencies.isEmpty { facts.append(FactView(phrase("Currencies"), currencies.joined(separator: ", "))) }
    return PageHead(
      phrase("Portfolio"), headline: PortfolioWording.headline(portfolio),
      standfirst: PortfolioWording.standfirst(portfolio), facts: facts)
  }
}
