import Ingestion
import Testing
import Vocabulary

struct SearchConsoleReportTests {
  /// The same day in two languages is one figure, so its names are the same.
  @Test func namesOfFiguresInEveryLanguage() throws {
    let german = try Sample("Datum,Klicks,Impressionen,CTR,Position\n2026-10-01,1,9,11%,3\n").read()
    let english = try Sample("DATE,CLICKS,IMPRESSIONS,CTR,POSITION\n2026-10-01,1,9,11%,3\n").read()
    let polish = try Sample("Data,Kliknięcia,Wyświetlenia,CTR,Pozycja\n2026-10-01,1,9,11%,3\n").read()
    #expect(polish.all.webTraffic.map(\.metricName) == german.all.webTraffic.map(\.metricName))
    #expect(german.all.webTraffic.map(\.metricName) == ["Clicks", "Impressions", "CTR (ratio)", "Position"])
    #expect(english.all.webTraffic.map(\.metricName) == german.all.webTraffic.map(\.metricName))
  }

  @Test func theColumnsMayStandInAnyOrder() throws {
    let reading = try Sample("Position,CTR,Impressions,Clicks,Date\n4.1,12.5%,16,2,2026-03-01\n").read()
    #expect(reading.recognition.window?.description == "2026-03-01")
    #expect(reading.all.webTraffic.allSatisfy { $0.dimension == "" })
    #expect(reading.total(.clicks) == "2")
  }

  @Test(arguments: [
    "Date,Clicks,Impressions,CTR,Position,Remark\n2026-03-01,2,16,12.5%,4.1,Sale\n2026-03-02,1,9,11%,5,\n",
    "Remark,Position,Date,Impressions,Clicks\nSale,4.1,2026-03-01,16,2\n,5,2026-03-02,9,1\n",
    "Date,Clicks,Impressions,CTR,Position,\n2026-03-01,2,16,12.5%,4.1,\n2026-03-02,1,9,11%,5,\n",
    "Date,Clicks,Impressions,Position\n2026-03-01,2,16,4.1\n2026-03-02,1,9,5\n",
  ])
  func aColumnMoreOrLess(text: String) throws {
    let reading = try Sample(text).read()
    #expect(reading.recognition.format == "SearchConsoleReport")
    #expect(reading.total(.clicks) == "3" && reading.total(.impressions) == "25")
    #expect(reading.all.webTraffic.allSatisfy { $0.dimension == "" })
  }

  /// Twice the same day: the further column splits it, and its parts would be the last one's alone or too much.
  @Test func aColumnMoreThatSplitsDaysIsRefused() throws {
    let sample = try Sample(
      "Date,Clicks,Impressions,CTR,Position,Search type\n2026-03-01,2,16,12.5%,4.1,Web\n2026-03-01,1,9,11%,5,Image\n")
    #expect("\(try #require(sample.failure()))".contains("(\"Search type\")"))
  }

  /// Clicks by day with a cost are advertising.
  @Test func aTableOfAdvertisingIsNone() throws {
    let sample = try Sample("Date,Clicks,Impressions,CTR,Cost\n2026-03-01,2,16,12.5%,4.10\n")
    #expect(sample.failure() == .unrecognised(file: "sample.csv", kind: nil))
  }

  /// Days split by query would be added up as if they were the site's.
  @Test func tablesByTwoThingsAreNotRead() throws {
    let sample = try Sample("Date,Query,Clicks,Impressions,CTR,Position\n2026-03-01,shoes,2,16,12.5%,4.1\n")
    #expect(sample.failure() == .unrecognised(file: "sample.csv", kind: nil))
  }

  /// The last 24 hours under a date: 1 + 2 + 4 clicks of two days are of three hours, and of no whole day.
  @Test(arguments: ["Date", "Datum"])
  func hoursBelowADate(column: String) throws {
    let reading = try Sample(
      "\(column),Clicks,Impressions,CTR,Position\n2026-10-05T22:00:00-07:00,1,10,10%,3.2\n"
        + "2026-10-05T23:00:00-07:00,2,10,20%,3.2\n2026-10-06T00:00:00-07:00,4,10,40%,3.2\n"
    ).read()
    let clicks = reading.all.webTraffic.filter { $0.metric == .clicks }
    #expect(clicks.map(\.dimension) == ["hour", "hour", "hour"] && clicks.map(\.dimensionValue) == ["22", "23", "0"])
    #expect(clicks.map(\.window.description) == ["2026-10-05", "2026-10-05", "2026-10-06"])
    #expect(reading.recognition.columns[0].meaning == "hour")
  }

  /// Midnight in California as another program writes it, in summer and in winter.
  @Test func daysWithATimeAreDays() throws {
    let reading = try Sample(
      "Date,Clicks,Impressions,CTR,Position\n2026-10-31T07:00:00Z,1,10,10%,3.2\n2026-11-02T08:00:00Z,2,10,20%,3.2\n"
    ).read()
    #expect(reading.all.webTraffic.allSatisfy { $0.dimension.isEmpty } && reading.total(.clicks) == "3")
    #expect(reading.recognition.columns[0].meaning == "day")
  }

  @Test func theChartGivesDaysAndTheArchiveTheSite() throws {
    let bytes = StoredZip.bytes([
      ("Chart.csv", "Date,Clicks,Impressions,CTR,Position\n2026-03-01,2,16,12.5%,4.1\n2026-03-02,0,\"1,009\",0%,\n"),
      ("Queries.csv", "Top queries,Clicks,Impressions,CTR,Position\nblue shoes,1,8,12.5%,3\n"),
      ("Filters.csv", "Filter,Value\nSearch type,Web\nDate,Last 3 months\n"),
    ])
    let sample = try Sample(bytes, name: "https___www.example.com_-Performance-on-Search-2026-03-04.zip")
    let exports = try ExportOpener.open(path: sample.path, options: ReadOptions())
    let readings = try exports.map { try Reading($0) }
    #expect(readings.map(\.recognition.format) == Array(repeating: "SearchConsoleReport", count: 3))
    #expect(readings.map(\.recognition.account) == Array(repeating: "https://www.example.com/", count: 3))
    let chart = readings[0]
    #expect(chart.recognition.timeZone == "America/Los_Angeles")
    #expect(chart.recognition.exportedDay?.description == "2026-03-04")
    #expect(chart.recognition.window?.description == "2026-03-01…2026-03-02")
    #expect(readings.prefix(2).map(\.recognition.columns[0].meaning) == ["day", "dimension"])
    #expect(chart.total(.clicks) == "2" && chart.total(.impressions) == "1025")
    #expect(chart.all.webTraffic.prefix(4).map(\.metric) == [.clicks, .impressions, .other, .other])
    #expect(chart.all.webTraffic.prefix(4).map(\.valueMicros) == [2_000_000, 16_000_000, 125_000, 4_100_000])
    #expect(chart.all.webTraffic[2].metricName == "CTR (ratio)")
    // A position that is not there is none.
    #expect(chart.all.webTraffic.count == 7)
    #expect(chart.all.webTraffic.allSatisfy { $0.dimension == "" && $0.tool == "Search Console" })
    let queries = readings[1]
    #expect(queries.all.webTraffic.allSatisfy { $0.window.isUndated && $0.dimension == "query" })
    #expect(queries.recognition.notes == ["its figures do not add up to the site's, which the chart has"])
    #expect(readings[2].all.skippedRows.map(\.reason) == [.settings, .settings])
    #expect(readings[2].all.webTraffic.isEmpty)
  }

  @Test(arguments: [
    ("Häufigste Suchanfragen;Klicks;Impressionen;Klickrate;Durchschnittliche Position", "query"),
    ("Die häufigsten Seiten;Klicks;Impressionen;CTR;Position", "page"),
    ("Requêtes les plus fréquentes;Clics;Impressions;CTR;Position moyenne", "query"),
    ("Páginas principales;Clics;Impresiones;CTR;Posición", "page"),
    ("País;Cliques;Impressões;CTR;Posição", "country"),
    ("Dispositivo;Clic;Impressioni;CTR;Posizione media", "device"),
    ("Aspetto nella ricerca;Clic;Impressioni;CTR;Posizione", "search appearance"),
    ("Meest uitgevoerde zoekopdrachten;Aantal klikken;Vertoningen;CTR;Positie", "query"),
    ("Toppagina's;Aantal klikken;Vertoningen;CTR;Positie", "page"),
    ("上位のクエリ;クリック数;表示回数;CTR;掲載順位", "query"), ("上位のページ;クリック数;表示回数;CTR;掲載順位", "page"),
    ("国;クリック数;表示回数;CTR;掲載順位", "country"), ("デバイス;クリック数;表示回数;CTR;掲載順位", "device"),
    ("検索での見え方;クリック数;表示回数;CTR;掲載順位", "search appearance"),
    ("Something new;Klicks;Impressionen;CTR;Position", "something new"),
  ])
  func languages(header: String, dimension: String) throws {
    let reading = try Sample("\(header)\nx;1.234;5.000;3,33 %;4,2\n").read()
    #expect(reading.recognition.format == "SearchConsoleReport")
    #expect(reading.all.webTraffic.map(\.dimension) == Array(repeating: dimension, count: 4))
    #expect(reading.all.webTraffic.map(\.valueMicros) == [1_234_000_000, 5_000_000_000, 33_300, 4_200_000])
  }

  @Test(arguments: ["Datum,Aantal klikken,Vertoningen,CTR,Positie", "日付,クリック数,表示回数,CTR,掲載順位"])
  func chartsInFurtherLanguages(header: String) throws {
    let reading = try Sample("\(header)\n2026-10-01,4,40,10%,3\n2026-10-02,2,20,10%,5\n").read()
    #expect(reading.recognition.format == "SearchConsoleReport")
    #expect(reading.recognition.window?.description == "2026-10-01…2026-10-02")
    #expect(reading.all.webTraffic.allSatisfy { $0.dimension.isEmpty })
    #expect(reading.total(.clicks) == "6" && reading.total(.impressions) == "60")
  }

  @Test func otherPlacesAreCountedApart() throws {
    let bytes = StoredZip.bytes([("Chart.csv", "Date,Clicks,Impressions,CTR\n2026-03-01,2,16,12.5%\n")])
    let sample = try Sample(bytes, name: "example.com-Performance-on-Discover-2026-03-04.zip")
    let reading = try sample.read()
    #expect(reading.all.webTraffic.map(\.tool) == Array(repeating: "Search Console (Discover)", count: 3))
    #expect(reading.recognition.account == "example.com")
  }

  private static func readings(_ files: [(name: String, text: String)]) throws -> [Reading] {
    let sample = try Sample(StoredZip.bytes(files), name: "a.com-Performance-on-Search-2026-11-01.zip")
    return try ExportOpener.open(path: sample.path, options: ReadOptions()).map { try Reading($0) }
  }

  /// A part of the site is another series than the site, whatever lies in its archive first.
  @Test(arguments: [
    ("Filter,Value\nSearch type,Web\nCountry,Germany\nDate,Last 3 months\n", "filtered by country Germany"),
    ("Filter,Value\nSearch type,Image\nDate,Last 3 months\n", "filtered by search type Image"),
    ("Filter,Wert\nSuchtyp,Web\nSeite,+/blog\nGerät,Mobil\n", "filtered by seite +/blog and device Mobil"),
    ("Filter,Wert\nSuchtyp,Web\nDatum,Letzte 28 Tage\n", ""),
    ("フィルタ,値\n検索タイプ,ウェブ\n期間,過去 3 か月間\n", ""),
    ("フィルタ,値\n検索タイプ,ウェブ\n国,日本\n", "filtered by country 日本"),
  ])
  func whatIsFilteredIsASeriesOfItsOwn(filters: String, words: String) throws {
    let readings = try Self.readings([
      ("Chart.csv", "Date,Clicks,Impressions,CTR,Position\n2026-10-01,4,40,10%,3\n"),
      ("Queries.csv", "Top queries,Clicks,Impressions,CTR,Position\nshoes,4,40,10%,3\n"), ("Filters.csv", filters),
    ])
    #expect(readings[0].all.webTraffic.allSatisfy { $0.dimension == words })
    #expect(readings[1].all.webTraffic.allSatisfy { $0.dimension == (words.isEmpty ? "query" : "\(words), query") })
    let notes = readings.prefix(2).map { $0.recognition.notes.contains { $0.hasPrefix("it is \(words): ") } }
    #expect(notes == Array(repeating: !words.isEmpty, count: 2))
    #expect(readings[2].all.webTraffic.isEmpty)
  }

  /// The time of the last row is the hour from eleven.
  @Test func aChartByHour() throws {
    let reading = try Sample(
      "Time,Clicks,Impressions,CTR,Position\n2026-10-31T10:00:00-07:00,1,10,10%,3.2\n"
        + "2026-10-31T11:00:00-07:00,2,20,10%,3.2\n"
    ).read()
    let clicks = reading.all.webTraffic.filter { $0.metric == .clicks }
    #expect(clicks.map(\.window.description) == ["2026-10-31", "2026-10-31"])
    #expect(clicks.map(\.dimension) == ["hour", "hour"] && clicks.map(\.dimensionValue) == ["10", "11"])
    #expect(reading.recognition.notes.isEmpty && reading.total(.clicks) == "3")
  }

  @Test(arguments: [
    ("Week", ["2026-10-05", "2026-10-12"], ["2026-10-05…2026-10-11", "2026-10-12…2026-10-18"]),
    ("Monat", ["2026-09-01", "2026-10-01"], ["2026-09-01…2026-09-30", "2026-10-01…2026-10-31"]),
  ])
  func aChartByWeekOrMonth(column: String, days: [String], windows: [String]) throws {
    let reading = try Sample(
      "\(column),Clicks,Impressions,CTR,Position\n\(days[0]),1,10,10%,3.2\n\(days[1]),2,20,10%,3.2\n"
    ).read()
    let clicks = reading.all.webTraffic.filter { $0.metric == .clicks }
    #expect(clicks.map(\.window.description) == windows && clicks.allSatisfy { $0.dimension == "" })
    #expect(reading.recognition.notes.isEmpty)
  }

  @Test func aComparisonOfPeriodsSaysWhatToExport() throws {
    let sample = try Sample(
      "Top queries,Last 28 days Clicks,Previous 28 days Clicks,Last 28 days Impressions,Previous 28 days Impressions,"
        + "Last 28 days CTR,Previous 28 days CTR,Last 28 days Position,Previous 28 days Position\n"
        + "shoes,5,4,60,50,8.33%,8%,3,3\n")
    #expect("\(try #require(sample.failure()))".contains("export it again without comparison"))
  }

  /// Figures by Python's csv module over the same files.
  @Test(
    .enabled(if: Shared.isPresent, "needs the shared collection"),
    arguments: [
      ("Chart", 21, 84, "11", "307", ""), ("Queries", 25, 100, "3", "117", "query"),
      ("Pages", 12, 48, "12", "522", "page"), ("Countries", 5, 20, "11", "307", "country"),
      ("Devices", 3, 12, "11", "307", "device"), ("Search_appearance", 0, 0, nil, nil, ""),
    ] as [(String, Int, Int, String?, String?, String)])
  func realFiles(file: String, rows: Int, facts: Int, clicks: String?, impressions: String?, dimension: String) throws {
    let reading = try Shared.reading("search-console/\(file).csv")
    #expect(reading.recognition.format == "SearchConsoleReport")
    #expect(reading.summary.rowsRead == rows)
    #expect(reading.summary.rowsRejected == 0 && reading.summary.rowsSkipped == 0)
    #expect(reading.all.webTraffic.count == facts)
    #expect(reading.total(.clicks) == clicks && reading.total(.impressions) == impressions)
    #expect(reading.all.webTraffic.allSatisfy { $0.dimension == dimension })
  }

  @Test(.enabled(if: Shared.isPresent, "needs the shared collection"))
  func realRates() throws {
    let chart = try Shared.reading("search-console/Chart.csv")
    #expect(chart.recognition.window?.description == "2026-04-13…2026-05-03")
    // The percents add up to 69.67.
    let rates = chart.all.webTraffic.filter { $0.metricName == "CTR (ratio)" }
    #expect(rates.reduce(0) { $0 + $1.valueMicros } == 696_700)
    let filters = try Shared.reading("search-console/Filters.csv")
    #expect(filters.summary.rowsRead == 2 && filters.summary.rowsSkipped == 2)
  }
}
