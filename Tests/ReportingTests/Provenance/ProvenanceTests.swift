import Foundation
import Testing
import Vocabulary

@testable import Analysis
@testable import Reporting

/// Ids in cells, and the folds that say where figures come from.
struct ProvenanceTests {
  private static let pages = Result { try Rendered.pages("full") }

  private func page(_ path: String) throws -> String {
    try #require(try Self.pages.get().first { $0.path == path }?.html)
  }

  @Test func everyTileHasItsIdAndLeadsToItsFold() throws {
    let html = try page("index.html")
    for tile in Fixture.overview.tiles {
      #expect(html.contains("<div class=\"kpi\" id=\"\(NumberID.tile(tile.measure))\">"))
    }
    #expect(html.components(separatedBy: "<a class=\"perma\" href=\"#from-week\" aria-label=").count == 7)
    #expect(html.contains("<details class=\"from\" id=\"from-week\">"))
    #expect(html.contains("<code>fairlead trace summary.revenue</code>"))
  }

  @Test func aFoldTellsRowsFilesAndLines() throws {
    let html = try page("index.html")
    #expect(html.contains("150 sales <a href=\"#file-1\">file 1</a>, lines 2\u{2060}\u{2013}\u{2060}151;"))
    #expect(html.contains("<li id=\"file-1\">1. export-<wbr>1.csv") || html.contains("<li id=\"file-1\">1. export"))
    // A name that a query holds stays text.
    #expect(html.contains("<pre>SELECT &#39;A &lt; B&#39;</pre>") || html.contains("<pre>SELECT 'A &lt; B'</pre>"))
  }

  @Test func aCardWithoutKnownRowsHasNoFold() throws {
    for (path, html) in try Rendered.pages("empty") { #expect(!html.contains("class=\"from\""), "\(path)") }
  }

  @Test func theNumbersFileHoldsEveryIdOfEveryPage() throws {
    let file = try #require(try Rendered.files("full").first { $0.path == "numbers.json" })
    let json = try #require(try JSONSerialization.jsonObject(with: Data(file.bytes)) as? [String: Any])
    let numbers = try #require(json["numbers"] as? [[String: Any]])
    let ids = Set(numbers.compactMap { $0["id"] as? String })
    #expect(ids.count == numbers.count)
    for (path, html) in try Self.pages.get() {
      for cell in html.components(separatedBy: "<td role=\"cell\" id=\"").dropFirst() {
        let id = try #require(cell.split(separator: "\"").first)
        let isKnown = ids.contains(String(id))
        #expect(isKnown, "\(path): \(id)")
      }
    }
    let revenue = try #require(numbers.first { $0["id"] as? String == "summary.revenue" })
    #expect(revenue["text"] as? String == "£184.2k" && revenue["value"] as? Double == 184_213)
    #expect(revenue["first"] as? String == "2026-11-09" && revenue["page"] as? String == "index.html")
  }

  @Test func everyMeasureHasWords() {
    for measure in ReportNumber.Measure.allCases {
      #expect(measure.name.first?.isUppercase == true && measure.meaning.last == ".", "\(measure)")
    }
    #expect(
      RowSet.Kind.sales.words(1) == "1 sale" && RowSet.Kind.advertising.words(4_218) == "4,218 rows of advertising")
  }

  @Test func aLongQueryIsLeftToTheCommand() {
    let source = Lineage.Source(sets: [], example: NumberID("a.b"), sql: String(repeating: "x", count: 901))
    let view = ProvenanceView(
      card: "fig", measures: [], source: source, example: NumberID("a.c"), files: SourceFileNumbers(Fixture.dataQuality)
    )
    #expect(view.query == nil && view.queryLabel == nil && view.command == "fairlead trace a.b")
  }
}
