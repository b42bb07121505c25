import Foundation
import Testing

@testable import fairlead

/// Ward, DBSCAN and HDBSCAN by the command.
struct LabSegmentShapesTests {
  private func run(_ arguments: [String]) throws -> SegmentResult {
    try LabSegment.parse(arguments).segment()
  }

  /// Two squares of 5 × 5 rows, at (0, 0) and (20, 0), and one row at (10, 30).
  private static let squares =
    "x,y\n" + (0..<25).map { "\($0 % 5),\($0 / 5)\n\(20 + $0 % 5),\($0 / 5)\n" }.joined() + "10,30\n"

  @Test func wardByHand() throws {
    let folder = try Folder()
    let path = try folder.write("x\n7\n0\n5\n1\n", to: "t.csv")
    let result = try run([path, "--model", "ward", "--k", "2", "--scale", "none"])
    #expect(result.labels == [1, 0, 1, 0])
    #expect(result.centres == [[0.5], [6]])
    #expect(result.sizes == [2, 2])
    #expect(result.ungrouped == nil)
  }

  @Test func wardFindsTheNumberOfGroups() throws {
    let folder = try Folder()
    let third = (0..<25).map { "\(10 + $0 % 5),\(20 + $0 / 5)\n" }.joined()
    let path = try folder.write(Self.squares.replacingOccurrences(of: "10,30\n", with: third), to: "t.csv")
    let result = try run([path, "--model", "ward"])
    #expect(result.k == 3)
    #expect(result.sizes == [25, 25, 25])
    #expect(result.candidates?.map(\.k) == Array(2...10))
    #expect((result.stability ?? 0) > 0.99)
    // A regular lattice has no groups.
    let lattice = (0..<400).map { "\($0 % 20),\($0 / 20)" }.joined(separator: "\n")
    #expect(try run([try folder.write("x,y\n" + lattice + "\n", to: "l.csv"), "--model", "ward"]).k == 1)
  }

  @Test func dbscanLeavesARowOut() throws {
    let folder = try Folder()
    let path = try folder.write(Self.squares, to: "t.csv")
    let given = try run([path, "--model", "dbscan", "--scale", "none", "--radius", "1", "--neighbours", "3"])
    #expect(given.k == 2)
    #expect(given.sizes == [25, 25])
    #expect(given.ungrouped == 1)
    #expect(given.labels.last == -1)
    #expect(given.centres == [[2, 2], [22, 2]])
    #expect(given.radius == 1)
    let own = try run([path, "--model", "dbscan"])
    #expect(own.labels == given.labels)
    #expect((own.radius ?? 0) > 0)
  }

  @Test func hdbscanLeavesARowOut() throws {
    let folder = try Folder()
    let path = try folder.write(Self.squares, to: "t.csv")
    let result = try run([path, "--model", "hdbscan"])
    #expect(result.sizes == [25, 25])
    #expect(result.ungrouped == 1)
    #expect(result.labels.last == -1)
    #expect(result.text.contains("in no group     1"))
  }

  @Test func sameBytesOnOneThreadAndTwo() throws {
    let folder = try Folder()
    let rows = (0..<300).map { "\(($0 * 37) % 101),\(($0 * 53) % 97)" }.joined(separator: "\n")
    let path = try folder.write(rows, to: "t.csv")
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    for model in ["ward", "dbscan", "hdbscan"] {
      let one = try encoder.encode(try run([path, "--no-header", "--model", model, "--threads", "1"]))
      #expect(try encoder.encode(try run([path, "--no-header", "--model", model, "--threads", "2"])) == one)
    }
  }

  @Test(arguments: [
    (["--model", "dbscan", "--k", "3"], "dbscan finds the number of groups"),
    (["--model", "hdbscan", "--k", "3"], "hdbscan finds the number of groups"),
    (["--model", "ward", "--starts", "3"], "--starts is for kmeans and gmm"),
    (["--model", "ward", "--k", "2", "--start", "f"], "--start is for kmeans and gmm"),
    (["--model", "dbscan", "--radius", "0"], "expected a number above 0"),
    (["--model", "dbscan", "--radius", "nan"], "expected a number above 0"),
    (["--radius", "2"], "--radius is for --model dbscan"),
    (["--model", "hdbscan", "--neighbours", "1"], "expected 2 or more"),
    (["--neighbours", "4"], "--neighbours is for --model dbscan or hdbscan"),
    (["--model", "ward", "--covariance", "tied"], "--covariance is for --model gmm"),
  ])
  func flagsThatDoNotGoTogether(flags: [String], expected: String) {
    do {
      _ = try LabSegment.parse(["t.csv"] + flags)
      Issue.record("\(flags) was taken")
    } catch {
      #expect(LabSegment.message(for: error).contains(expected))
    }
  }

  @Test(arguments: [
    ("x,y\n", "found no rows"), ("x,y\n1,2\n1,2\n", "no column is left"), ("x,y\n1,\n3,1\n", "found no value"),
    ("x,y\n1,inf\n3,1\n", "found no finite number"),
  ])
  func refusesWithAName(text: String, expected: String) throws {
    let folder = try Folder()
    let path = try folder.write(text, to: "t.csv")
    for model in ["ward", "dbscan", "hdbscan"] {
      let failure = #expect(throws: Failure.self) { try run([path, "--model", model]) }
      #expect(failure?.status == .unusableData)
      #expect(failure?.message.contains(expected) == true, "\(failure?.message ?? "")")
    }
  }

  @Test func fewRowsHaveAName() throws {
    let folder = try Folder()
    let path = try folder.write("x,y\n1,2\n3,1\n4,9\n", to: "t.csv")
    for model in ["dbscan", "hdbscan"] {
      let failure = #expect(throws: Failure.self) { try run([path, "--model", model]) }
      #expect(failure?.message.contains("found 3 rows; expected at least 5") == true)
    }
    #expect(try run([path, "--model", "ward", "--k", "3"]).sizes == [1, 1, 1])
  }
}
