import Analysis
import Vocabulary

/// How are we doing, what changed, and what is worth doing next? Complete on its own and on one printed page.
struct SummarySection: ReportSection {
  static var page: PageName { PageName(path: "index.html", label: phrase("Summary"), template: "summary") }

  let head: PageHead
  let contents: [LinkView] = []
  let terms: [TermView]
  let files: [DataFile]
  var numbered: NumberedPage { NumberedPage(cards: figures, tiles: tiles, week: week, source: weekSource) }
  let weekMissing: MissingView?
  let tiles: [TileView]
  let hasTiles: Bool
  let legend: String
  let week: FoldView?
  /// Where the tiles' figures come from.
  let weekSource: ProvenanceView?
  let insights: [InsightView]
  let hasCards: Bool
  /// Said when no card has a finding.
  let quiet: String?
  let figures: [CardView]
  let hasFigures: Bool
  let heading = phrase("Summary")
  let limits: [String]
  let hasLimits: Bool

  init(_ edition: Edition) throws(ReportingError) {
    let insight = edition.findings.overview
    insights = SummaryInsights.cards(edition.findings)
    hasCards = !insights.isEmpty
    limits = insight.caveats.map(\.words)
    hasLimits = !limits.isEmpty
    terms = Glossary.short
    guard let overview = insight.finding else {
      head = PageHead(
        phrase("Weekly marketing report"), headline: phrase("There is not enough data for a weekly summary yet"),
        standfirst: [],
        facts: edition.facts([]))
      weekMissing = MissingView(insight.shortfalls)
      (tiles, figures, files) = ([], [], [])
      (hasTiles, hasFigures, legend, week, weekSource, quiet) = (false, false, "", nil, nil, nil)
      return
    }
    let table = try SummaryTiles(overview)
    let file = DataFile("week", table.table)
    let drawn = [try SummaryFigures.revenue(overview), try SummaryFigures.moves(overview)].compactMap { $0 }
    head = Self.head(overview, edition)
    weekMissing = nil
    let traced = NumberedCards(edition)
    weekSource = traced.source(of: NumberedCards.week, first: nil)
    tiles = traced.traced(table.views, overview, source: weekSource)
    hasTiles = !tiles.isEmpty
    legend =
      phrase(
        "Label: change on the week before, coloured only outside the usual range. Line: the last {weeks} weeks. Grey band: the usual range, 8 in 10 earlier weeks.",
        ["weeks": "\(SummaryTiles.shownWeeks)"])
    week = FoldView(file, summary: phrase("All figures of the week")).numbered(traced.ids(of: NumberedCards.week))
    quiet = hasCards ? nil : Self.quiet(overview)
    figures = traced.traced(drawn.map(\.0))
    hasFigures = !figures.isEmpty
    files = [file] + drawn.map(\.1)
  }

  private static func head(_ overview: Overview, _ edition: Edition) -> PageHead {
    PageHead(
      phrase("Weekly marketing report"), headline: WeekHeadline(overview).text,
      standfirst: standfirst(overview, edition.findings),
      facts: edition.facts([FactView(phrase("Week"), Dates.week(overview.week))] + compared(overview)))
  }

  /// The week before, where a figure is held against it.
  static func compared(_ overview: Overview) -> [FactView] {
    guard overview.tiles.contains(where: { $0.previous != nil }),
      let before = DateWindow(first: overview.week.first - 7, last: overview.week.last - 7)
    else { return [] }
    return [FactView(phrase("Compared with"), Dates.range(before))]
  }

  private static func quiet(_ overview: Overview) -> String {
    let tile = overview.tile(.revenue)
    if let tile, tile.leftOut > 0 {
      return phrase("Revenue of an incomplete week is not compared with that of other weeks.")
    }
    return tile?.usualRange != nil
      ? phrase("Revenue stayed within its usual range this week.")
      : phrase("There is no usual range of revenue to compare with yet.")
  }

  static func standfirst(_ overview: Overview, _ findings: Findings) -> [String] {
    var sentences: [String] = []
    let largest = overview.rankedMoves.prefix(2).filter { $0.channel != .unknown }
    if !largest.isEmpty, overview.rankedMoves.first?.channel != .unknown {
      let money = Quantity.money(overview.currency)
      let amounts = Names.list(largest.map { money.signed($0.change) })
      sentences.append(
        phrase(
          "{names} moved revenue most: {amounts}.",
          ["names": Names.list(Channel.words(largest.map(\.channel))), "amounts": amounts]))
    }
    let unusual = unusual(overview)
    sentences += unusual.sentences
    if let tile = overview.tile(.costPerNewCustomer), let value = tile.value, tile.leftOut == 0,
      !unusual.isWorse || Standing(value, tile.usualRange) != .inside
    {
      let amount = tile.measure.quantity(overview.currency).text(value)
      switch Standing(value, tile.usualRange) {
      case .above: sentences.append(phrase("A new customer cost {amount}, more than usual.", ["amount": amount]))
      case .below: sentences.append(phrase("A new customer cost {amount}, less than usual.", ["amount": amount]))
      case .inside: sentences.append(phrase("A new customer cost {amount}, as usual.", ["amount": amount]))
      case .unknown: sentences.append(phrase("A new customer cost {amount}.", ["amount": amount]))
      }
    }
    let losing = findings.returns.finding?.channels.filter { $0.verdict == .loses } ?? []
    if !losing.isEmpty {
      let names = ChannelsHeadline.names(losing.map(\.channel.wordWithin))
      sentences.append(
        phrase(
          "On recorded revenue, {names} very likely loses money.",
          "On recorded revenue, {names} very likely lose money.",
          of: names.count, ["names": names.text]))
    }
    return sentences
  }

  /// What the headline leaves out: ad spend outside its usual range, and the first other figure that is worse than usual.
  private static func unusual(_ overview: Overview) -> (sentences: [String], isWorse: Bool) {
    let spend = overview.tile(.spend).flatMap { outside($0, overview.currency) }
    let worse = overview.tiles.filter { ![.revenue, .costPerNewCustomer].contains($0.measure) }
      .first { tile in tile.value.map { Standing($0, tile.usualRange).judgement(tile.measure) < 0 } ?? false }
      .flatMap { outside($0, overview.currency) }
    return ([spend, worse].compactMap { $0 }, worse != nil)
  }

  private static func outside(_ tile: Overview.Tile, _ currency: Currency) -> String? {
    guard let value = tile.value else { return nil }
    let figure: KeyValuePairs = [
      "figure": Language.current.midSentence(tile.measure.label(currency)),
      "amount": tile.measure.quantity(currency).text(value),
    ]
    return switch Standing(value, tile.usualRange) {
    case .above: phrase("Above the usual range: {figure}, {amount}.", figure)
    case .below: phrase("Below the usual range: {figure}, {amount}.", figure)
    case .inside, .unknown: nil
    }
  }
}
