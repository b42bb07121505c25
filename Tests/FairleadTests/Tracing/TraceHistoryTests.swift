import Analysis
import Foundation
import Testing
import Warehouse

@testable import fairlead

/// Numbers whose rows were restated, renamed, or have gone since the report.
struct TraceHistoryTests {
  private static let header = "Campaign name,Day,Reporting starts,Reporting ends,Impressions,Amount spent (EUR)\n"

  private static func export(_ spend: [String]) -> String {
    header
      + spend.enumerated().map { day, amount in
        "Spring,2026-03-0\(day + 2),2026-03-02,2026-03-08,100,\(amount)\n"
      }.joined()
  }

  private func report() throws -> TracedReport {
    try TracedReport { folder in
      try folder.write(Self.export(["1", "2", "3", "4", "5", "6", "7"]), to: "inbox/ads-2026-03-09.csv")
      try folder.write(Self.export(["1", "2", "3", "4.50", "5", "6", "7"]), to: "inbox/ads-2026-03-12.csv")
    }
  }

  /// By hand: 1 + 2 + 3 + 4.50 + 5 + 6 + 7 = 28.50.
  @Test func aRestatedRowTellsWhatItWas() throws {
    let traced = try report().traced("summary.spend")
    #expect(traced.trace.counted == 28.5 && traced.number.value == 28.5)
    let rows = traced.trace.sets[0].rows
    #expect(rows.count == 7 && rows.map(\.line) == [2, 3, 4, 5, 6, 7, 8])
    #expect(rows.allSatisfy { $0.file?.name == "ads-2026-03-12.csv" })
    let history = rows.flatMap(\.history)
    #expect(history.map(\.oldValue) == [4_000_000] && history.map(\.newValue) == [4_500_000])
    #expect(rows[3].history.first?.oldFile == "ads-2026-03-09.csv")
    let text = TraceText(traced).lines
    #expect(text.contains { $0.contains("restated: spend was 4 in ads-2026-03-09.csv (SHA-256 ") })
    #expect(text.contains { $0 == "Counted again from the rows: 28.5. The same as in the report." })
  }

  /// Spend of one day was 4 in the first export and is 4.50 in the second.
  @Test func whatARestatedFigureWasAndIs() throws {
    let report = try report()
    let numbers = try report.numbers().numbers
    for (measure, value) in [(ReportNumber.Measure.restatedRows, 1.0), (.restatedOld, 4), (.restatedNew, 4.5)] {
      let own = numbers.filter { $0.number.measure == measure && $0.number.id.description.contains(".spend.") }
      #expect(own.map(\.number.value) == [value])
      for one in own { #expect(try report.traced("\(one.number.id)").trace.counted == value) }
    }
  }

  @Test func aRenamedFileKeepsItsHash() throws {
    let report = try report()
    let before = try report.traced("summary.spend").trace.sets[0].files
    try FileManager.default.moveItem(
      atPath: report.folder.path + "/inbox/ads-2026-03-12.csv", toPath: report.folder.path + "/inbox/other.csv")
    try report.publish()
    #expect(try report.traced("summary.spend").trace.sets[0].files == before)
    #expect(before.count == 1 && before[0].rows == 7)
    let digest = try #require(before.first?.digest)
    #expect(try report.traced("data.file.\(digest.prefix(12)).rows-read").trace.counted == 7)
  }

  @Test func aRowThatHasGoneIsSaidLoudly() throws {
    let report = try report()
    try report.folder.write(
      try report.folder.read("report/numbers.json").replacing("\"value\": 28.5", with: "\"value\": 29.5"),
      to: "report/numbers.json")
    let traced = try report.traced("summary.spend")
    #expect(traced.disagreement?.hasPrefix("summary.spend: the report says 29.5, the rows give 28.5; expected") == true)
    #expect(TraceText(traced).lines.contains { $0.hasPrefix("NOT THE SAME. Counted again from the rows: 28.5.") })
    let command = try Trace.parse(["summary.spend", "-C", report.folder.path, "--limit", "0"])
    #expect(throws: Failure.self) { try command.run() }
  }

  /// A later export of the same days changes the rows under a report that stays as it was.
  @Test func aReportFromBeforeARestatementNoLongerAgrees() throws {
    let report = try report()
    let path = try report.folder.write(
      Self.export(["1", "2", "3", "4.50", "5", "6", "9"]), to: "later/ads-2026-03-20.csv")
    let loading = Loading(
      warehouse: try report.warehouse(), options: try ReadingOptions.parse([]).resolved(in: report.workspace),
      limit: .standard)
    _ = try loading.load([path], quiet: true)
    let traced = try report.traced("summary.spend")
    #expect(traced.number.value == 28.5 && traced.trace.counted == 30.5 && !traced.trace.agrees)
    #expect(traced.trace.sets[0].rows.last?.history.last?.oldFile == "ads-2026-03-12.csv")
  }

  /// By hand: 1 + … + 7 = 28 was reported, 1 + … + 6 + 9 = 30 it is; the week after cost 7 × 10.
  @Test func whatAnEarlierReportSaidIsCountedAsItIsNow() throws {
    func rows(_ spend: [String]) -> String {
      Self.header
        + spend.enumerated().map { index, amount in
          let day = index + 2 < 10 ? "0\(index + 2)" : "\(index + 2)"
          return "Spring,2026-03-\(day),2026-03-02,2026-03-15,100,\(amount)\n"
        }.joined()
    }
    let report = try TracedReport { folder in
      try folder.write(rows(["1", "2", "3", "4", "5", "6", "7"]), to: "inbox/ads-2026-03-09.csv")
    }
    try report.folder.write(
      rows(["1", "2", "3", "4", "5", "6", "9"] + Array(repeating: "10", count: 7)), to: "inbox/ads-2026-03-16.csv")
    try report.publish()
    #expect(try report.traced("summary.spend").number.value == 70)
    let earlier = try report.traced("earlier.2026-w10.spend")
    #expect(earlier.number.value == 30 && earlier.trace.counted == 30 && earlier.trace.agrees)
    #expect(earlier.trace.sets[0].rows.last?.history.map(\.oldValue) == [7_000_000])
    let html = try report.folder.read("report/earlier.html")
    #expect(html.contains("1 figure of earlier reports has been restated"))
  }

  @Test func withoutAReportTheFailureSaysWhatToDo() throws {
    let folder = try Folder()
    let command = try Trace.parse(["-C", folder.path])
    do {
      try command.run()
      Issue.record("ran")
    } catch let failure as Failure {
      #expect(failure.status == .unusableData)
      #expect(failure.message.contains("numbers.json: no such file; expected the numbers of a report"))
    }
  }
}
