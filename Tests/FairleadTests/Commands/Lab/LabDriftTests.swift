import Foundation
import Testing

@testable import fairlead

struct LabDriftTests {
  private func run(_ arguments: [String]) throws -> DriftResult {
    try LabDrift.parse(arguments).drift()
  }

  @Test func whatMovedAndWhatDidNot() throws {
    let folder = try Folder()
    func table(_ shift: Int, _ region: (Int) -> String) -> String {
      "id,spend,age,region\n"
        + (0..<600).map { "c\($0),\(($0 * 7) % 100 + shift),\(($0 * 11) % 60),\(region($0))" }.joined(separator: "\n")
        + "\n"
    }
    let reference = try folder.write(table(0) { ["north", "south", "west"][$0 % 3] }, to: "r.csv")
    let current = try folder.write(table(40) { $0 % 3 == 2 ? "east" : "north" }, to: "c.csv")
    let result = try run([reference, current, "--replays", "10"])
    #expect(result.columns.map(\.name) == ["spend", "age", "region"])
    #expect(result.columns.map(\.drifted) == [true, false, true])
    #expect(result.dropped == [DroppedColumn(column: "id", reason: "a different value in each row")])
    let spend = result.columns[0]
    #expect(spend.direction == .up && abs((spend.wasserstein ?? 0) - 40) < 1e-9 && spend.chiSquare == nil)
    // North goes from a third to two thirds; as much as south and west lose and east gains.
    let region = result.columns[2]
    #expect(region.movedCategory == "north" && region.direction == .up && region.ks == nil && region.chiSquare != nil)
    #expect(result.falseAlarmRate == 0)
    #expect(result.text.contains("2 of 3 columns drifted"))
    #expect(result.text.contains("DRIFTED  spend up"))
  }

  @Test func everyColumnHasEveryKey() throws {
    let folder = try Folder()
    let path = try folder.write("a,b\n1,x\n2,y\n3,x\n4,x\n", to: "t.csv")
    let result = try run([path, path, "--replays", "0"])
    let object = try JSONSerialization.jsonObject(with: try JSONEncoder().encode(result)) as? [String: Any]
    let columns = try #require(object?["columns"] as? [[String: Any]])
    for column in columns {
      for key in ["name", "psi", "ks", "wasserstein", "jensenShannon", "chiSquare", "drifted"] {
        #expect(column[key] != nil, "\(key)")
      }
    }
    #expect(columns[0]["chiSquare"] is NSNull && columns[1]["ks"] is NSNull)
    #expect(object?["falseAlarmRate"] is NSNull)
    #expect(columns.allSatisfy { $0["drifted"] as? Bool == false })
  }

  @Test func aColumnWithoutSpreadBeforeIsCompared() throws {
    let folder = try Folder()
    let reference = try folder.write("days\n" + String(repeating: "-1\n", count: 300), to: "r.csv")
    let current = try folder.write("days\n" + (0..<300).map { "\($0 % 2 == 0 ? -1 : $0)\n" }.joined(), to: "c.csv")
    let column = try run([reference, current]).columns[0]
    #expect(column.psi == 0 && column.ks == 0.5 && column.drifted)
  }

  @Test func numbersInOneAndWordsInTheOtherAreCategories() throws {
    let folder = try Folder()
    let reference = try folder.write("plan\n1\n2\n1\n2\n", to: "r.csv")
    let current = try folder.write("plan\n1\n2\nfree\nfree\n", to: "c.csv")
    let column = try run([reference, current]).columns[0]
    #expect(column.kind == "category" && column.movedCategory == "free")
  }

  @Test(arguments: [
    ("a\n1\n2\n", "b\n1\n2\n", [], "has no column of r.csv"),
    ("a\n1\n2\n", "a\n1\n2\n", ["--features", "z"], "has no column z"),
    ("a,b\n1,5\n2,\n", "a,b\n,6\n,7\n", ["--features", "a"], "a (no value in the current table)"),
  ])
  func refusesWithAName(reference: String, current: String, extra: [String], expected: String) throws {
    let folder = try Folder()
    let paths = [try folder.write(reference, to: "r.csv"), try folder.write(current, to: "c.csv")]
    let failure = #expect(throws: Failure.self) { try run(paths + extra) }
    #expect(failure?.status == .unusableData)
    #expect(failure?.message.contains(expected) == true, "\(failure?.message ?? "")")
  }

  @Test func settingsOutsideTheirRangeAreRefused() {
    #expect(throws: (any Error).self) { try LabDrift.parse(["a", "b", "--replays", "-1"]) }
    #expect(throws: (any Error).self) { try LabDrift.parse(["a"]) }
  }
}
