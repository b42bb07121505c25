import Analysis
import Charting
import Vocabulary

/// Revenue against last year, and what moved it.
enum SummaryFigures {
  static let shownWeeks = 26
  /// Bars that leave the page on one sheet.
  static let shownMoves = 7

  static func revenue(_ overview: Overview) throws(ReportingError) -> (CardView, DataFile)? {
    let weeks = overview.revenueByWeek.suffix(shownWeeks)
    guard weeks.compactMap(\.value).count >= 2, let last = weeks.last else { return nil }
    // The same week a year ago: 364 days, so that weekdays match.
    let byMonday = Dictionary(
      overview.revenueByWeek.map { ($0.monday.number, $0) }, uniquingKeysWith: { first, _ in first })
    let lastYear = weeks.map { byMonday[$0.monday.number - 364] }
    let before = lastYear.map { $0?.value }
    var series = [LineChart.Series(phrase("This year"), weeks.map(\.value))]
    if before.contains(where: { $0 != nil }) { series.append(.init(phrase("Last year"), role: .comparison, before)) }
    let money = Quantity.money(overview.currency)
    let figure = try Edition.draw(
      LineChart(
        head: FigureHead(
          id: "fig-revenue",
          title: RevenueHeadline(weeks.map(\.comparable), lastYear.map { $0?.comparable }).text,
          subtitle: phrase(
            "Revenue per week, {weeks} weeks to {day}.", ["weeks": "\(weeks.count)", "day": Dates.day(last.monday + 6)]),
          name: phrase("Revenue by week"),
          note: series.count == 1
            ? phrase("There is no earlier year to compare with yet.") : phrase("Last year: the week 364 days before.")),
        days: weeks.map(\.monday.number), series: series, format: money.chartFormat))
    let file = DataFile("revenue-by-week", figure.numbers)
    return (CardView(figure, width: "w8", file: file), file)
  }

  static func moves(_ overview: Overview) throws(ReportingError) -> (CardView, DataFile)? {
    guard !overview.moves.isEmpty, let change = overview.revenueChange else { return nil }
    let shown = overview.rankedMoves.prefix(shownMoves).map { CategoryValue($0.channel.word, $0.change) }
    let rest = overview.rankedMoves.dropFirst(shownMoves)
    let others = CategoryValue(
      phrase("{count} other", "{count} others", of: rest.count), rest.map(\.change).reduce(0, +))
    let figure = try Edition.draw(
      DivergingBars(
        head: FigureHead(
          id: "fig-moves", title: movesTitle(overview),
          subtitle: phrase("Change in revenue on the week before, by recorded source."),
          name: phrase("Change in revenue by channel"),
          note: phrase("A recorded source says where a customer came from. It does not say what caused the order.")),
        categoryHeading: phrase("Channel"), items: shown + (rest.isEmpty ? [] : [others]),
        total: change, format: Quantity.money(overview.currency).chartFormat))
    let format = Quantity.money(overview.currency).chartFormat
    let file = DataFile(
      "revenue-moves",
      NumbersTable(
        caption: phrase("Change in revenue by channel"),
        columns: [.text(phrase("Channel")), .number(phrase("Change in revenue"))],
        rows: overview.moves.map { [.text($0.channel.word), .signed($0.change, format)] }
          + [[.text(phrase("Total")), .signed(change, format)]]))
    return (CardView(figure, width: "w4", file: file), file)
  }

  static func movesTitle(_ overview: Overview) -> String {
    let largest = overview.rankedMoves.prefix(2)
    if largest.isEmpty { return phrase("Revenue did not move by channel") }
    if largest.first?.channel == .unknown { return phrase("The largest move has no recorded source") }
    return phrase(
      "{names} moved revenue most",
      ["names": Names.list(Channel.words(largest.map(\.channel).filter { $0 != .unknown }))]
    )
  }
}

/// Ahead or behind: the last four weeks that both years know.
struct RevenueHeadline {
  enum Claim: Equatable {
    case ahead, behind, level, noComparison
  }

  let claim: Claim

  init(_ now: [Double?], _ before: [Double?]) {
    let pairs = zip(now, before).compactMap { now, before in
      now.flatMap { now in before.map { (now: now, before: $0) } }
    }.suffix(4)
    let total = pairs.map(\.before).reduce(0, +)
    guard pairs.count == 4, total > 0 else {
      claim = .noComparison
      return
    }
    let share = (pairs.map(\.now).reduce(0, +) - total) / total
    claim = share >= 0.01 ? .ahead : share <= -0.01 ? .behind : .level
  }

  var text: String {
    switch claim {
    case .ahead: phrase("Revenue is ahead of last year over the last four weeks")
    case .behind: phrase("Revenue is behind last year over the last four weeks")
    case .level: phrase("Revenue is level with last year over the last four weeks")
    case .noComparison: phrase("Revenue by week")
    }
  }
}
