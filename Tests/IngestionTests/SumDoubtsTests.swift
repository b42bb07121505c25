import Testing
import Vocabulary

@testable import Ingestion

struct SumDoubtsTests {
  @Test func resultsOfSeveralKinds() throws {
    let reading = try Sample(
      "Campaign name,Reporting starts,Reporting ends,Amount spent (EUR),Impressions,Result type,Results\n"
        + "A,2026-10-01,2026-10-01,5,9,Purchases,2\nB,2026-10-01,2026-10-01,5,9,Post engagements,80\n"
        + "C,2026-10-01,2026-10-01,5,9,Reach,\n"
    ).read()
    #expect(
      reading.summary.caveats == [
        "its conversions are results of 2 kinds (Post engagements, Purchases): their sum mixes them",
        "results called Post engagements tell what was delivered: they are in the sum here, and in reports they are no "
          + "conversions",
      ])
  }

  @Test func resultsOfOneKindThatAreNoPurchases() throws {
    func caveats(_ type: String) throws -> [String] {
      try Sample(
        "Campaign name,Reporting starts,Reporting ends,Amount spent (EUR),Impressions,Result type,Results\n"
          + "A,2026-10-01,2026-10-01,5,9,\(type),2\nB,2026-10-01,2026-10-01,5,9,,\n"
      ).read().summary.caveats
    }
    #expect(
      try caveats("Adds to cart with shared items") == [
        "its conversions are results of one kind: Adds to cart with shared items"
      ])
    for type in ["Website purchases", "actions:offsite_conversion.fb_pixel_purchase", "Käufe", ""] {
      #expect(try caveats(type).isEmpty)
    }
    #expect(try caveats("Link clicks").count == 1)
  }

  @Test func amountsInSeveralCurrencies() throws {
    let reading = try Sample(
      "id,Created (UTC),Amount,Amount Refunded,Currency,Status\nch_1,2026-05-13 12:34,6.00,0.00,eur,Paid\n"
        + "ch_2,2026-05-13 12:35,6.00,0.00,usd,Paid\nch_3,2026-05-13 12:36,6,0,jpy,Paid\n"
    ).read()
    #expect(reading.total(.revenue) == nil)
    #expect(
      reading.summary.caveats == [
        "its amounts are in several currencies (EUR, JPY, USD): they have no sum, and each row keeps its own"
      ])
  }

  /// "All" may be a campaign's name; 20 + 10 and 5 + 4 are in every figure the last row's.
  @Test func aLastRowThatHoldsTheSumOfAllOthers() throws {
    func notes(_ clicks: Int) throws -> [String] {
      try Sample(
        "Day,Campaign,Currency code,Impr.,Clicks,Cost\n2026-10-01,A,EUR,100,5,20.00\n2026-10-01,B,EUR,50,4,10.00\n"
          + "2026-10-01,All,EUR,150,\(clicks),30.00\n"
      ).read().summary.notes
    }
    #expect(
      try notes(9) == [
        "line 4 holds the sums of all other rows (clicks 9, impressions 150, spend 30) and is counted like one of them: if "
          + "it is a total that somebody added, delete the line"
      ])
    #expect(try notes(8).isEmpty)
  }

  /// A deal stands once for each of its contacts.
  /// Two weeks' exports of posts in one file; several figures of one post are none.
  @Test func postsThatSeveralRowsName() throws {
    let header = "Post ID,Publish time,Permalink,Date,Views,Likes\n"
    let row = "1801,03/14/2026 08:31,https://x.example/1,Lifetime,100,100\n"
    let said = "the totals count some figures of posts or days twice"
    #expect(try !Sample(header + row).read().summary.caveats.contains { $0.hasPrefix(said) })
    let twice = try Sample(header + row + row.replacing(",100,100", with: ",150,120")).read()
    #expect(twice.summary.caveats.contains { $0.hasPrefix(said) })
  }

  @Test func dealsThatSeveralRowsName() throws {
    func caveats(_ second: String) throws -> [String] {
      try Sample(
        "Record ID,Deal Name,Deal Stage,Amount,Close Date,Create Date\n1,A,Closed Won,1000,2026-01-05,2026-01-01\n"
          + "\(second),A,Closed Won,1000,2026-01-05,2026-01-01\n"
      ).read(ReadOptions(currency: Currency("EUR"))).summary.caveats
    }
    #expect(
      try caveats("1") == [
        "the totals count some deals twice, which several rows name; loaded, each counts once"
      ])
    #expect(try caveats("2").isEmpty)
  }

  /// 1,456 beside a stated 1,500.
  @Test func aTillsTotalThatItsDaysDoNotAddUpTo() throws {
    let reading = try Sample(
      "Date,Location,Transactions,Gross sales,Net sales\n2026-06-01,York,10,900,800\n2026-06-02,York,9,700,656\n"
        + "Total,,19,1600,1500\n"
    ).read(ReadOptions(currency: Currency("GBP")))
    #expect(
      reading.summary.notes == [
        "its own totals are not the sums of its rows, revenue 1500 beside 1456: rows may be missing; export it again"
      ])
  }

  private static func campaigns(_ rows: String, total: String) throws -> Reading {
    try Sample(
      "Campaign report\n\"October 1, 2026 - October 2, 2026\"\nDay,Campaign,Currency code,Impr.,Clicks,Cost\n"
        + "\(rows)Total: Campaigns, --,USD,\(total)\n"
    ).read()
  }

  @Test(arguments: [
    (
      "300,30,60.00",
      ", impressions 300 beside 100, clicks 30 beside 10: rows may be missing; export it again"
    ),
    ("100,10,60.00", ": rows may be missing; export it again"),
  ])
  func totalsOfMoreThanItsRows(total: String, words: String) throws {
    let reading = try Self.campaigns("2026-10-01,A,USD,100,10,20.00\n", total: total)
    #expect(
      reading.summary.notes == ["its own totals are not the sums of its rows, spend 60 beside 20\(words)"])
  }

  @Test func rejectedRowsAreMissingToo() throws {
    let reading = try Self.campaigns(
      "2026-10-01,A,USD,100,10,20.00\n2026-10-02,A,USD,x,1,5.00\n", total: "100,11,25.00")
    #expect(
      reading.summary.notes == [
        "its own totals are not the sums of its rows, spend 25 beside 20, clicks 11 beside 10: rows were rejected or are "
          + "missing"
      ])
  }

  @Test func totalsOfLessThanItsRows() throws {
    let reading = try Self.campaigns("2026-10-01,A,USD,100,10,20.00\n", total: "100,10,15.00")
    #expect(reading.summary.notes.count == 1)
    #expect(
      reading.summary.notes[0].hasSuffix(
        "spend 15 beside 20: rows may stand in it twice, or its total is of a part of them"))
  }

  /// A fiftieth of a dollar of 20 is a thousandth.
  @Test(arguments: ["100,10,20.00", "100,10,20.02"])
  func whatRoundingLeavesIsNotTold(total: String) throws {
    #expect(try Self.campaigns("2026-10-01,A,USD,100,10,20.00\n", total: total).summary.notes.isEmpty)
  }

  /// 2 + 3 sessions are not 9, and nothing is said of the users.
  @Test func totalsOfAMappedTable() throws {
    var mapping = TableMapping(name: "web", kind: .webTraffic)
    mapping.fields = [
      .day: FieldMapping(["Day"]), .sessions: FieldMapping(["Visits"]), .users: FieldMapping(["People"]),
    ]
    mapping.totalsLabel = "sum"
    mapping.goesFirst = true
    let reading = try Sample("Day,Visits,People\n2026-10-01,2,2\n2026-10-02,3,2\nSum,9,3\n").read(
      ReadOptions(mappings: [mapping]))
    #expect(
      reading.summary.notes == [
        "its own totals are not the sums of its rows, sessions 9 beside 5: rows may be missing; export it again"
      ])
  }

  @Test func rowsThatRepeatAnother() throws {
    let row = "A,2026-10-01,10,1.50\n"
    let header = "Campaign name,Day,Impressions,Amount spent (EUR)\n"
    let reading = try Sample("\(header)\(row)B,2026-10-01,10,1.50\n\(row)\(row)").read()
    #expect(reading.summary.rowsRepeated == 2 && reading.total(.spend) == "6")
    #expect(
      reading.summary.caveats.count == 1 && reading.summary.caveats[0].hasPrefix("the totals count rows that repeat"))
    let others = try Sample("\(header)\(row)A,2026-10-01,10,1.5\n").read()
    #expect(others.summary.rowsRepeated == 0 && others.summary.caveats.isEmpty)
  }

  /// Two spots of 89 a day, and one: 267, of which 178 are loaded. A total of 178 counts each once, and one of 400 is of
  /// more.
  @Test(arguments: [
    (
      "267",
      "its own totals count the rows that repeat an earlier one, spend 267 beside 178 with each of them once: they are "
        + "most likely different things, which a further column would tell apart"
    ),
    (
      "178",
      "its own totals are not the sums of its rows, spend 178 beside 267: rows may stand in it twice, or its total is of "
        + "a part of them"
    ),
    ("400", "its own totals are not the sums of its rows, spend 400 beside 267: rows may be missing; export it again"),
  ])
  func aTotalThatCountsRepeatedRows(total: String, note: String) throws {
    var mapping = TableMapping(name: "radio", kind: .adPerformance)
    mapping.fields = [
      .day: FieldMapping(["Day"]), .campaign: FieldMapping(["Spot"]), .spend: FieldMapping(["Cost"]),
    ]
    mapping.goesFirst = true
    let spot = "2026-03-10,A,89.00\n"
    let reading = try Sample("Day,Spot,Cost\n\(spot)\(spot)2026-03-11,A,89.00\nTotal,,\(total).00\n").read(
      ReadOptions(currency: Currency("EUR"), mappings: [mapping]))
    #expect(reading.summary.rowsRepeated == 1 && reading.summary.notes == [note])
  }

  @Test(arguments: [
    ("Country,Users\nPeru,4\nChile,3\n", true), ("Date,Users\n20261001,4\n20261002,3\n", true),
    ("Users,New users\n7,5\n", false), ("Country,Sessions\nPeru,4\nChile,3\n", false),
  ])
  func usersDoNotAddUp(table: String, isTold: Bool) throws {
    let reading = try Sample("# Start date: 20261001\n# End date: 20261002\n\(table)").read()
    #expect(
      reading.summary.caveats
        == (isTold ? ["users of several rows may be the same people: their sum is no number of users"] : []))
  }
}
