import Analysis
import Charting
import Vocabulary

/// The page that lists every published week, by year, as the template `parts` writes it.
struct ArchiveView {
  let head: PageHead
  let parts: [PartView]
  let contents: [LinkView]
  let terms = [Glossary.restated, Glossary.usual]
  let file: DataFile

  private static let heading = "All weeks"

  init(_ archive: Archive) {
    let years = Dictionary(grouping: archive.weeks) { $0.week.year }.sorted { $0.key > $1.key }
    let file = DataFile("all-weeks", Self.numbers(archive))
    parts = years.map { year, weeks in
      PartView(
        "year-\(year)", "\(year)",
        cards: [
          CardView(
            anchor: "fig-\(year)", width: "w12", title: Self.title(weeks),
            subtitle: "Better and worse: outside the usual range of that week.", table: Self.table(weeks, year: year),
            fold: year == years.first?.key ? FoldView(downloadOf: file) : nil)
        ])
    }
    contents = parts.map(\.link)
    self.file = file
    head = PageHead(
      Self.heading, headline: Self.headline(archive),
      standfirst: [
        "Each report stays as it was published, under an address that lasts.",
        "“Restated” says what has changed since.",
      ],
      facts: [
        FactView("Weeks", Quantity.count.text(archive.weeks.count)),
        FactView("Newest", archive.newest.map { "\($0.week.fullLabel), \(Dates.range($0.week.window))" } ?? ""),
      ])
  }

  private static func headline(_ archive: Archive) -> String {
    let count = archive.weeks.count
    let changed = archive.weeks.count { !$0.restated.isEmpty }
    let weeks = "\(Quantity.count.text(count)) \(count == 1 ? "week has" : "weeks have") been published"
    return changed == 0 ? weeks : weeks + ", \(Quantity.count.text(changed)) restated since"
  }

  private static func title(_ weeks: [Archive.Week]) -> String {
    let changed = weeks.count { !$0.restated.isEmpty }
    return changed == 0
      ? "All stand as they were published"
      : "\(Quantity.count.text(changed)) of \(Quantity.count.text(weeks.count)) would read otherwise today"
  }

  private static func table(_ weeks: [Archive.Week], year: Int) -> TableView {
    TableView(
      caption: "Published weeks of \(year)", look: "stack weeks",
      columns: [
        ColumnView("Week", "c-link c-week"), ColumnView("Finding", "c-finding"), .number("Revenue"),
        .number("Revenue per unit of ads"), .number("Cost per new customer"),
        ColumnView("Changed since", "c-since"),
      ],
      rows: weeks.map { one in
        [
          CellView("", detail: Dates.range(one.week.window), plot: one.week.link(from: .newest)),
          CellView(one.record.map { Names.shown($0.headline) } ?? "Its record cannot be read."),
        ] + AttentionRule.measures.map { figure(one.record, $0) } + [restated(one)]
      }, most: .max)
  }

  private static func figure(_ record: ReportRecord?, _ measure: Overview.Measure) -> CellView {
    guard let record, let currency = record.currency, let figure = record.figure(measure), let value = figure.value
    else { return CellView(Quantity.missing) }
    let tag: TagView? =
      switch Standing(value, figure.usualRange).judgement(measure) {
      case 1: TagView("Better", .good)
      case -1: TagView("Worse", .bad)
      default: nil
      }
    return CellView(measure.quantity(currency).text(value), tag: tag)
  }

  private static func restated(_ one: Archive.Week) -> CellView {
    guard let currency = one.record?.currency, !one.restated.isEmpty else { return CellView("As published") }
    let words = one.restated.map { RestatedWords($0, currency: currency) }
    var causes: [String] = []
    for cause in words.flatMap(\.causes) where !causes.contains(cause) { causes.append(cause) }
    return CellView(
      "", detail: (words.map { $0.change + "." } + [EarlierTables.shortened(causes)]).joined(separator: " "),
      tag: TagView("Restated", .warning))
  }

  private static func numbers(_ archive: Archive) -> NumbersTable {
    let measures = AttentionRule.measures
    return NumbersTable(
      caption: "Published weeks",
      columns: [.text("Week"), .text("First day"), .text("Last day"), .text("Data up to"), .text("Currency")]
        + ["Revenue", "Revenue per unit of ads", "Cost per new customer"].flatMap {
          [.number($0), .number("\($0), usual range from"), .number("\($0), usual range to")]
        } + [.text("Finding"), .text("Restated since")],
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
