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
    let texts = PageText.elements(["h1", "h2", "td"], in: html)
    #expect(texts.contains("4 weeks have been published, 2 restated since"))
    #expect(texts.contains("2026") && texts.contains("2025"))
    #expect(texts.contains("£184kBetter"))
    #expect(
      texts.contains {
        $0.hasPrefix("RestatedRevenue £174k → £173k. orders_\u{200B}export_\u{200B}2.csv gave 3 rows of 2–5 Nov 2026")
      })
  }

  @Test func aWeekWhoseRecordCannotBeReadKeepsItsPlace() throws {
    let archive = Archive(
      publishing: Fixture.full, own: try ReportRecordTests.bytes(),
      records: [(Fixture.week("2026-W45"), Array("half".utf8)), (Fixture.week("2026-W44"), nil)], stored: nil)
    #expect(archive.weeks.map { $0.record == nil } == [false, true, true])
    #expect(PageText.elements(["td"], in: try page(archive)).contains("Its record cannot be read."))
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

  /// Five years of weeks are no heavier than a page of figures may be when it is sent.
  @Test func manyYearsStayLight() throws {
    let names = (2022...2026).flatMap { year in (1...45).map { "\(year)-W\($0 < 10 ? "0" : "")\($0)" } }
    let html = try page(try archive(names))
    #expect(html.utf8.count < 400_000, "\(html.utf8.count)")
  }
}
