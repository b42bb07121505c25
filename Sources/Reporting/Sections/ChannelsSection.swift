import Analysis
import Charting
import Vocabulary

/// What did we spend, what is recorded to have come back, and how sure are we?
struct ChannelsSection: ReportSection {
  static var page: PageName { PageName(path: "channels.html", label: phrase("Channels"), template: "parts") }

  let head: PageHead
  let parts: [PartView]
  let contents: [LinkView]
  let terms = Glossary.channels
  let files: [DataFile]
  var numbered: NumberedPage { NumberedPage(cards: parts.flatMap(\.cards)) }

  init(_ edition: Edition) throws(ReportingError) {
    let insight = edition.findings.returns
    let eyebrow = phrase("Channels and campaigns")
    let rules = edition.findings.channelRules.map(ChannelRulesPart.part)
    guard let returns = insight.finding else {
      head = PageHead(
        eyebrow, headline: phrase("There is not enough data to compare channels yet"), standfirst: [],
        facts: edition.facts([]))
      parts =
        [
          .missing(
            "returns", phrase("Which channels pay back?"), title: phrase("Return by channel"), insight.shortfalls,
            limits: insight.caveats
          )
        ] + (rules.map { [$0.0] } ?? [])
      contents = rules == nil ? [] : parts.map(\.link)
      files = rules?.1 ?? []
      return
    }
    let money = Quantity.money(returns.currency)
    let channels = try ReturnTable.channels(returns)
    let campaigns = returns.campaigns.isEmpty ? nil : try ReturnTable.campaigns(returns)
    let claims = Self.claims(returns)
    let spend = try Self.spend(edition.findings.overview.finding)
    var parts = [
      PartView(
        "returns", phrase("Which channels pay back?"),
        phrase("For each channel: what was spent, what is recorded to have come back, and how sure that is."),
        cards: [channels.0], limits: insight.caveats)
    ]
    if let campaigns {
      parts.append(
        PartView(
          "campaigns", phrase("Which campaigns?"),
          phrase("Ordered by spend, so that a lucky small campaign does not lead the list."),
          cards: [campaigns.0]))
    }
    parts.append(
      PartView(
        "claims", phrase("What do the platforms claim?"),
        phrase("Each platform counts in its own way. Their claims are shown side by side and never added up."),
        cards: [claims.0]))
    if let spend { parts.append(PartView("spend", phrase("How did spend move?"), cards: [spend.0])) }
    if let rules { parts.append(rules.0) }
    self.parts = NumberedCards(edition).traced(parts)
    contents = parts.map(\.link)
    files = [channels.1, campaigns?.1, claims.1, spend?.1].compactMap { $0 } + (rules?.1 ?? [])
    head = PageHead(
      eyebrow, headline: ChannelsHeadline(returns).text,
      standfirst: [
        phrase(
          "{amount} was spent from {first} to {last}.",
          [
            "amount": money.text(returns.totalSpend), "first": Dates.day(returns.window.first),
            "last": Dates.day(returns.window.last),
          ]),
        returns.channels.contains { $0.recordedReturn != nil }
          ? phrase(
            "{amount} is recorded from customers whose first source it paid for.",
            ["amount": money.text(returns.totalRevenue)])
          : phrase("What came back is not known yet: see below what is missing."),
      ],
      facts: edition.facts([FactView(phrase("Spend of"), Dates.range(returns.window))]))
  }

  private static func claims(_ returns: Returns) -> (CardView, DataFile) {
    let money = Quantity.money(returns.currency)
    let numbers = NumbersTable(
      caption: phrase("Platform claims beside records, by channel"),
      columns: [
        .text(phrase("Channel")), .text(phrase("Platforms")), .number(phrase("Claimed conversions")),
        .number(phrase("New customers recorded")),
        .number(phrase("Claimed return")), .number(phrase("Recorded return")), .number(phrase("Clicks")),
        .number(phrase("Impressions")),
      ],
      rows: returns.channels.map { row in
        [
          .text(Names.shown(row.channel.word)), .text(row.platforms.map(Names.shown).joined(separator: ", ")),
          .number(row.claimedConversions, Quantity.count.chartFormat),
          row.knowsCustomers ? .count(row.newCustomers) : .missing,
          .number(row.claimedReturn, money.chartFormat), recorded(row, money),
          row.clicks.map(NumbersTable.Cell.count) ?? .missing, row.impressions.map(NumbersTable.Cell.count) ?? .missing,
        ]
      })
    let file = DataFile("platform-claims", numbers)
    let above = returns.channels.filter { row in
      row.claimedReturn.flatMap { claim in row.recordedReturn?.high.map { claim > $0 } } == true
    }
    let compared = returns.channels.contains { $0.claimedReturn != nil && $0.recordedReturn?.high != nil }
    let title =
      !compared
      ? uncompared(returns)
      : above.isEmpty
        ? phrase("Platform claims lie within the recorded ranges")
        : phrase(
          "{names}: claims lie above the recorded range",
          ["names": ChannelsHeadline.channels(above.map(\.channel)).text])
    let head = TableView.head(of: file, kinds: [1: "c-line"])
    return (
      CardView(
        anchor: "fig-claims", width: "w12", title: title,
        subtitle:
          phrase(
            "Claimed: what the ad platform reports. Recorded: first source in your own data, per {unit} spent.",
            ["unit": money.text(1)]),
        table: head, isHead: head.cut != nil, fold: FoldView(beneath: head, file)), file
    )
  }

  private static func uncompared(_ returns: Returns) -> String {
    switch MissingReturns(returns.channels) {
    case .sales: phrase("There are no records yet to compare platform claims with")
    case .firstSources: phrase("No recorded sale names a first source yet")
    case .more, nil: phrase("There is not enough data to compare platform claims with records yet")
    }
  }

  /// As rounded as over its dot.
  private static func recorded(_ row: Returns.Row, _ money: Quantity) -> NumbersTable.Cell {
    guard let estimate = row.recordedReturn else { return .missing }
    return .number(estimate.value, shown: EstimateText(estimate, money).value)
  }

  private static func spend(_ overview: Overview?) throws(ReportingError) -> (CardView, DataFile)? {
    guard let overview else { return nil }
    let weeks = overview.spendByWeek.suffix(SummaryFigures.shownWeeks)
    guard weeks.compactMap(\.value).count >= 2, let last = weeks.last else { return nil }
    let figure = try Edition.draw(
      LineChart(
        head: FigureHead(
          id: "fig-spend", title: spendTitle(overview),
          subtitle: phrase(
            "Spend per week, {weeks} weeks to {day}.", ["weeks": "\(weeks.count)", "day": Dates.day(last.monday + 6)]),
          name: phrase("Ad spend by week")),
        days: weeks.map(\.monday.number), series: [.init(phrase("Ad spend"), weeks.map(\.value))],
        format: Quantity.money(overview.currency).chartFormat))
    let file = DataFile("spend-by-week", figure.numbers)
    return (CardView(figure, width: "w12", file: file), file)
  }

  /// Claims no more than the tile of the summary shows.
  static func spendTitle(_ overview: Overview) -> String {
    guard let tile = overview.tile(.spend), let value = tile.value else { return phrase("Ad spend by week") }
    let amount: KeyValuePairs = ["amount": Quantity.money(overview.currency).text(value)]
    return switch Standing(value, tile.usualRange) {
    case .above: phrase("Ad spend was {amount}, above its usual range", amount)
    case .below: phrase("Ad spend was {amount}, below its usual range", amount)
    case .inside: phrase("Ad spend was {amount}, within its usual range", amount)
    case .unknown: phrase("Ad spend was {amount} in the last week", amount)
    }
  }
}
