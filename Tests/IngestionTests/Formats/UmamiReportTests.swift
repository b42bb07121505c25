import Ingestion
import Testing
import Vocabulary

struct UmamiReportTests {
  @Test func namesInTheFirstColumn() throws {
    let reading = try Sample(
      "name,pageviews,visitors,visits,bounces,totaltime\n/,30,10,12,6,600\n/a,4,3,3,1,\n", name: "pages.csv"
    ).read()
    #expect(reading.recognition.format == "UmamiReport" && !reading.recognition.isVerified)
    #expect(reading.summary.rowsRead == 2 && reading.total(.sessions) == "15")
    #expect(reading.all.webTraffic.map(\.metric).prefix(5) == [.views, .users, .sessions, .bounces, .seconds])
    #expect(reading.all.webTraffic.count == 9)
    #expect(reading.all.webTraffic.allSatisfy { $0.dimension == "name" && $0.window.isUndated })
  }

  @Test func days() throws {
    let reading = try Sample("date,visitors,visits,totaltime\n2026-03-01,10,12,600\n").read()
    #expect(reading.all.webTraffic.map(\.dimension) == ["", "", ""])
    #expect(reading.recognition.window?.description == "2026-03-01")
    #expect(reading.recognition.columns.map(\.meaning) == ["day", "users", "sessions", "seconds"])
  }
}
