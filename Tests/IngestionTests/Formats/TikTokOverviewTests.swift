import Ingestion
import Testing
import Vocabulary

struct TikTokOverviewTests {
  @Test func theFollowers() throws {
    let reading = try Sample(
      "Date,New followers,Total followers,Engaged audience\n2026/01/30,4,120,--\n2026/01/31,NAN,--,-\n2026/02/02,1,121,5\n"
    ).read()
    #expect(reading.recognition.format == "TikTokOverview")
    #expect(reading.all.socialMetrics.map(\.measure) == [.newFollowers, .followers, .newFollowers, .followers, .other])
    #expect(reading.all.skippedRows.map(\.reason) == [.noData])
    #expect(reading.recognition.window?.description == "2026-01-30…2026-02-02")
    #expect(reading.recognition.notes == ["1 of the 4 days from 2026-01-30 to 2026-02-02 is absent and stays unknown"])
    #expect(reading.summary.totals == [:])
  }

  @Test func aDayWithoutItsYearIsRefused() throws {
    let reading = try Sample("Date,Video Views,Profile Views\nDecember 31,4,120\n2026-01-01,5,1\n").read()
    #expect(reading.all.rejectedRows.map(\.line) == [2] && reading.total(.views) == "5")
    let problem = try #require(reading.summary.problems.first)
    #expect(problem.found == "December 31")
    #expect(
      problem.expected
        == "a day with its year, such as 2026-10-31: the year is missing; write it into the dates, or export the report "
        + "again with it; the last day in the file's name, as in name_2026-10-31.csv, tells it too")
  }

  @Test func aDayInTheNameTellsTheYear() throws {
    let text = "Date,Video Views,Profile Views\nDecember 30,4,120\nDecember 31,5,1\nJanuary 1,6,1\n"
    let reading = try Sample(text, name: "Overview_2026-01-03_17.csv").read()
    #expect(
      reading.all.socialMetrics.filter { $0.measure == .views }.map(\.window.description) == [
        "2025-12-30", "2025-12-31", "2026-01-01",
      ])
    #expect(reading.recognition.window?.description == "2025-12-30…2026-01-01")
    #expect(
      reading.recognition.notes == [
        "its dates have no year: they are taken for the last ones up to 2026-01-03, the day in its name"
      ])
  }

  @Test func thePeriodInTheNameTellsTheYear() throws {
    let text = "Date,Video Views,Profile Views\nSeptember 1,4,120\nSeptember 2,5,1\nSeptember 3,6,1\n"
    for reading in [
      try Sample(text, name: "Overview_2025-09-01_2025-09-03.csv").read(),
      try Sample(StoredZip.bytes([("Overview.csv", text)]), name: "Last days_2025-09-01_2025-09-03.zip").read(),
    ] {
      #expect(reading.recognition.window?.description == "2025-09-01…2025-09-03")
      #expect(reading.total(.views) == "15" && reading.summary.rowsRejected == 0)
    }
  }

  /// Were the name's day the first of the rows and not the last, they would stand on both sides of a year.
  @Test func aDayInTheNameThatIsNotTheLastTellsNothing() throws {
    let text = "Date,Video Views,Profile Views\nMarch 1,4,120\nMarch 2,5,1\n"
    let reading = try Sample(text, name: "Overview_2026-03-01.csv").read()
    #expect(reading.all.rejectedRows.count == 2)
    #expect(
      reading.summary.problems.first?.expected.hasSuffix(
        "with it; 2026-03-01, the day in the file's name, does not tell it, for it is not the day of the last row")
        == true)
  }

  /// Days may be absent where the rows stand in their order and the last one is of the name's day.
  @Test func rowsThatEndOnTheNamesDay() throws {
    let text =
      "Date,Video Views,Profile Views\nFebruary 28,1,0\nDecember 30,4,120\nDecember 31,5,1\nJanuary 1,6,1\nJanuary 3,7,2\n"
    let reading = try Sample(text, name: "Overview_2026-01-03.csv").read()
    #expect(
      reading.all.socialMetrics.filter { $0.measure == .views }.map(\.window.description) == [
        "2025-02-28", "2025-12-30", "2025-12-31", "2026-01-01", "2026-01-03",
      ])
    // From 28 February 2025 to 3 January 2026 there are 310 days.
    #expect(
      reading.recognition.notes.last == "305 of the 310 days from 2025-02-28 to 2026-01-03 are absent and stay unknown")
    #expect(reading.total(.views) == "23" && reading.summary.rowsRejected == 0)
  }

  @Test(arguments: [
    "December 31,5,1\nDecember 30,4,1\nJanuary 3,7,2", "January 1,5,1\nDecember 30,4,1\nJanuary 3,7,2",
    "December 30,5,1\nJanuary 1,4,1\nJanuary 2,7,2", "January 3,5,1\nDecember 30,5,1\nJanuary 3,4,1",
  ])
  func rowsInAnotherOrderOrWithAnotherEndAreRefused(rows: String) throws {
    let reading = try Sample("Date,Video Views,Profile Views\n\(rows)\n", name: "Overview_2026-01-03.csv").read()
    #expect(reading.summary.rowsRejected == 3)
  }

  @Test func undefinedIsNoFigure() throws {
    let reading = try Sample(
      "Date,Followers,Difference in followers from previous day\nMarch 24,undefined,0\nMarch 25,37,0\nMarch 26,152,115\n",
      name: "FollowerHistory_2026-03-26.csv"
    ).read()
    #expect(reading.summary.rowsRejected == 0 && reading.all.socialMetrics.count == 5)
    #expect(
      reading.all.socialMetrics.filter { $0.measure == .followers }.map(\.valueMicros) == [37_000_000, 152_000_000])
    #expect(reading.social(.netFollowers) == "115")
  }

  /// What is counted is whole, so that a point can only part thousands.
  @Test func countsAreWhole() throws {
    let reading = try Sample(
      "Date;Video views;Profile views\n2026/01/01;1.204;3\n2026/01/01;12;4,5\n2026/01/02;9.000.001;0\n"
    ).read()
    #expect(reading.total(.views) == "9001205")
    #expect(reading.all.rejectedRows.map(\.line) == [3] && reading.all.rejectedRows[0].column == "Profile views")
    #expect(reading.recognition.notes == ["a row repeats a day that another has"])
  }

  /// Figures by Python's csv over the same file.
  @Test(.enabled(if: Shared.isPresent, "needs the shared collection"))
  func realFile() throws {
    let reading = try Shared.reading("tiktok-organic/TIKTOK_RAW.csv")
    #expect(reading.summary.rowsRead == 62 && reading.summary.rowsSkipped == 0 && reading.summary.rowsRejected == 0)
    #expect(reading.recognition.window?.description == "2025-10-31…2025-12-31" && reading.recognition.notes.isEmpty)
    #expect(reading.total(.views) == "521491" && reading.social(.reach) == "505414")
    #expect(reading.all.socialMetrics.count { $0.measure == .reach } == 61)
    #expect(reading.social(.profileVisits) == "2661" && reading.social(.likes) == "7178")
    #expect(reading.social(.shares) == "1926" && reading.social(.comments) == "665")
    #expect(reading.social(.netFollowers) == "402" && reading.social(.newFollowers) == "409")
    #expect(reading.social(.lostFollowers) == "7" && reading.social(.other, "Phone number clicks") == "0")
  }
}
