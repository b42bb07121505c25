import Foundation
import Testing

@testable import fairlead

struct LabSlicesTests {
  private func run(_ arguments: [String]) throws -> SlicesResult {
    try LabSlices.parse(arguments).slices()
  }

  @Test func scoresByHand() throws {
    let folder = try Folder()
    // Mean error .3; a: .6 over 4 of 10. Score .9 (.6/.3 − 1) − .1 (10/4 − 1) = .75.
    let errors = ["1", "1", "0.4", "0", "0.1", "0.1", "0.1", "0.1", "0.1", "0.1"]
    let rows = errors.enumerated().map { "\($0.offset < 4 ? "a" : "b"),\($0.element)\n" }.joined()
    let path = try folder.write("c,e\n" + rows, to: "t.csv")
    let result = try run([path, "--error", "e", "--alpha", "0.9", "--level", "2", "--support", "2"])
    #expect(result.slices.count == 1)
    #expect(result.slices[0].predicates == ["c=a"] && result.slices[0].size == 4)
    #expect(abs(result.slices[0].error - 0.6) < 1e-12 && abs(result.slices[0].score - 0.75) < 1e-12)
    #expect(abs(result.meanError - 0.3) < 1e-12)
    #expect(result.text.contains("c=a  n 4, error 0.6, 2 times the mean, score 0.75"))
    #expect(try run([path, "--error", "e"]).slices.isEmpty)
  }

  @Test func errorsFromScores() throws {
    let folder = try Folder()
    // Group x is scored .9 whatever comes, group y rightly.
    let rows = (0..<80).map { row in
      row % 2 == 0 ? "\(row / 2 % 2),0.9,x\n" : "\(row / 2 % 2),\(row / 2 % 2 == 0 ? 0.1 : 0.9),y\n"
    }
    let path = try folder.write("won,p,group\n" + rows.joined(), to: "t.csv")
    let squared = try run([path, "--label", "won", "--score", "p"])
    #expect(squared.slices.first?.predicates == ["group=x"] && squared.slices.first?.size == 40)
    // (.81 + .01) / 2 in x; .01 in y.
    #expect(abs((squared.slices.first?.error ?? 0) - 0.41) < 1e-12)
    let wrong = try run([path, "--label", "won", "--score", "p", "--threshold", "0.5"])
    #expect(wrong.slices.first?.error == 0.5 && wrong.meanError == 0.25)
  }

  @Test func numbersAreCutAndBlanksAreAGroup() throws {
    let folder = try Folder()
    let rows = (0..<500).map { "\($0 % 10 == 0 ? "" : "\($0)"),\($0 < 100 ? 1 : 0)\n" }.joined()
    let path = try folder.write("spend,e\n" + rows, to: "t.csv")
    let slice = try #require(try run([path, "--error", "e"]).slices.first)
    // 450 numbers: the first fifth is 1…99.
    #expect(slice.predicates == ["spend=1…99"] && slice.size == 90 && slice.error == 1)
  }

  @Test(arguments: [
    ("c,e\na,-1\nb,2\n", ["--error", "e"], "holds an error below 0"),
    ("c,e\na,x\nb,y\n", ["--error", "e"], "e holds text"),
    ("c,e\na,\nb,\n", ["--error", "e"], "found no row with an error"),
    ("c,e\na,1\nb,2\n", ["--error", "z"], "has no column z"),
    ("won,p,c\n1,1.5,a\n0,0.2,b\n", ["--label", "won", "--score", "p"], "a score outside 0…1"),
    ("e,c\n1,a\n2,a\n", ["--error", "e"], "no column is left"),
  ])
  func refusesWithAName(text: String, extra: [String], expected: String) throws {
    let folder = try Folder()
    let path = try folder.write(text, to: "t.csv")
    let failure = #expect(throws: Failure.self) { try run([path] + extra) }
    #expect(failure?.status == .unusableData)
    #expect(failure?.message.contains(expected) == true, "\(failure?.message ?? "")")
  }

  @Test(arguments: [
    [], ["--error", "e", "--label", "l"], ["--label", "l"], ["--error", "e", "--alpha", "0"],
    ["--error", "e", "--level", "0"], ["--error", "e", "--support", "0"], ["--error", "e", "--threshold", "1"],
  ])
  func settingsThatMeanNothingAreRefused(arguments: [String]) {
    #expect(throws: (any Error).self) { try LabSlices.parse(["t.csv"] + arguments) }
  }

  @Test(.enabled(if: LabReference.isPresent, "\(LabReference.absence)"))
  func telco() throws {
    let columns = "Contract,InternetService,PaymentMethod,gender,SeniorCitizen,Partner,OnlineSecurity,PaperlessBilling"
    let names = columns.split(separator: ",")
    let customers = try LabReference.text("telco/Telco-Customer-Churn.csv").split(whereSeparator: \.isNewline)
      .map { $0.split(separator: ",", omittingEmptySubsequences: false) }
    let places = try names.map { try #require(customers[0].firstIndex(of: $0)) }
    let scores = try LabReference.text("telco/telco_predictions_valid_test.csv.gz").split(whereSeparator: \.isNewline)
      .map { $0.split(separator: ",") }
    let model = try #require(scores[0].firstIndex(of: "lr"))
    var text = "y,p,\(columns)\n"
    for row in scores.dropFirst() where row[1] == "test" {
      let customer = customers[(Int(row[0]) ?? 0) + 1]
      text += "\(row[2]),\(row[model])," + places.map { customer[$0] }.joined(separator: ",") + "\n"
    }
    let folder = try Folder()
    let path = try folder.write(text, to: "t.csv")
    let result = try run([path, "--label", "y", "--score", "p", "--support", "32"])
    let top = try LabReference.slices(["sets", "telco", "lr", "sliceline_squared", "top"])
    #expect(result.slices.count == top.count)
    for (slice, expected) in zip(result.slices, top) {
      #expect(slice.size == expected.size && abs(slice.score - expected.score) <= 1e-9 * expected.score)
    }
  }
}
