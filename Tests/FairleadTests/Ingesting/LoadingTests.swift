import Foundation
import Ingestion
import Testing
import Warehouse

@testable import fairlead

struct LoadingTests {
  private let folder: Folder
  private let warehouse: Warehouse

  init() throws {
    folder = try Folder()
    warehouse = try Warehouse(path: folder.path + "/warehouse.sqlite")
  }

  private func load(_ paths: [String], _ options: ReadOptions = ReadOptions()) throws -> [FileReport] {
    try Loading(warehouse: warehouse, options: options, limit: .standard).load(paths, quiet: true)
  }

  /// Amounts that read both ways: what was loaded once is not read anew.
  @Test func aFileThatIsReadOtherwiseThanBeforeIsTold() throws {
    let text = """
      Campaign report
      "March 1, 2026 - March 2, 2026"
      Day,Campaign,Campaign ID,Currency code,Cost,Impr.,Clicks
      2026-03-01,Brand,111,EUR,"1.250",1000,50
      2026-03-02,Brand,111,EUR,"2.500",1000,50

      """
    let path = try folder.write(text, to: "costs.csv")
    #expect(try load([path], ReadOptions(locale: "en"))[0].totals["spend"] == "3.75")
    #expect(try load([path], ReadOptions(locale: "en"))[0].problems.isEmpty)
    let again = try load([path], ReadOptions(locale: "de"))
    #expect(again[0].status == .unchanged && again[0].totals["spend"] == "3750")
    #expect(
      again[0].problems.map(\.sentence) == [
        "spend 3750 as it is read now, and 3.75 as it was loaded before; expected one reading; what was loaded stays, so "
          + "ingest all files into a new warehouse"
      ])
  }

  @Test func rowsThatLoseAgainstANewerFileAreSaid() throws {
    let header = "Campaign name,Day,Impressions,Amount spent (EUR)\n"
    _ = try load([folder.write(header + "A,2026-03-01,10,1\nA,2026-03-09,20,2\n", to: "long.csv")])
    let late = try load([folder.write(header + "A,2026-03-01,11,1.5\n", to: "short.csv")])
    #expect(late[0].status == .superseded)
    #expect(
      FileTable.text(late).contains(
        "1 row with other values than long.csv, which is taken for the newer and stands; expected the newer of two exports"
      ))
  }

  /// Two days are worth more than four in one sum, and the other two are missing from the cost.
  @Test func aSumThatReachesBeyondTheDaysIsTold() throws {
    let days = try folder.write(
      "Campaign name,Day,Impressions,Amount spent (EUR)\nA,2026-03-01,10,1\nA,2026-03-02,20,2\n", to: "days.csv")
    let sum = try folder.write(
      "Campaign name,Impressions,Amount spent (EUR),Reporting starts,Reporting ends\nA,70,7,2026-03-01,2026-03-04\n",
      to: "sum.csv")
    let reports = try load([days, sum])
    #expect(reports[0].problems.isEmpty)
    #expect(
      reports[1].problems.map(\.sentence).contains(
        "sums over the days 2026-03-01…2026-03-04 that other rows overlap; expected figures by the day; these sums do "
          + "not count, and the rows that do tell less of the days 2026-03-03…2026-03-04; export these by the day"))
  }

  /// The file without an account says so, and where it was loaded before, the one that names the account.
  @Test func aCampaignOfWhichNothingTellsTheAccountIsTold() throws {
    let period = "Campaign report\n\"March 2, 2026 - March 3, 2026\"\n"
    let nameless = try folder.write(
      period + "Day,Campaign,Currency code,Impr.,Clicks,Cost\n2026-03-02,Brand,EUR,90,9,9.00\n"
        + "2026-03-03,Brand,EUR,80,8,8.00\n", to: "nameless.csv")
    let named = try folder.write(
      period + "Day,Campaign,Account name,Currency code,Impr.,Clicks,Cost\n2026-03-02,Brand,Shop DE,EUR,100,10,10.00\n"
        + "2026-03-03,Brand,Shop DE,EUR,100,10,10.00\n2026-03-02,PMax,Shop AT,EUR,50,5,5.00\n", to: "named.csv")
    let told =
      "1 campaign without an account in nameless.csv, beside one of the same name in \"Shop DE\" on the days "
      + "2026-03-02…2026-03-03; expected the account's name; all of them count, twice if they are the same; if so, "
      + "ingest all files into a new warehouse, nameless.csv with --account and that name"
    let both = try load([nameless, named]).map { $0.problems.map(\.sentence).contains(told) }
    #expect(both == [true, false])
    #expect(try load([named])[0].problems.map(\.sentence).contains(told))
  }

  /// The file that came first is asked for no more; the one that meets it says so, though its rates count.
  @Test func twoTablesOfRatesThatDifferAreTold() throws {
    var mapping = TableMapping(name: "rates", kind: .exchangeRates)
    mapping.fields = [
      .day: FieldMapping(["Date"]), .base: FieldMapping(["From"]), .quote: FieldMapping(["To"]),
      .rate: FieldMapping(["Rate"]), .platform: FieldMapping(["Bank"]),
    ]
    let options = ReadOptions(mappings: [mapping])
    let header = "Date,From,To,Rate,Bank\n"
    let first = try folder.write(
      header + "2026-03-13,EUR,USD,1.1,Own\n2026-03-14,EUR,USD,1.2,Own\n", to: "own.csv")
    #expect(try load([first], options)[0].problems.isEmpty)
    let second = try folder.write(
      header + "2026-03-13,EUR,USD,1.1,ECB\n2026-03-14,EUR,USD,1.25,ECB\n", to: "bank.csv")
    let told = [
      "exchange rates of 1 day on which ECB in bank.csv and Own in own.csv differ; expected one rate for a day and two "
        + "currencies; those of ECB in bank.csv count; take out those that should not, and ingest all files into a new "
        + "warehouse"
    ]
    #expect(try load([second], options)[0].problems.map(\.sentence) == told)
    #expect(try load([first, second], options).map { $0.problems.map(\.sentence) } == [told, told])
  }

  /// Three mailings of one name on three days; a later export tells of the first one's further opens.
  @Test func aMappedNewsletterIsRestatedByItsDay() throws {
    var mapping = TableMapping(name: "mails", kind: .emailCampaigns)
    mapping.fields = [
      .campaign: FieldMapping(["Betreff"]), .day: FieldMapping(["Versand"]), .recipients: FieldMapping(["Empf"]),
      .opens: FieldMapping(["Opens"]),
    ]
    mapping.goesFirst = true
    let options = ReadOptions(mappings: [mapping])
    let header = "Betreff;Versand;Empf;Opens\n"
    let others = "Newsletter;13.02.2026;52;16\nNewsletter;13.03.2026;53;17\n"
    let first = try load(
      [folder.write(header + "Newsletter;13.01.2026;50;15\n" + others, to: "mails.csv")], options)
    #expect(first[0].rowsLoaded == 3 && first[0].rowsRejected == 0)
    let second = try load(
      [folder.write(header + "Newsletter;13.01.2026;50;18\n" + others, to: "mails-2026-04-01.csv")], options)
    #expect(second[0].rowsUpdated == 1 && second[0].rowsUnchanged == 2)
  }

  /// A day in the name would put television's costs in the place of radio's.
  @Test func anotherSheetOfTheSameColumnsIsAskedForAMappingOfItsOwn() throws {
    var mapping = TableMapping(name: "radio", kind: .adPerformance)
    mapping.fields = [.day: FieldMapping(["Datum"]), .spend: FieldMapping(["Netto"])]
    mapping.constants = [.platform: "Radio Nord", .currency: "EUR"]
    mapping.goesFirst = true
    let options = ReadOptions(mappings: [mapping])
    let paths = [
      try folder.write("Datum;Netto\n10.03.2026;100,50\n", to: "radio.csv"),
      try folder.write("Datum;Netto\n10.03.2026;120,50\n", to: "tv.csv"),
    ]
    let message = try load(paths, options)[1].message ?? ""
    #expect(message.contains("; if they tell of the same, put the day of export into the newer file's name"))
    #expect(
      message.hasSuffix(
        "; if tv.csv is of another platform than the mapping \"radio\" says, write a mapping of its own for it, with "
          + "`files: \"tv*\"`"))
  }

  @Test func theSameBytesUnderAnotherNameChangeNothing() throws {
    let text = "Campaign name,Day,Impressions,Amount spent (EUR)\nA,2026-03-01,10,1.50\nB,2026-03-01,20,2.00\n"
    let first = try load([folder.write(text, to: "one.csv")])
    #expect(first.map(\.status) == [.loaded])
    #expect(first[0].rowsLoaded == 2 && first[0].totals["spend"] == "3.5")
    let digest = try warehouse.contentDigest()
    let again = try load([folder.write(text, to: "two.csv")])
    #expect(again.map(\.status) == [.unchanged])
    #expect(again[0].rowsUnchanged == 2)
    #expect(again[0].format == "MetaAdsReport" && again[0].totals == first[0].totals)
    #expect(try warehouse.contentDigest() == digest)
  }

  /// The period stands in the name alone. A copy, and a name that says less, are no further week.
  @Test func theSameBytesOfAnotherWeekAreAnotherExport() throws {
    let text = "name,unique_conversions,total_conversions\nPurchase,3,3\n"
    let weeks = ["2026-11-02 to 2026-11-08", "2026-11-09 to 2026-11-15", "2026-11-16 to 2026-11-22"]
    func file(_ words: String) throws -> String { try folder.write(text, to: words + ".csv") }
    let paths = try weeks.map { try file("Plausible export shop.example \($0)") }
    #expect(try load(paths).map(\.status) == [.loaded, .loaded, .loaded])
    let copies = try [
      file("Plausible export shop.example \(weeks[1]) (1)"), file("Export"),
      folder.write(text, to: "other/Plausible export shop.example \(weeks[2]).csv"),
    ]
    #expect(try load(paths + copies).map(\.status) == Array(repeating: .unchanged, count: 6))
    // Days 20,759, 20,766 and 20,773 after 1970-01-01.
    let answer = try warehouse.queryRows(
      "SELECT firstDay, SUM(valueMicros) FROM readableWebTraffic WHERE metric = 'conversions' GROUP BY 1 ORDER BY 1")
    #expect(answer.rows == [20_759, 20_766, 20_773].map { [.integer($0), .integer(3_000_000)] })
    #expect(try SourceFiles.fetch(from: warehouse).count == 3)
  }

  /// As in the archives that the folders were unzipped from: neither restates the other's day.
  @Test func unzippedArchivesOfTwoSitesAreTwoSites() throws {
    func chart(_ clicks: Int, of archive: String) throws -> String {
      try folder.write(
        "Date,Clicks,Impressions,CTR,Position\n2026-10-01,\(clicks),100,1%,3\n", to: "\(archive)/Chart.csv")
    }
    let paths = [
      try chart(5, of: "shop.com-Performance-on-Search-2026-10-06"),
      try chart(7, of: "other.com-Performance-on-Search-2026-10-09"),
      try chart(5, of: "shop.com-Performance-on-Search-2026-10-06 (1)/shop.com-Performance-on-Search-2026-10-06"),
    ]
    #expect(try load(paths).map(\.status) == [.loaded, .loaded, .unchanged])
    let answer = try warehouse.queryRows(
      "SELECT property, SUM(valueMicros) FROM readableWebTraffic WHERE metric = 'clicks' GROUP BY 1 ORDER BY 1")
    #expect(
      answer.rows == [
        [.text("other.com"), .integer(7_000_000)], [.text("shop.com"), .integer(5_000_000)],
      ])
  }

  /// What is said of an account is said of the files that are named, not of those that lie in the inbox besides.
  @Test func theSameBytesOfAnotherAccountAreAnotherExportWhereTheyAreNamed() throws {
    let text = "Date,Clicks,Impressions,CTR,Position\n2026-11-08,0,10,0%,3\n"
    let first = try folder.write(text, to: "a/Chart.csv")
    let second = try folder.write(text, to: "b/Chart.csv")
    func load(_ path: String, _ account: String?, isNamed: Bool) throws -> FileReport.Status {
      var options = ReadOptions()
      options.account = account
      let loading = Loading(
        warehouse: warehouse, options: options, limit: .standard, named: isNamed ? [path] : [])
      return try loading.load([path], quiet: true)[0].status
    }
    #expect(try load(first, "a.example", isNamed: true) == .loaded)
    #expect(try load(first, "b.example", isNamed: false) == .unchanged)
    #expect(try load(second, nil, isNamed: true) == .unchanged)
    #expect(try load(second, "b.example", isNamed: true) == .loaded)
    #expect(try load(second, "b.example", isNamed: true) == .unchanged)
    let answer = try warehouse.queryRows(
      "SELECT property, SUM(valueMicros) FROM readableWebTraffic WHERE metric = 'impressions' GROUP BY 1 ORDER BY 1")
    #expect(answer.rows == ["a.example", "b.example"].map { [.text($0), .integer(10_000_000)] })
  }

  @Test func aRepeatedRowCountsOnceAndIsSaid() throws {
    let row = "A,2026-03-01,10,1.50\n"
    let reports = try load([
      folder.write("Campaign name,Day,Impressions,Amount spent (EUR)\n\(row)\(row)", to: "twice.csv")
    ])
    #expect(reports[0].rowsLoaded == 1 && reports[0].rowsUnchanged == 1)
    #expect(
      FileTable.text(reports).contains(
        "1 row that repeats an earlier one; expected each row once; it is counted once; if they are different things, add "
          + "the column that tells them apart and export it again\n"))
  }

  @Test func totalsThatDifferFromTheirRowsAreSaid() throws {
    let reports = try load([
      folder.write(
        "Campaign report\n\"October 1, 2026 - October 2, 2026\"\nDay,Campaign,Currency code,Impr.,Cost\n"
          + "2026-10-01,A,USD,100,20.00\nTotal: Campaigns, --,USD,100,60.00\n", to: "cut.csv")
    ])
    #expect(
      FileTable.text(reports).contains(
        "\n  its own totals are not the sums of its rows, spend 60 beside 20: rows may be missing; export it again\n"))
  }

  /// One line is within any limit, yet nothing of the file is left; of many, the first is told.
  @Test func aFileOfWhichNoRowCanBeUsedIsRefusedWithItsFirstReason() throws {
    let header = "Campaign name,Day,Amount spent (EUR)\n"
    let reason = "the first is in line 2: Day is 2026-02-30; expected a day that exists, such as 2026-10-31"
    let one = try load([folder.write(header + "A,2026-02-30,1\n", to: "one.csv")])
    #expect(one[0].status == .unreadable && one[0].rowsRejected == 1)
    #expect(one[0].message == "one.csv: its only row could not be understood; \(reason); correct the export")
    let many = try load([
      folder.write(header + String(repeating: "A,2026-02-30,1\n", count: 20), to: "many.csv")
    ])
    #expect(many[0].message == "many.csv: all 20 rows could not be understood; \(reason); correct the export")
    let most = try load([
      folder.write(header + String(repeating: "A,2026-02-30,1\n", count: 6) + "A,2026-03-01,1\n", to: "most.csv")
    ])
    #expect(
      most[0].message
        == "most.csv: 6 of 7 rows could not be understood; \(reason); correct the export or raise --max-rejected")
    #expect(try warehouse.queryRows("SELECT COUNT(*) FROM adPerformance").rows == [[.integer(0)]])
  }

  @Test func aSecondTellingOfAKeyInOneFileIsSaidWithItsLine() throws {
    let reports = try load([
      folder.write(
        "Date,Order #,Status,Product(s),Items sold,N. Revenue\n2026-03-01 10:00:00,1,completed,Cup,1,20\n"
          + "2026-03-01 10:00:00,1,completed,Cup,1,25\n", to: "pasted.csv")
    ])
    #expect(reports[0].status == .partial && reports[0].rowsRejected == 1)
    #expect(
      reports[0].problems.map(\.sentence) == [
        "line 3: the same customer order as in an earlier row, with other values; expected one row for each; "
          + "take out the one that does not hold"
      ])
  }

  @Test func daysThatANewerExportTakesBackAreSaid() throws {
    let header = "Campaign name,Day,Impressions,Amount spent (EUR)\n"
    let first = try load([
      folder.write(header + "A,2026-03-01,10,1\nA,2026-03-02,20,2\nA,2026-03-03,5,3\n", to: "first.csv")
    ])
    #expect(first[0].problems.isEmpty)
    let path = try folder.write(header + "A,2026-03-01,10,1\nA,2026-03-04,30,3\n", to: "second.csv")
    let said = "2 rows fewer than earlier exports have for the days 2026-03-02…2026-03-03; expected all of them"
    #expect(FileTable.text(try load([path])).contains(said))
    #expect(FileTable.text(try load([path])).contains(said))
    let late =
      "2 rows of the days 2026-03-02…2026-03-03 that second.csv lacks; expected all of them in the newer export"
    #expect(FileTable.text(try load([folder.path + "/first.csv"])).contains(late))
  }

  @Test func visitsThatANewerExportLacksAreSaidToCount() throws {
    let box = "# ----------------------------------------\n"
    func table(_ days: String, _ rows: String) -> String {
      box + "# Free form 1\n# Shop\n# \(days)\n" + box + "\nDate,Session source / medium,Sessions\n" + rows
    }
    let first = table("20260301-20260302", "20260301,a / b,10\n20260302,a / b,5\n")
    _ = try load([folder.write(first, to: "first.csv")])
    let second = table("20260302-20260303", "20260302,c / d,5\n20260303,a / b,5\n")
    let path = try folder.write(second, to: "second.csv")
    let said = "1 figure fewer than earlier exports have for the day 2026-03-02; expected all of them; those of the "
    #expect(FileTable.text(try load([path])).contains(said))
    #expect(FileTable.text(try load([path])).contains(said))
    // Where the older one comes alone, its own lines say it.
    let late =
      "1 figure of the day 2026-03-02 that second.csv lacks; expected all of them in the newer export; they count"
    #expect(FileTable.text(try load([folder.path + "/first.csv"])).contains(late))
  }

  @Test func whatIsNoExportIsRefusedByNameAndTheRestIsLoaded() throws {
    let reports = try load([
      folder.write("shopping list\n", to: "list.txt"),
      folder.write("Campaign name,Day,Amount spent (EUR)\nA,2026-03-01,1\n", to: "ads.csv"),
    ])
    #expect(reports.map(\.status) == [.unrecognised, .loaded])
    #expect(reports[0].message?.contains("list.txt") == true)
  }

  @Test func aRefusalNamesTheFileAndManyAreCounted() {
    func refused(_ name: String) -> FileReport {
      var report = FileReport(path: name, status: .unrecognised)
      report.message = "\(name): no report known here"
      return report
    }
    func failure(_ reports: [FileReport], named paths: [String] = ["a"]) -> Failure? {
      do {
        try Loading.refuseIfNothingWasUsable(reports, named: paths)
        return nil
      } catch { return error as? Failure }
    }
    #expect(failure([refused("a")])?.message == "a: no report known here")
    #expect(failure([refused("a")])?.status == .unusableData)
    #expect(failure([refused("a"), refused("b")])?.message.hasPrefix("none of 2 files could be used") == true)
    #expect(failure([refused("a"), FileReport(path: "b", status: .loaded)]) == nil)
    #expect(
      failure([FileReport(path: "a", status: .unreadable), FileReport(path: "b", status: .loaded)])?.status
        == .someFailed)
    #expect(
      failure([FileReport(path: "a", status: .refused), FileReport(path: "b", status: .loaded)])?.status == .someFailed)
    #expect(
      failure([FileReport(path: "a", status: .refused), FileReport(path: "b", status: .unreadable)])?.status
        == .unusableData)
    #expect(failure([]) == nil)
    // What nobody knows in the inbox is a warning; what failed there is not.
    #expect(failure([refused("a")], named: []) == nil)
    #expect(failure([refused("a"), FileReport(path: "b", status: .unreadable)], named: [])?.status == .unusableData)
    #expect(
      failure([FileReport(path: "a", status: .loaded), FileReport(path: "b", status: .refused)], named: []) != nil)
  }

  /// Scripts know the states of `--json`; a refusal is one of a file that could not be used.
  @Test func aRefusedFileIsUnreadableInJSON() throws {
    let json = String(decoding: try JSONEncoder().encode([FileReport.Status.refused, .unrecognised]), as: UTF8.self)
    #expect(json == "[\"unreadable\",\"unrecognised\"]")
  }

  /// The same two files in the other's place: nothing says which is the newer.
  @Test func twoFilesThatDifferAreRefusedInPlainWords() throws {
    let header = "date,visitors,pageviews,visits,views_per_visit,bounce_rate,visit_duration\n"
    let reports = try load([
      folder.write(header + "2026-03-01,5,9,6,1.5,50,30\n", to: "a.csv"),
      folder.write(header + "2026-03-01,6,9,7,1.5,50,30\n", to: "b.csv"),
    ])
    #expect(reports.map(\.status) == [.loaded, .refused])
    #expect(reports[1].message?.contains("for the same rows of website figures; expected to know") == true)
  }

  /// A document without a line's end, and a row of it that is no row; the next file is loaded all the same.
  @Test func recordsOfOneLineAreEachLoaded() throws {
    var mapping = TableMapping(name: "plan", kind: .adPerformance)
    mapping.fields = [
      .day: FieldMapping(["Date"]), .campaign: FieldMapping(["Campaign"]), .spend: FieldMapping(["Cost"]),
    ]
    mapping.constants = [.platform: "Plan", .currency: "EUR"]
    let records = (1...1_100).map { "<row><Date>2026-03-13</Date><Campaign>C\($0)</Campaign><Cost>1.5</Cost></row>" }
    let paths = [
      try folder.write("<rows>\(records.joined())</rows>", to: "a.xml"),
      try folder.write("Date,Campaign,Cost\n2026-05-01,Z,1\n", to: "z.csv"),
    ]
    let reports = try load(paths, ReadOptions(mappings: [mapping]))
    #expect(reports.map(\.status) == [.loaded, .loaded])
    #expect(reports.map(\.rowsLoaded) == [1_100, 1] && reports[0].totals["spend"] == "1650")
  }

  /// 10.14 + 20.14 + 10.15 + 20.15 = 60.58 euros, whether the file without ids says nothing or writes a word for it.
  @Test(arguments: ["", "NULL"])
  func aWordForNothingIsNoIdOfACampaign(word: String) throws {
    func report(_ a: String, _ b: String) -> String {
      "Day,Campaign name,Amount spent (EUR),Impressions,Campaign ID\n2026-03-14,A,10.14,1400,\(a)\n"
        + "2026-03-14,B,20.14,1400,\(b)\n2026-03-15,A,10.15,1500,\(a)\n2026-03-15,B,20.15,1500,\(b)\n"
    }
    let reports = try load([
      folder.write(report(word, word), to: "names.csv"),
      folder.write(report("120210000000000111", "120210000000000222"), to: "ids.csv"),
    ])
    #expect(reports.map(\.status) == [.loaded, .loaded])
    let spend = "SELECT SUM(spendMicros) FROM readableAdPerformance"
    #expect(try warehouse.queryRows(spend).rows == [[.integer(60_580_000)]])
  }

  private func workbook(_ sheets: [(name: String, rows: [[String]])]) -> String {
    let body = sheets.map { sheet in
      let rows = sheet.rows.map { cells in
        "<Row>" + cells.map { "<Cell><Data ss:Type=\"String\">\($0)</Data></Cell>" }.joined() + "</Row>"
      }
      return "<Worksheet ss:Name=\"\(sheet.name)\"><Table>\(rows.joined())</Table></Worksheet>"
    }
    return "<?xml version=\"1.0\"?>\n<Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\" "
      + "xmlns:ss=\"urn:schemas-microsoft-com:office:spreadsheet\">\(body.joined())</Workbook>"
  }

  /// 100 + 110 + 500 euros of radio and 1000 + 1010 + 500 of television, whose days interleave and meet once; a week later
  /// 10 more of an old week and a new one of 130.
  @Test func sheetsOfOneWorkbookDoNotTakeBackEachOther() throws {
    var mapping = TableMapping(name: "media", kind: .adPerformance)
    mapping.fields = [.day: FieldMapping(["Date"]), .spend: FieldMapping(["Cost EUR"])]
    mapping.constants = [.currency: "EUR"]
    let options = ReadOptions(mappings: [mapping])
    let spend = "SELECT SUM(spendMicros) FROM readableAdPerformance"
    let television = [
      ["Date", "Cost EUR", "GRP"], ["2026-02-03", "1000", "80"], ["2026-02-10", "1010", "81"],
      ["2026-02-16", "500", "40"],
    ]
    let radio = [["Date", "Cost EUR", "Spots"], ["2026-02-02", "100", "4"]]
    let first = try load(
      [
        folder.write(
          workbook([
            ("Radio", radio + [["2026-02-09", "110", "5"], ["2026-02-16", "500", "20"]]), ("TV", television),
          ]), to: "media-2026-02-20.xls")
      ], options)
    #expect(first.map(\.status) == [.loaded] && first[0].rowsLoaded == 6 && first[0].totals["spend"] == "3220")
    #expect(try warehouse.queryRows(spend).rows == [[.integer(3_220_000_000)]])
    let second = try load(
      [
        folder.write(
          workbook([
            (
              "Radio", radio + [["2026-02-09", "120", "5"], ["2026-02-16", "500", "20"], ["2026-02-23", "130", "6"]]
            ),
            ("TV", television),
          ]), to: "media-2026-02-27.xls")
      ], options)
    let fates: [Int] = [second[0].rowsLoaded, second[0].rowsUpdated, second[0].rowsUnchanged]
    #expect(fates == [1, 1, 5])
    #expect(try warehouse.queryRows(spend).rows == [[.integer(3_360_000_000)]])
    #expect(!second[0].problems.contains { $0.sentence.contains("fewer") })
  }

  @Test func aFileThatIsNotAccountedForStopsNoOther() {
    #expect(WarehouseError.unaccountedRows(file: "a.csv", read: 2, accounted: 1).isAboutTheFile)
    #expect(!WarehouseError.diskFull(path: "warehouse.sqlite").isAboutTheFile)
  }

  /// What is left out of a workbook is told where it is loaded, in both forms, and not told again of a known file.
  @Test func sheetsThatAreLeftOutAreNamed() throws {
    func sheet(_ name: String, _ rows: [[String]], _ options: String = "") -> String {
      let body = rows.map { cells in
        "<Row>" + cells.map { "<Cell><Data ss:Type=\"String\">\($0)</Data></Cell>" }.joined() + "</Row>"
      }
      return "<Worksheet ss:Name=\"\(name)\"><Table>\(body.joined())</Table>\(options)</Worksheet>"
    }
    let hidden =
      "<WorksheetOptions xmlns=\"urn:schemas-microsoft-com:office:excel\"><Visible>SheetHidden</Visible>"
      + "</WorksheetOptions>"
    let ads = [["Campaign name", "Day", "Amount spent (EUR)"], ["A", "2026-03-01", "1.5"]]
    let path = try folder.write(
      "<?xml version=\"1.0\"?>\n<Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\" "
        + "xmlns:ss=\"urn:schemas-microsoft-com:office:spreadsheet\">" + sheet("Ads", ads)
        + sheet("Our notes", [["read", "me"], ["a", "b"]]) + sheet("Old", ads, hidden) + "</Workbook>",
      to: "agency.xls")
    let reports = try load([path])
    let notes = [
      "sheet \"Our notes\" is left out: nothing that is known here stands there",
      "1 hidden sheet is left out; show it in the workbook to have it read",
    ]
    #expect(reports.map(\.notes) == [notes] && reports[0].totals["spend"] == "1.5")
    #expect(FileTable.text(reports).hasSuffix("\n  \(notes[0])\n  \(notes[1])\n"))
    let json = try JSONSerialization.jsonObject(with: JSONEncoder().encode(reports[0])) as? [String: Any]
    #expect(json?["notes"] as? [String] == notes)
    let again = try load([path])
    #expect(again[0].notes == notes && !FileTable.text(again).contains("Our notes"))
  }
}
