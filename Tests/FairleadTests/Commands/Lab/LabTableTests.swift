import Foundation
import Testing

@testable import fairlead

/// Only the columns that a command asks for are looked at.
struct LabTableTests {
  private func slips(_ rows: Int, in folder: Folder) throws -> String {
    var lines = ["a,b,y,s,odd,far,twice,twice"]
    for row in 0..<rows {
      let odd = row == 7 ? "word" : "\(row * 31 % 97)"
      let y = row * 13 % 5 < 2 ? 1 : 0
      lines.append("\(row * 7 % 41),\(row * 11 % 23),\(y),0.\(row % 9 + 1),\(odd),\(row == 3 ? "1e400" : "1"),1,2")
    }
    return try folder.write(lines.joined(separator: "\n") + "\n", to: "slips.csv")
  }

  @Test func aSlipElsewhereRefusesNothing() throws {
    let folder = try Folder()
    let path = try slips(200, in: folder)
    #expect(try LabSegment.parse([path, "--features", "a,b", "--k", "2"]).segment().columns == ["a", "b"])
    let flags = [path, "--label", "y", "--features", "a,b", "--models", "logistic"]
    #expect(try LabClassify.parse(flags).classify().columns == ["a", "b"])
    #expect(try LabAudit.parse([path, "--label", "y", "--score", "s"]).audit().overall.rows == 200)
    #expect(try LabSlices.parse([path, "--error", "s", "--features", "a"]).slices().rows == 200)
    #expect(try LabSurvive.parse([path, "--duration", "a", "--event", "y"]).survive().rows == 200)
    #expect(try LabDrift.parse([path, path, "--features", "a,b", "--replays", "0"]).drift().columns.count == 2)
  }

  @Test(arguments: [
    (["odd"], "odd, data row 7 (from 0): found text in a column of numbers"),
    (["a", "far"], "far, data row 3 (from 0): found no finite number"),
    (["twice"], "two columns are called twice"),
    (["none"], "has no column none; expected one of a, b, y, s, odd, far, twice, twice"),
  ])
  func aSlipThatIsAskedForStillDoes(features: [String], expected: String) throws {
    let folder = try Folder()
    let path = try slips(200, in: folder)
    let failure = #expect(throws: Failure.self) {
      try LabSegment.parse([path, "--features", features.joined(separator: ","), "--k", "2"]).segment()
    }
    #expect(failure?.message.contains(expected) == true, "\(failure?.message ?? "")")
  }

  @Test func theAnswerAsAFeatureIsSaidInThreeParts() throws {
    let folder = try Folder()
    let path = try slips(100, in: folder)
    let failure = #expect(throws: Failure.self) {
      try LabClassify.parse([path, "--label", "y", "--features", "y"]).classify()
    }
    #expect(
      failure?.message.hasSuffix(
        "y is named as a feature and as the answer; expected other columns to learn from; leave it out of --features")
        == true)
  }
}
