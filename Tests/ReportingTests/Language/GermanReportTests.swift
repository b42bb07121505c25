import Foundation
import Testing

@testable import Reporting

/// A report in German under an agency's brand, for a client whose name runs right to left.
@Suite struct GermanReportTests {
  private static func files(_ name: String) throws -> [ReportFile] {
    var findings = Rendered.findings(name)
    if name == "full" { findings.client = "شركة النور" }
    let site = Site(
      brand: try Brand(name: "Nordlicht", accent: "#ffb000", closing: "Hafenstraße 12"),
      language: try Language(tag: "de"),
      pseudonym: { _ in "C-1" })
    return try site.render(findings)
  }

  private static func pages(_ name: String) throws -> [(path: String, html: String)] {
    try files(name).filter { $0.path.hasSuffix(".html") }.map { ($0.path, String(decoding: $0.bytes, as: UTF8.self)) }
  }

  @Test(arguments: Rendered.names) func noEnglishIsLeft(_ name: String) throws {
    // Words that no German text, name of the fixtures or message of a reader holds.
    let english: Set = ["the", "of", "and", "with", "which", "customers", "spend", "weeks", "revenue"]
    let data: Set = ["data.html", "method.html"]
    for (path, html) in try Self.pages(name) where !(name == "hostile" || data.contains(path)) {
      for text in PageText.elements(["h1", "h2", "h3", "p", "li", "dd", "dt", "th", "summary"], in: html) {
        let words = Set(text.lowercased().split { !$0.isLetter }.map(String.init))
        #expect(words.isDisjoint(with: english), "\(path): \(text)")
      }
    }
  }

  @Test(arguments: ["full", "empty", "young"]) func sentencesAreShortAndClaimNoCause(_ name: String) throws {
    for (path, html) in try Self.pages(name) {
      for text in PageText.elements(["h1", "h2", "h3", "p", "li", "dd"], in: html) {
        for word in [" weil ", "signifikant", "!", "beweist, dass"] {
          #expect(!text.contains(word), "\(path): \(text)")
        }
        for sentence in text.replacing(": ", with: ". ").components(separatedBy: ". ") {
          #expect(sentence.split { $0 == " " || $0 == "\n" }.count <= 20, "\(path): \(sentence)")
        }
      }
    }
  }

  @Test("a decimal comma never reaches a drawing", arguments: Rendered.names)
  func coordinatesHaveAPoint(_ name: String) throws {
    let number = #/ (?:x|y|x1|x2|y1|y2|cx|cy|r|rx|ry|width|height|dx|dy)="[^"]*,[^"]*"/#
    // Commas of a path part coordinates; one between digits that belong to one number would be such as "1,5 2".
    let path = #/ d="[^"]*\d,\d+,\d[^"]*"/#
    for (page, html) in try Self.pages(name) {
      #expect(html.firstMatch(of: number) == nil, "\(page)")
      #expect(html.firstMatch(of: path) == nil, "\(page)")
    }
  }

  @Test func filesForMachinesKeepTheirPoint() throws {
    let (german, english) = (try Self.files("full"), try Rendered.files("full"))
    for (own, other) in zip(german, english) where own.path.hasSuffix("week.csv") {
      let figures = { (file: ReportFile) in
        String(decoding: file.bytes, as: UTF8.self).split(separator: "\r\n").dropFirst().map {
          $0.split(separator: ",").dropFirst().joined(separator: ",")
        }
      }
      #expect(figures(own) == figures(other))
    }
  }

  @Test("the name is isolated in head, title, masthead and at the foot of printed pages")
  func rightToLeftNameIsIsolated() throws {
    for (path, html) in try Self.pages("full") {
      #expect(html.contains("<html lang=\"de\">"), "\(path)")
      #expect(html.components(separatedBy: "شركة النور").count >= 4, "\(path)")
      for part in html.components(separatedBy: "شركة النور").dropFirst() {
        #expect(part.hasPrefix("\u{2069}"), "\(path)")
      }
    }
  }

  @Test func directionMirrorsThePage() throws {
    var language = try Language(tag: "he")
    let site = Site(brand: Fixture.brand, language: language, pseudonym: { $0 })
    let page = String(decoding: try #require(try site.render(Fixture.full).first).bytes, as: UTF8.self)
    #expect(page.contains("<html lang=\"he\" dir=\"rtl\">"))
    #expect(page.contains("@bottom-right{content:\"\(Fixture.full.client)"))
    language = try Language(tag: "de")
    language.direction = .rightToLeft
    #expect(language.attribute == "rtl")
  }
}
