import Foundation
import Testing

@testable import fairlead

struct LabAuditTests {
  private func run(_ arguments: [String]) throws -> AuditResult {
    try LabAudit.parse(arguments).audit()
  }

  @Test func ratesAndGapsByHand() throws {
    let folder = try Folder()
    // Region a: scores .9 (yes), .8 (no), .2 (no), .6 (yes); region b: .4 (yes), .1 (no), .7 (yes), .3 (no).
    let path = try folder.write(
      "won,p,region\nyes,0.9,a\nno,0.8,a\nno,0.2,a\nyes,0.6,a\nyes,0.4,b\nno,0.1,b\nyes,0.7,b\nno,0.3,b\n", to: "t.csv")
    let result = try run([path, "--label", "won", "--score", "p", "--groups", "region"])
    #expect(result.overall.selectionRate.value == 0.5)
    #expect(result.overall.truePositiveRate.value == 0.75)
    #expect(result.overall.falsePositiveRate.value == 0.25)
    // 13 of 16 pairs are in order.
    #expect(result.overall.auc.value == 13.0 / 16)
    let gaps = try #require(result.gaps)
    #expect(gaps.column == "region")
    #expect(gaps.demographicParityDifference.value == 0.5)
    #expect(abs((gaps.demographicParityRatio.value ?? 0) - 1.0 / 3) < 1e-15)
    #expect(gaps.equalOpportunityDifference.value == 0.5)
    #expect(gaps.equalizedOddsDifference.value == 0.5)
    #expect(gaps.tooFew && result.groups.allSatisfy { $0.tooFew })
    #expect(result.calibration.bins.count == 15)
    #expect(result.calibration.bins.map(\.rows).reduce(0, +) == 8)
    let parts = result.calibration
    let sum = (parts.reliability.value ?? 0) - (parts.resolution.value ?? 0) + (parts.uncertainty.value ?? 0)
    #expect(abs((parts.brier.value ?? 0) - sum) < 1e-15)
  }

  @Test func aThresholdMovesTheRates() throws {
    let folder = try Folder()
    let rows = (0..<100).map { "\($0 % 2),\(Double($0) / 100)" }.joined(separator: "\n")
    let path = try folder.write("won,p\n" + rows + "\n", to: "t.csv")
    #expect(try run([path, "--label", "won", "--score", "p", "--threshold", "0.9"]).overall.selectionRate.value == 0.1)
    let none = try run([path, "--label", "won", "--score", "p", "--threshold", "1.5"])
    #expect(none.overall.precision.value == nil)
    #expect(none.gaps == nil && none.groups.isEmpty && none.worstSlices.isEmpty)
  }

  @Test func scoresThatLieAreFound() throws {
    let folder = try Folder()
    // Half of the rows come true whatever the score says.
    let rows = (0..<1_000).map { "\($0 / 2 % 2),\(Double(($0 * 37) % 1_000) / 1_000)" }.joined(separator: "\n")
    let path = try folder.write("won,p\n" + rows + "\n", to: "t.csv")
    let result = try run([path, "--label", "won", "--score", "p"])
    #expect(!result.calibration.isCompatible)
    #expect(result.text.contains("not compatible"))
    #expect((result.overall.ece.low ?? 0) > 0.1)
  }

  @Test(arguments: [
    ("won,p\n1,0.5\n0,1.2\n", "found a score outside 0…1; expected a probability; divide the percentages by 100"),
    ("won,p\n1,0.5\n0,-3\n", "make probabilities of the scores first"),
    ("won,p\n1,high\n0,low\n", "p holds text"),
    ("won,p\n1,0.5\n1,0.2\n", "has 1 value"),
    ("won,p\n1,0.5\n1,0.2\n0,\n", "one outcome only"),
    ("won,q\n1,0.5\n0,0.2\n", "has no column p"),
    ("won,p\n1,1e308\n0,0.2\n", "found a number of that size"),
  ])
  func refusesWithAName(text: String, expected: String) throws {
    let folder = try Folder()
    let path = try folder.write(text, to: "t.csv")
    let failure = #expect(throws: Failure.self) { try run([path, "--label", "won", "--score", "p"]) }
    #expect(failure?.status == .unusableData)
    #expect(failure?.message.contains(expected) == true, "\(failure?.message ?? "")")
  }

  @Test(
    .enabled(if: LabReference.isPresent, "\(LabReference.absence)"), arguments: ["lr", "hgb"])
  func telco(model: String) throws {
    let columns = ["gender", "SeniorCitizen", "Contract", "Partner", "PaymentMethod"]
    let customers = try LabReference.text("telco/Telco-Customer-Churn.csv").split(whereSeparator: \.isNewline)
      .map { $0.split(separator: ",", omittingEmptySubsequences: false) }
    let places = try columns.map { try #require(customers[0].firstIndex(of: Substring($0))) }
    let scores = try LabReference.text("telco/telco_predictions_valid_test.csv.gz").split(whereSeparator: \.isNewline)
      .map { $0.split(separator: ",") }
    let score = try #require(scores[0].firstIndex(of: Substring(model)))
    var lines = ["y,p," + columns.joined(separator: ",")]
    for row in scores.dropFirst() where row[1] == "test" {
      let customer = customers[try #require(Int(row[0])) + 1]
      lines.append("\(row[2]),\(row[score])," + places.map { String(customer[$0]) }.joined(separator: ","))
    }
    let folder = try Folder()
    let path = try folder.write(lines.joined(separator: "\n") + "\n", to: "t.csv")
    let result = try run([path, "--label", "y", "--score", "p", "--groups", columns.joined(separator: ",")])
    func isNear(_ figure: AuditResult.Figure, _ keys: [String]) throws -> Bool {
      let expected = try LabReference.number("fairness.json", ["sets", "telco", model] + keys)
      guard let value = figure.value else { return false }
      return abs(value - expected) <= 1e-9 * abs(expected)
    }
    #expect(try isNear(result.overall.auc, ["overall", "auc"]))
    #expect(try isNear(result.overall.brier, ["overall", "brier"]))
    #expect(try isNear(result.overall.ece, ["overall", "ece15_width"]))
    #expect(try isNear(result.overall.precision, ["overall", "precision"]))
    for gaps in result.gapsByColumn {
      let keys = ["by", try #require(gaps.column), "fairlearn"]
      #expect(try isNear(gaps.demographicParityDifference, keys + ["demographic_parity_difference"]))
      #expect(try isNear(gaps.demographicParityRatio, keys + ["demographic_parity_ratio"]))
      #expect(try isNear(gaps.equalizedOddsDifference, keys + ["equalized_odds_difference"]))
      #expect(try isNear(gaps.equalOpportunityDifference, keys + ["equal_opportunity_difference"]))
    }
    for group in result.groups {
      let keys = ["by", group.column, "groups", group.group]
      #expect(
        Double(group.rates.rows) == (try LabReference.number("fairness.json", ["sets", "telco", model] + keys + ["n"])))
      #expect(try isNear(group.rates.truePositiveRate, keys + ["tpr"]))
      #expect(try isNear(group.rates.falsePositiveRate, keys + ["fpr"]))
      #expect(try isNear(group.rates.brier, keys + ["brier"]))
    }
    #expect(result.gapsByColumn.count == 5)
  }
}
