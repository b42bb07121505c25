import Foundation
import Ingestion
import Testing
import Vocabulary
import Warehouse

@testable import fairlead

struct ColumnContractTests {
  private let folder: Folder
  private let warehouse: Warehouse

  init() throws {
    folder = try Folder()
    warehouse = try Warehouse(path: folder.path + "/warehouse.sqlite")
  }

  private static let yaml = """
    kind: adPerformance
    constants: {currency: EUR, platform: Radio}
    columns: {day: Day, campaign: Campaign, impressions: Impressions, clicks: Clicks, spend: Cost, conversions: Conversions}
    """

  private func load(_ path: String, _ contract: ColumnContract = .evolve) throws -> FileReport {
    let options = ReadOptions(mappings: [try MappingFile.parse(Self.yaml, name: "radio.yml")])
    return try #require(
      try Loading(warehouse: warehouse, options: options, limit: .standard, contract: contract)
        .load([path], quiet: true).first)
  }

  private func load(_ name: String, _ text: String, _ contract: ColumnContract = .evolve) throws -> FileReport {
    try load(try folder.write(text, to: name), contract)
  }

  /// The problems that concern the columns, as one line each.
  private func said(_ report: FileReport) -> [String] {
    report.problems.filter { $0.line == nil }.map { "\($0.column ?? "-"): \($0.found)" }
  }

  private static let first = """
    Day,Campaign,Impressions,Clicks,Cost,Conversions
    2026-09-01,A,563,72,84.97,7
    2026-09-02,A,562,66,84.79,3

    """

  /// Every kind of drift, each on a day of its own, so that nothing restates anything.
  @Test func eachKindIsNamedAndNothingIsNullInSilence() throws {
    #expect(said(try load("1.csv", Self.first)) == [])
    let cases: [(name: String, text: String, expected: [String])] = [
      (
        "new", "Day,Campaign,Impressions,Clicks,Cost,Conversions,Share\n2026-10-01,A,1,1,1.5,1,12.5%\n",
        ["Share: a new column; it is not loaded"]
      ),
      (
        "renamed", "Day,Campaign,Impr.,Clicks,Cost,Conversions\n2026-10-02,A,1,1,1.5,1\n",
        ["Impressions: gone, and \"Impr.\" is new and looks like it; this file says nothing of it, which is not 0"]
      ),
      (
        "by its cells", "Day,Campaign,Impressions,Touches,Cost,Conversions\n2026-10-07,A,1,1,1.5,1\n",
        ["Clicks: gone, and \"Touches\" is new and looks like it; this file says nothing of it, which is not 0"]
      ),
      (
        "missing", "Day,Campaign,Impressions,Clicks,Cost\n2026-10-03,A,1,1,1.5\n",
        ["Conversions: gone; this file says nothing of it, which is not 0"]
      ),
      (
        "type", "Day,Campaign,Impressions,Clicks,Cost,Conversions\n2026-10-04,A,1,1,\"USD 45,4\",1\n",
        ["Cost: now amounts with a currency (USD)", "Cost: now in USD"]
      ),
      (
        "dates", "Day,Campaign,Impressions,Clicks,Cost,Conversions\n25.10.2026,A,1,1,1.5,1\n",
        ["Day: now written like 00.00.0000"]
      ),
      (
        "order", "Conversions,Cost,Clicks,Impressions,Campaign,Day\n1,1.5,1,1,A,2026-10-05\n",
        ["-: columns in another order; they are read by name, so nothing else changes"]
      ),
      (
        "twice",
        "Day,Campaign,Impressions,Clicks,Cost,Conversions\n2026-10-06,A,1,1,1.5,1\n2026-10-06,A,1,1,1.5,1\n",
        ["-: 1 row that repeats an earlier one"]
      ),
    ]
    for drift in cases {
      let report = try load("\(drift.name).csv", drift.text)
      #expect(report.status == .loaded, "\(drift.name)")
      #expect(said(report) == drift.expected, "\(drift.name)")
      #expect(report.rowsLoaded == 1, "\(drift.name)")
    }
    let kept = try ColumnChanges.fetch(from: warehouse).filter { $0.file == "missing.csv" }
    #expect(kept.map(\.change.kind) == [.gone])
  }

  /// Five that nobody reads are told of together.
  @Test func manyUnreadColumnsAreOneSentence() throws {
    let few = "2026-09-01,A,563,72,84.97,7"
    let many = few.replacing("-01,", with: "-02,") + ",v,w,x,y,z"
    let header = "Day,Campaign,Impressions,Clicks,Cost,Conversions"
    _ = try load("1.csv", "\(header)\n\(few)\n")
    #expect(
      said(try load("2.csv", "\(header),R,S,T,U,W\n\(many)\n")) == ["R: new, and so are 4 more; they are not loaded"])
  }

  @Test func whatIsOnlyEmptyOrHasAFractionHasNotChanged() throws {
    _ = try load("1.csv", Self.first)
    let text = "Day,Campaign,Impressions,Clicks,Cost,Conversions\n2026-10-01,A,,1,2,0.5\n"
    #expect(said(try load("2.csv", text)) == [])
  }

  @Test func aFrozenSourceRefusesOtherColumnsAndTakesAnotherOrder() throws {
    _ = try load("1.csv", Self.first)
    let report = try load("2.csv", "Day,Campaign,Impressions,Clicks,Cost\n2026-10-03,A,1,1,1.5\n", .freeze)
    #expect(report.status == .refused && report.rowsLoaded == 0)
    #expect(report.message?.hasPrefix("2.csv: Conversions gone; ") == true)
    #expect(report.message?.contains("expected the columns of the first file (--contract freeze)") == true)
    let reordered = "Conversions,Cost,Clicks,Impressions,Campaign,Day\n1,1.5,1,1,A,2026-10-05\n"
    #expect(try load("3.csv", reordered, .freeze).status == .loaded)
    #expect(try load("1-again.csv", Self.first, .freeze).status == .unchanged)
  }

  /// The format would read Reach; under `discard` it is as if the column were not there, this time and the next.
  /// Of an audience that comes in files by state, some have columns that others have not.
  @Test func eachPartOfAnExportIsHeldToItsOwnColumns() throws {
    let subscribed = "Email Address,MEMBER_RATING,OPTIN_TIME,CONFIRM_TIME,LEID,EUID\n"
    let row = ",2,2026-01-05 10:00:00,2026-01-05 10:00:00,1,e1"
    #expect(try load("subscribed.csv", "\(subscribed)a@b.org\(row)\n", .freeze).status == .loaded)
    let unsubscribed = subscribed.replacing("\n", with: ",UNSUB_TIME,UNSUB_REASON\n")
    let left = try load("unsubscribed.csv", "\(unsubscribed)c@b.org\(row),2026-02-01 10:00:00,\n", .freeze)
    #expect(left.status == .loaded && said(left).isEmpty)
    let more = subscribed.replacing("\n", with: ",Coat\n")
    #expect(try load("subscribed_2.csv", "\(more)d@b.org\(row),red\n", .freeze).status == .refused)
  }

  /// A connector names its columns alike for all platforms, and each platform's table lacks some of another's.
  @Test func eachPlatformsTableOfNamesIsHeldToItsOwnColumns() throws {
    let tables = [
      (
        "facebook.csv",
        "id,account_id,name,_fivetran_synced,updated_time\n621,17,Spring,2026-03-04 14:20:41,2026-03-01 16:27:51\n"
      ),
      (
        "pinterest.csv",
        "id,created_time,name,status,_fivetran_synced,advertiser_id\n622,2026-03-01 08:00:00,Spring,ACTIVE,"
          + "2026-03-04 14:20:41,18\n"
      ),
      ("snapchat.csv", "id,ad_account_id,name,_fivetran_synced\nf2-07,07-5b,Spring,2026-03-04 14:20:41\n"),
    ]
    for (name, text) in tables {
      let report = try load(name, text, .freeze)
      #expect(report.status == .loaded && said(report).isEmpty, "\(name)")
    }
    let more = tables[2].1.replacing(",_fivetran_synced", with: ",_fivetran_synced,status").replacing(
      ":41", with: ":42,LIVE")
    #expect(try load("snapchat_2.csv", more, .freeze).status == .refused)
  }

  /// Two totals beside 14 rows are more than stray cells, and beside 56 they are not.
  @Test(arguments: ["Total:", "Gesamt:", "Total :"])
  func labelsOfTotalsMakeNoText(word: String) throws {
    func report(_ days: Int) -> String {
      let rows: String = (1...days).map { number -> String in
        let day = "2026-03-\(number < 10 ? "0" : "")\(number)"
        return "\(day),Brand,EUR,100,10,10.00\n\(day),Sale,EUR,100,10,10.00\n"
      }.joined()
      let sums = "--,EUR,\(200 * days),\(20 * days),\(20 * days).00\n"
      return "Campaign report\n\"March 1, 2026 - March \(days), 2026\"\n"
        + "Day,Campaign,Currency code,Impr.,Clicks,Cost\n\(rows)\(word) Campaigns,\(sums)\(word) Account,\(sums)"
    }
    let first = try load("7.csv", report(7), .freeze)
    #expect(first.status == .loaded, "\(first.format ?? ""): \(first.message ?? "")")
    let longer = try load("28.csv", report(28), .freeze)
    #expect(longer.status == .loaded && said(longer).allSatisfy { $0.hasPrefix("-: ") })
  }

  @Test func discardedColumnsAreNotLoaded() throws {
    func load(_ name: String, _ day: String, reach: Bool, _ contract: ColumnContract) throws -> FileReport {
      let header = "Campaign name,Day,Impressions,Amount spent (EUR)" + (reach ? ",Reach" : "")
      return try self.load(name, "\(header)\nA,\(day),10,1.50\(reach ? ",9" : "")\n", contract)
    }
    _ = try load("1.csv", "2026-03-01", reach: false, .discard)
    for (name, day) in [("2.csv", "2026-03-02"), ("3.csv", "2026-03-03")] {
      let report = try load(name, day, reach: true, .discard)
      #expect(report.status == .loaded && report.totals["spend"] == "1.5")
      #expect(said(report) == ["Reach: a new column; it is left out (--contract discard)"])
    }
    let sum = "SELECT COUNT(*), COUNT(reach) FROM adPerformance"
    #expect(try warehouse.queryRows(sum).rows == [[.integer(3), .integer(0)]])
    #expect(said(try load("4.csv", "2026-03-04", reach: true, .evolve)) == ["Reach: a new column; it is loaded"])
    #expect(said(try load("5.csv", "2026-03-05", reach: true, .evolve)) == [])
    #expect(try warehouse.queryRows(sum).rows == [[.integer(5), .integer(2)]])
  }

  @Test(arguments: ["Lookalike 1%", "2026", "2026-03-01", "EUR 5"]) func namesAreHeldToNoForm(name: String) throws {
    let header = "Campaign name,Ad set name,Day,Impressions,Amount spent (EUR)\n"
    _ = try load("1.csv", "\(header)\(name),\(name),2026-03-01,10,1.50\n")
    #expect(said(try load("2.csv", "\(header)Brand,All,2026-03-02,10,1.50\n")) == [])
    let renamed = header.replacing("Campaign name", with: "Campaign")
    let report = try load("3.csv", "\(renamed)Brand,All,2026-03-03,10,1.50\n")
    #expect(
      said(report) == ["Campaign name: now called \"Campaign\"; it is read as before"])
  }

  @Test func anotherCurrencyInTheHeaderIsSaid() throws {
    _ = try load("1.csv", "Campaign name,Day,Impressions,Amount spent (EUR)\nA,2026-03-01,10,1.50\n")
    let report = try load("2.csv", "Campaign name,Day,Impressions,Amount spent (USD)\nA,2026-03-02,10,1.50\n")
    #expect(said(report) == ["Amount spent (USD): now in USD"])
  }

  /// Exports of one month by age and by gender are two reports, and neither lacks the other's column.
  @Test func anotherBreakdownIsAnotherReport() throws {
    _ = try load("age.csv", "Campaign name,Day,Age,Impressions,Amount spent (EUR)\nA,2026-03-01,18-24,10,1.50\n")
    let report = try load(
      "gender.csv", "Campaign name,Day,Gender,Impressions,Amount spent (EUR)\nA,2026-03-01,women,10,1.50\n")
    #expect(said(report) == [])
  }

  /// By device the same report has other rows, which is a report of its own unless the source is frozen.
  @Test func aFrozenSourceRefusesAColumnThatSplitsItsRows() throws {
    func load(_ name: String, _ day: String, device: Bool, _ contract: ColumnContract) throws -> FileReport {
      let text =
        "Campaign report\n\"January 1, 2026 - January 31, 2026\"\n"
        + "Campaign,Day,Currency code,Impr.,Clicks,\(device ? "Device," : "")Cost\n"
        + "A,\(day),EUR,10,1,\(device ? "Mobile," : "")4.00\n"
      return try self.load(name, text, contract)
    }
    #expect(try load("1.csv", "2026-01-02", device: false, .freeze).status == .loaded)
    let refused = try load("2.csv", "2026-01-03", device: true, .freeze)
    #expect(refused.status == .refused && refused.rowsLoaded == 0)
    #expect(refused.message?.hasPrefix("2.csv: Device a new column; expected the columns of the first file") == true)
    #expect(try load("3.csv", "2026-01-04", device: false, .freeze).status == .loaded)
    #expect(try load("2.csv", "2026-01-03", device: true, .evolve).status == .loaded)
    #expect(try load("4.csv", "2026-01-05", device: true, .freeze).status == .loaded)
  }

  /// The other way round: the report was by device, and no longer is.
  @Test func aFrozenSourceRefusesTheLossOfAColumnThatSplitsItsRows() throws {
    let header = "Campaign name,Day,Impressions,Amount spent (EUR)"
    #expect(try load("1.csv", header + ",Age\nA,2026-03-01,10,1.50,18-24\n", .freeze).status == .loaded)
    let refused = try load("2.csv", header + "\nA,2026-03-02,10,1.50\n", .freeze)
    #expect(refused.status == .refused && refused.rowsLoaded == 0)
    #expect(refused.message?.hasPrefix("2.csv: Age gone; ") == true)
    #expect(try load("2.csv", header + "\nA,2026-03-02,10,1.50\n", .evolve).status == .loaded)
  }

  /// A tool whose language was changed names all columns otherwise, from then on.
  @Test func whatIsKnownByAnotherNameIsGoneInNoLaterFile() throws {
    #expect(
      said(try load("1.csv", "Kampagnenname,Tag,Ausgegebener Betrag (EUR),Impressionen\nA,01.03.2026,2,10\n")) == [])
    let second = try load("2.csv", "Campaign name,Day,Amount spent (EUR),Impressions\nA,2026-03-02,2,10\n")
    #expect(said(second).contains("Kampagnenname: now called \"Campaign name\"; it is read as before"))
    let third = try load("3.csv", "Campaign name,Day,Amount spent (EUR),Impressions\nA,2026-03-03,2,10\n")
    #expect(said(third) == [])
  }

  /// Figure 8: new, renamed, missing, retyped, reordered, of another account, with repeated rows.
  @Test(.enabled(if: Series.isPresent, Series.absence))
  func theSeriesOfTheCorpus() throws {
    for number in 1...3 { #expect(said(try load(Series.file(number))).isEmpty, "\(number)") }
    // Two days of one campaign that the first export has are gone.
    #expect(
      said(try load(Series.file(4))) == ["-: 2 rows fewer than earlier exports have for the days 2026-09-11…2026-09-12"]
    )
    // Of its 56 rows the restated export has 21 with other figures.
    let lost = "-: 21 rows with other values than gen__restate-11__04-week2-28d-restated.csv, "
    #expect(said(try load(Series.file(5))).map { $0.hasPrefix(lost) } == [true])
    let expected: [Int: [String]] = [
      6: ["Search impr. share: a new column; it is not loaded"],
      7: ["Impressions: gone, and \"Impr.\" is new and looks like it; this file says nothing of it, which is not 0"],
      8: ["Conversions: gone; this file says nothing of it, which is not 0"],
      9: ["Cost: now amounts with a currency (EUR)"],
      10: ["-: columns in another order; they are read by name, so nothing else changes"],
      // The other account's columns are the same; which account it is only the workspace tells.
      11: [],
      12: ["-: 28 rows that repeat an earlier one"],
    ]
    for number in 6...12 {
      let report = try load(Series.file(number))
      #expect(!report.status.isUnusable && report.rowsRejected == 0, "\(number)")
      #expect(said(report) == expected[number], "\(number)")
    }
    let empty = "SELECT COUNT(*) FROM adPerformance WHERE impressions IS NULL OR clicks IS NULL OR spendMicros IS NULL "
    #expect(
      try warehouse.queryRows(empty + "OR conversionsMicros IS NULL OR impressions = 0").rows == [[.integer(0)]])
  }

  /// Accounts have columns of their own, in their own currencies.
  @Test func filesOfTwoAccountsAreNotHeldToEachOther() throws {
    func file(_ id: String, _ currency: String) -> String {
      "Account ID,Day,Campaign name,Amount spent (\(currency)),Impressions\n\(id),2026-10-01,A,5,10\n\(id),2026-10-02,A,5,10\n"
    }
    #expect(said(try load("eur.csv", file("222", "EUR"))) == [])
    #expect(said(try load("usd.csv", file("111", "USD"))) == [])
    #expect(said(try load("other.csv", file("222", "USD").replacing("-10-", with: "-11-"))).count == 1)
  }

  /// The tables of one archive are different ones, though all of them begin with a name or a day.
  @Test func tablesOfOneExportAreNotHeldToEachOther() throws {
    let period = "example.com 2026-10-01 to 2026-10-31 "
    #expect(
      said(
        try load("Plausible export \(period)/sources.csv", "name,visitors,bounce_rate,visit_duration\nGoogle,1,50,9\n"))
        == [])
    #expect(
      said(
        try load(
          "Plausible export \(period)/pages.csv",
          "name,visitors,pageviews,bounce_rate,time_on_page,scroll_depth\n/,1,3,50,30,60\n")) == [])
  }
}
