import Foundation
import Testing

@testable import Reporting
@testable import fairlead

struct PublicationTests {
  private func file(_ path: String, _ text: String) -> ReportFile { ReportFile(path: path, text: text) }

  @Test func aReportIsReplacedAsAWhole() throws {
    let folder = try Folder()
    let report = folder.url.appending(path: "report", directoryHint: .isDirectory)
    try Publication.publish(
      [file("index.html", "one"), file("report.json", "{}"), file("data/a.csv", "a")], to: report)
    #expect(
      try folder.names == ["report", "report/index.html", "report/report.json", "report/data", "report/data/a.csv"])
    try Publication.publish([file("index.html", "two"), file("report.json", "{}")], to: report)
    #expect(try folder.names == ["report", "report/index.html", "report/report.json"])
    #expect(try folder.read("report/index.html") == "two")
  }

  @Test func whatAKilledBuildLeftIsNoObstacle() throws {
    let folder = try Folder()
    try folder.write("half", to: ".report.new/index.html")
    let report = folder.url.appending(path: "report", directoryHint: .isDirectory)
    try Publication.publish([file("report.json", "{}")], to: report)
    #expect(try folder.names == ["report", "report/report.json"])
  }

  @Test func aFolderOfOtherFilesIsNotReplaced() throws {
    let folder = try Folder()
    try folder.write("dear", to: "report/photo.jpg")
    let report = folder.url.appending(path: "report", directoryHint: .isDirectory)
    #expect(throws: Failure.self) { try Publication.publish([file("report.json", "{}")], to: report) }
    #expect(try folder.read("report/photo.jpg") == "dear")
  }

  private func inode(_ folder: Folder, _ name: String) throws -> Int {
    let attributes = try FileManager.default.attributesOfItem(atPath: folder.path + "/" + name)
    return try #require((attributes[.systemFileNumber] as? NSNumber)?.intValue)
  }

  @Test func whatIsKeptIsLinkedAndNotCopied() throws {
    let folder = try Folder()
    let report = folder.url.appending(path: "report", directoryHint: .isDirectory)
    try Publication.publish(
      [file("report.json", "one"), file("weeks/a/index.html", "old"), file("weeks/a/data/x.csv", "x")], to: report)
    let before = try inode(folder, "report/weeks/a/data/x.csv")
    try Publication.publish(
      [file("report.json", "two"), file("weeks/b/index.html", "new")], keeping: ["weeks/a", "absent"], to: report)
    #expect(try folder.read("report/weeks/a/index.html") == "old")
    #expect(try inode(folder, "report/weeks/a/data/x.csv") == before)
    #expect(try folder.read("report/report.json") == "two")
    let outside = try folder.names.filter { !$0.hasPrefix("report/weeks/") }.sorted()
    #expect(outside == ["report", "report/report.json", "report/weeks"])
  }

  @Test func aNewFileCountsBeforeAKeptOne() throws {
    let folder = try Folder()
    let report = folder.url.appending(path: "report", directoryHint: .isDirectory)
    try Publication.publish([file("report.json", "{}"), file("data/a.csv", "a"), file("data/b.csv", "b")], to: report)
    try Publication.publish([file("data/b.csv", "new")], keeping: ["report.json", "data"], to: report)
    #expect(try folder.read("report/data/a.csv") == "a")
    #expect(try folder.read("report/data/b.csv") == "new")
  }

  /// Where folders cannot be exchanged, a kill between the two renames leaves the report beside its place.
  @Test func aReportThatWasPutAsideComesBack() throws {
    let folder = try Folder()
    try folder.write("old", to: ".report.new.old/weeks/2026-W45/index.html")
    try folder.write("{}", to: ".report.new.old/report.json")
    try folder.write("half", to: ".report.new/report.json")
    let report = folder.url.appending(path: "report", directoryHint: .isDirectory)
    let published = try PublishedFolder(report)
    #expect(published.weeks.map(\.week.description) == ["2026-W45"])
    try Publication.publish([file("report.json", "new")], keeping: ["weeks/2026-W45"], to: report)
    #expect(try folder.read("report/weeks/2026-W45/index.html") == "old")
    #expect(try folder.names.filter { $0.hasPrefix(".") }.isEmpty)
  }
}
