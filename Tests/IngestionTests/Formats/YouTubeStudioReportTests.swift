import Ingestion
import Testing
import Vocabulary

struct YouTubeStudioReportTests {
  /// Headers as German Studio writes them, with soft hyphens.
  private let german = """
    Videos,Videotitel,Veröffentlichungszeitpunkt des Videos,Dauer,Auf\u{AD}ru\u{AD}fe,Wiedergabezeit (Stunden),Abonnenten,Geschätzter Umsatz (EUR),Impressionen,Klickrate der Impressionen (%),Durchschnittliche Wiedergabedauer
    Gesamt,,,,1500,40.5,-2,12.5,20000,6.27,0:01:37
    aBcDeFgHiJ0,"Ein Titel, lang","Sep 2, 2019",120,900,30.25,3,9,15000,7.1,0:02:01
    aBcDeFgHiJ1,Zweiter,"Jan 12, 2020",60,500,10,-5,3,5000,,1:00:00

    """

  @Test func videosOfAPeriod() throws {
    let bytes = StoredZip.bytes([("Tabellendaten.csv", german)])
    let reading = try Sample(bytes, name: "Videos 2026-01-01_2026-02-01 Unser Kanal.zip").read()
    #expect(reading.recognition.format == "YouTubeStudioReport" && reading.recognition.account == "Unser Kanal")
    // The second day of the name is the first one after the period.
    #expect(reading.recognition.window?.description == "2026-01-01…2026-01-31")
    #expect(reading.all.socialPosts.map(\.postID) == ["aBcDeFgHiJ0", "aBcDeFgHiJ1"])
    #expect(reading.all.socialPosts.map { $0.publishedDay?.description } == ["2019-09-02", "2020-01-12"])
    #expect(reading.all.socialPosts[0].title == "Ein Titel, lang")
    #expect(reading.total(.views) == "1400" && reading.total(.impressions) == "20000")
    #expect(reading.social(.watchSeconds) == "144900" && reading.social(.netFollowers) == "-2")
    #expect(reading.social(.other, "Klickrate der Impressionen (%)") == "0.071")
    #expect(reading.social(.other, "Durchschnittliche Wiedergabedauer") == "3721")
    #expect(reading.all.socialMetrics.allSatisfy { $0.window.description == "2026-01-01…2026-01-31" })
    #expect(reading.all.controlTotals.map(\.metric) == [.views, .impressions])
    #expect(reading.all.controlTotals.map(\.valueMicros) == [1_500_000_000, 20_000_000_000])
    #expect(reading.all.controlTotals.allSatisfy { !$0.coversAllRows && $0.label == "Gesamt" })
  }

  /// A second download is of the same channel, and what stands behind a dot in the channel's name is no ending.
  @Test(arguments: [("Acme (1).zip", "Acme"), ("Acme.tv.zip", "Acme.tv")])
  func theChannelInTheArchivesName(ending: String, channel: String) throws {
    let bytes = StoredZip.bytes([("Tabellendaten.csv", german)])
    let reading = try Sample(bytes, name: "Videos 2026-01-01_2026-02-01 " + ending).read()
    #expect(reading.recognition.account == channel)
    #expect(reading.recognition.window?.description == "2026-01-01…2026-01-31")
  }

  @Test(arguments: ["Showing top 500 results", "Die 500 besten Ergebnisse werden angezeigt,,"])
  func theTableEndsAtFiveHundred(footer: String) throws {
    let rows = (1...500).map { "Thing \($0),\($0),0:00:10" }.joined(separator: "\n")
    let reading = try Sample("Traffic source,Views,Average view duration\nTotal,200000,0:00:11\n\(rows)\n\(footer)\n")
      .read()
    #expect(reading.summary.rowsRead == 502)
    #expect(reading.all.skippedRows.map(\.reason) == [.totals, .footer])
    #expect(reading.total(.views) == "125250")
    #expect(reading.recognition.notes.contains { $0.hasPrefix("500 rows") })
    #expect(reading.all.socialMetrics.first?.dimension == "traffic source")
    #expect(reading.all.socialMetrics.first?.window.isUndated == true)
  }

  @Test func theChartOfVideos() throws {
    let reading = try Sample(
      """
      Date,Content,Video title,Video publish time,Views
      2026-01-01,aBcDeFgHiJ0,One,"Sep 2, 2019",4
      2026-01-01,aBcDeFgHiJ1,Two,"Sep 3, 2019",0
      2026-01-03,aBcDeFgHiJ0,One,"Sep 2, 2019",6
      """
    ).read()
    #expect(reading.all.socialPosts.map(\.postID) == ["aBcDeFgHiJ0", "aBcDeFgHiJ1"])
    #expect(reading.all.socialMetrics.map(\.postID) == ["aBcDeFgHiJ0", "aBcDeFgHiJ1", "aBcDeFgHiJ0"])
    #expect(reading.all.socialMetrics.map(\.window.description) == ["2026-01-01", "2026-01-01", "2026-01-03"])
    #expect(reading.recognition.notes.count == 2 && reading.total(.views) == "10" && reading.total(.posts) == "2")
  }

  @Test(arguments: [
    "Date,Content,Video title,Video publish time,Duration,Views",
    "Datum,Inhalte,Videotitel,Veröffentlichungszeitpunkt des Videos,Dauer,Auf\u{AD}ru\u{AD}fe",
  ])
  func theChartOfVideosWithTheirLength(header: String) throws {
    let reading = try Sample(
      "\(header)\n2026-01-01,aBcDeFgHiJ0,One,\"Sep 2, 2019\",300,4\n2026-01-02,aBcDeFgHiJ0,One,\"Sep 2, 2019\",300,6\n"
    ).read()
    #expect(reading.recognition.format == "YouTubeStudioReport")
    #expect(reading.all.socialPosts.map(\.postID) == ["aBcDeFgHiJ0"] && reading.total(.views) == "10")
  }

  @Test(arguments: ["Traffic source", "Device type", "Zugriffsquelle"])
  func theChartOfParts(name: String) throws {
    let views = name == "Zugriffsquelle" ? "Datum,\(name),Aufrufe" : "Date,\(name),Views"
    let reading = try Sample(
      StoredZip.bytes([
        ("Chart data.csv", "\(views)\n2026-09-01,One,5\n2026-09-01,Two,10\n2026-09-02,One,5\n2026-09-02,Two,0\n")
      ]), name: "\(name) 2026-09-01_2026-09-03 Acme.zip"
    ).read()
    #expect(reading.recognition.format == "YouTubeStudioReport" && reading.recognition.account == "Acme")
    #expect(Set(reading.all.socialMetrics.map(\.dimension)) == [name.lowercased()])
    #expect(reading.all.socialMetrics.map(\.dimensionValue) == ["One", "Two", "One", "Two"])
    #expect(reading.total(.views) == "20")
  }

  @Test(arguments: ["Traffic source", "Device type"])
  func aWebsitesViewsByDayAreNoChart(name: String) throws {
    let table = "Date,\(name),Views\n2026-09-01,One,5\n2026-09-01,Two,10\n2026-09-02,One,5\n2026-09-02,Two,0\n"
    let file = "blog 2026-09-01_2026-09-03.csv"
    #expect(try Sample(table, name: file).failure() == .unrecognised(file: file, kind: nil))
  }

  @Test func subscribersInFrench() throws {
    let reading = try Sample(
      "Contenu,Titre de la vidéo,Heure de publication de la vidéo,Durée,Vues,Durée de visionnage (heures),Abonnés\n"
        + "Total,,,,1500,75.5,3\nabcdefghij1,T,1 sept. 2025,60,1500,75.5,3\n"
    ).read()
    #expect(reading.social(.netFollowers) == "3" && reading.total(.views) == "1500")
  }

  @Test func portugueseDays() throws {
    let reading = try Sample(
      "Data,Visualizações,Tempo de exibição (horas),Duração média da visualização\nTotal,30,1.5,0:03:00\n2026-01-01,10,0.5,0:03:00\n2026-01-02,20,1,0:03:00\n"
    ).read()
    #expect(reading.total(.views) == "30" && reading.social(.watchSeconds) == "5400")
    #expect(reading.all.controlTotals.map(\.coversAllRows) == [true])
    #expect(reading.all.skippedRows.map(\.reason) == [.totals])
  }

  /// Impressions were renamed; a video may have nothing else. 13 + 7 of them, and 33.33 % of clicks as a ratio.
  @Test(arguments: [
    "Content,Video title,Video publish time,Duration,Views,Thumbnail impressions,Thumbnail click-through rate (%)",
    "Conteúdo,Título do vídeo,Horário de publicação do vídeo,Duração,Visualizações,Impressões de miniaturas,"
      + "Taxa de cliques na miniatura (%)",
  ])
  func impressionsOfThumbnails(header: String) throws {
    let reading = try Sample(
      "\(header)\nTotal,,,,2,222,1.35\naBcDeFgHiJ0,One,\"Mar 30, 2026\",11,2,13,33.33\n"
        + "aBcDeFgHiJ1,Two,\"Mar 31, 2026\",12,,7,\n"
    ).read()
    #expect(reading.recognition.format == "YouTubeStudioReport" && reading.all.skippedRows.map(\.reason) == [.totals])
    #expect(reading.total(.impressions) == "20" && reading.total(.views) == "2" && reading.total(.posts) == "2")
    let rates = reading.all.socialMetrics.filter { $0.measure == .other }
    #expect(rates.map(\.valueMicros) == [333_300])
  }

  /// The table of shorts has neither the watch time nor the impressions of long videos. In French a narrow blank parts
  /// thousands.
  @Test(arguments: [
    (
      "Content,Video title,Video publish time,Duration,Stayed to watch (%),Views", "\"Jul 15, 2026\"", "15.76", "1568"
    ),
    (
      "Contenu,Titre de la vidéo,Heure de publication de la vidéo,Durée,Ont continué de regarder (%),Vues",
      "15 juil. 2026", "\"15,76\"", "1\u{202F}568"
    ),
    (
      "Contenido,Título del vídeo,Hora de publicación del vídeo,Duración,Se quedaron viendo (%),Visualizaciones",
      "15 jul 2026", "\"15,76\"", "1568"
    ),
  ])
  func shorts(header: String, published: String, stayed: String, views: String) throws {
    let figures = "\(stayed),\(views)\n"
    let reading = try Sample("\(header)\nTotal,,,,\(figures)c0hqgb1x924,Title,\(published),32,\(figures)").read()
    #expect(reading.recognition.format == "YouTubeStudioReport" && reading.summary.rowsRejected == 0)
    #expect(reading.all.socialPosts.map { $0.publishedDay?.description } == ["2026-07-15"])
    #expect(reading.total(.views) == "1568" && reading.all.skippedRows.map(\.reason) == [.totals])
    #expect(reading.all.socialMetrics.filter { $0.measure == .other }.map(\.valueMicros) == [157_600])
  }

  @Test func whatHasOtherColumnsIsNotTaken() throws {
    for header in ["Date,Plan,Views", "Page,Views", "Date,Clicks,Views", "Date,Duration,Views", "Name,Impressions"] {
      guard case .unrecognised = try Sample("\(header)\n2026-01-01,1,2\n").failure() else {
        Issue.record("\(header) was taken for a report")
        continue
      }
    }
  }

  /// Figures by Python's csv and decimal over the same files.
  @Test(.enabled(if: Shared.isPresent, "needs the shared collection"))
  func realTable() throws {
    let reading = try Shared.reading("youtube-studio/Table_data.csv")
    #expect(reading.summary.rowsRead == 202 && reading.summary.rowsRejected == 0)
    #expect(reading.all.skippedRows.map(\.reason) == [.totals])
    #expect(reading.total(.views) == "14344009" && reading.social(.watchSeconds) == "3882975764.4")
    #expect(reading.social(.other, "Average view duration") == "50420")
    #expect(reading.all.socialMetrics.count { $0.measureName == "Average view duration" } == 192)
    #expect(reading.all.controlTotals.map(\.valueMicros) == [15_503_810_000_000])
    let states = reading.all.socialMetrics.filter { $0.dimensionValue == "US" }
    #expect(states.map(\.valueMicros) == [2_638_475_000_000, 902_481_802_920_000, 342_000_000])
    #expect(Set(reading.all.socialMetrics.map(\.dimension)) == ["country"])
  }

  @Test(.enabled(if: Shared.isPresent, "needs the shared collection"))
  func realChartAndTotals() throws {
    let chart = try Shared.reading("youtube-studio/Chart_data.csv")
    #expect(chart.summary.rowsRead == 73_365 && chart.summary.rowsSkipped == 0 && chart.summary.rowsRejected == 0)
    #expect(chart.total(.views) == "14344009")
    #expect(Set(chart.all.socialMetrics.map(\.dimensionValue)).count == 201)
    #expect(chart.all.socialMetrics.count { $0.valueMicros == 0 } == 36_466)
    #expect(
      chart.all.socialMetrics.filter { $0.dimensionValue == "US" }.reduce(0) { $0 + $1.valueMicros }
        == 2_638_475_000_000)
    let totals = try Shared.reading("youtube-studio/Totals.csv")
    #expect(totals.summary.rowsRead == 365 && totals.total(.views) == "15503810")
    #expect(totals.recognition.window?.description == "2020-12-31…2021-12-30")
    #expect(totals.all.socialMetrics.allSatisfy { $0.dimension == "" && $0.postID == "" })
  }

  /// A table and a chart of the same videos have different columns.
  @Test func theTableAndTheChartAreDifferentSources() throws {
    let table = try Sample("Content,Video title,Views,Watch time (hours)\nTotal,,3,1\nabc,A,3,1\n").read()
    let chart = try Sample("Date,Content,Video title,Views\n2026-10-01,abc,A,3\n").read()
    #expect(table.recognition.source?.variant != chart.recognition.source?.variant)
  }
}
