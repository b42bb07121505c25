import Analysis
import Charting
import Vocabulary

/// The tables of the data page.
enum DataTables {
  static let shownWeeks = 53
  private static let shownGaps = 3

  static func sources(_ data: DataQuality, asOf: Day) -> (CardView, DataFile) {
    let count = Quantity.count
    let rows = sorted(data.sources)
    let numbers = NumbersTable(
      caption: phrase("Sources"),
      columns: [
        .text(phrase("Source")), .text(phrase("First day")), .text(phrase("Last day")),
        .number(phrase("Days with data")), .number(phrase("Days without data")),
      ],
      rows: rows.map {
        [
          .text($0.shownName), .text("\($0.first)"), .text("\($0.last)"), .count($0.days), .count($0.daysWithout),
        ]
      })
    let file = DataFile("sources", numbers)
    let late = rows.filter { $0.endsEarly(asOf: asOf) }.count
    return (
      CardView(
        anchor: "fig-sources", width: "w12",
        title: late > 0
          ? phrase(
            "{count} of {all} sources ends early", "{count} of {all} sources end early", of: late,
            ["all": Quantity.count.text(rows.count)])
          : rows.allSatisfy { $0.last >= asOf }
            ? phrase("Every source reaches the last day") : phrase("No source ends early"),
        table: TableView(
          caption: numbers.caption,
          columns: [
            ColumnView(phrase("Source")), ColumnView(phrase("First day")), ColumnView(phrase("Last day")),
            .number(phrase("Days with data")), .number(phrase("Days without data")),
            ColumnView(phrase("Status")),
          ],
          rows: rows.map { source in
            [
              CellView(source.shownName), CellView(Dates.day(source.first)), CellView(Dates.day(source.last)),
              CellView(count.text(source.days)), CellView(count.text(source.daysWithout)),
              CellView("", tag: status(source, asOf: asOf)),
            ]
          }),
        fold: FoldView(downloadOf: file)), file
    )
  }

  static func sorted(_ sources: [DataQuality.Source]) -> [DataQuality.Source] {
    sources.sorted { ($0.name, $0.kind) < ($1.name, $1.kind) }
  }

  private static func status(_ source: DataQuality.Source, asOf: Day) -> TagView {
    let early = asOf - source.last
    if source.endsEarly(asOf: asOf) {
      return TagView(phrase("Ends {count} day early", "Ends {count} days early", of: early), .warning)
    }
    if !source.isDaily, early > 0 || !source.silences.isEmpty { return TagView(phrase("Not daily"), .open) }
    let days = source.gaps.map(\.dayCount).reduce(0, +)
    return days == 0
      ? TagView(phrase("Complete"), .good)
      : TagView(phrase("{count} day missing", "{count} days missing", of: days), .warning)
  }

  /// Of the sources whose facts come each day; in the others a week without data is none that is missing.
  static func gaps(_ data: DataQuality) throws(ReportingError) -> (CardView, DataFile) {
    let rows = sorted(data.sources.filter(\.isDaily))
    let end = rows.map { $0.firstMonday.number + 7 * $0.daysByWeek.count }.max() ?? 0
    let begin = max(rows.map(\.firstMonday.number).min() ?? 0, end - 7 * shownWeeks)
    let starts = Array(stride(from: begin, to: end, by: 7))
    let spans = rows.flatMap { source in source.gaps.map { (source: source.shownName, days: $0) } }
      .sorted { ($1.days.first, $0.source) < ($0.days.first, $1.source) }
    let figure = try Edition.draw(
      DataGapStrip(
        head: FigureHead(
          id: "fig-gaps",
          title: gapTitle(spans.map(\.days), since: begin),
          subtitle: phrase(
            "Weeks with data by source, {count} week.", "Weeks with data by source, {count} weeks.", of: starts.count),
          name: phrase("Weeks with data by source"),
          note: gapNote(spans)),
        weekHeading: phrase("Week of (days of 7)"), starts: starts,
        sources: rows.map { source in
          DataGapStrip.Source(
            source.shownName, starts.map { week(source, $0) }, verdict: verdict(source, since: begin))
        }))
    let file = DataFile("days-by-week", figure.numbers)
    return (CardView(figure, width: "w12", file: file), file)
  }

  /// What the drawn weeks show, and what lies before them.
  private static func gapTitle(_ gaps: [DateWindow], since begin: Int) -> String {
    if gaps.isEmpty { return phrase("No source has a gap") }
    let before = gaps.count { $0.last.number < begin }
    return before == gaps.count
      ? phrase("No gap in the weeks shown, {count} before them", ["count": Quantity.count.text(before)])
      : phrase("{count} gap between first and last day", "{count} gaps between first and last day", of: gaps.count)
  }

  private static func verdict(_ source: DataQuality.Source, since begin: Int) -> String {
    let missing = source.gaps.map(\.dayCount).reduce(0, +)
    if missing == 0 { return phrase("Complete") }
    return source.gaps.allSatisfy { $0.last.number < begin }
      ? phrase("{count} day missing earlier", "{count} days missing earlier", of: missing)
      : phrase("{count} day missing", "{count} days missing", of: missing)
  }

  /// The latest gaps by their days: most lie further back than the weeks that are drawn.
  private static func gapNote(_ spans: [(source: String, days: DateWindow)]) -> String {
    let rule = phrase("A missing day adds nothing to its week. The week still counts.")
    guard !spans.isEmpty else { return rule }
    // To leave out a single one would save no line.
    let most = spans.count == shownGaps + 1 ? spans.count : shownGaps
    let told = spans.prefix(most).map { "\($0.source), \(Dates.range($0.days))" }.joined(separator: "; ")
    let rest = spans.count - most
    return rule + " "
      + (rest > 0
        ? phrase("Without data: {gaps}; and {rest} more.", ["gaps": told, "rest": Quantity.count.text(rest)])
        : phrase("Without data: {gaps}.", ["gaps": told]))
  }

  /// A source's first and last week may rightly begin late or end early; only days inside its span are missing.
  static func week(_ source: DataQuality.Source, _ start: Int) -> DataGapStrip.Week {
    let index = (start - source.firstMonday.number) / 7
    guard start >= source.firstMonday.number, index < source.daysByWeek.count,
      start + 6 >= source.first.number, start <= source.last.number
    else { return .notConnected }
    let expected = min(start + 6, source.last.number) - max(start, source.first.number) + 1
    let days = source.daysByWeek[index]
    return days >= expected
      ? .complete(days: expected) : days == 0 ? .none : .missing(days: expected - days, of: expected)
  }

  static func files(_ data: DataQuality) -> (CardView, DataFile) {
    let rows = data.files.sorted { ($0.name, $0.digest) < ($1.name, $1.digest) }
    let numbers = NumbersTable(
      caption: phrase("Files and their rows"),
      columns: [
        .text(phrase("File")), .text(phrase("Format")), .text(phrase("Checked on a real file")), .text(phrase("From")),
        .text(phrase("To")),
      ]
        + fates.map { .number($0) } + [.text(phrase("SHA-256"))],
      rows: rows.map { file in
        [
          .text(file.name), .text(file.format), .text(file.isVerified ? phrase("yes") : phrase("no")),
          .text(file.window.map { "\($0.first)" } ?? ""), .text(file.window.map { "\($0.last)" } ?? ""),
        ] + counts([file]).map { .count($0) } + [.text(file.digest)]
      })
    let file = DataFile("files", numbers)
    let unverified = rows.filter { !$0.isVerified }.count
    let isShort = rows.count <= TableView.first
    return (
      CardView(
        anchor: "fig-files", width: "w12",
        title: rows.allSatisfy(\.addsUp)
          ? phrase("Every row read has one fate") : phrase("Some rows are not accounted for"),
        subtitle: unverified == 0
          ? nil
          : phrase(
            "{count} file is in a format not yet checked on a real export.",
            "{count} files are in a format not yet checked on a real export.", of: unverified),
        table: isShort ? byFile(rows) : byFormat(rows), isHead: !isShort,
        note: isShort
          ? nil
          : phrase(
            "{file} lists each of the {count} files.",
            ["file": file.name, "count": Quantity.count.text(rows.count)]),
        fold: isShort
          ? FoldView(downloadOf: file)
          : FoldView(
            file, summary: phrase("All {count} files and download", ["count": Quantity.count.text(rows.count)]))),
      file
    )
  }

  private static var fates: [String] {
    [phrase("Read"), phrase("Loaded"), phrase("Updated"), phrase("Unchanged"), phrase("Skipped"), phrase("Rejected")]
  }

  /// In the order of `fates`.
  private static func counts(_ files: [DataQuality.File]) -> [Int] {
    [\DataQuality.File.rowsRead, \.rowsLoaded, \.rowsUpdated, \.rowsUnchanged, \.rowsSkipped, \.rowsRejected]
      .map { fate in files.map { $0[keyPath: fate] }.reduce(0, +) }
  }

  private static func byFile(_ files: [DataQuality.File]) -> TableView {
    TableView(
      caption: phrase("Files and their rows"),
      columns: [ColumnView(phrase("File"), "c-wide"), ColumnView(phrase("Period"), "c-period")]
        + fates.map(ColumnView.number),
      rows: files.map { file in
        [
          CellView(Names.breakable(file.name), detail: file.formatWords),
          CellView(file.window.map(Dates.range) ?? phrase("All time")),
        ] + counts([file]).map { CellView(Quantity.count.text($0)) }
      })
  }

  /// Dozens of files are read as one line for each format.
  private static func byFormat(_ files: [DataQuality.File]) -> TableView {
    let groups = Dictionary(grouping: files, by: \.format).sorted { $0.key < $1.key }
    return TableView(
      caption: phrase("Files and their rows by format"),
      columns: [
        ColumnView(phrase("Format"), "c-wide"), ColumnView(phrase("Period"), "c-period"), .number(phrase("Files")),
      ]
        + fates.map(ColumnView.number),
      rows: groups.map { format, files in
        let windows = files.compactMap(\.window)
        let window = windows.map(\.first).min().flatMap { first in
          windows.map(\.last).max().flatMap { DateWindow(first: first, last: $0) }
        }
        return [
          CellView(files.first?.formatWords ?? format), CellView(window.map(Dates.range) ?? phrase("All time")),
          CellView(Quantity.count.text(files.count)),
        ] + counts(files).map { CellView(Quantity.count.text($0)) }
      })
  }

  static func skipped(_ data: DataQuality) -> (CardView, DataFile) {
    table(
      "skipped-rows", anchor: "fig-skipped", title: phrase("Rows that rightly hold no fact"),
      caption: phrase("Skipped rows by reason"),
      [.text(phrase("Reason")), .number(phrase("Rows"))],
      data.skipped.map { [.text($0.reason.word), .count($0.rows)] })
  }

  static func rejected(_ data: DataQuality) -> (CardView, DataFile) {
    table(
      "rejected-rows", anchor: "fig-rejected",
      title: phrase("{count} rejected row", "{count} rejected rows", of: data.rejected.count),
      caption: phrase("Rejected rows"),
      [
        .text(phrase("File")), .number(phrase("Line")), .text(phrase("Column")), .text(phrase("Found")),
        .text(phrase("Expected")),
      ],
      data.rejected.map {
        [
          .text(Names.shown($0.file)), .count($0.line), .text(Names.shown($0.column)), .text(Names.shown($0.found)),
          .text(Names.shown($0.expected)),
        ]
      })
  }

  static func refused(_ data: DataQuality) -> (CardView, DataFile) {
    table(
      "refused-files", anchor: "fig-refused", title: phrase("Files that were not read"),
      caption: phrase("Files that were not read"),
      [.text(phrase("File")), .text(phrase("Reason"))],
      data.unrecognised.map { [.text(Names.shown($0.name)), .text(Names.shown($0.reason))] })
  }

  static func changes(_ data: DataQuality) -> (CardView, DataFile) {
    let count = Set(data.changes.map(\.file)).count
    return table(
      "column-changes", anchor: "fig-columns",
      title: phrase(
        "{count} file has other columns than the first of their kind",
        "{count} files have other columns than the first of their kind", of: count),
      caption: phrase("Columns that have changed"),
      [.text(phrase("File")), .text(phrase("Column")), .text(phrase("Found")), .text(phrase("Expected"))],
      data.changes.map { change in
        [change.file, change.column, change.found, change.expected].map { .text(Names.shown($0)) }
      })
  }

  static func toldTwice(_ data: DataQuality) -> (CardView, DataFile) {
    table(
      "told-twice", anchor: "fig-told-twice",
      title: phrase(
        "{count} row counts as another file tells it", "{count} rows count as another file tells them",
        of: data.toldTwice.map(\.rows).reduce(0, +)),
      caption: phrase("Rows that another file tells too"),
      [.text(phrase("File")), .number(phrase("Rows")), .text(phrase("Counted from"))],
      data.toldTwice.map { [.text(Names.shown($0.file)), .count($0.rows), .text(Names.shown($0.countedFile))] })
  }

  /// Where some differ, those that stand in the page.
  static func shown(_ totals: [DataQuality.Control]) -> [DataQuality.Control] {
    let off = totals.filter { !$0.agrees }
    return off.isEmpty ? totals : off
  }

  /// Only totals that differ stand in the page; those that agree are folded away.
  static func totals(_ data: DataQuality) -> (CardView, DataFile) {
    let exact = ValueFormat(.plain, .decimals(2))
    let off = data.controlTotals.filter { !$0.agrees }
    func numbers(_ totals: [DataQuality.Control]) -> NumbersTable {
      NumbersTable(
        caption: phrase("Stated totals and sums of rows"),
        columns: [
          .text(phrase("File")), .text(phrase("Total")), .text(phrase("Figure")), .number(phrase("Stated")),
          .number(phrase("Sum of rows")), .number(phrase("Difference")),
        ],
        rows: totals.map {
          [
            .text(Names.shown($0.file)), .text(Names.shown($0.label)), .text(Names.spelledOut($0.metric.rawValue)),
            .number($0.stated, exact), .number($0.summed, exact), .signed($0.summed - $0.stated, exact),
          ]
        })
    }
    let file = DataFile("control-totals", numbers(data.controlTotals))
    let count = data.controlTotals.count
    return (
      CardView(
        anchor: "fig-totals", width: "w12",
        title: off.isEmpty
          ? phrase("Every stated total agrees with the sum of its rows")
          : phrase(
            "{count} of {all} stated totals differs", "{count} of {all} stated totals differ", of: off.count,
            ["all": Quantity.count.text(count)]),
        subtitle: phrase(
          "{count} total of the exports, held against the sum of the rows that it closes.",
          "{count} totals of the exports, each held against the sum of the rows that it closes.", of: count),
        table: off.isEmpty ? nil : .stacked(numbers(off), most: TableView.first),
        fold: FoldView(file, summary: phrase("The total and download", "All {count} totals and download", of: count))),
      file
    )
  }

  static func identity(_ data: DataQuality) -> (CardView, DataFile) {
    let share = ValueFormat(.percent, .decimals(1))
    return table(
      "identity", anchor: "fig-identity", title: phrase("What joins records to one customer"),
      caption: phrase("Rules of identity"),
      [
        .text(phrase("Rule")), .number(phrase("Joined")), .number(phrase("Customers found by it")),
        .number(phrase("Ambiguous, not joined")),
        .number(phrase("Found right where it can be checked")), .number(phrase("From")), .number(phrase("To")),
        .number(phrase("Checks")),
      ],
      data.identity.map {
        [
          .text($0.rule.word), .count($0.links), .count($0.customers), .count($0.refused),
          $0.precision.map { .number($0, share) } ?? .text(phrase("no check possible")),
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
      title: phrase(
        "{count} place where cost and visits do not meet", "{count} places where cost and visits do not meet",
        of: audit.gaps.count),
      caption: phrase("Cost and visits that do not meet"),
      [
        .text(phrase("What")), .text(phrase("Channel or campaign")), .number(phrase("Visits")),
        .number(phrase("Cost, or worth of the visits")),
      ],
      audit.gaps.map {
        [
          .text($0.kind.word), .text(Names.shown($0.subject)),
          $0.visits.map { .count(Int($0)) } ?? .text(phrase("none")), .number($0.money, money),
        ]
      })
  }

  static func restated(_ data: DataQuality) -> (CardView, DataFile) {
    // Counts are whole, amounts have pence.
    func exact(_ one: DataQuality.Restated) -> ValueFormat {
      let isWhole = [one.old, one.new].allSatisfy { $0 == nil || $0?.rounded() == $0 }
      return ValueFormat(.plain, .decimals(isWhole ? 0 : 2))
    }
    func measure(_ one: DataQuality.Restated) -> String {
      Names.spelledOut(one.metric) + (one.dimension.isEmpty ? "" : " (\(Names.shown(one.dimension)))")
    }
    func difference(_ one: DataQuality.Restated) -> Double? {
      guard let old = one.old, let new = one.new else { return nil }
      return new - old
    }
    return table(
      "restatements", anchor: "fig-restated", title: phrase("Newer files changed earlier figures"),
      caption: phrase("Restated figures"),
      [
        .text(phrase("Source")), .text(phrase("Figure")), .text(phrase("Period")), .number(phrase("Rows")),
        .number(phrase("Old")), .number(phrase("New")),
        .number(phrase("Difference")),
      ],
      data.restatements.map {
        [
          .text(Names.shown($0.source)), .text(measure($0)), .text(Dates.range($0.window)), .count($0.rows),
          .number($0.old, exact($0)), .number($0.new, exact($0)), .signed(difference($0), exact($0)),
        ]
      },
      note: data.restatements.contains(where: \.isMoney)
        ? phrase("Amounts of money are in the currency of their file.") : nil)
  }

  private static func table(
    _ name: String, anchor: String, title: String, caption: String, _ columns: [NumbersTable.Column],
    _ rows: [[NumbersTable.Cell]], note: String? = nil
  ) -> (CardView, DataFile) {
    let file = DataFile(name, NumbersTable(caption: caption, columns: columns, rows: rows))
    let head = TableView.head(of: file)
    return (
      CardView(
        anchor: anchor, width: "w12", title: title, table: head, isHead: head.cut != nil, note: note,
        fold: FoldView(beneath: head, file)), file
    )
  }
}

extension DataQuality.File {
  /// What the report is called, without the kinds of file that it comes in; a table of a mapping of the user's own by
  /// its name.
  fileprivate var formatWords: String {
    guard !title.isEmpty else { return Names.breakable(format) }
    return Names.shown(title.firstRange(of: " (").map { String(title[..<$0.lowerBound]) } ?? title)
  }
}

extension TrackingAudit.Kind {
  var word: String {
    switch self {
    case .costWithoutVisits: phrase("Cost, but no visit from this channel")
    case .visitsWithoutCost: phrase("Paid visits, but no cost on record")
    case .campaignWithoutVisits: phrase("Campaign that no visit names")
    case .tagWithoutCampaign: phrase("Tag that no advertising export knows")
    }
  }
}

extension IdentityRule {
  var word: String {
    switch self {
    case .email: phrase("Same e-mail address")
    case .account: phrase("Same customer number of one system")
    case .merge: phrase("Merged by the CRM")
    case .phone: phrase("Same telephone number, of one person only")
    }
  }
}

extension SkippedRow.Reason {
  /// As the report and `inspect` call it.
  package var word: String {
    switch self {
    case .blank: phrase("Blank")
    case .totals: phrase("Totals, kept as control figures")
    case .footer: phrase("Footer")
    case .repeatedHeader: phrase("Header repeated")
    case .filler: phrase("Filler")
    case .settings: phrase("Setting, no result")
    case .reference: phrase("Name or list, no result")
    case .deleted: phrase("Marked as deleted")
    case .test: phrase("Marked as a test")
    case .filtered: phrase("Filtered out by the account's settings")
    case .robot: phrase("Visit by a program")
    case .asset: phrase("Picture, script or style")
    case .noPage: phrase("Not answered with a page")
    case .noRequest: phrase("Nothing asked for")
    case .noData: phrase("No data")
    case .overlapping: phrase("Counted in another row")
    case .otherKind: phrase("Another kind, not read")
    }
  }
}
