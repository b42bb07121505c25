import Ingestion
import Testing
import Vocabulary

struct PlausibleReportTests {
  @Test func theDashboardsArchive() throws {
    let bytes = StoredZip.bytes([
      (
        "visitors.csv",
        "date,visitors,pageviews,visits,views_per_visit,bounce_rate,visit_duration\r\n2026-03-01,5,9,6,1.5,50,30\r\n2026-03-02,0,0,0,0.0,,\r\n"
      ),
      ("sources.csv", "name,visitors,bounce_rate,visit_duration\r\nGoogle,3,33,61\r\n"),
      ("browser_versions.csv", "name,version,visitors\r\nFirefox,129,4\r\n"),
      ("custom_props.csv", "property,value,visitors,events,percentage\r\nauthor,Ada,2,3,40\r\n"),
      (
        "conversions.csv",
        "name,unique_conversions,total_conversions,total_revenue\r\nSignup,2,3,\r\nPurchase,1,2,€40.50\r\n"
      ),
    ])
    let sample = try Sample(bytes, name: "Plausible export example.com 2026-03-01  to 2026-03-02 .zip")
    let readings = try ExportOpener.open(path: sample.path, options: ReadOptions()).map { try Reading($0) }
    #expect(readings.allSatisfy { $0.recognition.format == "PlausibleReport" })
    #expect(readings.allSatisfy { $0.recognition.account == "example.com" && $0.summary.rowsRejected == 0 })
    #expect(readings.allSatisfy { $0.recognition.window?.description == "2026-03-01…2026-03-02" })
    let days = readings[0]
    #expect(days.total(.sessions) == "6" && days.total(.views) == "9")
    let first = days.all.webTraffic.filter { $0.origin.line == 2 }
    #expect(first.map(\.metric) == [.users, .views, .sessions, .other, .other, .other])
    #expect(first.suffix(2).map(\.metricName) == ["bounce_rate (ratio)", "visit_duration (seconds)"])
    #expect(first.map(\.valueMicros) == [5_000_000, 9_000_000, 6_000_000, 1_500_000, 500_000, 30_000_000])
    #expect(first.allSatisfy { $0.window.description == "2026-03-01" && $0.property == "example.com" })
    #expect(days.all.webTraffic.count == 10)
    #expect(readings[1].all.webTraffic.map(\.dimension) == ["source", "source", "source"])
    #expect(readings[2].all.webTraffic.map(\.dimension) == ["browser + version"])
    #expect(readings[2].all.webTraffic.map(\.dimensionValue) == ["Firefox + 129"])
    #expect(readings[3].all.webTraffic.map(\.dimensionValue) == Array(repeating: "author + Ada", count: 3))
    #expect(readings[4].total(.conversions) == "5" && readings[4].total(.revenue) == "40.5")
    #expect(readings[4].all.webTraffic.last?.currency?.code == "EUR")
    #expect(readings[4].all.webTraffic.allSatisfy { $0.window.dayCount == 2 && $0.dimension == "goal" })
  }

  /// 6 + 7 conversions of one goal are not all of the site's; of hours too. Tables by name say nothing of the whole.
  @Test func aDashboardFilteredByAGoal() throws {
    let bytes = StoredZip.bytes([
      (
        "visitors.csv",
        "date,unique_conversions,total_conversions,conversion_rate\n2026-03-01,5,6,1.5\n2026-03-02,6,7,1.5\n"
      ),
      ("sources.csv", "name,conversions,conversion_rate\nGoogle,5,3.3\n"),
    ])
    let sample = try Sample(bytes, name: "Plausible export example.com 2026-03-01 to 2026-03-02.zip")
    let exports = try ExportOpener.open(path: sample.path, options: ReadOptions())
    let days = try Reading(exports[0])
    #expect(days.all.webTraffic.count == 6 && days.all.webTraffic.allSatisfy { $0.dimension == "filtered by goal" })
    #expect(days.total(.conversions) == "13")
    #expect(
      days.recognition.notes.contains(
        "it is filtered by goal: its figures are kept apart from those of the whole site"))
    let refusal = #expect(throws: IngestionError.self) { _ = try exports[1].recognise() }
    #expect(try #require(refusal).description.contains("while a filter by goal is set"))
    let hours = try Sample(
      "date,unique_conversions,total_conversions\n2026-01-05 00:00:00,1,2\n2026-01-05 13:00:00,1,3\n",
      name: "visitors.csv"
    ).read()
    #expect(hours.all.webTraffic.allSatisfy { $0.dimension == "filtered by goal, hour" })
  }

  @Test(arguments: [
    "date,visitors,pageviews,visits,views_per_visit,bounce_rate,visit_duration,comment\n2026-03-01,5,9,6,1.5,50,30,Sale\n",
    "comment,bounce_rate,visits,pageviews,views_per_visit,visitors,date\nSale,50,6,9,1.5,5,2026-03-01\n",
  ])
  func aColumnMoreOrLess(text: String) throws {
    let reading = try Sample(text).read()
    #expect(reading.recognition.format == "PlausibleReport")
    #expect(reading.total(.sessions) == "6" && reading.total(.views) == "9")
    #expect(reading.recognition.columns.first { $0.header == "comment" }?.meaning == nil)
    #expect(reading.recognition.columns.first { $0.header == "date" }?.meaning == "day")
    #expect(reading.all.webTraffic.allSatisfy { $0.dimension == "" })
  }

  @Test func aColumnMoreThatSplitsRowsIsRefused() throws {
    let sample = try Sample(
      "name,visitors,bounce_rate,visit_duration,team\nGoogle,3,33,61,A\nGoogle,2,50,10,B\n", name: "sources.csv")
    #expect("\(try #require(sample.failure()))".contains("a Plausible table whose rows are split once more (\"team\")"))
  }

  @Test func aSitesExport() throws {
    let bytes = StoredZip.bytes([
      (
        "imported_visitors_20260301_20260302.csv",
        "date,visitors,pageviews,bounces,visits,visit_duration\n2026-03-01,5,9,2,6,180\n"
      ),
      (
        "imported_sources_20260301_20260302.csv",
        "date,source,referrer,utm_source,pageviews,visitors,visits,visit_duration,bounces\n2026-03-01,Google,,,9,5,6,180,2\n"
      ),
      (
        "imported_pages_20260301_20260302.csv",
        "date,hostname,page,visits,visitors,pageviews\n2026-03-01,example.com,/,4,4,5\n2026-03-01,example.com,/a,3,3,4\n"
      ),
    ])
    let sample = try Sample(bytes, name: "example.com_20260301_20260302.zip")
    let readings = try ExportOpener.open(path: sample.path, options: ReadOptions()).map { try Reading($0) }
    #expect(readings.allSatisfy { $0.recognition.format == "PlausibleReport" })
    #expect(readings.allSatisfy { $0.recognition.account == "example.com" })
    #expect(readings[0].all.webTraffic.map(\.metric) == [.users, .views, .bounces, .sessions, .seconds])
    #expect(readings[0].all.webTraffic.allSatisfy { $0.window.description == "2026-03-01" && $0.dimension == "" })
    #expect(readings[1].total(.sessions) == "6")
    #expect(readings[1].all.webTraffic.first?.dimension == "source + referrer + utm_source")
    // A visit of two pages is one visit.
    #expect(readings[2].total(.sessions) == nil && readings[2].total(.views) == "9")
  }

  @Test func monthsWeeksAndHours() throws {
    let months = try Sample("date,visitors,visits\n2026-01-01,9,10\n2026-02-01,4,5\n", name: "visitors.csv").read()
    #expect(months.all.webTraffic.map(\.window.grain) == [.month, .month, .month, .month])
    #expect(months.recognition.window?.description == "2026-01-01…2026-02-28")
    let weeks = try Sample("date,visitors,visits\n2026-01-05,9,10\n2026-01-12,4,5\n", name: "visitors.csv").read()
    #expect(weeks.all.webTraffic.map(\.window.grain) == [.week, .week, .week, .week])
    let hours = try Sample(
      "date,visitors,visits\n2026-01-05 00:00:00,9,10\n2026-01-05 13:00:00,4,5\n", name: "visitors.csv"
    ).read()
    #expect(hours.all.webTraffic.map(\.dimensionValue) == ["0", "0", "13", "13"])
    #expect(hours.all.webTraffic.allSatisfy { $0.window.description == "2026-01-05" && $0.dimension == "hour" })
  }

  @Test func otherTablesAreLeftAlone() throws {
    #expect(
      try Sample("name,visitors,shoe size\na,1,2\n").failure() == .unrecognised(file: "sample.csv", kind: nil))
  }

  /// Figures by Python's csv module over the same file.
  @Test(.enabled(if: Shared.isPresent, "needs the shared collection"))
  func realFile() throws {
    let reading = try Shared.reading("plausible/plausible_30d_visitors.csv")
    #expect(reading.recognition.format == "PlausibleReport")
    #expect(reading.recognition.window?.description == "2021-09-20…2021-10-20")
    #expect(reading.summary.rowsRead == 31 && reading.summary.rowsRejected == 0 && reading.summary.rowsSkipped == 0)
    #expect(reading.total(.sessions) == "4" && reading.total(.views) == "4" && reading.total(.users) == "4")
    // Six columns on three days, four on the 28 days without a visit.
    #expect(reading.all.webTraffic.count == 130)
    #expect(reading.all.webTraffic.count { $0.valueMicros == 0 } == 28 * 4 + 3)
  }
}
