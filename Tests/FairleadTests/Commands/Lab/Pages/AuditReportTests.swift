import Testing

@testable import fairlead

struct AuditReportTests {
  @Test func pageWithGroupsGapsAndSlices() throws {
    let folder = try Folder()
    // Scores .2 and .8; one in four of the first and three in four of the second come true, in both groups.
    let rows = (0..<800).map { row in
      let isHigh = row % 2 == 1
      return "\(isHigh ? 0.75 : 0.25),\((row / 2 % 4 == 0) != isHigh ? 1 : 0),\(row % 4 < 2 ? "<b>north</b>" : "south")"
    }
    let table = try folder.write("p,won,region\n" + rows.joined(separator: "\n") + "\n", to: "t.csv")
    let page = try LabPages(in: folder) {
      try LabAudit.parse([table, "--label", "won", "--score", "p", "--groups", "region"] + $0).run()
    }
    page.expectRules()
    #expect(page.headline == "p means what it says, as far as the outcomes tell")
    // ¾·¾ + ½·2·¾·¼ of pairs are in order: 0.75.
    #expect(page.standfirst.hasPrefix("On 800 rows its AUC is 0.750"))
    for id in ["overall", "reliability", "error", "gains", "selected", "caught", "alarms", "groups", "gaps", "slices"] {
      #expect(page.html.contains("id=\"\(id)\""), "\(id)")
    }
    #expect(page.texts(of: ["th"]).contains { $0.contains("region = <b>north</b>") })
  }

  @Test func scoresThatLieAreNotPraised() throws {
    let folder = try Folder()
    let rows = (0..<1_000).map { "\($0 / 2 % 2),\(Double(($0 * 37) % 1_000) / 1_000)" }.joined(separator: "\n")
    let table = try folder.write("won,p\n" + rows + "\n", to: "t.csv")
    let page = try LabPages(in: folder) { try LabAudit.parse([table, "--label", "won", "--score", "p"] + $0).run() }
    page.expectRules()
    #expect(page.headline == "p does not tell who has won = 1")
    #expect(!page.html.contains("id=\"gaps\""))
  }
}
