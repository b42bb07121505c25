import Testing

@testable import fairlead

struct SlicesReportTests {
  @Test func pageOfOneBadSlice() throws {
    let folder = try Folder()
    let rows = (0..<400).map { "\($0 % 4 == 0 ? 4 : 0),\($0 % 4 == 0 ? "<b>a</b>" : "b"),\($0 % 3)" }
    let table = try folder.write("error,plan,week\n" + rows.joined(separator: "\n") + "\n", to: "t.csv")
    let page = try LabPages(in: folder) { try LabSlices.parse([table, "--error", "error"] + $0).run() }
    page.expectRules()
    #expect(page.headline == "Errors gather where plan=<b>a</b>")
    #expect(page.standfirst == "Its 100 rows have a mean error of 4.000. Over all 400 rows it is 1.000.")
  }

  @Test func noSliceIsAnAnswer() throws {
    let folder = try Folder()
    let rows = (0..<100).map { "1,\($0 % 2)" }.joined(separator: "\n")
    let table = try folder.write("error,plan\n" + rows + "\n", to: "t.csv")
    let page = try LabPages(in: folder) { try LabSlices.parse([table, "--error", "error"] + $0).run() }
    page.expectRules()
    #expect(page.headline == "No slice does worse than the whole")
  }
}
