import Analysis
import Charting
import Vocabulary

/// Spend, recorded return with its interval, and a verdict in words, row by row on one scale.
struct ReturnTable {
  /// Campaigns shown one by one; the others share a row.
  static let most = 15

  static func channels(_ returns: Returns) throws(ReportingError) -> (CardView, DataFile) {
    let rows = returns.channels.sorted { ($1.spend, $0.channel) < ($0.spend, $1.channel) }
    let table = try ReturnTable(
      id: "fig-returns", title: ChannelsHeadline(returns).text, heading: phrase("Channel"), rows: rows, others: nil,
      returns
    ) { ($0.channel.word, $0.platforms.map(Names.shown).joined(separator: ", ")) }
    return table.card(file: "returns-by-channel")
  }

  static func campaigns(_ returns: Returns) throws(ReportingError) -> (CardView, DataFile) {
    let rows = returns.campaigns.sorted {
      ($1.spend, $0.campaign, $0.channel) < ($0.spend, $1.campaign, $1.channel)
    }
    let shown = rows.prefix(most)
    let rest = rows.dropFirst(most)
    let title = campaignsTitle(Array(shown), areAll: rest.isEmpty, marginIsKnown: returns.grossMargin != nil)
    let table = try ReturnTable(
      id: "fig-campaigns", title: title, heading: phrase("Campaign"), rows: Array(shown),
      others: rest.isEmpty ? nil : Array(rest),
      returns
    ) { (Names.shown($0.campaign), $0.channel.word) }
    return table.card(file: "returns-by-campaign", all: rows)
  }

  private static func campaignsTitle(_ rows: [Returns.Row], areAll: Bool, marginIsKnown: Bool) -> String {
    switch MissingReturns(rows) {
    case .sales: return phrase("No sales are recorded yet to compare with campaign spend")
    case .firstSources: return phrase("No recorded sale names a first source yet")
    case .more: return phrase("There is not enough data to compare campaigns yet")
    case nil: break
    }
    guard marginIsKnown else { return phrase("Which campaigns pay back depends on your gross margin") }
    let paying = rows.count { $0.verdict == .paysBack }
    if paying == 0 { return phrase("No campaign clearly pays back yet") }
    guard areAll else {
      return phrase(
        "{count} of the {all} largest campaigns pays back", "{count} of the {all} largest campaigns pay back",
        of: paying,
        ["all": Quantity.count.text(rows.count)])
    }
    return phrase(
      "{count} of {all} campaigns pays back", "{count} of {all} campaigns pay back", of: paying,
      ["all": Quantity.count.text(rows.count)])
  }

  private let returns: Returns
  private let rows: [Returns.Row]
  private let others: [Returns.Row]?
  private let name: (Returns.Row) -> (String, String)
  private let heading: String
  private let head: FigureHead
  private let figure: Figure
  private let column: ChannelReturn.Column

  private init(
    id: String, title: String, heading: String, rows: [Returns.Row], others: [Returns.Row]?, _ returns: Returns,
    name: @escaping (Returns.Row) -> (String, String)
  ) throws(ReportingError) {
    self.returns = returns
    self.rows = rows
    self.others = others
    self.name = name
    self.heading = heading
    let money = Quantity.money(returns.currency)
    let unit = money.text(1)
    let level = Quantity.share.text(rows.compactMap(\.recordedReturn).first?.level ?? 0.9)
    let breakEven = returns.grossMargin.flatMap { $0 > 0 ? 1 / $0 : nil }
    let reference = breakEven.map {
      ChannelReturn.Reference($0, phrase("Break-even {amount}", ["amount": money.text($0)]))
    }
    let compared = rows.count { $0.recordedReturn != nil }
    let comparisons =
      compared > 1
      ? phrase("With {count} rows compared, some may differ by luck.", ["count": Quantity.count.text(compared)]) : nil
    let margin =
      returns.grossMargin.map {
        phrase("Break-even is 1 ÷ a gross margin of {share}.", ["share": Quantity.share.text($0)])
      }
      ?? phrase(
        "No gross margin is set, so only a return below {unit} is called a loss. Add grossMargin to fairlead.yml.",
        ["unit": unit])
    let chart = ChannelReturn(
      head: FigureHead(
        id: id, title: title,
        subtitle: phrase(
          "Recorded return: revenue recorded so far per {unit} spent, {days}.",
          ["unit": unit, "days": Dates.range(returns.window)]),
        name: phrase(
          "Recorded return per {unit} of spend by {heading}, with {level} intervals",
          ["unit": unit, "heading": Language.current.midSentence(heading), "level": level]),
        note: [
          phrase("Recorded, not caused: revenue of customers whose recorded first source it is."), margin, comparisons,
        ].compactMap { $0 }.joined(separator: " ")),
      channelHeading: heading, valueHeading: phrase("Recorded return per {unit}", ["unit": unit]),
      claimHeading: phrase("What the platform claims"),
      estimateLabel: phrase("Recorded return with {level} interval", ["level": level]),
      rows: rows.map { row in
        ChannelReturn.Row(
          name(row).0,
          Charting.Estimate(row.recordedReturn?.value, low: row.recordedReturn?.low, high: row.recordedReturn?.high),
          claim: row.claimedReturn, tone: Self.tone(row.verdict),
          label: row.recordedReturn.map { EstimateText($0, money).value } ?? "",
          emptyReason: row.shortfall?.progress ?? "")
      },
      reference: reference, level: level, format: money.chartFormat)
    head = chart.head
    figure = try Edition.draw(chart)
    column = try Edition.column(of: chart)
  }

  private static func tone(_ verdict: Returns.Verdict) -> ChannelReturn.Tone {
    switch verdict {
    case .paysBack: .good
    case .loses: .bad
    case .probablyPaysBack, .cannotTell, .probablyLoses, .marginUnknown, .notEnoughData: .open
    }
  }

  private func card(file name: String, all: [Returns.Row]? = nil) -> (CardView, DataFile) {
    let file = DataFile(name, numbers(all ?? rows))
    // An axis without a single mark would be a hole in the page.
    guard rows.contains(where: { $0.recordedReturn != nil }) else { return (unplotted(file), file) }
    let columns = [
      ColumnView(heading, "c-name"), .number(phrase("Spend")),
      ColumnView(
        phrase("Recorded return per {unit}", ["unit": Quantity.money(returns.currency).text(1)]), "c-plot",
        axis: column.header),
      .number(phrase("Cost per new customer")), ColumnView(phrase("Does it pay back?"), "c-verdict"),
    ]
    var cells = zip(rows, column.cells).map { rowCells($0, plot: $1) }
    if let others { cells.append(remainder(others)) }
    return (
      CardView(
        anchor: figure.id, width: "w12", title: figure.title, subtitle: figure.subtitle.nonEmpty,
        key: figure.keyMarkup.nonEmpty,
        table: TableView(caption: file.table.caption, look: "stack fixed", columns: columns, rows: cells),
        note: figure.note.nonEmpty, fold: FoldView(file)), file
    )
  }

  private func unplotted(_ file: DataFile) -> CardView {
    let money = Quantity.money(returns.currency)
    return CardView(
      anchor: figure.id, width: "w12", title: head.title, subtitle: head.subtitle.nonEmpty,
      table: TableView(
        caption: file.table.caption,
        columns: [ColumnView(heading), .number(phrase("Spend")), ColumnView(phrase("Does it pay back?"))],
        rows: rows.map { row in
          let (label, under) = name(row)
          return [
            CellView(Names.breakable(label), detail: under.nonEmpty), CellView(money.text(row.spend)),
            CellView("", detail: row.shortfall?.progress, tag: row.verdict.tag),
          ]
        } + (others.map { [Array(remainder($0).prefix(2)) + [CellView(phrase("See the data table"))]] } ?? [])),
      note: head.note.nonEmpty, fold: FoldView(file))
  }

  private func rowCells(_ row: Returns.Row, plot: String) -> [CellView] {
    let money = Quantity.money(returns.currency)
    let (label, under) = name(row)
    let cost = row.costPerNewCustomer.map { EstimateText($0, money) }
    let customers = phrase("{count} new", "{count} new", of: row.newCustomers)
    return [
      CellView(Names.breakable(label), detail: under.nonEmpty), CellView(money.text(row.spend), "n", detail: customers),
      CellView("", plot: plot), CellView(cost?.value ?? Quantity.missing, "n", detail: cost?.range),
      CellView("", detail: row.shortfall?.progress, tag: row.verdict.tag),
    ]
  }

  private func remainder(_ others: [Returns.Row]) -> [CellView] {
    let money = Quantity.money(returns.currency)
    let customers = others.map(\.newCustomers).reduce(0, +)
    return [
      CellView(phrase("{count} other", "{count} others", of: others.count)),
      CellView(
        money.text(others.map(\.spend).reduce(0, +)), "n", detail: phrase("{count} new", "{count} new", of: customers)),
      CellView(phrase("Not estimated together")), CellView(Quantity.missing, "n"),
      CellView(phrase("See the data table")),
    ]
  }

  private func numbers(_ rows: [Returns.Row]) -> NumbersTable {
    let format = Quantity.money(returns.currency).chartFormat
    return NumbersTable(
      caption: phrase("Spend and recorded return by {heading}", ["heading": Language.current.midSentence(heading)]),
      columns: [
        .text(heading), .text(heading == phrase("Channel") ? phrase("Platforms") : phrase("Channel")),
        .number(phrase("Spend")),
        .number(phrase("Weeks with spend")), .number(phrase("New customers")), .number(phrase("Recorded revenue")),
        .number(phrase("Recorded return")),
        .number(phrase("Low")), .number(phrase("High")), .number(phrase("Cost per new customer")),
        .number(phrase("Low")), .number(phrase("High")),
        .number(phrase("Claimed return")), .text(phrase("Verdict")), .text(phrase("In words")),
      ],
      rows: rows.map { row in
        let (label, under) = name(row)
        let (back, cost) = (row.recordedReturn, row.costPerNewCustomer)
        return [
          .text(label), .text(under), .number(row.spend, format), .count(row.weeksWithSpend),
          row.knowsCustomers ? .count(row.newCustomers) : .missing,
          .number(row.knowsCustomers ? row.revenue : nil, format),
          .number(back?.value, format), .low(back?.low, format),
          .high(back?.high, format), .number(cost?.value, format), .low(cost?.low, format),
          .high(cost?.high, format), .number(row.claimedReturn, format), .text(row.verdict.word),
          .text(back.map { EstimateText($0, Quantity.money(returns.currency)).both } ?? ""),
        ]
      })
  }
}
