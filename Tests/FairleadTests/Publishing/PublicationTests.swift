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
}
