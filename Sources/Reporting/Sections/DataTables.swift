import Analysis
import Charting
import Vocabulary

/// The tables of the data page.
enum DataTables {
  static let shownWeeks = 53

  static func sources(_ data: DataQuality, asOf: Day) -> (CardView, DataFile) {
    let count = Quantity.count
    let rows = data.sources.sorted { $0.name < $1.name }
    let numbers = NumbersTable(
      caption: "Sources",
      columns: [.text("Source"), .text("First day"), .text("Last day"), .number("Rows"), .number("Days without data")],
      rows: rows.map {
        [
          .text($0.name), .text("\($0.first)"), .text("\($0.last)"), .count($0.rows),
          .count($0.gaps.map(\.dayCount).reduce(0, +)),
        ]
      })
    let file = DataFile("sources", numbers)
    let late = rows.filter { $0.last < asOf }.count
    return (
      CardView(
        anchor: "fig-sources", width: "w12",
        title: late == 0
          ? "Every source reaches the last day"
          : "\(late) of \(rows.count) sources \(late == 1 ? "ends" : "end") early",
        table: TableView(
          caption: numbers.caption,
          columns: [
            ColumnView("Source"), ColumnView("First day"), ColumnView("Last day"), .number("Rows"),
            ColumnView("Status"),
          ],
          rows: rows.map { source in
            [
              CellView(Names.shown(source.name)), CellView(Dates.day(source.first)), CellView(Dates.day(source.last)),
              CellView(count.text(source.rows)), CellView("", tag: status(source, asOf: asOf)),
            ]
          }),
        fold: FoldView(downloadOf: file)), file
    )
  }

  private static func status(_ source: DataQuality.Source, asOf: Day) -> TagView {
    let early = asOf - source.last
    if early > 0 { return TagView("Ends \(Quantity.count.text(early)) \(early == 1 ? "day" : "days") early", .warning) }
    let days = source.gaps.map(\.dayCount).reduce(0, +)
    return days == 0 ? TagView("Complete", .good) : TagView("\(Quantity.count.text(days)) days missing", .warning)
  }

  static func gaps(_ data: DataQuality) throws(ReportingError) -> (CardView, DataFile) {
    let rows = data.sources.sorted { $0.name < $1.name }
    let end = rows.map { $0.firstMonday.number + 7 * $0.daysByWeek.count }.max() ?? 0
    let begin = max(rows.map(\.firstMonday.number).min() ?? 0, end - 7 * shownWeeks)
    let starts = Array(stride(from: begin, to: end, by: 7))
    let gaps = rows.flatMap(\.gaps).count
    let figure = try Edition.draw(
      DataGapStrip(
        head: FigureHead(
          id: "fig-gaps",
          title: gaps == 0 ? "No source has a gap" : "\(gaps) \(gaps == 1 ? "gap" : "gaps") between first and last day",
          subtitle: "Weeks with data by source, \(starts.count) weeks.", name: "Weeks with data by source",
          note: "A missing day is left out. It never counts as zero."),
        weekHeading: "Week of (days of 7)", starts: starts,
        sources: rows.map { source in
          let missing = source.gaps.map(\.dayCount).reduce(0, +)
          return DataGapStrip.Source(
            Names.shown(source.name), starts.map { week(source, $0) },
            verdict: missing == 0 ? "Complete" : "\(Quantity.count.text(missing)) days missing")
        }))
    let file = DataFile("days-by-week", figure.numbers)
    return (CardView(figure, width: "w12", file: file), file)
  }

  /// A source's first and last week may rightly begin late or end early; only days inside its span are missing.
  static func week(_ source: DataQuality.Source, _ start: Int) -> DataGapStrip.Week {
    let index = (start - source.firstMonday.number) / 7
    guard start >= source.firstMonday.number, index < source.daysByWeek.count,
      start + 6 >= source.first.number, start <= source.last.number
    else { return .notConnected }
    let expected = min(start + 6, source.last.number) - max(start, source.first.number) + 1
    let days = source.daysByWeek[index]
    return days >= expected ? .complete : days == 0 ? .none : .missing(days: expected - days)
  }

  static func files(_ data: DataQuality) -> (CardView, DataFile) {
    let rows = data.files.sorted { ($0.name, $0.digest) < ($1.name, $1.digest) }
    let numbers = NumbersTable(
      caption: "Files and their rows",
      columns: [.text("File"), .text("Format"), .text("Checked on a real file"), .text("From"), .text("To")]
        + fates.map { .number($0) } + [.text("SHA-256")],
      rows: rows.map { file in
        [
          .text(file.name), .text(file.format), .text(file.isVerified ? "yes" : "no"),
          .text(file.window.map { "\($0.first)" } ?? ""), .text(file.window.map { "\($0.last)" } ?? ""),
        ] + counts([file]).map { .count($0) } + [.text(file.digest)]
      })
    let file = DataFile("files", numbers)
    let unverified = rows.filter { !$0.isVerified }.count
    let isShort = rows.count <= TableView.first
    return (
      CardView(
        anchor: "fig-files", width: "w12",
        title: rows.allSatisfy(\.addsUp) ? "Every row read has one fate" : "Some rows are not accounted for",
        subtitle: unverified == 0
          ? nil
          : "\(unverified) \(unverified == 1 ? "file is" : "files are") in a format not yet checked on a real export.",
        table: isShort ? byFile(rows) : byFormat(rows),
        note: isShort ? nil : "\(file.name) lists each of the \(Quantity.count.text(rows.count)) files.",
        fold: isShort
          ? FoldView(downloadOf: file)
          : FoldView(file, summary: "All \(Quantity.count.text(rows.count)) files and download")),
      file
    )
  }

  private static let fates = ["Read", "Loaded", "Updated", "Unchanged", "Skipped", "Rejected"]

  /// In the order of `fates`.
  private static func counts(_ files: [DataQuality.File]) -> [Int] {
    [\DataQuality.File.rowsRead, \.rowsLoaded, \.rowsUpdated, \.rowsUnchanged, \.rowsSkipped, \.rowsRejected]
      .map { fate in files.map { $0[keyPath: fate] }.reduce(0, +) }
  }

  private static func byFile(_ files: [DataQuality.File]) -> TableView {
    TableView(
      caption: "Files and their rows",
      columns: [ColumnView("File", "c-wide"), ColumnView("Period")] + fates.map(ColumnView.number),
      rows: files.map { file in
        [
          CellView(Names.breakable(file.name), detail: Names.shown(file.format)),
          CellView(file.window.map(Dates.range) ?? "All time"),
        ] + counts([file]).map { CellView(Quantity.count.text($0)) }
      })
  }

  /// Dozens of files are read as one line for each format.
  private static func byFormat(_ files: [DataQuality.File]) -> TableView {
    let groups = Dictionary(grouping: files, by: \.format).sorted { $0.key < $1.key }
    return TableView(
      caption: "Files and their rows by format",
      columns: [ColumnView("Format", "c-wide"), ColumnView("Period"), .number("Files")]
        + fates.map(ColumnView.number),
      rows: groups.map { format, files in
        let windows = files.compactMap(\.window)
        let window = windows.map(\.first).min().flatMap { first in
          windows.map(\.last).max().flatMap { DateWindow(first: first, last: $0) }
        }
        return [
          CellView(Names.breakable(format)), CellView(window.map(Dates.range) ?? "All time"),
          CellView(Quantity.count.text(files.count)),
        ] + counts(files).map { CellView(Quantity.count.text($0)) }
      })
  }

  static func skipped(_ data: DataQuality) -> (CardView, DataFile) {
    table(
      "skipped-rows", anchor: "fig-skipped", title: "Rows that rightly hold no fact", caption: "Skipped rows by reason",
      [.text("Reason"), .number("Rows")],
      data.skipped.map { [.text($0.reason.word), .count($0.rows)] }, width: "w6")
  }

  static func rejected(_ data: DataQuality) -> (CardView, DataFile) {
    table(
      "rejected-rows", anchor: "fig-rejected",
      title: "\(Quantity.count.text(data.rejected.count)) rejected \(data.rejected.count == 1 ? "row" : "rows")",
      caption: "Rejected rows",
      [.text("File"), .number("Line"), .text("Column"), .text("Found"), .text("Expected")],
      data.rejected.map {
        [
          .text(Names.shown($0.file)), .count($0.line), .text(Names.shown($0.column)), .text(Names.shown($0.found)),
          .text(Names.shown($0.expected)),
        ]
      })
  }

  static func refused(_ data: DataQuality) -> (CardView, DataFile) {
    table(
      "refused-files", anchor: "fig-refused", title: "Files that were not read", caption: "Files that were not read",
      [.text("File"), .text("Reason")],
      data.unrecognised.map { [.text(Names.shown($0.name)), .text(Names.shown($0.reason))] })
  }

  static func changes(_ data: DataQuality) -> (CardView, DataFile) {
    let count = Set(data.changes.map(\.file)).count
    return table(
      "column-changes", anchor: "fig-columns",
      title: "\(count) \(count == 1 ? "file has" : "files have") other columns than the first of their kind",
      caption: "Columns that have changed", [.text("File"), .text("Column"), .text("Found"), .text("Expected")],
      data.changes.map { change in
        [change.file, change.column, change.found, change.expected].map { .text(Names.shown($0)) }
      })
  }

  /// Only totals that differ stand in the page; those that agree are folded away.
  static func totals(_ data: DataQuality) -> (CardView, DataFile) {
    let exact = ValueFormat(.plain, .decimals(2))
    let off = data.controlTotals.filter { !$0.agrees }
    func numbers(_ totals: [DataQuality.Control]) -> NumbersTable {
      NumbersTable(
        caption: "Stated totals and sums of rows",
        columns: [
          .text("File"), .text("Total"), .text("Figure"), .number("Stated"), .number("Sum of rows"),
          .number("Difference"),
        ],
        rows: totals.map {
          [
            .text(Names.shown($0.file)), .text(Names.shown($0.label)), .text(Names.spelledOut($0.metric.rawValue)),
            .number($0.stated, exact), .number($0.summed, exact), .signed($0.summed - $0.stated, exact),
          ]
        })
    }
    let file = DataFile("control-totals", numbers(data.controlTotals))
    let count = Quantity.count.text(data.controlTotals.count)
    return (
      CardView(
        anchor: "fig-totals", width: "w12",
        title: off.isEmpty
          ? "Every stated total agrees with the sum of its rows"
          : "\(off.count) of \(count) stated totals \(off.count == 1 ? "differs" : "differ")",
        subtitle: "\(count) \(data.controlTotals.count == 1 ? "total" : "totals") of the exports, "
          + "each held against the sum of the rows that it closes.",
        table: off.isEmpty ? nil : .stacked(numbers(off), most: TableView.first),
        fold: FoldView(
          file,
          summary: data.controlTotals.count == 1 ? "The total and download" : "All \(count) totals and download")),
      file
    )
  }

  static func identity(_ data: DataQuality) -> (CardView, DataFile) {
    let share = ValueFormat(.percent, .decimals(1))
    return table(
      "identity", anchor: "fig-identity", title: "What joins records to one customer",
      caption: "Rules of identity",
      [
        .text("Rule"), .number("Joined"), .number("Customers found by it"), .number("Ambiguous, not joined"),
        .number("Found right where it can be checked"), .number("From"), .number("To"), .number("Checks"),
      ],
      data.identity.map {
        [
          .text($0.rule.word), .count($0.links), .count($0.customers), .count($0.refused),
          $0.precision.map { .number($0, share) } ?? .text("no check possible"),
          $0.low.map { .number($0, share) } ?? .text(""),
          $0.high.map { .number($0, share) } ?? .text(""), .count($0.trials),
        ]
      })
  }

  /// What does not meet, the dearest first; nil where everything does.
  static func tracking(_ audit: TrackingAudit, currency: Currency) -> (CardView, DataFile)? {
    guard !audit.gaps.isEmpty else { return nil }
    let money = Quantity.money(currency).chartFormat
    return table(
      "tracking", anchor: "fig-tracking",
      title: "\(audit.gaps.count) \(audit.gaps.count == 1 ? "place" : "places") where cost and visits do not meet",
      caption: "Cost and visits that do not meet",
      [.text("What"), .text("Channel or campaign"), .number("Visits"), .number("Cost, or worth of the visits")],
      audit.gaps.map {
        [
          .text($0.kind.word), .text(Names.shown($0.subject)),
          $0.visits.map { .count(Int($0)) } ?? .text("none"), .number($0.money, money),
        ]
      })
  }

  static func restated(_ data: DataQuality) -> (CardView, DataFile) {
    let exact = ValueFormat(.plain, .decimals(2))
    return table(
      "restatements", anchor: "fig-restated", title: "Newer files changed earlier figures",
      caption: "Restated figures",
      [
        .text("Source"), .text("Figure"), .text("Period"), .number("Rows"), .number("Old"), .number("New"),
        .number("Difference"),
      ],
      data.restatements.map {
        [
          .text(Names.shown($0.source)), .text(Names.spelledOut($0.metric)), .text(Dates.range($0.window)),
          .count($0.rows), .number($0.old, exact), .number($0.new, exact), .signed($0.new - $0.old, exact),
        ]
      })
  }

  private static func table(
    _ name: String, anchor: String, title: String, caption: String, _ columns: [NumbersTable.Column],
    _ rows: [[NumbersTable.Cell]], width: String = "w12"
  ) -> (CardView, DataFile) {
    let file = DataFile(name, NumbersTable(caption: caption, columns: columns, rows: rows))
    let head = TableView.head(of: file)
    return (
      CardView(anchor: anchor, width: width, title: title, table: head, fold: FoldView(beneath: head, file)), file
    )
  }
}

extension TrackingAudit.Kind {
  var word: String {
    switch self {
    case .costWithoutVisits: "Cost, but no visit from this channel"
    case .visitsWithoutCost: "Paid visits, but no cost on record"
    case .campaignWithoutVisits: "Campaign that no visit names"
    case .tagWithoutCampaign: "Tag that no advertising export knows"
    }
  }
}

extension IdentityRule {
  var word: String {
    switch self {
    case .email: "Same e-mail address"
    case .account: "Same customer number of one system"
    case .merge: "Merged by the CRM"
    case .phone: "Same telephone number, of one person only"
    }
  }
}

extension SkippedRow.Reason {
  /// As the report and `inspect` call it.
  package var word: String {
    switch self {
    case .blank: "Blank"
    case .totals: "Totals, kept as control figures"
    case .footer: "Footer"
    case .repeatedHeader: "Header repeated"
    case .filler: "Filler"
    case .settings: "Setting, no result"
    case .reference: "Name or list, no result"
    case .deleted: "Marked as deleted"
    case .test: "Marked as a test"
    case .robot: "Visit by a program"
    case .asset: "Picture, script or style"
    case .noPage: "Not answered with a page"
    case .noData: "No data"
    case .overlapping: "Counted in another row"
    }
  }
}
