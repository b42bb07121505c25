@testable import Analysis
import Charting
import Testing

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
}
