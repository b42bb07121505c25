import Analysis
import Foundation
import Testing

@testable import Reporting

struct ArchiveTests {
  /// The record of a report of another week: the fixture's with its week and headline changed.
  private func record(_ week: String) throws -> [UInt8] {
    let text = String(decoding: try ReportRecordTests.bytes(), as: UTF8.self)
    return Array(text.replacing("\"reportWeek\": \"2026-W46\"", with: "\"reportWeek\": \"\(week)\"").utf8)
  }

  private func archive(_ others: [String], stored: [UInt8]? = nil) throws -> Archive {
    Archive(
      publishing: Fixture.full, own: try ReportRecordTests.bytes(),
      records: try others.map { (Fixture.week($0), try record($0)) }, stored: stored)
  }

  private func page(_ archive: Archive) throws -> String {
    let file = try #require(try Rendered.site.renderArchive(archive).first { $0.path == "archive.html" })
    return String(decoding: file.bytes, as: UTF8.self)
  }

  @Test func everyWeekIsListedNewestFirst() throws {
    let archive = try archive(["2026-W30", "2026-W45", "2025-W52"])
    #expect(archive.weeks.map(\.week.description) == ["2026-W46", "2026-W45", "2026-W30", "2025-W52"])
    let html = try page(archive)
    let links = html.components(separatedBy: "href=\"weeks/").dropFirst().compactMap { $0.split(separator: "/").first }
    #expect(links == ["2026-W46", "2026-W45", "2026-W30", "2025-W52"])
    let texts = PageText.sentences(["h1", "h2", "td"], in: html)
    #expect(texts.contains("4 weeks have been published, 2 restated since"))
    #expect(texts.contains("2026") && texts.contains("2025"))
    #expect(texts.contains("£184k Better"))
    #expect(
      texts.contains {
        $0.hasPrefix("Restated Revenue £174k → £173k. orders_\u{200B}export_\u{200B}2.csv gave 3 rows of 2–5 Nov 2026")
      })
  }

  @Test func aWeekWhoseRecordCannotBeReadKeepsItsPlace() throws {
    let archive = Archive(
      publishing: Fixture.full, own: try ReportRecordTests.bytes(),
      records: [(Fixture.week("2026-W45"), Array("half".utf8)), (Fixture.week("2026-W44"), nil)], stored: nil)
    #expect(archive.weeks.map { $0.record == nil } == [false, true, true])
    #expect(PageText.sentences(["td"], in: try page(archive)).contains("Its record cannot be read."))
  }

  @Test func anOlderBuildKeepsWhatIsKnownOfLaterWeeks() throws {
    let stored = try archive(["2026-W45"]).json.document
    var older = Fixture.full
    let monday = Fixture.day("2026-10-26")
    older.retrospect = Retrospect()
    var overview = Fixture.overview
    overview.week = Fixture.week("2026-W44").window
    older.overview = Insight(.found(overview))
    #expect(older.week.monday == monday)
    let archive = Archive(
      publishing: older, own: try record("2026-W44"),
      records: [
        (Fixture.week("2026-W45"), try record("2026-W45")), (Fixture.week("2026-W46"), try record("2026-W46")),
      ],
      stored: Array(stored.utf8))
    #expect(archive.weeks.map(\.week.description) == ["2026-W46", "2026-W45", "2026-W44"])
    #expect(archive.weeks[1].restated == [Fixture.retrospect.restated[0]])
    // Without the list it is as if nothing were known.
    let lost = Archive(
      publishing: older, own: try record("2026-W44"), records: [(Fixture.week("2026-W45"), try record("2026-W45"))],
      stored: Array("no list".utf8))
    #expect(lost.weeks[0].restated.isEmpty)
  }

  @Test func theListForMachinesNamesPathsAndChanges() throws {
    let text = try archive(["2026-W45"]).json.document
    let json = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    let weeks = try #require(json["weeks"] as? [[String: Any]])
    #expect(weeks.map { $0["path"] as? String } == ["weeks/2026-W46/index.html", "weeks/2026-W45/index.html"])
    #expect((weeks[1]["restated"] as? [[String: Any]])?.first?["now"] as? Double == 173_130)
    #expect((weeks[0]["kpis"] as? [[String: Any]])?.count == 3)
  }

  // MARK: Years

  /// Ten whole years before the fixture's week 46 of 2026; 2020 has 53 weeks.
  private func tenYears() throws -> Archive {
    let names = (2017...2026).flatMap { year in
      (1...(year == 2020 ? 53 : year == 2026 ? 45 : 52)).map { "\(year)-W\($0 < 10 ? "0" : "")\($0)" }
    }
    return try archive(names)
  }

  private func pages(_ archive: Archive) throws -> [String: String] {
    let files = try Rendered.site.renderArchive(archive).filter { $0.path.hasSuffix(".html") }
    return Dictionary(uniqueKeysWithValues: files.map { ($0.path, String(decoding: $0.bytes, as: UTF8.self)) })
  }

  private func weekLinks(_ html: String?) -> [String] {
    (html ?? "").components(separatedBy: "href=\"weeks/").dropFirst()
      .compactMap { $0.split(separator: "/").first.map(String.init) }
  }

  /// The bound is that of every page: see `SiteTests`.
  @Test func tenYearsOfWeeksAreLightPages() throws {
    let archive = try tenYears()
    let pages = try pages(archive)
    #expect(pages.count == 10)
    for (path, html) in pages { #expect(html.utf8.count < 150_000, "\(path): \(html.utf8.count)") }
    // 8 × 52 weeks, a year of 53, and 46 weeks of 2026.
    #expect(pages.values.reduce(0) { $0 + weekLinks($1).count } == 515)
    let list = try #require(
      try JSONSerialization.jsonObject(with: Data(archive.json.document.utf8)) as? [String: Any])
    #expect((list["weeks"] as? [Any])?.count == 515)
    let file = try #require(try Rendered.site.renderArchive(archive).first { $0.path == "data/all-weeks.csv" })
    #expect(file.bytes.count { $0 == UInt8(ascii: "\n") } == 516)
  }

  @Test func anEarlierYearHasAPageAndItsAnchorsOnTheFirst() throws {
    let pages = try pages(try tenYears())
    let first = try #require(pages["archive.html"])
    #expect(weekLinks(first).count == 46 && weekLinks(first).first == "2026-W46")
    for year in 2017...2026 {
      #expect(first.contains("id=\"year-\(year)\"") && first.contains("id=\"fig-\(year)\""))
      #expect(first.contains("<a href=\"archive-\(year).html\">") == (year < 2026))
    }
    let page = try #require(pages["archive-2020.html"])
    #expect(weekLinks(page).count == 53 && weekLinks(page).first == "2020-W53" && weekLinks(page).last == "2020-W01")
    #expect(page.contains("id=\"year-2020\"") && page.contains("id=\"fig-2020\""))
    #expect(page.contains("<a href=\"archive.html\">All weeks</a>"))
    #expect(page.contains("<a href=\"archive-2020.html\" aria-current=\"page\">2020</a>"))
    #expect(page.contains("href=\"data/all-weeks.csv\""))
    #expect(
      PageText.sentences(["h1", "title"], in: page) == [
        "53 weeks have been published", "Northwind Outdoor: all weeks, 2020",
      ])
    let texts = PageText.sentences(["p", "h3"], in: first)
    #expect(texts.contains("53 weeks have been published") && texts.contains("Published weeks of 2020"))
  }

  /// What the first page has shown of a year is never more than before, so that its page stays once it is there.
  @Test func yearsLeaveTheFirstPageAndNoneComesBack() throws {
    func years(_ names: [String]) throws -> [Int] {
      let weeks = names.map { Archive.Week(week: Fixture.week($0), record: nil, restated: []) }
      return Archive(client: "A", weeks: weeks.sorted { $1.week < $0.week }).yearsApart.map(\.year)
    }
    let all = (2023...2025).flatMap { year in (1...52).map { "\(year)-W\($0 < 10 ? "0" : "")\($0)" } }
    var apart: [Int] = []
    for count in 1...all.count {
      let now = try years(Array(all.prefix(count)))
      #expect(Set(now).isSuperset(of: apart))
      apart = now
    }
    // The last year stays until both hold more than 60 weeks: the newest year's ninth week.
    #expect(try years(Array(all.prefix(60))) == [])
    #expect(try years(Array(all.prefix(61))) == [2023])
    #expect(try years(Array(all.prefix(112))) == [2023])
    #expect(try years(Array(all.prefix(113))) == [2024, 2023])
    // A year too full for any page but its own stands on the first all the same; few weeks of many years share it.
    #expect(try years((1...53).map { "2026-W\($0 < 10 ? "0" : "")\($0)" }) == [])
    #expect(try years((2010...2026).map { "\($0)-W10" }) == [])
  }
}
