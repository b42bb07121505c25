import Testing

@testable import fairlead

struct AttributeReportTests {
  @Test func pageOfMethodsThatAgree() throws {
    let folder = try Folder()
    let table = try folder.write(
      "path,won,lost\n<b>search</b>,60,40\n<b>search</b>|mail,30,20\nmail,5,50\n", to: "t.csv")
    let page = try LabPages(in: folder) {
      try LabAttribute.parse(
        [table, "--path", "path", "--conversions", "won", "--null", "lost", "--order", "1", "--separator", "|"]
          + $0
      ).run()
    }
    page.expectRules()
    #expect(page.headline == "<b>search</b> leads, whatever the method")
    #expect(page.standfirst.hasSuffix("All methods divide the same 95."))
    // First touch 90 and 5, last touch 60 and 35, linear 75 and 20.
    let cells = Set(page.texts(of: ["td"]).map { $0.filter { $0 != " " } })
    for cell in ["90", "5", "60", "35", "75", "20"] { #expect(cells.contains(cell), "\(cell)") }
  }

  @Test func methodsThatDisagreeAreNotSummedUp() throws {
    let folder = try Folder()
    let table = try folder.write("path,won,lost\na > b,10,10\na > c,10,10\nb,1,5\n", to: "t.csv")
    let page = try LabPages(in: folder) {
      try LabAttribute.parse(
        [table, "--path", "path", "--conversions", "won", "--null", "lost", "--order", "1"] + $0
      ).run()
    }
    page.expectRules()
    #expect(page.headline == "The methods do not agree which channel leads")
  }
}
