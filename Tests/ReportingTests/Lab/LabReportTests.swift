import Charting
import Foundation
import Testing

@testable import Reporting

@Suite struct LabReportTests {
  /// A run whose every name tries to break out of the page.
  static let hostile: LabReport = {
    let name = LabReport.shown("<script>alert(1)</script>\u{202E}\"' onload=x {{title}} jane@example.com")
    return LabReport(
      table: name, question: "Which \(name)?", headline: "\(name) is 12", sentences: ["It is 12 of 1,300."],
      facts: [LabReport.Fact("Rows", "1,300"), LabReport.Fact(name, name)],
      parts: [
        LabReport.Part(
          name,
          [
            .chart(
              RankedBars(
                head: FigureHead(id: "bars", title: name, subtitle: name, name: name, note: name),
                categoryHeading: name, items: [CategoryValue(name, 12)], format: ValueFormat(.plain)), .wide),
            .table(card(name), .narrow),
          ])
      ],
      method: LabReport.Method(
        points: [LabReport.Fact("Model", name)], terms: [LabReport.Fact(name, name)], limits: [name], seed: 7,
        version: "1.2.3"))
  }()

  private static func card(_ name: String) -> LabTableCard {
    LabTableCard(
      id: "table", title: name, subtitle: name, columns: [name, "Value", "Share", "Nothing"],
      rows: [
        [
          .text(name), .number(1_300, ValueFormat(.count)),
          .estimate(Estimate(0.25, low: 0.2, high: 0.3), ValueFormat(.percent)), .number(nil, ValueFormat(.plain)),
        ]
      ], note: name)
  }

  private func page() throws -> String { String(decoding: try Self.hostile.render(), as: UTF8.self) }

  @Test func sameReportSameBytes() throws {
    #expect(try Self.hostile.render() == Self.hostile.render())
  }

  @Test func nothingRunsOrLoadsAndNamesStayText() throws {
    let html = try page()
    for part in ["<script", " style=\"", " onload=\"", "http:", "https:", "<a href=\"data/", "@import", "\u{202E}"] {
      #expect(!html.contains(part), "\(part)")
    }
    #expect(html.contains("{{title}}"))
    #expect(html.components(separatedBy: "</style>").count == 2)
    let style = try #require(html.components(separatedBy: "<style>").last?.components(separatedBy: "</style>").first)
    #expect(html.contains("style-src 'sha256-\(Digest.base64(of: style))'"))
    #expect(html.contains("default-src 'none'"))
  }

  @Test func addressesOfPeopleAreNotShown() throws {
    #expect(!(try page()).contains("jane@"))
    #expect(LabReport.shown("email=jane.doe@example.com, a@b") == "email=(address), a@b")
    #expect(LabReport.shown("@handle and name@host.org") == "@handle and (address)")
    #expect(LabReport.shown("plain") == "plain")
  }

  @Test func linksLeadToAnchorsAndFilesInThePage() throws {
    let html = try page()
    let ids = html.components(separatedBy: " id=\"").dropFirst().compactMap { $0.split(separator: "\"").first }
    #expect(Set(ids).count == ids.count)
    let links = html.components(separatedBy: "href=\"").dropFirst().compactMap { $0.split(separator: "\"").first }
    for link in links {
      let isInPage = link.hasPrefix("#") && ids.contains(link.dropFirst())
      #expect(isInPage || link.hasPrefix("data:text/csv;charset=utf-8;base64,"), "\(link)")
    }
    #expect(html.contains("download=\"table.csv\"") && html.contains("download=\"bars.csv\""))
  }

  @Test func fileHoldsTheIntervalInColumnsOfItsOwn() throws {
    #expect(
      Self.card("n").numbers.csv == "n,Value,Share,\"Share, low\",\"Share, high\"\r\nn,1300,0.25,0.2,0.3\r\n")
    #expect(Self.card("n").view.columns.map(\.label) == ["n", "Value", "Share"])
    #expect(Self.card("n").view.rows[0].cells.map(\.detail) == [nil, "20%\u{2060}–\u{2060}30%"])
  }

  @Test func aColumnMayHoldNumbersWithAndWithoutInterval() throws {
    let plain = ValueFormat(.plain)
    let card = LabTableCard(
      id: "t", title: "T", subtitle: "", columns: ["Measure", "Value"],
      rows: [
        [.text("rows"), .number(10, plain)], [.text("mean"), .estimate(Estimate(5, low: 4, high: 6), plain)],
      ])
    #expect(card.numbers.csv == "Measure,Value,\"Value, low\",\"Value, high\"\r\nrows,10,,\r\nmean,5,4,6\r\n")
  }

  @Test func methodNamesSeedVersionAndWhatWasLeftOut() throws {
    let text = PageText.plain(try page())
    #expect(text.contains("Fairlead 1.2.3, seed 7. Same inputs give the same report, byte for byte."))
    #expect(text.contains("What limits these figures"))
    #expect(!(try page()).contains("aria-label=\"Report pages\""))
  }
}
