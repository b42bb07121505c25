import Foundation
import Testing

@testable import Analysis
@testable import Reporting

struct PlaceTests {
  /// Every link of a page, as the path from the root of the published folder that it leads to.
  private func targets(_ place: Place, below folder: String) throws -> Set<String> {
    var targets: Set<String> = []
    for file in try Rendered.site.render(Fixture.full, place: place) where file.path.hasSuffix(".html") {
      let html = String(decoding: file.bytes, as: UTF8.self)
      for link in html.components(separatedBy: "href=\"").dropFirst().compactMap({ $0.split(separator: "\"").first })
      where !link.hasPrefix("#") {
        targets.insert((("/" + folder + link) as NSString).standardizingPath)
      }
    }
    return targets
  }

  @Test func everyLinkLeadsToAFileOfThePublishedFolder() throws {
    let own = Set(try Rendered.site.render(Fixture.full, place: .newest).map { "/" + $0.path })
    let weeks = ["W45", "W44", "W40", "W30"].map { "/weeks/2026-\($0)/index.html" }
    let all = own.union(weeks).union(["/archive.html"])
    let newest = try targets(.newest, below: "")
    #expect(newest.subtracting(all).sorted() == [])
    #expect(newest.isSuperset(of: weeks + ["/archive.html"]))
    let inWeek = Set(own.map { "/weeks/2026-W46" + $0 }).union(weeks).union(["/archive.html", "/index.html"])
    let lasting = try targets(.week, below: "weeks/2026-W46/")
    #expect(lasting.subtracting(inWeek).sorted() == [])
    #expect(lasting.contains("/index.html") && lasting.contains("/archive.html"))
    // A report that lies alone leads nowhere else.
    #expect(try targets(.alone, below: "").subtracting(own).sorted() == [])
  }

  @Test func theRecordIsTheSameWhereverItLies() throws {
    func record(_ place: Place) throws -> [UInt8] {
      try #require(try Rendered.site.render(Fixture.full, place: place).first { $0.path == "report.json" }).bytes
    }
    #expect(try record(.newest) == record(.week))
  }
}
