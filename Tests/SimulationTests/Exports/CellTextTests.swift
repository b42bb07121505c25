import Testing

@testable import Simulation

@Suite struct CellTextTests {
  @Test func numbers() {
    #expect(CellText.hundredths(1_205) == "12.05")
    #expect(CellText.hundredths(-7) == "-0.07")
    #expect(CellText.grouped(1_234_567) == "1,234,567")
    #expect(CellText.grouped(999) == "999")
    #expect(CellText.grouped(-1_000) == "-1,000")
    #expect(CellText.ratio(2, 3, places: 2) == "0.67")
    #expect(CellText.ratio(5, 2, places: 0) == "3")
    #expect(CellText.ratio(1, 0, places: 2) == nil)
  }

  @Test func quotes() {
    #expect(CellText.quoted("a \"b\"") == "\"a \"\"b\"\"\"")
    #expect(CellText.quotedIfNeeded("plain") == "plain")
    #expect(CellText.quotedIfNeeded("a,b") == "\"a,b\"")
  }

  @Test func periodsFollowTheCalendar() {
    // 2024-11-04 … 2025-01-26: 27 days of November, December, 26 days of January.
    let plan = Worlds.plan(customers: 100, weeks: 12, seed: 1)
    #expect(ExportPeriods.months(of: plan) == [0..<27, 27..<58, 58..<84])
    #expect(ExportPeriods.halfYears(of: plan) == [0..<58, 58..<84])
  }
}
