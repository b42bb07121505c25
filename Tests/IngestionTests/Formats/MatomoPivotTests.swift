import Ingestion
import Testing
import Vocabulary

struct MatomoPivotTests {
  @Test func oneColumnForEachValue() throws {
    let reading = try Sample("label,1. Oslo,2. Lima\nshoes,3,\nhats,,\n").read()
    #expect(reading.recognition.format == "MatomoPivot")
    #expect(reading.all.webTraffic.map(\.dimensionValue) == ["shoes + Oslo"])
    #expect(reading.all.skippedRows.map(\.reason) == [.noData])
    #expect(try Sample("label,1. Oslo,Total\na,1,1\n").failure() == .unrecognised(file: "sample.csv", kind: nil))
  }

  /// Figures by Python's json module over the same file: seven cells that are not `false`.
  @Test(.enabled(if: Shared.isPresent, "needs the shared collection"))
  func realFile() throws {
    let reading = try Shared.reading(
      "matomo/test_PivotByQueryParamTest_testPivotByParamWorksWithJsonOutput__Referrers.getKeywords_week.json")
    #expect(reading.recognition.format == "MatomoPivot")
    #expect(reading.summary.rowsRead == 6 && reading.summary.rowsRejected == 0 && reading.summary.rowsSkipped == 0)
    #expect(reading.all.webTraffic.count == 7)
    #expect(reading.all.webTraffic.reduce(0) { $0 + $1.valueMicros } == 12_000_000)
    #expect(reading.all.webTraffic.first?.dimensionValue == "search term 1 + Yokohama, Kanagawa, Japan")
    #expect(reading.all.webTraffic.allSatisfy { $0.metric == .other })
  }
}
