import Vocabulary
import Warehouse

/// What the warehouse tells of a file once all files of a command are loaded.
extension FileReport.Problem {
  /// Of the newer file.
  init(withdrawn rows: Int, _ windows: [DateWindow]) {
    self.init(
      line: nil, column: nil, found: FileReport.Problem.fewer(rows, rows == 1 ? "row" : "rows", windows),
      expected: "all of them; they count no more, and if a filter has left them out, export again without it")
  }

  /// Of the older file, where it comes later.
  init(withdrawnByNewer withdrawn: LackedRows) {
    let rows = "\(withdrawn.rows) \(withdrawn.rows == 1 ? "row" : "rows")"
    self.init(
      line: nil, column: nil,
      found: "\(rows) of the \(FileReport.Problem.days(withdrawn.window)) that \(withdrawn.file) lacks",
      expected:
        "all of them in the newer export; they do not count, and if a filter has left them out, export again without it"
    )
  }

  init(rows count: Int, standingIn newer: String) {
    self.init(
      line: nil, column: nil,
      found:
        "\(count) \(count == 1 ? "row" : "rows") with other values than \(newer), which is taken for the newer and stands",
      expected: "the newer of two exports; if this one was made later, put the days of export into both names, such as "
        + "name-2026-10-05.csv, and ingest all files into a new warehouse")
  }

  init(metric: String, loaded: String, now: String) {
    self.init(
      line: nil, column: nil, found: "\(metric) \(now) as it is read now, and \(loaded) as it was loaded before",
      expected: "one reading; what was loaded stays, so ingest all files into a new warehouse")
  }

  private static func fewer(_ count: Int, _ what: String, _ windows: [DateWindow]) -> String {
    let days = windows.dropFirst().reduce(windows.first) { $0?.union($1) }.map(days) ?? "days"
    return "\(count) \(what) fewer than earlier exports have for the \(days)"
  }

  private static func days(_ window: DateWindow) -> String { "\(window.dayCount == 1 ? "day" : "days") \(window)" }

  /// Of the older file, where it comes later.
  init(missingInNewer missing: LackedRows) {
    let figures = "\(missing.rows) \(missing.rows == 1 ? "figure" : "figures")"
    self.init(
      line: nil, column: nil,
      found: "\(figures) of the \(FileReport.Problem.days(missing.window)) that \(missing.file) lacks",
      expected: "all of them in the newer export; they count, in case it shows its first rows alone; if they are no "
        + "longer true, ingest into a new warehouse without this file")
  }

  /// Of the newer file.
  init(missing figures: Int, _ windows: [DateWindow]) {
    self.init(
      line: nil, column: nil,
      found: FileReport.Problem.fewer(figures, figures == 1 ? "figure" : "figures", windows),
      expected:
        "all of them; those of the earlier export still count, in case this one shows its first rows alone; if they "
        + "are no longer true, ingest into a new warehouse without the earlier export")
  }

  init(_ told: ToldTwiceRows) {
    let rows = told.rows == 1 ? "row" : "rows"
    self.init(
      line: nil, column: nil,
      found: "\(told.rows) \(rows) of campaigns and days that \(told.countedFile) tells too, with other columns or "
        + "names",
      expected: "each of them once; they count as they stand in \(told.countedFile)")
  }

  init(_ unowned: UnownedCampaigns) {
    let isOne = unowned.campaigns == 1
    let count = isOne ? "1 campaign" : "\(unowned.campaigns) campaigns"
    let more = unowned.accounts.count > 3 ? " and \(unowned.accounts.count - 3) more" : ""
    let accounts = unowned.accounts.prefix(3).map { "\"\($0)\"" }.joined(separator: ", ") + more
    self.init(
      line: nil, column: nil,
      found: "\(count) without an account in \(unowned.file), beside \(isOne ? "one" : "campaigns") of the same "
        + "\(isOne ? "name" : "names") in \(accounts) on the \(FileReport.Problem.days(unowned.window))",
      expected: "the account's name; all of them count, twice if they are the same; if so, ingest all files into a new "
        + "warehouse, \(unowned.file) with --account and that name")
  }

  init(_ leftOut: LeftOutWindows) {
    self.init(
      line: nil, column: nil,
      found: "sums over the \(FileReport.Problem.days(leftOut.window)) that other rows overlap",
      expected: "figures by the day; these sums do not count, and the rows that do tell less of the "
        + "\(FileReport.Problem.days(leftOut.missing)); export these by the day")
  }

  init(_ bookings: OverlappingBookings) {
    self.init(
      line: nil, column: nil,
      found: "rows of one campaign that overlap each other, over the \(FileReport.Problem.days(bookings.window))",
      expected:
        "bookings beside each other, and all of them count; if a row sums up others or says the same again, take it "
        + "out")
  }

  init(_ rival: RivalRates) {
    let counted = "\(rival.countedAuthority) in \(rival.countedFile)"
    self.init(
      line: nil, column: nil,
      found: "exchange rates of \(rival.days) \(rival.days == 1 ? "day" : "days") on which \(counted) and "
        + "\(rival.authority) in \(rival.file) differ",
      expected: "one rate for a day and two currencies; those of \(counted) count; take out those that "
        + "should not, and ingest all files into a new warehouse")
  }
}
