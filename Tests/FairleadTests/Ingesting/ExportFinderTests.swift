import Foundation
import Testing

@testable import fairlead

struct ExportFinderTests {
  @Test func filesComeInOneOrderWithoutWhatFileManagersLeave() throws {
    let folder = try Folder()
    for name in [
      "b.csv", "a/z.csv", "a/.hidden/x.csv", ".DS_Store", "~$open.xlsx", "README.md", "fairlead.yml", "c",
      "half.csv.crdownload", "half.csv.part", "half.csv.download/half.csv",
    ] {
      try folder.write("x", to: name)
    }
    let found = try ExportFinder.files(in: [folder.path]).map { String($0.dropFirst(folder.path.count + 1)) }
    #expect(found == ["a/z.csv", "b.csv", "c"])
  }

  @Test func theOrderOfThePathsDoesNotCount() throws {
    let folder = try Folder()
    let paths = try ["c.csv", "a.csv"].map { try folder.write("x", to: $0) }
    try folder.write("x", to: "b/z.csv")
    let expected = [paths[1], folder.path + "/b/z.csv", paths[0]]
    #expect(try ExportFinder.files(in: paths + [folder.path + "/b"]) == expected)
    #expect(try ExportFinder.files(in: [folder.path + "/b"] + paths.reversed()) == expected)
  }

  @Test func aFileNamedAloneIsTakenWhateverItsName() throws {
    let folder = try Folder()
    let path = try folder.write("x", to: "README.md")
    #expect(try ExportFinder.files(in: [path]) == [path])
  }

  @Test func whatIsNotThereIsSaid() {
    #expect(throws: Failure.self) { try ExportFinder.files(in: ["/nowhere/export.csv"]) }
  }
}
