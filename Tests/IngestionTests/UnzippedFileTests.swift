import Ingestion
import Testing
import Vocabulary

struct UnzippedFileTests {
  private static let chart = "Date,Clicks,Impressions,CTR,Position\n2026-10-01,4,40,10%,3\n"

  /// Whatever the archive's name tells, its folder's name tells, and the tables are the same to a warehouse.
  @Test(arguments: [
    (
      "shop.com-Performance-on-Search-2026-10-06", "Queries.csv",
      "Top queries,Clicks,Impressions,CTR,Position\na,1,2,50%,3\n"
    ),
    (
      "https___shop.com_-Performance-on-Discover-2026-10-06", "Diagramm.csv",
      "Datum,Klicks,Impressionen,CTR\n2026-10-01,4,40,10%\n"
    ),
    (
      "Plausible export shop.com 2026-10-01  to 2026-10-05 ", "sources.csv",
      "name,visitors,bounce_rate,visit_duration\nGoogle,3,33,61\n"
    ),
    (
      "shop.com_20261001_20261005", "imported_visitors_20261001_20261005.csv",
      "date,visitors,pageviews,bounces,visits,visit_duration\n2026-10-01,5,9,2,6,180\n"
    ),
    (
      "Traffic source 2026-10-01_2026-11-01 Acme.tv", "Table data.csv",
      "Traffic source,Views,Watch time (hours)\nTotal,9,1\nSearch,9,1\n"
    ),
  ])
  func theFolderTellsWhatTheArchiveTold(archive: String, file: String, text: String) throws {
    for folder in [archive, archive + " (1)"] {
      let zipped = try Sample(StoredZip.bytes([(file, text)]), name: folder + ".zip").export()
      let other = try Reading(zipped)
      for path in [folder, folder + "/" + folder, "march/" + folder] {
        let unzipped = try #require(try Sample.unzipped([(file, text)], to: path).first).export()
        #expect(unzipped.displayName == folder + "/" + file && unzipped.digest == zipped.digest)
        let own = try Reading(unzipped)
        #expect(own.recognition.account != nil && own.recognition.account == other.recognition.account)
        #expect(own.recognition.window == other.recognition.window)
        #expect(own.recognition.exportedDay == other.recognition.exportedDay)
        #expect(own.recognition.source == other.recognition.source)
        #expect(own.all.webTraffic.map(\.tool) == other.all.webTraffic.map(\.tool))
        #expect(own.all.webTraffic.map(\.property) == other.all.webTraffic.map(\.property))
        #expect(own.all.webTraffic.map(\.window) == other.all.webTraffic.map(\.window))
        #expect(own.all.socialMetrics.map(\.profile) == other.all.socialMetrics.map(\.profile))
        #expect(own.all.socialMetrics.map(\.window) == other.all.socialMetrics.map(\.window))
      }
    }
  }

  @Test func theDayAndTheSiteInAFoldersName() throws {
    let reading = try Reading(
      try #require(
        try Sample.unzipped([("Chart.csv", Self.chart)], to: "shop.com-Performance-on-Search-2026-10-06").first
      ).export())
    #expect(reading.recognition.account == "shop.com")
    #expect(reading.recognition.exportedDay?.description == "2026-10-06")
  }

  /// Folders that people have made, in which files of several sites may lie.
  @Test(arguments: [
    "march", "search console", "shop.com", "shop.com-Performance-on-Search", "Performance-on-Search-2026-10-06",
    "2026-10-06", "2026-10-01_2026-10-31", "shop_2026-10-01_2026-10-31", "Reports 2026-10-01 to 2026-10-31 Shop",
    "shop.com-Performance-on-Search-2026-10-06/others",
  ])
  func anotherFolderTellsNothing(folder: String) throws {
    let export = try #require(try Sample.unzipped([("Chart.csv", Self.chart)], to: folder).first).export()
    #expect(export.displayName == "Chart.csv")
    #expect(try Reading(export).recognition.account == nil)
  }

  /// What is put among the files of an archive under a name that tells is what it says.
  @Test func aNameThatTellsItselfGoesFirst() throws {
    let file = "other.com-Performance-on-Search-2026-10-09 - Chart.csv"
    let export = try #require(
      try Sample.unzipped([(file, Self.chart)], to: "shop.com-Performance-on-Search-2026-10-06").first
    ).export()
    #expect(export.displayName == file)
    #expect(try Reading(export).recognition.account == "other.com")
  }

  private static let german = "Filter,Wert\nSuchtyp,Web\nLand,Österreich\n"

  private static func dimensions(_ files: [(name: String, text: String)], in folder: String) throws -> [[String]] {
    try Sample.unzipped(files, to: folder).map { sample in
      Set(try sample.read().all.webTraffic.map(\.dimension)).sorted()
    }
  }

  /// A part of the site is a series of its own in a folder as it is in an archive.
  @Test(arguments: ["shop.com-Performance-on-Search-2026-10-06", "search console"])
  func theTableOfFiltersSpeaksForItsFolder(folder: String) throws {
    let words = "filtered by country Österreich"
    #expect(
      try Self.dimensions(
        [
          ("Filter.csv", Self.german), ("Diagramm.csv", Self.chart),
          ("La\u{308}nder.csv", "Land,Klicks,Impressionen,CTR,Position\nÖsterreich,4,40,10%,3\n"),
        ], in: folder) == [[], [words], ["\(words), country"]])
    let web = "Filter,Value\nSearch type,Web\nDate,Last 7 days\n"
    #expect(try Self.dimensions([("Chart.csv", Self.chart), ("Filters.csv", web)], in: folder) == [[""], []])
  }

  /// Two downloads in one folder have their filters each, and two tables that may both be meant are none.
  @Test func eachCopyHasItsOwnTable() throws {
    let other = "Filter,Value\nCountry,Italy\n"
    let files: [(name: String, text: String)] = [
      ("Chart.csv", Self.chart), ("Chart (1).csv", Self.chart), ("Chart (2).csv", Self.chart),
      ("Filters.csv", other), ("Filters (1).csv", Self.german),
    ]
    let words = ["filtered by country Italy", "filtered by country Österreich", ""]
    #expect(Array(try Self.dimensions(files, in: "in").prefix(3)) == words.map { [$0] })
    #expect(try Self.dimensions(files + [("Filter.csv", Self.german)], in: "in")[0] == [""])
  }

  /// One site's filter is not another's, of whom a file is called after it.
  @Test func inAnyFolderItSpeaksForFilesThatKeepTheirNames() throws {
    let files: [(name: String, text: String)] = [
      ("Chart.csv", Self.chart), ("other.csv", Self.chart),
      ("other.com-Performance-on-Search-2026-10-09 - Chart.csv", Self.chart), ("Filter.csv", Self.german),
    ]
    #expect(
      try Self.dimensions(files, in: "search console") == [["filtered by country Österreich"], [""], [""], []])
  }

  /// Anybody's table may be called so.
  @Test func anotherTableOfTheNameSaysNothing() throws {
    let samples = try Sample.unzipped(
      [("Chart.csv", Self.chart), ("Filters.csv", "Filter,Price,Stock\nOil,9,3\n")],
      to: "shop.com-Performance-on-Search-2026-10-06")
    #expect(try samples[0].read().all.webTraffic.allSatisfy { $0.dimension == "" })
  }
}
