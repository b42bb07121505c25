import Testing

@testable import fairlead

struct DriftReportTests {
  @Test func pageShowsBothSides() throws {
    let folder = try Folder()
    func rows(_ shift: Int, _ often: Int) -> String {
      (0..<400).map { "\($0 % 20 + shift),\($0 % 10 < often ? "<b>web</b>" : "shop"),\($0 % 3)" }.joined(
        separator: "\n")
    }
    let before = try folder.write("x,channel,same\n" + rows(0, 2) + "\n", to: "before.csv")
    let now = try folder.write("x,channel,same\n" + rows(10, 7) + "\n", to: "now.csv")
    let page = try LabPages(in: folder) { try LabDrift.parse([before, now] + $0).run() }
    page.expectRules()
    #expect(page.headline == "2 of 3 columns drifted")
    // Means 9.5 and 19.5; the share of the shop falls from 80% to 30%, which is as much as web's rises.
    let cells = page.texts(of: ["td"]).map { $0.filter { $0 != " " } }
    for cell in ["9.5", "19.5", "80%", "30%"] { #expect(cells.contains(cell), "\(cell)") }
    #expect(page.texts(of: ["td"]).contains { $0.contains("Share of <b>web</b>") || $0.contains("Share of shop") })
  }

  @Test func nothingMovedIsSaid() throws {
    let folder = try Folder()
    let rows = (0..<100).map { "\($0 % 10)" }.joined(separator: "\n")
    let table = try folder.write("x\n" + rows + "\n", to: "t.csv")
    let page = try LabPages(in: folder) { try LabDrift.parse([table, table] + $0).run() }
    page.expectRules()
    #expect(page.headline == "None of 1 columns drifted")
  }
}
