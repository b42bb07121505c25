import Ingestion
import Testing
import Vocabulary

/// Files made after what public readers of such files ask them for.
struct UniversalAnalyticsXMLTests {
  private static let dashboard = """
    <?xml version="1.0" encoding="UTF-8"?>
    <AnalyticsReport>
    <Report name="DashboardReport">
    <Title><Id>Title</Id><Name>Dashboard</Name><ProfileName>www.example.com</ProfileName>\
    <PrimaryDateRange>August 11, 2008 - August 13, 2008</PrimaryDateRange></Title>
    <Narrative id="n"><Line><Content>12 visits</Content></Line></Narrative>
    <Graph><Id>Graph</Id><XAxisLabel>Date</XAxisLabel><Serie><Label>Visits</Label>
    <Point><Label>Monday, August 11, 2008</Label><Value>1,204</Value></Point>
    <Point><Label>Tuesday, August 12, 2008</Label><Value>998</Value></Point>
    <Point><Label>Wednesday, August 13, 2008</Label><Value>1,013</Value></Point>
    </Serie><Serie><Label>Visits</Label>
    <Point><Label>Monday, August 4, 2008</Label><Value>7</Value></Point></Serie></Graph>
    <Sparkline id="VisitsSparkline"><PrimaryValue>1204</PrimaryValue><PrimaryValue>998</PrimaryValue>\
    <PrimaryValue>1013</PrimaryValue></Sparkline>
    <Sparkline id="PageviewsSparkline"><PrimaryValue>3010</PrimaryValue><PrimaryValue>2500</PrimaryValue>\
    <PrimaryValue>2490</PrimaryValue></Sparkline>
    <Sparkline id="BouncesSparkline"><PrimaryValue>5</PrimaryValue></Sparkline>
    <ItemSummary id="VisitsSummary"><Item><SummaryValue>3,215</SummaryValue></Item><Message>Visits</Message></ItemSummary>
    <ItemSummary id="VisitorsSummary"><Item><SummaryValue>2,900</SummaryValue></Item>\
    <Message>Absolute Unique Visitors</Message></ItemSummary>
    <GeoMap><Region><Name>Berlin</Name><Lat>52</Lat><Lng>13</Lng><Value>300</Value></Region></GeoMap>
    <MiniTable><KeyColumnName>Sources</KeyColumnName><ColumnName>Visits</ColumnName><ColumnName>% visits</ColumnName>
    <Row><Key>google (organic)</Key><Cell><Content><Value>2,000</Value></Content></Cell>\
    <Cell><Content><Value>62.21%</Value></Content></Cell></Row></MiniTable>
    </Report>
    </AnalyticsReport>
    """

  @Test func theBlocksOfADashboard() throws {
    let reading = try Sample(Self.dashboard, name: "Analytics_www.example.com.xml").read()
    #expect(reading.recognition.format == "UniversalAnalyticsXML" && !reading.recognition.isVerified)
    #expect(reading.recognition.account == "www.example.com")
    #expect(reading.recognition.window?.description == "2008-08-11…2008-08-13")
    #expect(reading.summary.rowsRejected == 0)
    let facts = reading.all.webTraffic.filter { $0.tool == "Universal Analytics" }
    func days(_ metric: WebMetric) -> [String] {
      facts.filter { $0.metric == metric && $0.window.dayCount == 1 }
        .map { "\($0.window) \(Micros.text($0.valueMicros))" }
    }
    #expect(days(.sessions) == ["2008-08-11 1204", "2008-08-12 998", "2008-08-13 1013"])
    #expect(days(.views) == ["2008-08-11 3010", "2008-08-12 2500", "2008-08-13 2490"])
    #expect(days(.bounces).isEmpty)
    let sources = facts.filter { $0.dimension == "sources" }
    #expect(sources.map(\.dimensionValue) == ["google (organic)", "google (organic)"])
    #expect(sources.map(\.valueMicros) == [2_000_000_000, 622_100])
    let sums = facts.filter { $0.dimension.isEmpty && $0.window.dayCount == 3 }
    #expect(sums.map(\.metric) == [.sessions, .users] && sums.map(\.valueMicros) == [3_215_000_000, 2_900_000_000])
    // The week before, what the graph has told of, one value for three days, the map.
    let skipped = reading.all.skippedRows.map(\.reason)
    #expect(skipped.count { $0 == .overlapping } == 1 + 3 + 1 && skipped.count { $0 == .noData } == 1)
    #expect(reading.summary.rowsRead == 3 + 1 + 3 + 3 + 1 + 1 + 1 + 1)
  }

  private static func table(_ columns: String, _ cells: [[String]]) -> String {
    let rows = cells.map { row in
      "<Row><Key>\(row[0])</Key>"
        + row.dropFirst().map {
          "<Cell><Content><Value>\($0)</Value></Content><Content><Value>1</Value></Content></Cell>"
        }
        .joined() + "</Row>"
    }
    return """
      <AnalyticsReport><Report name="KeywordsReport"><Title><Name>Keywords</Name><ProfileName>Shop</ProfileName>
      <PrimaryDateRange>December 30, 2009 - January 2, 2010</PrimaryDateRange></Title>
      <Scorecard><Group><Item><Line><Label>Visits</Label><Value>61</Value></Line></Item></Group></Scorecard>
      <Table>\(columns)\(rows.joined())</Table></Report></AnalyticsReport>
      """
  }

  private static let keywords = [
    ["#shoes", "50", "2.50", "00:01:40", "80.00%", "25.00%"],
    ["(not set)", "11", "1.00", "00:00:00", "0.00%", "100.00%"],
  ]
  private static let names = ["Visits", "Pages/Visit", "Avg. Time on Site", "% New Visits", "Bounce Rate"]

  @Test(arguments: [
    "<KeyColumnName>Keyword</KeyColumnName>" + names.map { "<ColumnName>\($0)</ColumnName>" }.joined(),
    "<KeyColumnName>Keyword</KeyColumnName>"
      + names.map { "<Column><Id>x</Id><Name>\($0)</Name></Column>" }.joined(),
    (["Keyword"] + names).map { "<Column>\($0)</Column>" }.joined(),
  ])
  func tableWithNamedColumns(columns: String) throws {
    let reading = try Sample(Self.table(columns, Self.keywords), name: "k.xml").read()
    #expect(reading.summary.rowsRejected == 0 && reading.summary.rowsRead == 3)
    #expect(reading.all.skippedRows.map(\.reason) == [.totals])
    let facts = reading.all.webTraffic
    #expect(facts.map(\.dimension).allSatisfy { $0 == "keyword" } && facts.count == 10)
    #expect(facts.prefix(5).map(\.metric) == [.sessions, .other, .other, .other, .other])
    #expect(facts.prefix(5).map(\.valueMicros) == [50_000_000, 2_500_000, 100_000_000, 800_000, 250_000])
    #expect(facts.prefix(5).allSatisfy { $0.dimensionValue == "#shoes" })
    #expect(facts[0].window.description == "2009-12-30…2010-01-02")
    #expect(reading.total(.sessions) == "61")
  }

  /// Nothing is guessed of figures that nothing names.
  @Test func columnsWithoutNames() throws {
    let reading = try Sample(Self.table("", Self.keywords), name: "k.xml").read()
    #expect(reading.all.webTraffic.allSatisfy { $0.metric == .other })
    #expect(reading.all.webTraffic.map(\.metricName).prefix(2) == ["column 2", "column 3"])
    #expect(reading.total(.sessions) == nil)
  }

  @Test func weeksThatReachBeyondThePeriod() throws {
    let weeks = """
      <AnalyticsReport><Report name="VisitsReport"><Title><Name>Visits</Name><ProfileName>Shop</ProfileName>
      <PrimaryDateRange>January 6, 2010 - January 23, 2010</PrimaryDateRange></Title><Graph><Serie><Label>Visits</Label>
      <Point><Label>January 3, 2010 - January 9, 2010</Label><Value>70</Value></Point>
      <Point><Label>January 10, 2010 - January 16, 2010</Label><Value>80</Value></Point>
      <Point><Label>January 17, 2010 - January 23, 2010</Label><Value>90</Value></Point>
      </Serie></Graph></Report></AnalyticsReport>
      """
    let reading = try Sample(weeks, name: "v.xml").read()
    #expect(reading.all.webTraffic.map(\.window.description) == ["2010-01-10…2010-01-16", "2010-01-17…2010-01-23"])
    #expect(reading.all.webTraffic.map(\.valueMicros) == [80_000_000, 90_000_000])
    #expect(reading.all.skippedRows.map(\.reason) == [.noData])
  }

  @Test func withoutAPeriodItIsNoReport() throws {
    let file = Self.table("", Self.keywords).replacing("December 30, 2009 - January 2, 2010", with: "last week")
    #expect(try Sample(file, name: "k.xml").failure() == .unrecognised(file: "k.xml", kind: nil))
  }

  @Test func anOlderFormIsCalledByName() throws {
    let sample = try Sample("<urchindata><report>Visits</report></urchindata>", name: "r.xml")
    #expect(
      sample.failure()
        == .unrecognised(file: "r.xml", kind: "a report of Google Analytics from before 2007, or of Urchin"))
  }

  @Test func aDamagedDocumentGivesNothing() throws {
    let cut = Self.dashboard.replacing("</Report>", with: "")
    guard case .malformedXML = try Sample(cut, name: "r.xml").failure() else {
      Issue.record("expected damage")
      return
    }
  }
}
