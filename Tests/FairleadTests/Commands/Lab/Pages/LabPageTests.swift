import Foundation
import Testing

@testable import fairlead

struct LabPageTests {
  private func table(_ folder: Folder) throws -> String {
    try folder.write("x,y\n0,0\n0,2\n10,0\n10,2\n10,1\n", to: "t.csv")
  }

  @Test func writesAPageAndReplacesItByTheSameBytes() throws {
    let folder = try Folder()
    let table = try table(folder)
    let page = (table as NSString).deletingLastPathComponent + "/page.html"
    try LabSegment.parse([table, "--k", "2", "--html", page]).run()
    let first = try Data(contentsOf: URL(filePath: page))
    try LabSegment.parse([table, "--k", "2", "--html", page, "--threads", "1"]).run()
    #expect(try Data(contentsOf: URL(filePath: page)) == first)
    #expect(String(decoding: first.prefix(15), as: UTF8.self) == "<!doctype html>")
    #expect(!FileManager.default.fileExists(atPath: page + ".new"))
  }

  @Test func aMissingFolderIsNamedBeforeTheRun() throws {
    let folder = try Folder()
    let table = try table(folder)
    let missing = (table as NSString).deletingLastPathComponent + "/none"
    let error = #expect(throws: (any Error).self) {
      try LabSegment.parse([table, "--html", missing + "/page.html"])
    }
    #expect(LabSegment.message(for: try #require(error)).contains("found no folder \(missing)"))
  }

  @Test func onlyAPageIsReplaced() throws {
    let folder = try Folder()
    let table = try table(folder)
    #expect(throws: (any Error).self) { try LabSegment.parse([table, "--html", table]) }
    let parent = (table as NSString).deletingLastPathComponent
    #expect(throws: (any Error).self) { try LabSegment.parse([table, "--html", parent]) }
    #expect(try String(contentsOfFile: table, encoding: .utf8).hasPrefix("x,y\n"))
  }
}
