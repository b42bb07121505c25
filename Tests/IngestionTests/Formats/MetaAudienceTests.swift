import Ingestion
import Testing
import Vocabulary

struct MetaAudienceTests {
  /// A chart of days among the shares has an export of its own.
  @Test func blocksOfOtherThings() throws {
    let reading = try Sample(
      "Age & gender\n,Men,Women\n18-24,12.3%,4.1%\n\nTop pages\nA,B\n120.5,90.1\n\nFollows\nDate,Primary\n"
        + "2026-08-01T00:00:00,20\n2026-08-02T00:00:00,21\n\nTop countries\nSpain,France\n60.1%,2%\n\nVilles principales\nParis,Lyon\n7%,3%\n"
    ).read()
    #expect(reading.summary.rowsRejected == 0)
    #expect(reading.all.socialMetrics.map(\.valueMicros) == [123_000, 41_000, 601_000, 20_000, 70_000, 30_000])
    #expect(reading.all.socialMetrics.last?.dimension == "villes principales")
    #expect(reading.recognition.notes.contains { $0.hasSuffix("left out: \"Top pages\", \"Follows\"") })
  }

  private let text = """
    sep=,
    "Age & gender"
    "","Women","Men"
    "18-24","10.6","6.5"
    "65+","3",""

    "Top countries"
    "South Africa"
    "75.1"

    "Top cities"
    "Lagos, Nigeria","Durban, South Africa"
    "1.8","140"

    """

  @Test func blocks() throws {
    let reading = try Sample(text, name: "instagram audience.csv").read()
    #expect(reading.recognition.format == "MetaAudience")
    #expect(reading.recognition.account == "Instagram")
    // Two ages, a country and the cities, of which one share is above 100; two blank lines.
    #expect(reading.summary.rowsRead == 6)
    #expect(
      reading.all.rejectedRows.map(\.line) == [13] && reading.all.rejectedRows[0].column == "Durban, South Africa")
    let shares = reading.all.socialMetrics
    #expect(shares.map(\.dimension) == ["age and gender", "age and gender", "age and gender", "country"])
    #expect(shares.map(\.dimensionValue) == ["18-24, Women", "18-24, Men", "65+, Women", "South Africa"])
    #expect(shares.map(\.valueMicros) == [106_000, 65_000, 30_000, 751_000])
    #expect(shares.allSatisfy { $0.window.isUndated && $0.measure == .other && $0.measureName == "audience share" })
    #expect(reading.summary.totals == [:])
  }

  @Test func savedAnewByASpreadsheet() throws {
    let cells = text.replacing("sep=,\n", with: "").split(separator: "\n", omittingEmptySubsequences: false)
    let wide = cells.map { $0.isEmpty || $0.contains("\",\"") ? String($0) : $0 + ",," }.joined(separator: "\n")
    let reading = try Sample(wide).read()
    #expect(reading.all.socialMetrics.map(\.valueMicros) == [106_000, 65_000, 30_000, 751_000])
  }

  /// Sums by hand: women 57.3, men 42.7 percent.
  @Test(.enabled(if: Shared.isPresent, "needs the shared collection"))
  func realFile() throws {
    let reading = try Shared.reading("meta-page-insights/Audience.csv")
    #expect(reading.summary.rowsRead == 11 && reading.summary.rowsRejected == 0)
    #expect(reading.all.skippedRows.count { $0.reason == .blank } == 3)
    #expect(reading.all.socialMetrics.count == 32)
    func sum(_ dimension: String, _ end: String = "") -> Int64 {
      reading.all.socialMetrics.filter { $0.dimension == dimension && $0.dimensionValue.hasSuffix(end) }
        .reduce(0) { $0 + $1.valueMicros }
    }
    #expect(sum("age and gender", ", Women") == 573_000 && sum("age and gender", ", Men") == 427_000)
    #expect(sum("country") == 914_000 && sum("city") == 377_000)
    #expect(Set(reading.all.socialMetrics.map(\.origin.section)) == [1, 2, 3])
  }
}
