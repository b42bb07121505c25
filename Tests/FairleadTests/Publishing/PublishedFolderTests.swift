import Analysis
import Foundation
import Testing

@testable import Reporting
@testable import fairlead

struct PublishedFolderTests {
  private func week(_ name: String) throws -> ReportWeek { try #require(ReportWeek(name)) }

  private func record(_ week: String, build: String) -> String {
    """
    {"schema": 1, "client": "A", "asOf": "2026-11-15", "buildID": "\(build)", "reportWeek": "\(week)", "files": []}
    """
  }

  private func publish(_ name: String, _ text: String, to url: URL) throws {
    let folder = try PublishedFolder(url)
    func files(_ where: String) -> [ReportFile] {
      [
        ReportFile(path: "index.html", text: "\(text), \(`where`)"),
        ReportFile(path: "report.json", text: record(name, build: text)),
        ReportFile(path: "data/\(text).csv", text: text),
      ]
    }
    let before = folder.weeks.map(\.week.description).joined(separator: " ")
    try folder.publish(
      week(name), root: files("root"), own: files("week"), archive: [ReportFile(path: "archive.html", text: before)])
  }

  @Test func theNewestWeekStandsInTheRootAndAllHaveTheirOwnFolder() throws {
    let folder = try Folder()
    let url = folder.url.appending(path: "report", directoryHint: .isDirectory)
    try publish("2026-W44", "a", to: url)
    try publish("2026-W45", "b", to: url)
    #expect(try folder.read("report/index.html") == "b, root")
    #expect(try folder.read("report/weeks/2026-W45/index.html") == "b, week")
    #expect(try folder.read("report/weeks/2026-W44/index.html") == "a, week")
    #expect(try folder.names.contains("report/data/b.csv") && !folder.names.contains("report/data/a.csv"))
    #expect(try folder.read("report/archive.html") == "2026-W44")
    let read = try PublishedFolder(url)
    #expect(read.reports.map(\.buildID) == ["a", "b"])
    #expect(try read.inputs(before: week("2026-W45")) == ["2026-W44: a"])
    #expect(try read.isNewest(week("2026-W45")) && !read.isNewest(week("2026-W44")))
  }

  @Test func anOlderWeekGoesToItsOwnFolderAlone() throws {
    let folder = try Folder()
    let url = folder.url.appending(path: "report", directoryHint: .isDirectory)
    try publish("2026-W45", "b", to: url)
    try publish("2026-W40", "c", to: url)
    #expect(try folder.read("report/index.html") == "b, root")
    #expect(try folder.read("report/data/b.csv") == "b")
    #expect(try folder.read("report/weeks/2026-W40/index.html") == "c, week")
    #expect(try folder.read("report/weeks/2026-W45/index.html") == "b, week")
    // The list of all weeks is made again all the same.
    #expect(try folder.read("report/archive.html") == "2026-W45")
  }

  @Test func aWeekThatIsBuiltAgainReplacesItselfOnly() throws {
    let folder = try Folder()
    let url = folder.url.appending(path: "report", directoryHint: .isDirectory)
    for (name, text) in [("2026-W44", "a"), ("2026-W45", "b"), ("2026-W45", "d")] {
      try publish(name, text, to: url)
    }
    #expect(try folder.read("report/index.html") == "d, root")
    #expect(try folder.read("report/weeks/2026-W44/index.html") == "a, week")
    #expect(try !folder.names.contains { $0.hasSuffix("/b.csv") })
    let names = try folder.names
    try publish("2026-W45", "d", to: url)
    #expect(try folder.names == names)
  }

  @Test func whatIsNoWeekIsNotTakenForOne() throws {
    let folder = try Folder()
    try folder.write("{}", to: "report/report.json")
    try folder.write("x", to: "report/weeks/notes/report.json")
    try folder.write("half", to: "report/weeks/2026-W44/report.json")
    let read = try PublishedFolder(folder.url.appending(path: "report", directoryHint: .isDirectory))
    #expect(read.weeks.map(\.week.description) == ["2026-W44"])
    #expect(read.reports.isEmpty)
    #expect(try read.inputs(before: week("2026-W45")) == ["2026-W44: no record"])
  }
}
