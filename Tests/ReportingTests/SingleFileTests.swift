import Foundation
import Testing

@testable import Reporting

@Suite struct SingleFileTests {
  private func page(_ name: String) throws -> String {
    String(decoding: try Rendered.site.renderSingleFile(Rendered.findings(name)).bytes, as: UTF8.self)
  }

  private func attributes(_ name: String, in html: String) -> [String] {
    html.components(separatedBy: " \(name)=\"").dropFirst().compactMap { $0.components(separatedBy: "\"").first }
  }

  @Test(arguments: Rendered.names) func twoBuildsAreTheSameBytes(_ name: String) throws {
    #expect(try Rendered.site.renderSingleFile(Rendered.findings(name)).path == "report.html")
    #expect(try page(name) == page(name))
  }

  @Test(arguments: Rendered.names) func nothingRunsOrIsFetched(_ name: String) throws {
    let html = try page(name)
    #expect(!html.contains("<script") && !html.contains(" style=\"") && !html.contains("@import"))
    #expect(html.components(separatedBy: "<style").count == 2)
    #expect(html.utf8.count <= 1_572_864, "\(html.utf8.count) bytes")
    let style = try #require(html.components(separatedBy: "<style>").last?.components(separatedBy: "</style>").first)
    #expect(html.contains("style-src 'sha256-\(Digest.base64(of: style))'"))
  }

  @Test(arguments: Rendered.names) func everyLinkAndNameLeadsSomewhere(_ name: String) throws {
    let html = try page(name)
    let ids = attributes("id", in: html)
    #expect(Set(ids).count == ids.count)
    for link in attributes("href", in: html) {
      #expect(link.hasPrefix("#") || link.hasPrefix("data:text/csv;"), "\(link.prefix(60))")
      if link.hasPrefix("#") { #expect(ids.contains(String(link.dropFirst())), "\(link)") }
    }
    for list in attributes("aria-labelledby", in: html) {
      for id in list.split(separator: " ") { #expect(ids.contains(String(id)), "\(id)") }
    }
  }

  /// The words of each page's sections stand in the single file in the same order; only the links to files differ.
  @Test(arguments: Rendered.names) func noWordOfThePagesIsLost(_ name: String) throws {
    func words(_ html: String) -> [Substring] {
      // A file that is too large to be carried is named instead of linked.
      PageText.plain(html).replacing(/Not in this file: \S+ of the full report/, with: "Download CSV")
        .split(whereSeparator: \.isWhitespace).map { $0[...] }
    }
    let chapters = try page(name).components(separatedBy: "<article class=\"chapter\"").dropFirst()
    let pages = try Rendered.pages(name)
    #expect(chapters.count == pages.count)
    for (chapter, page) in zip(chapters, pages) {
      let main = try #require(page.html.components(separatedBy: "<main id=\"main\" class=\"wrap\">").last)
      let sections = try #require(main.components(separatedBy: "</main>").first)
      let inChapter = words("<" + chapter).map(String.init).joined(separator: " ")
      #expect(inChapter.contains(words(sections).map(String.init).joined(separator: " ")), "\(page.path)")
    }
  }

  @Test func filesAreCarriedWhole() throws {
    let linked = Set(try Rendered.pages("full").flatMap { attributes("href", in: $0.html) })
    let files = try Rendered.files("full").filter { linked.contains($0.path) && $0.path.hasPrefix("data/") }
    let carried = attributes("href", in: try page("full")).filter { $0.hasPrefix("data:") }
      .compactMap { $0.components(separatedBy: "base64,").last.flatMap { Data(base64Encoded: $0) } }
    let (small, large) = (files.filter { $0.bytes.count <= 51_200 }, files.filter { $0.bytes.count > 51_200 })
    #expect(!small.isEmpty && Set(carried.map { [UInt8]($0) }) == Set(small.map(\.bytes)))
    for file in large { #expect(try page("full").contains("Not in this file: \(file.path) of the full report")) }
  }
}
