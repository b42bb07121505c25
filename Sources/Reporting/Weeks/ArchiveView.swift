import Analysis
import Charting
import Vocabulary

/// A page that lists published weeks by year, as the template `parts` writes it: the first page with the newest years
/// and where the others are, or the page of one of those.
struct ArchiveView {
  /// Nil: the first page.
  let year: Int?
  let head: PageHead
  let parts: [PartView]
  let contents: [LinkView]
  var terms: [TermView] { [Glossary.restated, Glossary.usual] }
  var path: String { year.map(Place.archivePage(of:)) ?? Place.archivePage }

  /// The first page.
  /// - Parameter file: every week of every year.
  init(_ archive: Archive, file: DataFile) {
    let newest = archive.years.prefix(archive.yearsInFull)
    self.init(
      year: nil, eyebrow: phrase("All weeks"), archive.weeks,
      parts: newest.enumerated().map { index, year in
        Self.part(year, fold: index == 0 ? FoldView(downloadOf: file) : nil)
      } + archive.yearsApart.map(Self.lead))
  }

  /// The page of one earlier year.
  init(_ year: Archive.Year, file: DataFile) {
    self.init(
      year: year.year, eyebrow: phrase("Published weeks of {year}", ["year": "\(year.year)"]), year.weeks,
      parts: [Self.part(year, fold: FoldView(downloadOf: file))])
  }

  private init(year: Int?, eyebrow: String, _ weeks: [Archive.Week], parts: [PartView]) {
    self.year = year
    self.parts = parts
    contents = parts.map(\.link)
    head = PageHead(
      eyebrow, headline: Self.headline(weeks),
      standfirst: [
        phrase("Each report stays as it was published, under an address that lasts."),
        phrase("“Restated” says what has changed since."),
      ],
      facts: [
        FactView(phrase("Weeks"), Quantity.count.text(weeks.count)),
        FactView(phrase("Newest"), weeks.first.map { "\($0.week.fullLabel), \(Dates.range($0.week.window))" } ?? ""),
      ])
  }

  /// Every week of every year, newest first.
  static func file(_ archive: Archive) -> DataFile { DataFile("all-weeks", numbers(archive)) }

  private static func part(_ year: Archive.Year, fold: FoldView?) -> PartView {
    PartView(
      anchor(of: year), "\(year.year)",
      cards: [
        CardView(
          anchor: "fig-\(year.year)", width: "w12", title: title(year.weeks),
          subtitle: phrase("Better and worse: outside the usual range of that week."),
          table: table(year.weeks, year: year.year), fold: fold)
      ])
  }

  /// What stands on the first page for a year that has a page of its own, under the anchors that the year had there.
  private static func lead(to year: Archive.Year) -> PartView {
    let label = phrase("Published weeks of {year}", ["year": "\(year.year)"])
    return PartView(
      anchor(of: year), "\(year.year)",
      cards: [
        CardView(
          anchor: "fig-\(year.year)", width: "w12", title: title(year.weeks), subtitle: headline(year.weeks),
          drawing: "<p class=\"file\"><a href=\"\(Place.archivePage(of: year.year))\">\(label)</a></p>")
      ])
  }

  private static func anchor(of year: Archive.Year) -> String { "year-\(year.year)" }

  private static func headline(_ weeks: [Archive.Week]) -> String {
    let count = weeks.count
    let changed = weeks.count { !$0.restated.isEmpty }
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
        "{some} of {all} would read differently today",
        ["some": Quantity.count.text(changed), "all": Quantity.count.text(weeks.count)])
  }

  private static func table(_ weeks: [Archive.Week], year: Int) -> TableView {
    TableView(
      caption: phrase("Published weeks of {year}", ["year": "\(year)"]), look: "stack weeks",
      columns: [
        ColumnView(phrase("Week"), "c-link c-week"), ColumnView(phrase("Finding"), "c-finding"),
        .number(phrase("Revenue")),
        .number(revenuePerSpend(weeks)), .number(phrase("Cost per new customer")),
        ColumnView(phrase("Changed since"), "c-since"),
      ],
      rows: weeks.map { one in
        [
          CellView("", detail: Dates.foldable(one.week.window), plot: one.week.link(from: .newest)),
          CellView(one.record.map { Names.shown($0.headline) } ?? phrase("Its record cannot be read.")),
        ] + AttentionRule.measures.map { figure(one.record, $0) } + [restated(one)]
      }, most: .max)
  }

  /// Weeks of one currency name their unit.
  private static func revenuePerSpend(_ weeks: [Archive.Week]) -> String {
    let currencies = Set(weeks.compactMap { $0.record?.currency })
    guard let only = currencies.first, currencies.count == 1 else { return phrase("Revenue per unit of ads") }
    return Overview.Measure.revenuePerSpend.label(only)
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
          let range = figure.usualRange
          return [.number(figure.value, format), .low(range?.low, format), .high(range?.high, format)]
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
