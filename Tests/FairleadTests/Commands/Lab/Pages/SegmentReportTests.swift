import Testing

@testable import fairlead

struct SegmentReportTests {
  @Test func pageOfTwoPairs() throws {
    let folder = try Folder()
    let table = try folder.write(
      "y,<b>sum</b>,kind\n1,10,red\n3,10,red\n1,30,blue\n3,30,blue\n2,30,jane@example.com\n", to: "t.csv")
    let page = try LabPages(in: folder) { try LabSegment.parse([table, "--k", "2"] + $0).run() }
    page.expectRules()
    // Three of five rows; the first column is told whole by the groups.
    #expect(page.headline == "2 groups, which differ most in <b>sum</b>")
    #expect(page.standfirst.contains("Group 0 is the largest, with 60% of the rows."))
    #expect(page.standfirst.contains("<b>sum</b> runs from 10 in Group 1 to 30 in Group 0."))
    #expect(!page.html.contains("jane@"))
    #expect(page.html.contains("id=\"scatter\"") && page.html.contains("id=\"profile\""))
  }

  @Test func oneGroupIsSaidToBeNone() throws {
    let folder = try Folder()
    let table = try folder.write("x,y\n1,4\n2,6\n3,5\n", to: "t.csv")
    let page = try LabPages(in: folder) { try LabSegment.parse([table, "--k", "1"] + $0).run() }
    page.expectRules()
    #expect(page.headline == "The rows form no clear groups")
    #expect(!page.html.contains("id=\"scatter\""))
  }

  @Test func whatTellsTheGroupsApartByHand() throws {
    let folder = try Folder()
    // Between: ½·5² + ½·5² = 25 of 25; and 0 of 1. The level: means ½, shares 1 and 0, all of ¼.
    let table = try folder.write("x,y,c\n0,0,a\n0,2,a\n10,0,b\n10,2,b\n", to: "t.csv")
    let command = try LabSegment.parse([table, "--k", "2"])
    let profiles = SegmentProfiles(try command.segment(), try LabTable.read(table))
    #expect(profiles.overall == [5, 1, 0.5, 0.5])
    #expect(profiles.told == [1, 0, 1, 1])
    #expect(profiles.order == [0, 2, 3, 1])
    #expect(profiles.cloud?.x == 0 && profiles.cloud?.y == 1)
    #expect(profiles.cloud?.points.map(\.x) == [0, 0, 10, 10])
  }
}
