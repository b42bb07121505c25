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
}
