import Foundation
import Testing

@testable import Reporting

@Suite struct SiteTests {
  @Test(arguments: Rendered.names) func twoBuildsAreTheSameBytes(_ name: String) throws {
    #expect(try Rendered.files(name) == Rendered.files(name))
  }

  @Test(arguments: Rendered.names) func allPagesAreThere(_ name: String) throws {
    let paths = try Rendered.files(name).map(\.path)
    #expect(
      Array(paths.prefix(10)) == [
        "index.html", "channels.html", "audience.html", "churn.html", "trust.html", "data.html", "earlier.html",
        "method.html", "report.json", "numbers.json",
      ])
    #expect(paths.dropFirst(10).allSatisfy { $0.hasPrefix("data/") && $0.hasSuffix(".csv") })
    #expect(Set(paths).count == paths.count)
  }

  @Test(arguments: Rendered.names) func pagesCarryNothingThatRunsOrLoads(_ name: String) throws {
    for (path, html) in try Rendered.pages(name) {
      #expect(!html.contains("<script"), "\(path)")
      #expect(!html.contains(" style=\""), "\(path)")
      #expect(!html.contains("<img src=x"), "\(path)")
      #expect(!html.contains("</style><b>"), "\(path)")
      #expect(html.components(between: "<style", and: "</style>").count == 1, "\(path)")
      #expect(html.components(separatedBy: "</style>").count == 2, "\(path)")
      #expect(!html.contains("http://") || name == "hostile", "\(path)")
      #expect(!html.contains("https://") && !html.contains("@import"), "\(path)")
      #expect(html.utf8.count <= 153_600 || name == "hostile", "\(path) weighs \(html.utf8.count)")
    }
  }

  @Test(arguments: Rendered.names) func linksLeadToFilesAndAnchorsOfTheReport(_ name: String) throws {
    let paths = Set(try Rendered.files(name).map(\.path))
    for (path, html) in try Rendered.pages(name) {
      let ids = html.components(separatedBy: " id=\"").dropFirst().compactMap { $0.split(separator: "\"").first }
      #expect(Set(ids).count == ids.count, "\(path) repeats an id")
      for link in html.components(separatedBy: "href=\"").dropFirst().compactMap({ $0.split(separator: "\"").first }) {
        if link.hasPrefix("#") {
          #expect(ids.contains(link.dropFirst()), "\(path): \(link)")
        } else {
          #expect(paths.contains(String(link)), "\(path): \(link)")
        }
      }
    }
  }

  @Test func policyNamesTheDigestOfTheStyle() throws {
    for (path, html) in try Rendered.pages("full") {
      let style = try #require(html.components(separatedBy: "<style>").last?.components(separatedBy: "</style>").first)
      #expect(html.contains("style-src 'sha256-\(Digest.base64(of: style))'"), "\(path)")
      #expect(html.contains("default-src 'none'"))
    }
  }

  @Test(arguments: Rendered.names) func noAddressOfACustomerIsShown(_ name: String) throws {
    for file in try Rendered.files(name) {
      #expect(!String(decoding: file.bytes, as: UTF8.self).contains("@example.com"), "\(file.path)")
    }
  }

  @Test func namesThatLookLikeFormulasDoNotRun() throws {
    for file in try Rendered.files("hostile") where file.path.hasSuffix(".csv") {
      let text = String(decoding: file.bytes, as: UTF8.self)
      for start in ["\n=", "\n\"=", ",=", ",\"="] { #expect(!text.contains(start), "\(file.path)") }
    }
  }

  @Test func templateTagsInNamesStayText() throws {
    let html = try #require(try Rendered.pages("hostile").first { $0.path == "channels.html" }?.html)
    #expect(html.contains("{{headline}} {{{style}}}"))
  }

  @Test func summaryForMachinesHoldsTheFigures() throws {
    let file = try #require(try Rendered.files("full").first { $0.path == "report.json" })
    let json = try #require(try JSONSerialization.jsonObject(with: Data(file.bytes)) as? [String: Any])
    #expect(json["asOf"] as? String == "2026-11-15")
    #expect(json["currency"] as? String == "GBP")
    let tiles = try #require(json["kpis"] as? [[String: Any]])
    #expect(tiles.count == 6)
    #expect(tiles[0]["measure"] as? String == "revenue")
    #expect(tiles[0]["value"] as? Double == 184_213)
    #expect(tiles[0]["standing"] as? String == "above")
    #expect((json["files"] as? [[String: Any]])?.count == 9)
  }

  @Test(arguments: Rendered.names) func summaryForMachinesIsJSON(_ name: String) throws {
    let file = try #require(try Rendered.files(name).first { $0.path == "report.json" })
    let json = try JSONSerialization.jsonObject(with: Data(file.bytes)) as? [String: Any]
    #expect(json?["client"] as? String == Rendered.findings(name).client)
  }

  @Test func everyQuestionWithoutDataSaysWhatIsNeeded() throws {
    for (path, html) in try Rendered.pages("empty") where !["method.html", "earlier.html"].contains(path) {
      #expect(html.contains("Not enough data"), "\(path)")
      #expect(!html.contains("<svg class=\"f\""), "\(path)")
    }
    let channels = try #require(try Rendered.pages("empty").first { $0.path == "channels.html" }?.html)
    #expect(channels.contains("There is 1 week with spend. At least 8 are needed."))
  }
}
