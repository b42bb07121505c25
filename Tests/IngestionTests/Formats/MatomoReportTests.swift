import Ingestion
import Testing
import Vocabulary

struct MatomoReportTests {
  /// What a fact says of its day, its site and its name has been read.
  @Test func columnsThatAreNoFigures() throws {
    func meanings(_ fields: String) throws -> [String?] {
      let text =
        "<?xml version=\"1.0\" encoding=\"utf-8\" ?>\n<results><result idSite=\"7\" date=\"2026-03-01\">"
        + "<row>\(fields)<nb_visits>4</nb_visits></row></result></results>\n"
      return try Sample(text, name: "matomo.xml").read().recognition.columns.map { column in
        ["@idSite", "@date", "label", "idsite"].contains(column.header) ? column.meaning : nil
      }.compactMap { $0 }.sorted()
    }
    #expect(try meanings("<label>Peru</label>") == ["dimension", "period", "site"])
    #expect(try meanings("<label>Shop</label><idsite>7</idsite>") == ["period", "site"])
  }

  @Test func rowsWithoutTheirSubtables() throws {
    let reading = try Sample(
      """
      <?xml version="1.0" encoding="utf-8" ?>
      <result>
        <row>
          <label>spring &amp; summer</label><nb_visits>4</nb_visits><nb_conversions>2</nb_conversions><revenue>47.59</revenue>
          <goals><row idgoal='1'><nb_conversions>1</nb_conversions></row></goals>
          <segment>referrerType==campaign;referrerName==spring</segment>
          <bounce_rate>75%</bounce_rate>
          <subtable><row><label>word</label><nb_visits>3</nb_visits></row></subtable>
        </row>
        <row><label>empty</label></row>
      </result>
      """, name: "campaigns.xml"
    ).read()
    #expect(reading.recognition.format == "MatomoReport")
    #expect(reading.summary.rowsRead == 2)
    #expect(reading.all.skippedRows.map(\.reason) == [.noData])
    #expect(reading.total(.sessions) == "4")
    #expect(reading.total(.conversions) == "2")
    #expect(reading.total(.revenue) == "47.59")
    let fact = try #require(reading.all.webTraffic.first)
    #expect(fact.dimension == "campaign")
    #expect(fact.dimensionValue == "spring & summer")
    #expect(fact.window.isUndated)
    #expect(fact.origin.line == 3)
  }

  @Test func periodsAndSites() throws {
    let reading = try Sample(
      """
      <results>
        <result date="2010"><row><label>Shop</label><idsite>1</idsite><nb_visits>11</nb_visits></row></result>
        <result date="2011" />
        <result date="2012-02" idSite="7"><nb_visits>3</nb_visits></result>
      </results>
      """, name: "sites.xml"
    ).read()
    #expect(reading.summary.rowsRead == 2)
    #expect(reading.all.webTraffic.map(\.property) == ["Shop", "7"])
    #expect(reading.all.webTraffic.map(\.window.grain) == [.year, .month])
    #expect(reading.all.webTraffic.map(\.dimension) == ["", ""])
  }

  @Test func aFailureOfTheToolIsNoReport() throws {
    let sample = try Sample("<result><error message=\"no access\" /></result>", name: "x.xml")
    #expect(sample.failure() == .reportedFailure(file: "x.xml"))
  }

  @Test func reportsAsJSON() throws {
    let reading = try Sample(
      """
      {"2026-03-01":[{"label":"/a","nb_visits":4,"nb_hits":6,"bounce_rate":"25 %","avg_time_on_page":90,
       "max_event_value":false,"nb_conversions":false,"subtable":[{"label":"x","nb_visits":3}],
       "segment":"pageUrl==https%3A%2F%2Fexample.com%2Fa"}],
       "2026-03-02":[{"label":"/a","nb_visits":1,"nb_hits":1,"bounce_rate":"0%","avg_time_on_page":0}]}
      """, name: "pages.json"
    ).read()
    #expect(reading.recognition.format == "MatomoReport")
    #expect(reading.summary.rowsRead == 2 && reading.summary.rowsRejected == 0)
    #expect(reading.total(.sessions) == "5" && reading.total(.views) == "7")
    let first = reading.all.webTraffic.prefix(4)
    #expect(first.map(\.metricName) == ["nb_visits", "nb_hits", "bounce_rate (ratio)", "avg_time_on_page (seconds)"])
    #expect(first.map(\.valueMicros) == [4_000_000, 6_000_000, 250_000, 90_000_000])
    #expect(first.allSatisfy { $0.window.description == "2026-03-01" && $0.dimension == "page" })
  }

  /// Figures by Python's ElementTree over the same files.
  @Test(
    .enabled(if: Shared.isPresent, "needs the shared collection"),
    arguments: [
      ("ImportLogs__Actions.getPageUrls_range", 26, "61", "69", nil, nil),
      ("ImportLogs__Live.getLastVisitsDetails_range", 56, "56", nil, "51", nil),
      (
        "PiwikTracker_trackForceUsingVisitId_insteadOfHeuristics_alsoTestsCampaignTracking__Referrers.getCampaigns_day",
        8, "10", nil, "7", "153.89"
      ),
      ("TwoVisitors_twoWebsites_differentDays_Conversions__MultiSites.getAll_year", 2, "12", "46", nil, "50"),
      ("TwoVisitors_twoWebsites_differentDays_idsites__Goals.get_month", 2, nil, nil, "0", "0"),
      ("noVisit__Referrers.getKeywords_day", 0, nil, nil, nil, nil),
    ] as [(String, Int, String?, String?, String?, String?)])
  func realFiles(file: String, rows: Int, sessions: String?, views: String?, conversions: String?, revenue: String?)
    throws
  {
    let reading = try Shared.reading("matomo/test_\(file).xml")
    #expect(reading.summary.rowsRead == rows)
    #expect(reading.summary.rowsRejected == 0)
    #expect(reading.total(.sessions) == sessions)
    #expect(reading.total(.views) == views)
    #expect(reading.total(.conversions) == conversions)
    #expect(reading.total(.revenue) == revenue)
  }
}
