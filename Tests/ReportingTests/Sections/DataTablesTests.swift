@testable import Analysis
import Charting
import Testing
import Vocabulary

@testable import Reporting

@Suite struct DataTablesTests {
  private let source = DataQuality.Source(
    name: "Orders", first: Fixture.day("2026-10-28"), last: Fixture.day("2026-11-19"), days: 10, gaps: [],
    daysByWeek: [5, 0, 3, 4], firstMonday: Fixture.day("2026-10-26"))

  private func week(_ iso: String) -> DataGapStrip.Week { DataTables.week(source, Fixture.day(iso).number) }

  @Test("a first week that begins on Wednesday is complete with five days")
  func spans() {
    #expect(week("2026-10-19") == .notConnected)
    #expect(week("2026-10-26") == .complete(days: 5))
    #expect(week("2026-11-02") == .none)
    #expect(week("2026-11-09") == .missing(days: 4))
    #expect(week("2026-11-16") == .complete(days: 4))
    #expect(week("2026-11-23") == .notConnected)
  }

  /// Weeks from 2026-05-18, 60 of them, so that the first seven are not drawn.
  private func gapped(_ gaps: [(String, String)]) -> DataQuality {
    let monday = Fixture.day("2026-05-18")
    return DataQuality(
      files: [],
      sources: gaps.enumerated().map { index, gap in
        DataQuality.Source(
          name: "S\(index)", first: monday, last: monday + 419, days: 417,
          gaps: [Fixture.window(gap.0, gap.1)], daysByWeek: Array(repeating: 7, count: 60), firstMonday: monday)
      },
      rejected: [], skipped: [], controlTotals: [], restatements: [], unrecognised: [], identity: [])
  }

  /// Eight days of sales with two days of silence at most, in the time of twelve days.
  private func till(last: String) -> DataQuality.Source {
    let end = Fixture.day(last)
    return DataQuality.Source(
      name: "Till", first: end - 11, last: end, days: 8, gaps: [], daysByWeek: [], firstMonday: (end - 11).weekStart,
      kind: "sales", rhythm: .irregular,
      silences: [DateWindow(first: end - 9, last: end - 8), DateWindow(first: end - 4, last: end - 3)]
        .compactMap { $0 })
  }

  @Test("a till that ends three weeks ago ends early; its quiet days are no gap")
  func salesEndEarly() throws {
    var data = Fixture.dataQuality
    data.sources = [source, till(last: "2026-10-29")]
    let (card, file) = DataTables.sources(data, asOf: Fixture.day("2026-11-19"))
    #expect(card.title == "1 of 2 sources ends early")
    #expect("\(card)".contains("Ends 21 days early"))
    #expect(
      file.table.rows.map { $0.map(\.text) } == [
        ["Orders", "2026-10-28", "2026-11-19", "10", "0"], ["Till (till sales)", "2026-10-18", "2026-10-29", "8", "4"],
      ])
    let gaps = "\(try DataTables.gaps(data).0)"
    #expect(gaps.contains("No source has a gap") && !gaps.contains("Till"))
  }

  @Test("a silence as long as those before is not early, nor is the last day reached")
  func salesPause() {
    var data = Fixture.dataQuality
    data.sources = [source, till(last: "2026-11-17")]
    let card = DataTables.sources(data, asOf: Fixture.day("2026-11-19")).0
    #expect(card.title == "No source ends early")
    #expect("\(card)".contains("Not daily"))
    data.sources = [source, till(last: "2026-11-19")]
    #expect(
      DataTables.sources(data, asOf: Fixture.day("2026-11-19")).0.title == "Every source reaches the last day")
  }

  @Test("gaps before the weeks drawn are not told of as if they were to be seen")
  func earlierGaps() throws {
    let before = "\(try DataTables.gaps(gapped([("2026-05-20", "2026-05-22")])).0)"
    #expect(before.contains("No gap in the weeks shown, 1 before them"))
    #expect(before.contains("3 days missing earlier"))
    let both = "\(try DataTables.gaps(gapped([("2026-05-20", "2026-05-22"), ("2027-03-01", "2027-03-01")])).0)"
    #expect(both.contains("2 gaps between first and last day") && both.contains("1 day missing"))
    #expect(both.contains("A missing day adds nothing to its week. The week still counts."))
    #expect(both.contains("3 days missing earlier"))
  }

  @Test("a fourth gap is named; of five, two are counted")
  func countedGaps() throws {
    let days = (1...5).map { ("2027-03-0\($0)", "2027-03-0\($0)") }
    let four = "\(try DataTables.gaps(gapped(Array(days.prefix(4)))).0)"
    #expect(four.components(separatedBy: "S0,").count > 1 && !four.contains("more."))
    #expect("\(try DataTables.gaps(gapped(days)).0)".contains("; and 2 more."))
  }

  @Test func aFileSaysWhatItsReportIsCalled() {
    var data = Fixture.dataQuality
    for index in data.files.indices { data.files[index].title = "Google Ads campaign report" }
    let text = "\(DataTables.files(data).0)"
    #expect(text.contains("\"Google Ads campaign report\"") && data.files.count <= TableView.first)
    #expect(DataTables.files(data).1.table.rows[0][1].text == "GoogleAdsCampaignReport")
  }

  @Test func everyRowHasOneFate() {
    var file = Fixture.dataQuality.files[0]
    #expect(file.addsUp)
    file.rowsRejected += 1
    #expect(!file.addsUp)
  }

  @Test func changedColumnsAreTold() throws {
    var data = Fixture.dataQuality
    data.changes = [
      .init(file: "b.csv", column: "Impressions", found: "gone", expected: "\"Impressions\""),
      .init(file: "b.csv", column: "", found: "columns in another order", expected: "the order of the first file"),
    ]
    let (card, file) = DataTables.changes(data)
    #expect("\(card)".contains("1 file has other columns than the first of their kind"))
    #expect(file.table.rows.map { $0[1].text } == ["Impressions", ""])
    #expect(file.table.rows.map { $0[2].text } == ["gone", "columns in another order"])
  }

  @Test func rowsThatTwoFilesTellAreSaid() throws {
    var data = Fixture.dataQuality
    data.toldTwice = [
      .init(file: "names.csv", countedFile: "ids.csv", rows: 28),
      .init(file: "old.csv", countedFile: "ids.csv", rows: 3),
    ]
    let (card, file) = DataTables.toldTwice(data)
    #expect("\(card)".contains("31 rows count as another file tells them"))
    #expect(file.table.rows.map { $0.map(\.text) } == [["names.csv", "28", "ids.csv"], ["old.csv", "3", "ids.csv"]])
  }

  private static let audit = TrackingAudit(
    tool: "Web", window: Fixture.window("2026-10-01", "2026-10-31"), revenuePerVisit: 2,
    unassigned: .init(
      visits: 40, share: 0.16, shareBefore: 0.04, value: 80, window: Fixture.window("2026-10-01", "2026-10-31")),
    gaps: [
      .init(kind: .visitsWithoutCost, subject: "Paid social", visits: 50, money: 100),
      .init(kind: .costWithoutVisits, subject: "Paid search", visits: nil, money: 70),
    ], channelsChecked: 3, campaignsChecked: 0)

  @Test func whatDoesNotMeetIsSaidInMoney() throws {
    let pounds = Fixture.currency("GBP")
    let (_, file) = try #require(DataTables.tracking(Self.audit, currency: pounds))
    #expect(
      file.table.rows.map { $0[0].text } == [
        "Paid visits, but no cost on record", "Cost, but no visit from this channel",
      ])
    #expect(file.table.rows.map { $0[2].text } == ["50", "none"])
    let words = DataSection.tracking(Self.audit, currency: pounds)
    #expect(words.contains("3 paid channels compared."))
    #expect(words.contains(" before; they are worth £80 at the average visit."))
  }

  @Test func costThatIsLeftOutIsSaid() {
    var audit = Self.audit
    audit.leftOut = [.otherCurrencyLeftOut(Fixture.currency("EUR"), amounts: 31)]
    let words = DataSection.tracking(audit, currency: Fixture.currency("GBP"))
    #expect(words.hasSuffix(" 31 amounts in EUR are left out."))
  }

  @Test func whereAllMeetsThereIsNoTable() {
    var audit = Self.audit
    audit.gaps = []
    let pounds = Fixture.currency("GBP")
    #expect(DataTables.tracking(audit, currency: pounds) == nil)
    #expect(DataSection.tracking(audit, currency: pounds).contains("cost and visits meet in all of them"))
  }

  @Test("nine files are listed one by one; thirty are summed by format and folded away one by one")
  func manyFilesAreSummed() throws {
    var data = Fixture.dataQuality
    let few = DataTables.files(data).0
    #expect(try #require(few.table).rows.count == 9 && few.fold?.rows == nil)
    let file = data.files[0]
    data.files = (0..<30).map { index in
      var one = file
      one.name = "export-\(index).csv"
      one.format = index < 20 ? "MetaAdsReport" : "GA4Report"
      one.window = Fixture.window(index == 0 ? "2025-01-06" : "2026-05-18", "2026-11-15")
      return one
    }
    let (card, csv) = DataTables.files(data)
    let table = try #require(card.table)
    #expect(table.rows.map(\.name.text) == ["GA4Report", "Meta\u{200B}Ads\u{200B}Report"])
    // Twenty files of 1,200 rows each.
    let cells = table.rows[1].cells.map { PageText.plain($0.text) }
    #expect(cells.prefix(3) == ["6 Jan 2025–15 Nov 2026", "20", "24,000"])
    #expect(card.fold?.summary == "All 30 files and download" && card.fold?.rows?.rows.count == 30)
    #expect(csv.table.rows.count == 30)
  }

  @Test func onlyTotalsThatDifferStandInThePage() throws {
    var data = Fixture.dataQuality
    let (card, file) = DataTables.totals(data)
    #expect(card.title == "1 of 2 stated totals differs")
    #expect(card.table?.rows.map(\.name.text) == ["export-2.csv"])
    #expect(file.table.rows.count == 2)
    data.controlTotals.removeLast()
    #expect(DataTables.totals(data).0.table == nil)
    #expect(DataTables.totals(data).0.fold?.rows?.rows.count == 1)
  }

  @Test func aLongTableIsShortenedWithAWord() throws {
    let (card, _) = DataTables.rejected(Fixture.dataQuality)
    let table = try #require(card.table)
    #expect(table.rows.count == 12)
    #expect(table.cut == "The first 12 of 54 rows are shown. rejected-rows.csv holds all.")
    #expect(card.fold?.summary == "All 54 rows and download" && card.fold?.rows?.rows.count == 40)
  }
}
