@testable import Analysis
import Charting
import Testing
import Vocabulary

@testable import Reporting

@Suite struct DataTablesTests {
  private let source = DataQuality.Source(
    name: "Orders", first: Fixture.day("2026-10-28"), last: Fixture.day("2026-11-19"), rows: 10, gaps: [],
    daysByWeek: [5, 0, 3, 4], firstMonday: Fixture.day("2026-10-26"))

  private func week(_ iso: String) -> DataGapStrip.Week { DataTables.week(source, Fixture.day(iso).number) }

  @Test("a first week that begins on Wednesday is complete with five days")
  func spans() {
    #expect(week("2026-10-19") == .notConnected)
    #expect(week("2026-10-26") == .complete)
    #expect(week("2026-11-02") == .none)
    #expect(week("2026-11-09") == .missing(days: 4))
    #expect(week("2026-11-16") == .complete)
    #expect(week("2026-11-23") == .notConnected)
  }

  @Test func everyRowHasOneFate() {
    var file = Fixture.dataQuality.files[0]
    #expect(file.addsUp)
    file.rowsRejected += 1
    #expect(!file.addsUp)
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

  @Test func whereAllMeetsThereIsNoTable() {
    var audit = Self.audit
    audit.gaps = []
    let pounds = Fixture.currency("GBP")
    #expect(DataTables.tracking(audit, currency: pounds) == nil)
    #expect(DataSection.tracking(audit, currency: pounds).contains("cost and visits meet in all of them"))
  }
}
