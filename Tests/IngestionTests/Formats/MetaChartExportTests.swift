import Ingestion
import Testing
import Vocabulary

struct MetaChartExportTests {
  private func chart(_ title: String, name: String = "Views.csv", head: String = "\"Date\",\"Primary\"") throws
    -> Reading
  {
    let text = "sep=,\n\"\(title)\"\n\(head)\n\"2026-03-28T00:00:00\",\"1,204\"\n\"2026-03-29T01:00:00\",\"7\"\n"
    var utf16: [UInt8] = [0xFF, 0xFE]
    for unit in text.utf16 { utf16 += [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
    return try Sample(utf16, name: name).read()
  }

  @Test(arguments: [
    ("Facebook reach", SocialMeasure.reach, "Facebook"), ("Instagram profile visits", .profileVisits, "Instagram"),
    ("Follows", .newFollowers, "Meta"), ("Content interactions", .engagements, "Meta"),
    ("Alcance do Instagram", .reach, "Instagram"), ("Facebook-Reichweite", .reach, "Facebook"),
    ("Link clicks", .clicks, "Meta"),
  ])
  func titles(title: String, measure: SocialMeasure, platform: String) throws {
    let reading = try chart(title)
    #expect(reading.recognition.format == "MetaChartExport")
    #expect(reading.all.socialMetrics.map(\.measure) == [measure, measure])
    #expect(reading.all.socialMetrics.map(\.platform) == [platform, platform])
    #expect(reading.all.socialMetrics.map(\.window.description) == ["2026-03-28", "2026-03-29"])
    #expect(reading.all.socialMetrics.map(\.valueMicros) == [1_204_000_000, 7_000_000])
  }

  @Test func aTitleThatNobodyKnowsIsKeptByItsName() throws {
    let reading = try Sample("Ad breaks\nDate,Primary\n2026-03-28,1204\n2026-03-29,7\n").read()
    #expect(reading.all.socialMetrics.map(\.measureName) == ["Ad breaks", "Ad breaks"])
    #expect(reading.summary.totals == [:])
    // It may be a ratio, so that 1,204 reads both ways.
    let failure = try Sample("Ad breaks\nDate,Primary\n2026-03-28,\"1,204\"\n", name: "Views.csv").failure()
    #expect(failure == .ambiguousNumbers(file: "Views.csv", column: "Primary", line: 3))
  }

  @Test func thePlatformByTheNameOfTheFile() throws {
    #expect(try chart("Views", name: "IG views.csv").all.socialMetrics.first?.platform == "Instagram")
    #expect(try chart("Views", name: "fb-views.csv").all.socialMetrics.first?.platform == "Facebook")
    let unknown = try chart("Views")
    #expect(unknown.all.socialMetrics.first?.platform == "Meta")
    #expect(unknown.recognition.notes.contains { $0.contains("Facebook or Instagram") })
    #expect(unknown.total(.views) == "1211")
  }

  @Test(arguments: [
    "Facebook reach\nDate,Primary,Remark\n2026-03-28T00:00:00,4,Sale\n2026-03-29T01:00:00,7,\n",
    "Facebook reach,,\nRemark,Primary,Date\nSale,4,2026-03-28T00:00:00\n,7,2026-03-29T01:00:00\n",
  ])
  func aColumnMore(text: String) throws {
    let reading = try Sample(text).read()
    #expect(reading.recognition.format == "MetaChartExport")
    #expect(reading.social(.reach) == "11" && reading.all.rejectedRows.isEmpty)
  }

  /// Each under its own title, whether the header is said again or the title is known.
  @Test(arguments: ["Date,Primary\n", ""])
  func chartsBelowOneAnother(header: String) throws {
    let reading = try Sample(
      "sep=,\nFacebook reach\nDate,Primary\n2026-03-28T00:00:00,20\n2026-03-29T00:00:00,21\n\n"
        + "Instagram content interactions\n\(header)2026-03-28T00:00:00,30\n2026-03-29T00:00:00,31\n"
    ).read()
    let metrics = reading.all.socialMetrics
    #expect(metrics.map(\.measure) == [.reach, .reach, .engagements, .engagements])
    #expect(metrics.map(\.platform) == ["Facebook", "Facebook", "Instagram", "Instagram"])
    #expect(metrics.map(\.valueMicros) == [20_000_000, 21_000_000, 30_000_000, 31_000_000])
    #expect(reading.all.rejectedRows.isEmpty && reading.recognition.account == nil)
    #expect(!reading.recognition.notes.contains { $0.contains("repeat") })
  }

  @Test(arguments: ["Facebook ad breaks", "3-second video views on Facebook"])
  func anUnknownTitleBelowWithItsHeader(title: String) throws {
    let reading = try Sample(
      "Facebook reach\nDate,Primary\n2026-03-28,20\n\n\(title)\nDate,Primary\n2026-03-28,30\n"
    ).read()
    #expect(reading.social(.reach) == "20" && reading.social(.other, title) == "30")
    #expect(reading.recognition.account == "Facebook")
  }

  /// Nobody knows what it is about, nor what the days below it count.
  @Test func aLineOfWordsAlone() throws {
    let reading = try Sample(
      "Facebook reach\nDate,Primary\n2026-03-28,20\nA remark\n2026-03-29,21\n2026-03-30\n"
    ).read()
    #expect(reading.social(.reach) == "20")
    #expect(
      reading.all.rejectedRows.map(\.found) == [
        "a line of one cell", "a day below a line that is no known title", "1 cells",
      ])
  }

  @Test(arguments: ["Dátum", "Tanggal", "日付"])
  func daysUnderAWordThatIsNotKnown(word: String) throws {
    let reading = try chart("Instagram reach", head: "\"\(word)\",\"Primary\"")
    #expect(reading.recognition.format == "MetaChartExport" && reading.recognition.account == "Instagram")
    #expect(reading.recognition.window?.description == "2026-03-28…2026-03-29")
    // Without stamps below it may be anybody's table.
    let plain = try Sample("Colours\n\(word),Primary\nred,7\n").failure()
    #expect(plain == .unrecognised(file: "sample.csv", kind: nil))
  }

  @Test func aColumnMoreThatSplitsDaysIsRefused() throws {
    let sample = try Sample("Facebook reach\nDate,Primary,Page\n2026-03-28,4,One\n2026-03-28,7,Two\n")
    #expect("\(try #require(sample.failure()))".contains("split once more (\"Page\")"))
  }

  @Test func withoutItsTitleItIsNothing() throws {
    let failure = try Sample("Date,Primary\n2026-03-28,1\n").failure()
    #expect("\(try #require(failure))".contains("without the line that names its metric"))
  }

  /// Figures by Python's csv and datetime over the same files.
  @Test(
    .enabled(if: Shared.isPresent, "needs the shared collection"),
    arguments: [
      ("Follows", SocialMeasure.newFollowers, "Meta", 105, "66", "2025-01-01…2025-04-15", 0),
      ("Interactions", .engagements, "Meta", 105, "208", "2025-01-01…2025-04-15", 0),
      ("Reach", .reach, "Facebook", 105, "10734", "2025-01-01…2025-04-15", 0),
      ("Views", .views, "Meta", 105, "29981", "2025-01-01…2025-04-15", 0),
      ("IG_FOLLOWS", .newFollowers, "Instagram", 40, "146", "2025-10-31…2025-12-31", 22),
      ("IG_REACH", .reach, "Instagram", 62, "273471", "2025-10-31…2025-12-31", 0),
      ("IG_VIEWS", .views, "Instagram", 62, "496243", "2025-10-31…2025-12-31", 0),
    ] as [(String, SocialMeasure, String, Int, String, String, Int)])
  func realFiles(
    file: String, measure: SocialMeasure, platform: String, days: Int, sum: String, window: String, absent: Int
  ) throws {
    let reading = try Shared.reading("meta-page-insights/\(file).csv")
    #expect(reading.summary.rowsRead == days + 1)
    #expect(reading.all.skippedRows.map(\.reason) == [.blank])
    #expect(reading.summary.rowsRejected == 0)
    #expect(reading.social(measure) == sum)
    #expect(Set(reading.all.socialMetrics.map(\.window.first)).count == days)
    #expect(Set(reading.all.socialMetrics.map(\.platform)) == [platform])
    #expect(reading.recognition.window?.description == window)
    #expect(reading.recognition.notes.contains { $0.hasPrefix("\(absent) of the 62 days") } == (absent > 0))
    // What may not be added is in no total.
    #expect(reading.total(.views) == (measure == .views ? sum : nil))
  }
}
