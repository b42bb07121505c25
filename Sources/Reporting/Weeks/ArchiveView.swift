import Analysis
import Charting
import Vocabulary

/// The page that lists every published week, by year, as the template `parts` writes it.
struct ArchiveView {
  let head: PageHead
  let parts: [PartView]
  let contents: [LinkView]
  var terms: [TermView] { [Glossary.restated, Glossary.usual] }
  let file: DataFile

  init(_ archive: Archive) {
    let years = Dictionary(grouping: archive.weeks) { $0.week.year }.sorted { $0.key > $1.key }
    let file = DataFile("all-weeks", Self.numbers(archive))
    parts = years.map { year, weeks in
      PartView(
        "year-\(year)", "\(year)",
        cards: [
          CardView(
            anchor: "fig-\(year)", width: "w12", title: Self.title(weeks),
            subtitle: phrase("Better and worse: outside the usual range of that week."),
            table: Self.table(weeks, year: year),
            fold: year == years.first?.key ? FoldView(downloadOf: file) : nil)
        ])
    }
    contents = parts.map(\.link)
    self.file = file
    head = PageHead(
      phrase("All weeks"), headline: Self.headline(archive),
      standfirst: [
        phrase("Each report stays as it was published, under an address that lasts."),
        phrase("“Restated” says what has changed since."),
      ],
      facts: [
        FactView(phrase("Weeks"), Quantity.count.text(archive.weeks.count)),
        FactView(phrase("Newest"), archive.newest.map { "\($0.week.fullLabel), \(Dates.range($0.week.window))" } ?? ""),
      ])
  }

  private static func headline(_ archive: Archive) -> String {
    let count = archive.weeks.count
    let changed = archive.weeks.count { !$0.restated.isEmpty }
    if changed == 0 { return phrase("{count} week has been published", "{count} weeks have been published", of: count) }
    return phrase(
      "{count} week has been published, {changed} restated since",
      "{count} weeks have been published, {changed} restated since", of: count,
      ["changed": Quantity.count.text(changed)])
  }

  private static func title(_ weeks: [Archive.Week]) -> String {
    let changed = weeks.count { !$0.restated.isEmpty }
    return changed == 0
      ? phrase("All stand as they were published")
      : phrase(
        "{some} of {all} would read otherwise today",
        ["some": Quantity.count.text(changed), "all": Quantity.count.text(weeks.count)])
  }

  private static func table(_ weeks: [Archive.Week], year: Int) -> TableView {
    TableView(
      caption: phrase("Published weeks of {year}", ["year": "\(year)"]), look: "stack weeks",
      columns: [
        ColumnView(phrase("Week"), "c-link c-week"), ColumnView(phrase("Finding"), "c-finding"),
        .number(phrase("Revenue")),
        .number(phrase("Revenue per unit of ads")), .number(phrase("Cost per new customer")),
        ColumnView(phrase("Changed since"), "c-since"),
      ],
      rows: weeks.map { one in
        [
          CellView("", detail: Dates.range(one.week.window), plot: one.week.link(from: .newest)),
          CellView(one.record.map { Names.shown($0.headline) } ?? phrase("Its record cannot be read.")),
        ] + AttentionRule.measures.map { figure(one.record, $0) } + [restated(one)]
      }, most: .max)
  }

  private static func figure(_ record: ReportRecord?, _ measure: Overview.Measure) -> CellView {
    guard let record, let currency = record.currency, let figure = record.figure(measure), let value = figure.value
    else { return CellView(Quantity.missing) }
    let tag: TagView? =
      switch Standing(value, figure.usualRange).judgement(measure) {
      case 1: TagView(phrase("Better"), .good)
      case -1: TagView(phrase("Worse"), .bad)
      default: nil
      }
    return CellView(measure.quantity(currency).text(value), tag: tag)
  }

  private static func restated(_ one: Archive.Week) -> CellView {
    guard let currency = one.record?.currency, !one.restated.isEmpty else { return CellView(phrase("As published")) }
    let words = one.restated.map { RestatedWords($0, currency: currency) }
    var causes: [String] = []
    for cause in words.flatMap(\.causes) where !causes.contains(cause) { causes.append(cause) }
    return CellView(
      "", detail: (words.map { $0.change + "." } + [EarlierTables.shortened(causes)]).joined(separator: " "),
      tag: TagView(phrase("Restated"), .warning))
  }

  private static func numbers(_ archive: Archive) -> NumbersTable {
    let measures = AttentionRule.measures
    return NumbersTable(
      caption: phrase("Published weeks"),
      columns: [
        .text(phrase("Week")), .text(phrase("First day")), .text(phrase("Last day")), .text(phrase("Data up to")),
        .text(phrase("Currency")),
      ]
        + [phrase("Revenue"), phrase("Revenue per unit of ads"), phrase("Cost per new customer")].flatMap {
          [
            .number($0), .number(phrase("{figure}, usual range from", ["figure": $0])),
            .number(phrase("{figure}, usual range to", ["figure": $0])),
          ]
        } + [.text(phrase("Finding")), .text(phrase("Restated since"))],
      rows: archive.weeks.map { one in
        let currency = one.record?.currency
        let cells = measures.flatMap { measure -> [NumbersTable.Cell] in
          guard let currency, let figure = one.record?.figure(measure) else { return [.missing, .missing, .missing] }
          let format = measure.quantity(currency).chartFormat
          return [figure.value, figure.usualRange?.low, figure.usualRange?.high].map { .number($0, format) }
        }
        let restated = currency.map { currency in
          one.restated.map { RestatedWords($0, currency: currency).change }.joined(separator: "; ")
        }
        return [
          .text("\(one.week)"), .text("\(one.week.monday)"), .text("\(one.week.sunday)"),
          .text(one.record.map { "\($0.asOf)" } ?? ""), .text(currency?.code ?? ""),
        ] + cells + [.text(one.record?.headline ?? ""), .text(restated ?? "")]
      })
  }
}
