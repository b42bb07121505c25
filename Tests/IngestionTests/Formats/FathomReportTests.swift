import Ingestion
import Testing
import Vocabulary

struct FathomReportTests {
  @Test func viewsOfPages() throws {
    let reading = try Sample("Timestamp,Pathname,Views,Uniques\n2026-07-01,/,12,7\n2026-07-01,/b,7,3\n").read()
    #expect(reading.recognition.format == "FathomReport" && reading.total(.views) == "19")
  }

  /// Reddit's traffic and Cloudflare's days: `uniques` and page views are anybody's words.
  @Test(arguments: [
    "Date,Uniques,Pageviews,Subscriptions\n2026-05-01,100,300,5\n",
    "datetime,uniques,requests,pageViews,bytes,threats\n2026-05-01,100,1000,300,12345,0\n",
  ])
  func tablesOfOthers(text: String) throws {
    #expect(try Sample(text).failure() == .unrecognised(file: "sample.csv", kind: nil))
  }

  @Test func daysAndPages() throws {
    let reading = try Sample(
      """
      Date,Pathname,Visits,Uniques,Pageviews,Avg Duration,Bounce Rate,Something
      2026-03-01,/,12,10,30,00:01:30,55%,x
      2026-03-02,/a,3,3,4,8,,y
      """
    ).read()
    #expect(reading.recognition.format == "FathomReport" && !reading.recognition.isVerified)
    #expect(reading.recognition.window?.description == "2026-03-01…2026-03-02")
    // A visit of two pages is one visit.
    #expect(reading.total(.sessions) == nil && reading.total(.views) == "34")
    let first = reading.all.webTraffic.prefix(5)
    #expect(first.map(\.metric) == [.other, .users, .views, .other, .other])
    #expect(first.map(\.metricName).suffix(2) == ["Avg Duration (seconds)", "Bounce Rate (ratio)"])
    #expect(first.map(\.valueMicros) == [12_000_000, 10_000_000, 30_000_000, 90_000_000, 550_000])
    #expect(first.allSatisfy { $0.dimension == "pathname" && $0.dimensionValue == "/" })
    #expect(reading.all.webTraffic.count == 9)
  }

  @Test func hoursAndTheServicesNames() throws {
    let reading = try Sample(
      "timestamp,pageviews,visits,uniques\n2026-03-01 00:00:00,5,4,3\n2026-03-01 13:00:00,2,1,1\n"
    ).read()
    #expect(reading.recognition.format == "FathomReport")
    #expect(reading.total(.sessions) == "5")
    #expect(reading.all.webTraffic.map(\.dimensionValue) == ["0", "0", "0", "13", "13", "13"])
    #expect(reading.all.webTraffic.allSatisfy { $0.dimension == "hour" && $0.window.description == "2026-03-01" })
  }
}
