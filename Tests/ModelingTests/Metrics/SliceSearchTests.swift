import Foundation
import Modeling
import Testing

@Suite("SliceSearch")
struct SliceSearchTests {
  @Test("scores by hand")
  func byHand() throws {
    // Mean error .3; a: .6 over 4 of 10. Score .9 (.6/.3 − 1) − .1 (10/4 − 1) = .75.
    let column = SliceSearch.Column(name: "c", values: ["a", "a", "a", "a", "b", "b", "b", "b", "b", "b"])
    let errors = [1, 1, 0.4, 0, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1]
    let found = try SliceSearch(alpha: 0.9, level: 2, support: 2).search([column], errors: errors)
    #expect(found.count == 1)
    #expect(found[0].conditions.map(\.column) == ["c"] && found[0].conditions.map(\.value) == ["a"])
    #expect(found[0].rows == [0, 1, 2, 3])
    #expect(abs(found[0].score - 0.75) < 1e-12)
    #expect(abs(found[0].meanError - 0.6) < 1e-15)
    #expect(try SliceSearch(support: 5).search([column], errors: errors).isEmpty)
    #expect(try SliceSearch(support: 1).search([column], errors: errors.map { _ in 0 }).isEmpty)
  }

  @Test("names what is wrong with its input")
  func refusals() {
    let column = SliceSearch.Column(name: "c", values: ["a"])
    #expect(throws: MetricProblem.self) { try SliceSearch(support: 1).search([column], errors: []) }
    #expect(throws: MetricProblem.self) { try SliceSearch(support: 1).search([column], errors: [1, 2]) }
    #expect(throws: MetricProblem.self) { try SliceSearch(support: 1).search([column], errors: [.nan]) }
  }

  @Test(
    "has the reference's ten worst slices",
    .enabled(if: SharedReference.isPresent, "\(SharedReference.absence)"), arguments: ["lr", "hgb"])
  func telco(model: String) throws {
    let names = [
      "Contract", "InternetService", "PaymentMethod", "gender", "SeniorCitizen", "Partner", "OnlineSecurity",
      "PaperlessBilling",
    ]
    let customers = try SharedReference.lines("telco/Telco-Customer-Churn.csv").map {
      $0.split(separator: ",", omittingEmptySubsequences: false)
    }
    let (scored, rows) = try SharedReference.scores("telco", model, part: "test")
    let columns = try names.map { name in
      let place = try #require(customers[0].firstIndex(of: Substring(name)))
      return SliceSearch.Column(name: name, values: rows.map { String(customers[$0 + 1][place]) })
    }
    let errors = zip(scored.scores, scored.outcomes).map { ($0 - ($1 ? 1 : 0)) * ($0 - ($1 ? 1 : 0)) }
    let found = try SliceSearch(support: 32).search(columns, errors: errors)
    let data = try Data(contentsOf: SharedReference.folder.appendingPathComponent("results/fairness.json"))
    let root = try JSONSerialization.jsonObject(with: data) as? [String: Any]
    let sets = root?["sets"] as? [String: Any]
    let telco = sets?["telco"] as? [String: Any]
    let figures = (telco?[model] as? [String: Any])?["sliceline_squared"] as? [String: Any]
    let top = try #require(figures?["top"] as? [[String: Any]])
    #expect(found.count == top.count)
    for (slice, expected) in zip(found, top) {
      let score = try #require(expected["score"] as? Double)
      #expect(abs(slice.score - score) <= 1e-9 * score)
      #expect(slice.rows.count == expected["size"] as? Int)
    }
  }
}
