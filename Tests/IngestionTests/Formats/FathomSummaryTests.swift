import Ingestion
import Testing
import Vocabulary

struct FathomSummaryTests {
  @Test func theDaysTellThatItIsFathoms() throws {
    // "Metric" and "Value" are anybody's words: the row of the days is what tells.
    #expect(try Sample("Metric,Value\nPeople,5\n").failure() == .unrecognised(file: "sample.csv", kind: nil))
    #expect(try Sample("Metric,Value,Change\nPeople,5,1\n").failure() == .unrecognised(file: "sample.csv", kind: nil))
  }

  @Test func figuresThatAreNoneAreRefused() throws {
    let reading = try Sample(
      "Metric,Value\nPeople,many\nPageviews,\nExport Date Range,2026-09-02 00:00:00 to 2026-09-02 16:02:04 (Europe/Paris)\n"
    ).read()
    #expect(reading.recognition.window?.description == "2026-09-02" && reading.recognition.timeZone == "Europe/Paris")
    #expect(reading.all.rejectedRows.map(\.column) == ["Value"])
    #expect(reading.all.skippedRows.map(\.reason) == [.noData, .settings])
  }

  @Test func anExportWithFiltersIsPartOfTheSite() throws {
    let reading = try Sample(
      "Metric,Value\nPeople,5\nExport Date Range,2026-09-02 00:00:00 to 2026-09-08 16:02:04 (UTC)\nFilters Applied,2\n",
      name: "Summary.csv"
    ).read()
    #expect(
      reading.recognition.notes == [
        "it is filtered by 2 conditions: its figures are kept apart from those of the whole site"
      ])
    #expect(reading.all.webTraffic.map(\.dimension) == ["filtered by 2 conditions"])
  }
}
