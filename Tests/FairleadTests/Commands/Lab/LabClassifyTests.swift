import Foundation
import Testing

@testable import fairlead

struct LabClassifyTests {
  private func run(_ arguments: [String]) throws -> ClassifyResult {
    try LabClassify.parse(arguments).classify()
  }

  /// `count` rows of a number and a category that know something of the outcome.
  private func table(_ count: Int, in folder: Folder) throws -> String {
    var rows: [String] = ["id,x,colour,won"]
    for row in 0..<count {
      let x = (row * 7_919) % 1_000
      let won = (row * 104_729) % 1_000 < (x > 600 ? 700 : 200)
      rows.append("i\(row),\(row % 17 == 0 ? "" : "\(x)"),\(x % 3 == 0 ? "red" : "blue"),\(won ? "yes" : "no")")
    }
    return try folder.write(rows.joined(separator: "\n") + "\n", to: "t.csv")
  }

  @Test func everyModelStandsBesideTheBaseRate() throws {
    let folder = try Folder()
    let result = try run([try table(1_500, in: folder), "--label", "won"])
    #expect(result.positive == "yes")
    #expect(result.dropped.map(\.column) == ["id"])
    #expect(result.columns == ["x", "colour"])
    #expect(result.models.map(\.name) == ClassifierKind.allCases.map(\.rawValue))
    #expect(result.failed.isEmpty)
    #expect(result.baseline.test.auc == 0.5)
    #expect(result.rows.train + result.rows.validation + result.rows.test == 1_500)
    #expect(result.predictions.count == result.rows.test && result.testRows.count == result.rows.test)
    #expect(result.predictions.allSatisfy { (0...1).contains($0) })
    #expect(result.test.auc > 0.65)
    #expect((result.gain.low ?? -1) > 0)
    #expect(result.chosen != "base-rate")
  }

  @Test func nothingToLearnIsSaidToBeNothing() throws {
    let folder = try Folder()
    let rows = (0..<600).map { "\(($0 * 7_919) % 601),\(($0 * 104_729) % 10 < 3 ? 1 : 0)" }
    let path = try folder.write("x,won\n" + rows.joined(separator: "\n") + "\n", to: "t.csv")
    let result = try run([path, "--label", "won", "--models", "tree,logistic"])
    #expect(result.chosen == "base-rate")
    #expect(result.gain.value == 0)
    #expect(result.text.contains("no gain over the base rate"))
  }

  @Test func sameBytesOnOneThreadAndTwo() throws {
    let folder = try Folder()
    let path = try table(400, in: folder)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    let one = try encoder.encode(try run([path, "--label", "won", "--threads", "1"]))
    #expect(try encoder.encode(try run([path, "--label", "won", "--threads", "2"])) == one)
  }

  /// What stands in the test rows moves neither the scores on validation rows nor the choice.
  @Test func testRowsTeachNothing() throws {
    let folder = try Folder()
    let path = try table(600, in: folder)
    let parts = try ["train", "valid", "test"].enumerated().map { index, name in
      try folder.write((0..<600).filter { $0 % 3 == index }.map(String.init).joined(separator: "\n"), to: name)
    }
    let flags = ["--label", "won", "--train", parts[0], "--valid", parts[1], "--test", parts[2]]
    let clean = try run([path] + flags)
    let lines = try folder.read("t.csv").split(separator: "\n").enumerated().map { index, line in
      let cells = line.split(separator: ",", omittingEmptySubsequences: false)
      return index > 0 && (index - 1) % 3 == 2 ? "\(cells[0]),99999,green,\(cells[3])" : String(line)
    }
    let poisoned = try run([try folder.write(lines.joined(separator: "\n") + "\n", to: "p.csv")] + flags)
    #expect(poisoned.models.map(\.validation.logLoss) == clean.models.map(\.validation.logLoss))
    #expect(poisoned.chosen == clean.chosen && poisoned.calibrator == clean.calibrator)
  }

  @Test func readsWhatMeansYes() throws {
    let folder = try Folder()
    func positive(_ first: String, _ second: String, _ flags: [String] = []) throws -> ClassifyResult {
      let rows = (0..<100).map { "\(($0 * 37) % 101), \($0 % 3 == 0 ? first : second)" }.joined(separator: "\n")
      return try run(
        [try folder.write(rows + "\n", to: "t.csv"), "--no-header", "--label", "c2", "--models", "tree"] + flags)
    }
    #expect(try positive("0", "1").positive == "1")
    #expect(try positive("False", "True.").positive == "True")
    #expect(try positive("N", "Y").positive == "Y")
    let rarer = try positive(">50K.", "<=50K")
    #expect(rarer.positive == ">50K")
    #expect(rarer.notes.contains { $0.contains("the rarer one") })
    #expect(try positive("a", "b", ["--positive", "b"]).positive == "b")
  }

  @Test(arguments: [
    ("x,won\n", "found no rows"),
    ("x,won\n1,1\n2,1\n3,1\n", "has 1 value; expected two outcomes"),
    ("x,won\n1,\n2,\n3,\n", "has 0 values"),
    ("x,won\n1,a\n2,b\n3,c\n", "name the one that counts as yes"),
    ("x,won\n4,1\n4,0\n4,1\n4,0\n4,1\n4,0\n", "no column is left to learn from: x (the same value in every row)"),
    ("x,won\n1,1\n2,0\n5,1\n", "expected two of each"),
    ("x,y\n1,1\n2,0\n", "has no column won"),
  ])
  func refusesWithAName(text: String, expected: String) throws {
    let folder = try Folder()
    let failure = #expect(throws: Failure.self) { try run([try folder.write(text, to: "t.csv"), "--label", "won"]) }
    #expect(failure?.status == .unusableData)
    #expect(failure?.message.contains(expected) == true, "\(failure?.message ?? "")")
  }

  @Test func partsMayNotOverlap() throws {
    let folder = try Folder()
    let path = try table(60, in: folder)
    let a = try folder.write((0..<30).map(String.init).joined(separator: "\n"), to: "a")
    let b = try folder.write((29..<60).map(String.init).joined(separator: "\n"), to: "b")
    let failure = #expect(throws: Failure.self) {
      try run([path, "--label", "won", "--train", a, "--valid", b, "--test", b])
    }
    #expect(failure?.message.contains("name the same row in two parts") == true)
    #expect(throws: (any Error).self) { try LabClassify.parse([path, "--label", "won", "--train", a]) }
    #expect(throws: (any Error).self) { try LabClassify.parse([path, "--label", "won", "--models", "oracle"]) }
  }

  /// AUC on the reference's own split; `least` is the lowest peer less the tolerance of the reference's README.
  private func reference(_ set: String, _ path: String, _ flags: [String], in folder: Folder) throws -> ClassifyResult {
    let parts = try LabReference.split(set, in: folder)
    return try run([path, "--train", parts[0], "--valid", parts[1], "--test", parts[2]] + flags)
  }

  private func peer(_ set: String, _ model: String) throws -> Double {
    try LabReference.number("classify.json", ["sets", set, "models", model, "test", "auc"])
  }

  @Test(.enabled(if: LabReference.isPresent, "\(LabReference.absence)"))
  func telco() throws {
    let folder = try Folder()
    let path = try folder.write(try LabReference.text("telco/Telco-Customer-Churn.csv"), to: "telco.csv")
    let result = try reference("telco", path, ["--label", "Churn"], in: folder)
    func auc(_ name: String) throws -> Double { try #require(result.models.first { $0.name == name }).test.auc }
    #expect(result.dropped.map(\.column) == ["customerID"])
    // Eleven blank totals are filled with the mean here and with 0 there.
    #expect(abs(try auc("logistic") - peer("telco", "lr")) < 1e-3)
    #expect(try auc("forest") >= peer("telco", "rf") - 0.01)
    let lowest = try ["hgb", "lgbm", "xgb"].map { try peer("telco", $0) }.min() ?? 1
    #expect(try auc("boosted") >= lowest - 0.01)
    #expect(try auc("tree") > 0.8)
    #expect(try auc("knn") > 0.8)
    #expect(try auc("gaussian-nb") > 0.78)
    #expect(try auc("bernoulli-nb") > 0.78)
    #expect(result.test.ece < 0.05)
  }

  @Test(.enabled(if: LabReference.isPresent, "\(LabReference.absence)"))
  func bank() throws {
    let folder = try Folder()
    let path = try folder.write(try LabReference.text("bank/bank-full.csv"), to: "bank.csv")
    let result = try reference("bank", path, ["--label", "y", "--models", "logistic,forest,boosted"], in: folder)
    func auc(_ name: String) throws -> Double { try #require(result.models.first { $0.name == name }).test.auc }
    #expect(abs(try auc("logistic") - peer("bank", "lr")) < 1e-6)
    #expect(try auc("forest") >= peer("bank", "rf") - 0.005)
    let lowest = try ["hgb", "lgbm", "xgb"].map { try peer("bank", $0) }.min() ?? 1
    #expect(try auc("boosted") >= lowest - 0.005)
    #expect(result.chosen == "boosted")
  }
}
