import Testing

@testable import fairlead

struct SurviveReportTests {
  @Test func pageOfACurveByHand() throws {
    let folder = try Folder()
    // Ten customers, one leaves each month but the ninth and tenth, who are still there.
    let rows = (1...10).map {
      "\(min($0, 9)),\($0 < 9 ? "yes" : "no"),\($0 % 2 == 0 ? "<b>a</b>" : "b"),\($0 * $0 % 7)"
    }
    let table = try folder.write("months,left,plan,price\n" + rows.joined(separator: "\n") + "\n", to: "t.csv")
    let page = try LabPages(in: folder) {
      try LabSurvive.parse(
        [table, "--duration", "months", "--event", "left", "--covariates", "price", "--groups", "plan"] + $0
      ).run()
    }
    page.expectRules()
    #expect(page.headline == "Half are gone by 5")
    #expect(page.standfirst.contains("At 9, 20%"))
    for id in ["curve", "curve-steps", "summary", "groups-1", "ratios", "coefficients"] {
      #expect(page.html.contains("id=\"\(id)\""), "\(id)")
    }
    // All rows, and either plan.
    #expect(page.html.components(separatedBy: "<div class=\"panel\">").count == 4)
  }

  @Test func aStaircaseIsLevelUpToItsSteps() {
    let curve = [(1.0, 0.75), (3, 0.5)].map { time, left in
      SurviveResult.Point(
        time: time, atRisk: 4, events: 1, censored: 0, survival: left, low: nil, high: nil, hazard: 0)
    }
    let points = SurviveReport.staircase(curve)
    #expect(points.map(\.spend) == [0, 1, 1, 3, 3])
    #expect(points.map(\.response.value) == [1, 1, 0.75, 0.75, 0.5])
  }
}
