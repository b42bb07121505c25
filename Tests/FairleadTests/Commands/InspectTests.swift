import Foundation
import Ingestion
import Testing

@testable import fairlead

struct InspectTests {
  /// Six bad rows of ten are more than a share of 1 % and its five rows allow.
  @Test func whatIngestWouldRefuseIsSaid() throws {
    let folder = try Folder()
    let rows = (1...10).map { "A\($0),2026-03-01,\($0 > 4 ? "x" : "1"),1\n" }.joined()
    let path = try folder.write("Campaign name,Day,Impressions,Amount spent (EUR)\n" + rows, to: "ads.csv")
    for (arguments, refuses) in [([path], true), ([path, "--max-rejected", "6"], false)] {
      let command = try Inspect.parse(arguments)
      let export = try #require(try ExportOpener.open(path: path, options: ReadOptions()).first)
      let advice = try command.inspect(export, path: path).0.advice ?? ""
      #expect(advice.hasPrefix("6 of 10 rows are more than --max-rejected allows") == refuses)
      #expect(advice.hasSuffix("loads it") != refuses)
    }
  }

  @Test func rowsAddUpAsTheyDoAfterIngest() throws {
    let folder = try Folder()
    let path = try folder.write(
      "Campaign name,Day,Impressions,Amount spent (EUR)\nA,2026-03-01,10,1\nB,2026-03-01,x,2\n\nC,2026-03-02,3,3\n",
      to: "ads.csv")
    let command = try Inspect.parse([path])
    for export in try ExportOpener.open(path: path, options: ReadOptions()) {
      let (report, text) = try command.inspect(export, path: path)
      #expect(report.rowsRead == report.rowsLoaded + report.rowsSkipped + report.rowsRejected)
      #expect(report.rowsLoaded == 2 && report.rowsRejected == 1)
      #expect(text.contains("problem    line 3: Impressions is "))
      #expect(text.contains("\n  read as    UTF-8, delimiter: comma\n"))
    }
  }

  /// Dollars are asked about as dollars, and amounts without a mark as before.
  @Test(arguments: [("$", "say which currency $ is in it: `fairlead ingest --currency USD "), ("", "--currency CODE ")])
  func theCurrencyIsAskedForAsItsMarkSays(mark: String, advice: String) throws {
    let folder = try Folder()
    let path = try folder.write(
      "Date,Gross Sales,Net Sales,Total Collected,Time Zone,Transaction ID\n"
        + "2026-10-13,\(mark)5.00,\(mark)5.00,\(mark)5.40,UTC,T1\n2026-10-14,\(mark)6.10,\(mark)6.10,\(mark)7.00,UTC,T2\n",
      to: "transactions.csv")
    let command = try Inspect.parse([path])
    for export in try ExportOpener.open(path: path, options: ReadOptions()) {
      let (report, _) = try command.inspect(export, path: path)
      #expect(report.advice?.contains(advice) == true)
    }
  }

  /// What guests have paid and what calls were worth is money too; nothing is in no currency.
  @Test(arguments: [
    ("Order #,Order Date,Email,Order Status,Event Name,Total Paid\n1,2026-09-26,a@x.test,Attending,Jazz,", "$60.00"),
    ("Call Status,Number Name,Start Time,Duration,Phone Number,Value\nAnswered,Web,2026-09-26 10:00,5,,", "150.00"),
  ])
  func amountsOfCallsAndEventsNeedACurrency(table: String, amount: String) throws {
    for (cell, asks) in [(amount, true), ("0", false), ("", false)] {
      let folder = try Folder()
      let path = try folder.write(table + cell + "\n", to: "people.csv")
      let export = try #require(try ExportOpener.open(path: path, options: ReadOptions()).first)
      let (report, _) = try Inspect.parse([path]).inspect(export, path: path)
      #expect(report.rowsLoaded == 1 && report.advice?.contains("say which currency") == asks)
    }
  }

  @Test func whatIsOddIsSaid() throws {
    let folder = try Folder()
    let path = try folder.write(
      "Campaign name,Campaign ID,Cost,Impressions,Clicks (destination)\nA,1.20253E+17,1.5,10,2\nB,7,1,1,1\nTotal of 2 results,,2.5,11,3\n",
      to: "ads.csv")
    let command = try Inspect.parse([path])
    for export in try ExportOpener.open(path: path, options: ReadOptions()) {
      let (report, text) = try command.inspect(export, path: path)
      #expect(report.rowsLoaded == 2 && report.verified == false)
      #expect(text.contains("  take care  no real file"))
      #expect(text.contains("  skipped    1: totals, kept as control figures"))
      #expect(text.contains("  note       it does not say which days it covers"))
      #expect(text.contains("  problem    line 2: Campaign ID is 1.20253E+17"))
    }
  }

  @Test func whatIsOddIsToldWithTheProfile() throws {
    let folder = try Folder()
    let path = try folder.write(
      "Post ID,Page ID,Page name,Title,Publish time,Permalink,Date,Views,Reach\n"
        + "11,1,North,A,12/24/2026 09:30,https://x/1,Lifetime,10\n",
      to: "posts.csv")
    let command = try Inspect.parse([path])
    for export in try ExportOpener.open(path: path, options: ReadOptions()) {
      let (_, text) = try command.inspect(export, path: path)
      #expect(text.contains("  account    North\n"))
      #expect(text.contains("  note       the record in line 2 lacks its last cells: they are missing\n"))
    }
  }

  @Test func anEmptyAccountIsNoAccount() throws {
    let folder = try Folder()
    let path = try folder.write(
      "Post ID,Page ID,Page name,Title,Publish time,Permalink,Date,Views,Reach\n"
        + "11,1,,A,12/24/2026 09:30,https://x/1,Lifetime,10,5\n",
      to: "posts.csv")
    let export = try #require(try ExportOpener.open(path: path, options: ReadOptions()).first)
    let (_, text) = try Inspect.parse([path]).inspect(export, path: path)
    #expect(!text.contains("\n  account"))
    #expect(text.contains("\n  not stated account, time zone\n"))
  }

  @Test func whatIsNotStatedIsSaidInOneLineAndFiguresAreReadable() throws {
    let folder = try Folder()
    let names = (1...30).map { "A further column \($0)" }
    let path = try folder.write(
      "Campaign name,Day,Amount spent (EUR),Impressions,\(names.joined(separator: ","))\n"
        + "A,2026-03-01,12345.5,1000000\(String(repeating: ",", count: 30))\n",
      to: "ads.csv")
    let command = try Inspect.parse([path])
    for export in try ExportOpener.open(path: path, options: ReadOptions()) {
      let (_, text) = try command.inspect(export, path: path)
      #expect(text.contains("  totals     impressions 1,000,000, spend 12,345.50 EUR\n"))
      #expect(text.contains("  not stated account, time zone\n"))
      let lines = text.split(separator: "\n")
      #expect(lines.count { $0.hasPrefix("  not read   ") } > 1)
      #expect(lines.filter { !$0.contains("`") }.allSatisfy { $0.count <= 120 })
    }
  }

  /// The sum of users is told to be none, and of amounts that are all 0 nobody asks the currency.
  @Test func sumsThatAreNoneAndAmountsOfNothing() throws {
    let folder = try Folder()
    let path = try folder.write(
      "# Account: Acme\n# Property: Shop\n# Start date: 20261001\n# End date: 20261028\nEvent name,Event count,Total users,Total revenue\n"
        + "page_view,40,15,0\nscroll,15,6,0\n", to: "events.csv")
    let export = try #require(try ExportOpener.open(path: path, options: ReadOptions()).first)
    let (report, text) = try Inspect.parse([path]).inspect(export, path: path)
    #expect(report.totals["users"] == "21" && report.totals["revenue"] == "0")
    #expect(text.contains("\n  note       users of several rows may be the same people: "))
    #expect(report.advice?.contains("--currency") == false && text.contains("  not stated time zone\n"))
  }

  @Test func repeatedRowsAreSaid() throws {
    let folder = try Folder()
    let row = "A,2026-03-01,10,1.50\n"
    let path = try folder.write("Campaign name,Day,Impressions,Amount spent (EUR)\n\(row)\(row)", to: "twice.csv")
    let export = try #require(try ExportOpener.open(path: path, options: ReadOptions()).first)
    let (report, text) = try Inspect.parse([path]).inspect(export, path: path)
    #expect(report.totals["spend"] == "3" && report.problems.count == 1)
    #expect(
      text.contains(
        "  problem    1 row that repeats an earlier one; expected each row once; it is counted once; if they are different "
          + "things, add the column that tells them apart and export it again\n"))
    #expect(text.contains("  note       the totals count rows that repeat an earlier one"))
  }

  /// Nobody is sent to a draft that would be empty.
  @Test func aTableOfWhichNothingIsKnownHasNoDraft() throws {
    let folder = try Folder()
    let command = try Inspect.parse(["x.csv"])
    for (text, advice) in [
      ("alpha,beta\nx,1\ny,2\n", "leave it out, "),
      ("alpha,beta\nx,2026-10-01\ny,2026-10-02\n", "Fairlead does not know the names of its columns: export it in "),
      ("alpha,beta\nx,ann@example.org\n", "Fairlead does not know the names of its columns: "),
      ("alpha,beta\nx,€1.50\n", "Fairlead does not know the names of its columns: "),
      ("alpha,beta (EUR)\nx,2\n", "Fairlead does not know the names of its columns: "),
      ("Date,Campaign,Cost\n2026-10-01,A,1.50\n", "`mkdir -p mappings; fairlead inspect --suggest "),
      ("Date,Reach,Likes\n2026-10-01,500,40\n", "figures of social profiles and posts cannot be read by a mapping; "),
    ] {
      let path = try folder.write(text, to: "x.csv")
      let export = try #require(try ExportOpener.open(path: path, options: ReadOptions()).first)
      #expect(try command.inspect(export, path: path).0.advice?.hasPrefix(advice) == true)
    }
  }

  private func inspect(_ text: String, _ name: String = "x.csv") throws -> (FileReport, String) {
    let folder = try Folder()
    let path = try folder.write(text, to: name)
    let export = try #require(try ExportOpener.open(path: path, options: ReadOptions()).first)
    return try Inspect.parse([path]).inspect(export, path: path)
  }

  /// Who has asked `inspect` is not sent to it.
  @Test(arguments: [
    ("Date,Campaign,Cost\n", "names of columns without a row", "nothing stands below its header: export it again"),
    ("Hello Ann,\n\nhere are the figures.\n\nYours\n", "text that makes no table", "leave it out; if it holds figures"),
    ("Hello Ann\n", "text that makes no table", "leave it out; if it holds figures"),
    ("77001,ann@example.org,2026-03-01\n", "a table without names of columns", "its first row looks like data"),
  ])
  func whatHoldsNoRowIsDescribed(text: String, kind: String, advice: String) throws {
    let (report, said) = try inspect(text)
    #expect(said.contains("\n  what it is \(kind)\n") && report.advice?.hasPrefix(advice) == true)
    for words in [said, report.message ?? "", report.problems[0].found] {
      #expect(!words.contains("`fairlead inspect` says") && !words.contains("Ann") && !words.contains("ann@"))
    }
  }

  @Test func aWorkbookWithoutCellsIsDescribed() throws {
    let (report, said) = try inspect(workbook([("Sheet1", [], false)]), "plan.xls")
    #expect(said.contains("\n  what it is a file without a table\n"))
    #expect(report.advice?.hasPrefix("leave it out, since pictures, charts and text boxes are not read; ") == true)
  }

  /// What keeps a file from being looked at is told in the place of its being unknown.
  @Test func bytesThatAreNoTextAreCalledSo() throws {
    let (report, said) = try inspect("abc\u{0}\u{0}def\u{0}\n", "x.dat")
    #expect(said == "x.dat:1: zero bytes; expected text; export the report again\n")
    #expect(report.message.map { "\($0)\n" } == said && report.status == .unrecognised)
  }

  /// Somebody's row is no header, by an address or by a telephone number.
  @Test(arguments: [
    "Annegret;Muller;+49 170 1234567;Hauptstr. 1\nBen;Maier;+49 170 1234568;Weg 2\n",
    "annegret@example.org;Annegret;Muller;12.03.2026\nben@example.org;Ben;Maier;13.03.2026\n",
    "Annegret;(030) 1234567;Hauptstr. 1\nBen;(030) 1234568;Weg 2\n",
  ])
  func namesOfColumnsThatArePeopleAreNotShown(text: String) throws {
    let (report, said) = try inspect(text)
    #expect(said.contains("\n  what it is a table without names of columns\n  rows       1\n  column     column 1: "))
    #expect(report.columns.map(\.header) == (1...report.columns.count).map { "column \($0)" })
    #expect(report.advice?.hasPrefix("its first row looks like data") == true)
    for word in ["Annegret", "annegret", "Muller", "123", "Hauptstr"] { #expect(!said.contains(word)) }
  }

  /// A list of figures by day keeps its kind, be two of its columns called like months; so does a header of years.
  @Test func daysAsColumnsAreTurned() throws {
    for text in [
      "Kennzahl;13.03.2026;14.03.2026;15.03.2026\nKosten;12,50;13,50;14,50\nKlicks;3;4;5\n",
      "Channel,Jan 26,Feb 26,Mrz 26,Total\nRadio,1,2,3,6\nPrint,1,2,3,6\n",
      "Channel,2026-W10,2026-W11\nRadio,1,2\n", "Channel,2026-01,2026-02\nRadio,1,2\n",
    ] {
      let (report, said) = try inspect(text)
      #expect(said.contains("\n  what it is a table with days, weeks or months as columns\n"), "\(text)")
      #expect(report.kinds == [] && report.advice == FileDescription.pivotAdvice)
    }
    #expect(try inspect("Date,Campaign,Cost,Jan,Feb\n2026-03-01,A,1.50,1,2\n").0.kinds == ["adPerformance"])
    #expect(
      try inspect("Marke;13.03.2026;14.03.2026\nA;15.03.2026;16.03.2026\n").0.advice != FileDescription.pivotAdvice)
  }

  /// Its name is known; what it lacks is another column.
  @Test func oneColumnIsNoTable() throws {
    let (report, said) = try inspect("E-Mail\na@x.example\nb@x.example\n")
    #expect(said.contains("\n  column     E-Mail: e-mail addresses\n"))
    #expect(report.advice?.hasPrefix("it has one column, and no table can be read by one: ") == true)
  }

  /// Two entries nested below a statement are no row whose text is empty.
  @Test func recordsThatLieDeeperAreNotCalledEmpty() throws {
    let (report, said) = try inspect(
      "<?xml version=\"1.0\"?><Document><Body><Stmt><Id>1</Id><Ntry><Amt>12.50</Amt></Ntry></Stmt></Body></Document>",
      "x.xml")
    #expect(
      said.contains("\n  what it is XML whose records Fairlead does not know\n  next       export what it holds as CSV")
    )
    #expect(report.columns.isEmpty && report.rowsRead == 0)
  }

  /// `readme.txt`, `a/x.csv` with advertising and `b.csv` with sales, in an archive that `zipfile` of Python has stored.
  private static let archive = """
    UEsDBBQAAAAAAAAAYVyCidH3BQAAAAUAAAAKAAAAcmVhZG1lLnR4dEhlbGxvUEsDBBQAAAAAAAAAYVw/LJwxIwAAACMAAAAHAAAA
    YS94LmNzdkRheSxDYW1wYWlnbixDb3N0CjIwMjYtMDMtMDEsQSwxLjUKUEsDBBQAAAAAAAAAYVyXs60xKwAAACsAAAAFAAAAYi5j
    c3ZEYXRlLFN0b3JlLE5ldCBzYWxlcwoyMDI2LTAzLTAxLExlZWRzLDkuNTAKUEsBAhQDFAAAAAAAAABhXIKJ0fcFAAAABQAAAAoA
    AAAAAAAAAAAAAIABAAAAAHJlYWRtZS50eHRQSwECFAMUAAAAAAAAAGFcPyycMSMAAAAjAAAABwAAAAAAAAAAAAAAgAEtAAAAYS94
    LmNzdlBLAQIUAxQAAAAAAAAAYVyXs60xKwAAACsAAAAFAAAAAAAAAAAAAACAAXUAAABiLmNzdlBLBQYAAAAAAwADAKAAAADDAAAA
    AAA=
    """

  /// The command is followed word for word: each entry has a draft of its own, and the archive the first that has one.
  @Test func anEntryOfAnArchiveHasItsDraft() throws {
    let folder = try Folder()
    let path = folder.path + "/junk.zip"
    let bytes = try #require(Data(base64Encoded: Self.archive.replacing("\n", with: "")))
    try bytes.write(to: URL(filePath: path))
    let exports = try ExportOpener.open(path: path, options: ReadOptions())
    let command = try Inspect.parse([path])
    let advice = try exports.map { try command.inspect($0, path: path).0.advice ?? "" }
    #expect(advice.count == 3 && advice[0].hasPrefix("leave it out; "))
    for (entry, stem, said) in [("a/x.csv", "x", advice[1]), ("b.csv", "b", advice[2])] {
      #expect(said.contains("`mkdir -p mappings; fairlead inspect --suggest \(path)/\(entry) > mappings/\(stem).yml` "))
      #expect(try Inspect.meant("\(path)/\(entry)", ReadOptions()).displayName == "junk.zip/\(entry)")
    }
    #expect(try Inspect.meant(path, ReadOptions()).displayName == "junk.zip/a/x.csv")
    #expect(throws: IngestionError.self) { try Inspect.meant("\(path)/c.csv", ReadOptions()) }
  }

  /// It is shown with its folder, as in an archive, and is found at its own path.
  @Test func aFileOfAnUnzippedArchiveHasItsDraft() throws {
    let folder = try Folder()
    let path = try folder.write(
      "Date,Store,Net sales\n2026-03-01,Leeds,9.50\n", to: "shop.com-Performance-on-Search-2026-10-06/b.csv")
    let export = try Inspect.meant(path, ReadOptions())
    #expect(export.displayName == "shop.com-Performance-on-Search-2026-10-06/b.csv")
    #expect(FileDescription.place(of: export, in: path) == path)
    #expect(FileDescription.place(of: export, in: "b.csv") == "b.csv")
  }

  private func workbook(_ sheets: [(name: String, rows: [[String]], isHidden: Bool)]) -> String {
    let parts = sheets.map { sheet in
      let rows = sheet.rows.map { cells in
        "<Row>" + cells.map { "<Cell><Data ss:Type=\"String\">\($0)</Data></Cell>" }.joined() + "</Row>"
      }
      let options = sheet.isHidden ? "<WorksheetOptions><Visible>SheetHidden</Visible></WorksheetOptions>" : ""
      return "<Worksheet ss:Name=\"\(sheet.name)\"><Table>\(rows.joined())</Table>\(options)</Worksheet>"
    }
    return "<?xml version=\"1.0\"?>\n<Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\" "
      + "xmlns:ss=\"urn:schemas-microsoft-com:office:spreadsheet\">\(parts.joined())</Workbook>"
  }

  @Test func theSheetsOfAnUnknownWorkbookAreNamed() throws {
    let header = ["Date", "Campaign", "Cost"]
    let folder = try Folder()
    let path = try folder.write(
      workbook([
        ("Cover", [["Our plan"]], false), ("March", [header, ["2026-03-14", "A", "1.50"]], false), ("Empty", [], false),
        ("April", [header, ["2026-04-14", "A", "2.50"]], false),
      ]), to: "plan.xls")
    let export = try #require(try ExportOpener.open(path: path, options: ReadOptions()).first)
    let (report, text) = try Inspect.parse([path]).inspect(export, path: path)
    let note =
      "it has 3 sheets, \"Cover\", \"March\", \"April\", of which \"March\" is described; a mapping reads all that have "
      + "its columns"
    #expect(report.notes == [note] && text.contains("\n  rows       1\n  note       \(note)\n"))
  }

  @Test func aHiddenSheetThatWasNotLookedAtIsNamed() throws {
    let folder = try Folder()
    let path = try folder.write(
      workbook([
        ("Data", [["Date", "Campaign", "Cost"], ["2026-03-14", "A", "1.50"]], true),
        ("Info", [["Please read"], ["on the other sheet"]], false),
      ]), to: "plan.xls")
    let export = try #require(try ExportOpener.open(path: path, options: ReadOptions()).first)
    let (report, _) = try Inspect.parse([path]).inspect(export, path: path)
    #expect(
      report.message?.hasPrefix(
        "plan.xls: a workbook with 1 hidden sheet, which is not looked at, and no report known here in the others; ")
        == true)
    #expect(
      report.advice
        == "show its hidden sheet in the workbook and inspect it again; leave it out if no figures stand there")
  }

  /// No mapping can make up for days that the export left out. A column called so may hold them in some other way.
  @Test(arguments: [
    (
      "Campaign,Impressions,Clicks,Cost\nA,10,1,1.50\n",
      "export it again with the day (a row for each day), or add that "
    ),
    (
      "Order ID,Customer ID,Order total\n1,7,10.50\n",
      "export it again with the day, or add that column to a sheet of your own, and "
    ),
    ("Date,Campaign,Clicks,Cost\nweek one,A,1,1.50\n", "`mkdir -p mappings; "),
    ("Member ID,Correo,Etapa\n1,ann@example.org,lead\n", "`mkdir -p mappings; "),
  ])
  func aTableWithoutTheDaysItNeeds(text: String, advice: String) throws {
    let folder = try Folder()
    let path = try folder.write(text, to: "x.csv")
    let export = try #require(try ExportOpener.open(path: path, options: ReadOptions()).first)
    let said = try #require(try Inspect.parse([path]).inspect(export, path: path).0.advice)
    #expect(said.hasPrefix(advice) && said.contains("drafts a mapping file for it"))
  }

  /// A question is easier to answer about a file that is called by its name.
  @Test func whatCannotBeReadYetIsCalledByName() throws {
    let folder = try Folder()
    let command = try Inspect.parse(["x.csv"])
    for (text, lines) in [
      (
        "Date,Time,TimeZone,Type,Status,Currency,Gross,Fee,Net,Transaction ID\n"
          + "03/04/2026,10:00:00,CET,Website Payment,Completed,EUR,5.00,0.00,5.00,C1\n",
        [
          "  what it is PayPal activity – not read as it stands",
          "  problem    x.csv:2: dates in \"Date\" that read both",
        ]
      ),
      (
        "Device,Cost,Impressions,Clicks\nComputers,1.50,10,1\n",
        ["  what it is a Google Ads card of devices, which repeats", "  next       export the campaign report instead"]
      ),
    ] {
      let path = try folder.write(text, to: "x.csv")
      let export = try #require(try ExportOpener.open(path: path, options: ReadOptions()).first)
      let description = try command.inspect(export, path: path).1.split(separator: "\n")
      #expect(description.first == "x.csv" && description.count == 3)
      #expect(zip(description.dropFirst(), lines).allSatisfy { $0.hasPrefix($1) }, "\(description)")
    }
    let path = try folder.write("<?xml version=\"1.0\"?><a><b></a>", to: "broken.xml")
    let export = try #require(try ExportOpener.open(path: path, options: ReadOptions()).first)
    #expect(try command.inspect(export, path: path).1.hasPrefix("broken.xml:1: XML that is not well-formed; "))
  }

  /// PayPal's rows name their currency, each its own: 5 EUR came.
  @Test func aCurrencyThatTheRowsNameIsNotAskedFor() throws {
    let folder = try Folder()
    let path = try folder.write(
      "Date,Time,TimeZone,Type,Status,Currency,Gross,Fee,Net,Transaction ID\n"
        + "31/01/2026,10:00:00,CET,Website Payment,Completed,EUR,5.00,0.00,5.00,C1\n"
        + "31/01/2026,11:00:00,CET,General Withdrawal,Completed,USD,-3.00,0.00,-3.00,C2\n", to: "x.csv")
    let export = try #require(try ExportOpener.open(path: path, options: ReadOptions()).first)
    let (report, text) = try Inspect.parse([path]).inspect(export, path: path)
    #expect(report.currency == nil && report.units["revenue"] == "EUR")
    #expect(text.contains("  not stated account, time zone\n") && report.advice?.contains("--currency") == false)
  }

  /// A column of numbers called "#" is no comment: its table keeps its header, and nobody's name is shown as one.
  @Test func aHeaderThatBeginsWithTheMarkOfComments() throws {
    let folder = try Folder()
    let path = try folder.write(
      "#,What is your name?,Email,Submitted At\n1,Ann Lee,ann@example.org,2026-05-30 18:00:01\n"
        + "2,Bob Roe,bob@example.org,2026-05-31 18:00:01\n", to: "answers.csv")
    let export = try #require(try ExportOpener.open(path: path, options: ReadOptions()).first)
    let text = try Inspect.parse([path]).inspect(export, path: path).1
    #expect(text.contains("\n  rows       2\n") && text.contains("\n  column     What is your name?: "))
    #expect(!text.contains("Ann") && !text.contains("ann@"))
  }

  private func inspect(_ text: String, by columns: [TableField: String]) throws -> (FileReport, String) {
    var mapping = TableMapping(name: "shop", kind: .orders)
    mapping.fields = columns.mapValues { FieldMapping([$0]) }
    let folder = try Folder()
    let path = try folder.write(text, to: "orders.csv")
    let export = try #require(try ExportOpener.open(path: path, options: ReadOptions(mappings: [mapping])).first)
    return try Inspect.parse([path]).inspect(export, path: path)
  }

  @Test func aMappingThatMissesAColumnIsNamedBesideTheFilesOwn() throws {
    let (report, text) = try inspect(
      "order_id,Date,Total\n1,2026-03-02,10\n", by: [.orderID: "order_idd", .day: "Date", .total: "Total"])
    #expect(report.status == .unrecognised)
    #expect(text.contains("\n  problem    orders.csv: no column \"order_idd\" (orderID), though the mapping \"shop\" "))
    #expect(text.contains("\n  column     order_id: "))
    #expect(
      report.advice?.hasPrefix("correct the mapping \"shop\" by the columns above and inspect the file again; ") == true
    )
  }

  @Test func aMappingThatPointsAtTheWrongColumnIsNamed() throws {
    let (report, _) = try inspect(
      "No,At,Produkt\n1,2026-03-02,Tasse\n", by: [.orderID: "No", .day: "At", .total: "Produkt"])
    #expect(
      report.advice
        == "nothing in it can be loaded; see the problems above, correct the export or the mapping \"shop\"")
  }
}
