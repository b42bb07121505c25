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
  let filter = "Which clients to show"
  let allLabel: String
  let lookLabel: String
  let note: String
  let pages: [LinkView]
  let hasPages: Bool
  let fold: FoldView
  let weeks: [PortfolioWeek]
  let hasWeeks: Bool
  let weeksHeading = "Previous weeks"
  let weeksNote = "Each report stays as it was published. “Restated” says what has changed since."
  let contents: [LinkView]

  init(_ portfolio: Portfolio, page: PortfolioPages.Page, file: DataFile) throws(ReportingError) {
    let shown = Array(portfolio.clients[page.rows])
    var rows: [PortfolioRow] = []
    for client in shown { rows.append(try PortfolioRow(client, in: portfolio)) }
    clients = rows
    let looking = shown.count { $0.attention != .none }
    head = Self.head(portfolio)
    heading = "Clients, ordered by need of attention"
    let place =
      page.links.count > 1
      ? "Clients \(Quantity.count.text(page.rows.lowerBound + 1)) to \(Quantity.count.text(page.rows.upperBound)) of "
        + "\(Quantity.count.text(portfolio.clients.count)). " : ""
    subtitle =
      place
      + "Change on the week before, coloured only outside the usual range. Line: 13 weeks; grey band: usual range."
    caption = portfolio.week.map { "Clients, \($0.fullLabel), ordered by need of attention" } ?? "Clients"
    columns = [
      ColumnView("Client", "c-cl"), ColumnView("Revenue", "c-k"), ColumnView("Revenue per unit of ads", "c-k"),
      ColumnView("Cost per new customer", "c-k"), ColumnView("Data", "c-da"), ColumnView("Alerts", "c-al"),
      ColumnView("Report", "c-re"),
    ]
    // A choice that changes nothing is none.
    hasFilter = looking > 0 && looking < shown.count
    allLabel = "All \(Quantity.count.text(shown.count))"
    lookLabel = "Needs a look: \(Quantity.count.text(looking))"
    note =
      "Order: no report, then a figure outside its usual range on the bad side, then missing data, then all others. "
      + "Amounts of different currencies are never added up."
    pages = page.links
    hasPages = page.links.count > 1
    fold = FoldView(downloadOf: file)
    weeks = page.isFirst ? PortfolioWeek.weeks(before: portfolio.week, portfolio.clients) : []
    hasWeeks = !weeks.isEmpty
    contents = weeks.isEmpty ? [] : [LinkView("#clients", "Clients"), LinkView("#fig-weeks", "Previous weeks")]
  }

  private static func head(_ portfolio: Portfolio) -> PageHead {
    var facts: [FactView] = []
    if let week = portfolio.week { facts.append(FactView("Week", Dates.week(week.window))) }
    facts.append(
      FactView(
        "Reports", "\(Quantity.count.text(portfolio.reports)) of \(Quantity.count.text(portfolio.clients.count))"))
    let currencies = portfolio.currencies.map { "\($0.code)\u{A0}\(Quantity.count.text($0.clients))" }
    if !currencies.isEmpty { facts.append(FactView("Currencies", currencies.joined(separator: ", "))) }
    return PageHead(
      "Portfolio", headline: PortfolioWording.headline(portfolio),
      standfirst: PortfolioWording.standfirst(portfolio), facts: facts)
  }
}
