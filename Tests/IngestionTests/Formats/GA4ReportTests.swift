import Testing
import Vocabulary

@testable import Ingestion

struct GA4ReportTests {
  /// The report's own days come first, and theirs are the sums, whichever rows come first.
  @Test(arguments: [true, false])
  func comparedDaysInTheComments(isOwnFirst: Bool) throws {
    let own = "Direct,Jul 1 - Sep 28 2026,400\nEmail,Jul 1 - Sep 28 2026,600\n"
    let other = "Direct,Apr 2 - Jun 30 2026,380\n"
    let reading = try Sample(
      "\(Self.box)# Traffic\n\(Self.box)# All Users\n# Start date: 20260701\n# End date: 20260928\n"
        + "# Compare start date: 20260402\n# Compare end date: 20260630\nChannel,Date range,Sessions\n"
        + (isOwnFirst ? own + other : other + own)
    ).read()
    #expect(reading.total(.sessions) == "1000")
    #expect(reading.recognition.window?.description == "2026-04-02…2026-09-28")
  }

  /// A brand of oil is called so: among the rows, the word is a name.
  @Test func aNameThatIsAWordForTotals() throws {
    let reading = try Sample(
      "\(Self.box)# Item brand\n\(Self.box)# Start date: 20260701\n# End date: 20260731\n"
        + "Item brand,Sessions\nCastrol,10\nTotal,7\nShell,5\n"
    ).read()
    #expect(reading.total(.sessions) == "22" && reading.all.skippedRows.isEmpty)
  }

  /// Everybody counts, wherever their rows stand.
  @Test func theSegmentOfEverybody() throws {
    let reading = try Sample(
      "\(Self.box)# Free form 1\n# Shop\n# 20260901-20260930\n\(Self.box)\nSegment,Channel,Sessions\n"
        + "Tablet traffic,Direct,1\nAll Users,Direct,300\nMobile traffic,Direct,100\nAll Users,Email,30\n"
    ).read()
    #expect(reading.total(.sessions) == "330")
  }

  private static let box = "# ----------------------------------------\n"

  /// Segments overlap, so that 300 + 500 are the sessions and not 1,100.
  @Test func aColumnOfSegments() throws {
    let reading = try Sample(
      "\(Self.box)# Free form 1\n# Shop\n# 20260901-20260930\n\(Self.box)\nSegment,Channel,Sessions,Total revenue\n"
        + "All Users,Direct,300,500.75\nAll Users,Organic Search,500,700\nMobile traffic,Direct,100,100.25\n"
        + "Mobile traffic,Organic Search,200,100\n"
    ).read()
    #expect(reading.recognition.format == "GA4Report")
    #expect(reading.total(.sessions) == "800" && reading.total(.revenue) == "1200.75")
    #expect(
      reading.all.webTraffic.count == 8
        && reading.recognition.notes.contains { $0.hasSuffix("only \"All Users\" is added up") })
  }

  /// A spreadsheet's total names itself in the first cell, above or below the rows.
  @Test(arguments: ["Grand total,1500,15\n/,1000,10\n/b,500,5\n", "/,1000,10\n/b,500,5\nTotal,1500,15\n"])
  func aTotalInTheFirstColumn(rows: String) throws {
    let reading = try Sample(
      "\(Self.box)# Landing page\n\(Self.box)# Start date: 20260701\n# End date: 20260731\n"
        + "Landing page,Sessions,Key events\n\(rows)"
    ).read()
    #expect(reading.total(.sessions) == "1500" && reading.total(.conversions) == "15")
    #expect(reading.all.skippedRows.map(\.reason) == [.totals])
  }

  /// Nothing but a blank line parts the tables.
  @Test func furtherTablesWithoutComments() throws {
    let reading = try Sample(
      "\(Self.box)# User attributes\n\(Self.box)# Start date: 20260101\n# End date: 20260923\n\n"
        + "Country ID,Active users\nUS,10\n\nCity,Active users\nMarquette,7\nOslo,2\n\nLanguage,Sessions\nEnglish,9\n"
    ).read()
    #expect(reading.all.webTraffic.map(\.dimension) == ["country id", "city", "city", "language"])
    #expect(reading.total(.users) == "10" && reading.total(.sessions) == "9")
    #expect(reading.summary.rowsRejected == 0)
  }

  /// The tool never groups, so that 1,025 is another program's.
  @Test func aGroupedFigureIsAsked() throws {
    let text =
      "\(Self.box)# Key events\n\(Self.box)# Start date: 20260101\n# End date: 20260331\n\nYear month,Key events\n"
      + "202601,410\n202603,\"1,025\"\n"
    #expect(try Sample(text).failure() == .ambiguousNumbers(file: "sample.csv", column: "Key events", line: 9))
    #expect(try Sample(text).read(ReadOptions(locale: "en-US")).total(.conversions) == "1435")
  }

  /// The comma of the decimals is not the delimiter, though the header then seems to come later.
  @Test func decimalCommasBetweenSemicolons() throws {
    let reading = try Sample(
      "# Start date: 20260101\n# End date: 20260103\nSession source / medium;Sessions;Engagement rate\n"
        + "google / cpc;8;0,25\ndirect;4;0,5\n"
    ).read()
    #expect(reading.recognition.dialect == "delimiter: semicolon")
    #expect(reading.total(.sessions) == "12")
  }

  /// Headers and comment lines follow the language of the interface.
  @Test(arguments: [
    (
      "Konto: Acme", "Property: Laden", "Startdatum: 20260817", "Enddatum: 20260913", "Seitenpfad,Aufrufe,Aktive Nutzer"
    ),
    (
      "Compte : Acme", "Propriété : Laden", "Date de début : 20260817", "Date de fin : 20260913",
      "Chemin,Vues,Utilisateurs actifs"
    ),
    ("アカウント: Acme", "プロパティ: Laden", "開始日: 20260817", "終了日: 20260913", "ページパス,表示回数,アクティブ ユーザー"),
  ])
  func otherLanguages(account: String, property: String, first: String, last: String, header: String) throws {
    let comments = ["----", account, property, "----", "", first, last].map { "# \($0)\n" }.joined()
    let reading = try Sample(comments + "\(header)\n,\"12,345\",3000\n/a,\"1,200\",800\n#tag,145,4\n/b,\"11,000\",90\n")
      .read()
    #expect(reading.recognition.format == "GA4Report" && reading.recognition.account == "Laden")
    #expect(reading.recognition.window?.description == "2026-08-17…2026-09-13")
    #expect(reading.summary.rowsRead == 4 && reading.summary.rowsRejected == 0)
    #expect(reading.all.skippedRows.map(\.reason) == [.totals])
    #expect(reading.all.webTraffic.map(\.metric) == [.views, .users, .views, .users, .views, .users])
    #expect(reading.total(.views) == "12345")
    #expect(reading.all.webTraffic[2].dimensionValue == "#tag")
  }

  /// Whatever the language calls the column that counts the days.
  @Test func daysThatAreCounted() throws {
    let reading = try Sample(
      "# Startdatum: 20260101\n# Enddatum: 20260103\nN. Tag,Sitzungen\n0000,5\n0001,7\n0002,9\n"
    ).read()
    #expect(reading.all.webTraffic.map(\.window.description) == ["2026-01-01", "2026-01-02", "2026-01-03"])
    #expect(reading.all.webTraffic.map(\.dimension) == ["", "", ""] && reading.total(.sessions) == "21")
    let years = try Sample(
      "# Startdatum: 20260101\n# Enddatum: 20260103\nBaujahr,Sitzungen\n2019,5\n2020,7\n"
    ).read()
    #expect(years.all.webTraffic.map(\.dimensionValue) == ["2019", "2020"])
  }

  /// Twelve weeks, three months or 24 hours are none of the first days, whatever the language calls them: they are names,
  /// as an exploration's are.
  @Test(arguments: [
    ("Nth week", 12, "20260706", "20260927"), ("N-te Woche", 12, "20260706", "20260927"),
    ("Nième semaine", 12, "20260706", "20260927"), ("N-ty tydzień", 12, "20260706", "20260927"),
    ("Nth month", 3, "20260706", "20260927"), ("N-ter Monat", 3, "20260706", "20260927"),
    ("Nth hour", 24, "20260706", "20260706"), ("N-te Stunde", 24, "20260706", "20260706"),
  ])
  func countsOfOtherThanDays(column: String, count: Int, first: String, last: String) throws {
    let rows = (0..<count).map { "00\($0 < 10 ? "0" : "")\($0),60\n" }.joined()
    let reading = try Sample("# Start date: \(first)\n# End date: \(last)\n\(column),Sessions\n\(rows)").read()
    let days = first == last ? "2026-07-06" : "2026-07-06…2026-09-27"
    #expect(reading.all.webTraffic.count == count && reading.summary.rowsRejected == 0)
    #expect(reading.all.webTraffic.allSatisfy { $0.window.description == days })
    #expect(reading.all.webTraffic.allSatisfy { $0.dimension == column.lowercased() })
    #expect(reading.all.webTraffic.last?.dimensionValue == "00\(count < 11 ? "0" : "")\(count - 1)")
    #expect(reading.total(.sessions) == "\(60 * count)")
    #expect(reading.recognition.columns.map(\.meaning) == ["dimension", "sessions"])
    #expect(reading.recognition.notes.contains { $0.hasPrefix("\"\(column)\" counts no days") })
  }

  /// In the words of its languages a count of days may end before the report; in another language it tells of each day.
  @Test(arguments: [("Nième jour", 2), ("N.º día", 2), ("Ennesimo giorno", 2), ("N 日目", 2), ("N-ty dzień", 3)])
  func countsOfDays(column: String, count: Int) throws {
    let rows = (0..<count).map { "000\($0),60\n" }.joined()
    let reading = try Sample("# Start date: 20260706\n# End date: 20260708\n\(column),Sessions\n\(rows)").read()
    #expect(
      reading.all.webTraffic.map(\.window.description)
        == Array(["2026-07-06", "2026-07-07", "2026-07-08"].prefix(count)))
    #expect(reading.recognition.columns.map(\.meaning) == ["day", "sessions"] && reading.recognition.notes.isEmpty)
  }

  /// Sessions in one report and users in another, under the same names; the table says which.
  @Test(arguments: ["Nth day", "N. Tag", "Nth week"])
  func aChartOfRowsIsLeftOutBesideTheirTable(column: String) throws {
    let days = "# Start date: 20261001\n# End date: 20261002\n"
    let reading = try Sample(
      "\(days)\(column),Organic Search,Direct\n0000,10,5\n0001,10,5\n\n\(days)Channel,Sessions\n"
        + "Organic Search,20\nDirect,10\n"
    ).read()
    #expect(reading.all.webTraffic.map(\.metric) == [.sessions, .sessions] && reading.total(.sessions) == "30")
    #expect(reading.all.skippedRows.count { $0.reason == .overlapping } == 2 && reading.summary.rowsSkipped == 3)
    #expect(reading.recognition.columns.map(\.meaning) == [nil, nil, nil, "dimension", "sessions"])
    #expect(reading.recognition.notes.contains { $0.hasPrefix("a chart has a column for each of some rows") })
  }

  /// Figures that are none of the shared ones keep their own names.
  @Test func chartsOfOtherFiguresAreRead() throws {
    let days = "# Start date: 20261001\n# End date: 20261002\n"
    let reading = try Sample(
      "\(days)Nth day,Engagement rate\n0000,0.5\n\n\(days)Nth day,30 days,7 days\n0000,9,5\n0001,8,4\n\n"
        + "\(days)Channel,Sessions\nDirect,10\n"
    ).read()
    #expect(
      reading.all.webTraffic.map(\.metricName) == [
        "Engagement rate", "30 days", "7 days", "30 days", "7 days", "Sessions",
      ])
    #expect(reading.recognition.notes.isEmpty)
  }

  /// A spreadsheet's thousands and decimals; a whole number has none of the latter.
  @Test func figuresOfASpreadsheet() throws {
    let reading = try Sample(
      "# Start date: 20260101;;;\n# End date: 20260103;;;\nPage;Views;Engagement rate;Total revenue\n"
        + "/a;1.234;61,7%;1.234,50\n/b;2.000;0,5;0,25\n"
    ).read()
    #expect(reading.total(.views) == "3234" && reading.total(.revenue) == "1234.75")
    let rates = reading.all.webTraffic.filter { $0.metricName == "Engagement rate" }.map(\.valueMicros)
    #expect(rates == [617_000, 500_000])
  }

  private static let snapshot = """
    # ----------------------------------------
    # Report CSV Export
    # Account: Acme
    # Property: Acme shop
    # ----------------------------------------
    #  \n# Start date: 20260101
    # End date: 20260103
    Nth day,Sessions
    0000,5
    0002,7

    # Where do they come from?
    # Start date: 20260101
    # End date: 20260103
    Session source / medium,Country,Sessions,Engagement rate
    google / cpc,Chile,8,0.25
    (direct) / (none),,4,

    # How well do you retain them?
    # Start date: 20251228
    # End date: 20260103
    Date,Week 0,Week 1
    Dec 28 - Jan 3,0,-1
    Jan 4 - Jan 10,-1,-1
    """

  @Test func stackedTables() throws {
    let reading = try Sample(Self.snapshot).read()
    #expect(reading.recognition.format == "GA4Report")
    #expect(reading.recognition.account == "Acme shop")
    #expect(reading.recognition.window?.description == "2025-12-28…2026-01-03")
    // Six data rows and two blank lines; titles and headers are not counted.
    #expect(reading.summary.rowsRead == 8)
    #expect(reading.all.skippedRows.map(\.reason) == [.blank, .blank, .filler])
    #expect(reading.total(.sessions) == "12")
    let days = reading.all.webTraffic.filter { $0.dimension == "" }
    #expect(days.map(\.window.description) == ["2026-01-01", "2026-01-03"])
    let first = try #require(reading.all.webTraffic.first { $0.metricName == "Sessions" && $0.origin.section == 2 })
    #expect(first.dimension == "session source / medium + country")
    #expect(first.dimensionValue == "google / cpc + Chile")
    #expect(first.property == "Acme shop")
    let cohort = reading.all.webTraffic.filter { $0.origin.section == 3 }
    #expect(cohort.map(\.dimensionValue) == ["Dec 28 - Jan 3"])
  }

  /// A card with the sums of the whole page names nothing before its first figure.
  @Test func aTableOfFiguresAloneHasNoDimension() throws {
    let days = "# Start date: 20261001\n# End date: 20261028\n"
    let reading = try Sample(
      "\(days)Active users,New users,Average engagement time per active user,Event count\n58,57,68.5,486\n\n"
        + "\(days)Page title,Views,Active users\nHome,19,3\nShop,17,12\n"
    ).read()
    let sums = reading.all.webTraffic.filter { $0.origin.section == 1 }
    #expect(sums.map(\.metric) == [.users, .newUsers, .other, .events])
    #expect(sums.map { Micros.text($0.valueMicros) } == ["58", "57", "68.5", "486"])
    #expect(sums.allSatisfy { $0.dimension.isEmpty && $0.dimensionValue.isEmpty })
    #expect(sums.allSatisfy { $0.window.description == "2026-10-01…2026-10-28" })
    #expect(reading.total(.users) == "58" && reading.total(.views) == "36" && reading.summary.rowsRejected == 0)
    #expect(reading.all.webTraffic.last?.dimensionValue == "Shop")
  }

  /// What a column is called does not make names figures.
  @Test func namesUnderAFiguresHeaderAreADimension() throws {
    let reading = try Sample(
      "# Start date: 20261001\n# End date: 20261028\nConversions,Sessions\nsignup,4\norder,3\n"
    ).read()
    #expect(reading.all.webTraffic.map(\.dimensionValue) == ["signup", "order"] && reading.total(.sessions) == "7")
  }

  @Test func anExplorationBeginsWithItsTotals() throws {
    let reading = try Sample(
      """
      # Acme shop
      # Landing pages
      # 20260101-20260131

      Landing page,Hour,Date,Sessions,Views,Total revenue,Purchase revenue
      ,,,900,40,12.5,12,Grand total
      /,10,20260102,500,30,10.5,10
      /shop,11,20260103,300,9,2,2
      """, name: "download.csv"
    ).read()
    #expect(reading.recognition.format == "GA4Report")
    #expect(reading.recognition.account == "Acme shop")
    #expect(reading.recognition.window?.grain == .month)
    #expect(reading.summary.rowsRead == 3 && reading.summary.rowsRejected == 0)
    #expect(reading.all.skippedRows.map(\.reason) == [.totals])
    #expect(reading.total(.sessions) == "800" && reading.total(.views) == "39" && reading.total(.revenue) == "12.5")
    let totals = reading.all.controlTotals
    #expect(totals.map(\.metric) == [.sessions, .views, .revenue])
    #expect(totals.map { Micros.text($0.valueMicros) } == ["900", "40", "12.5"])
    #expect(totals.allSatisfy { !$0.coversAllRows && $0.label == "Grand total" })
    let first = try #require(reading.all.webTraffic.first)
    #expect(first.dimension == "landing page + hour" && first.dimensionValue == "/ + 10")
    #expect(first.window.description == "2026-01-02" && first.property == "Acme shop")
  }

  /// A spreadsheet fills every line up to the widest one, which is the one of the totals.
  @Test func anExplorationThatASpreadsheetSavedAgain() throws {
    let reading = try Sample(
      """
      # Acme shop,,,
      # Landing pages,,,
      # 20260101-20260131,,,
      ,,,
      Landing page,Sessions,Views,
      ,900,40,Grand total
      /,500,30,
      """
    ).read()
    #expect(reading.recognition.account == "Acme shop" && reading.recognition.window?.grain == .month)
    #expect(reading.all.skippedRows.map(\.reason) == [.totals])
    #expect(reading.total(.sessions) == "500" && reading.total(.views) == "30")
    #expect(reading.all.webTraffic.map(\.dimension) == ["landing page", "landing page"])
  }

  @Test func aReportsTotalsAreHeldAgainstItsRows() throws {
    let reading = try Sample(
      """
      # Start date: 20260101
      # End date: 20260131
      Session channel,Country,Active users,Sessions,Views
      ,,10,12,40
      Direct,Chile,6,7,30
      Direct,Peru,5,6,10
      """
    ).read()
    #expect(reading.all.controlTotals.map(\.metric) == [.sessions, .views])
    #expect(reading.all.controlTotals.map(\.coversAllRows) == [false, true])
    #expect(reading.all.controlTotals.map { Micros.text($0.valueMicros) } == ["12", "40"])
    #expect(reading.total(.views) == "40")
  }

  /// A page shows ten rows, and of these nobody knows whether they are all; its sessions may be in several rows.
  @Test(arguments: [(9, [false, true, true]), (10, [false, false, false]), (11, [false, true, true])])
  func anExplorationsTotalsAreHeldAgainstAllItsRows(count: Int, covers: [Bool]) throws {
    let rows = (1...count).map { "202610\($0 < 10 ? "0" : "")\($0),a / b,3,5,1.5\n" }.joined()
    let reading = try Self.exploration(
      "Date,Session source / medium,Sessions,Views,Total revenue\n,,99,98,97.5,Grand total\n\(rows)"
    ).read()
    #expect(reading.all.controlTotals.map(\.metric) == [.sessions, .views, .revenue])
    #expect(reading.all.controlTotals.map { Micros.text($0.valueMicros) } == ["99", "98", "97.5"])
    #expect(reading.all.controlTotals.map(\.coversAllRows) == covers)
    #expect(reading.total(.views) == "\(5 * count)")
  }

  /// Two parts of the same people in the same days do not add up; other days are other sessions.
  @Test(arguments: [("20260301", "20260331", "150"), ("20260201", "20260228", "230")])
  func comparisonsAreNotAdded(first: String, last: String, sessions: String) throws {
    func table(_ name: String, _ first: String, _ last: String, _ rows: String) -> String {
      "# \(name)\n# Start date: \(first)\n# End date: \(last)\nSession channel,Sessions\n\(rows)\n"
    }
    let reading = try Sample(
      table("All Users", "20260301", "20260331", "Direct,100\nEmail,50\n")
        + table("Mobile traffic", first, last, "Direct,60\nEmail,20\n")
    ).read()
    #expect(Micros.text(reading.all.webTraffic.reduce(0) { $0 + $1.valueMicros }) == sessions)
    #expect(reading.all.skippedRows.count { $0.reason == .overlapping } == (sessions == "150" ? 2 : 0))
    #expect(reading.recognition.notes.contains { $0.contains("as comparisons do") } == (sessions == "150"))
  }

  /// February beside March: each has its own days, and the file's sum is that of the days above the table.
  @Test func aComparisonOfPeriods() throws {
    let reading = try Sample(
      """
      # Start date: 20250301
      # End date: 20250328
      Session channel,Date range,Sessions
      Direct,"Mar 1 - Mar 28, 2025",100
      Direct,"Feb 1 - Feb 28, 2025",60
      Email,"Mar 1 - Mar 28, 2025",50
      Email,"Feb 1 - Feb 28, 2025",20
      """
    ).read()
    #expect(
      reading.all.webTraffic.map { "\($0.dimensionValue) \($0.window)" } == [
        "Direct 2025-03-01…2025-03-28", "Direct 2025-02-01…2025-02-28", "Email 2025-03-01…2025-03-28",
        "Email 2025-02-01…2025-02-28",
      ])
    #expect(reading.all.webTraffic.allSatisfy { $0.dimension == "session channel" })
    #expect(reading.total(.sessions) == "150" && reading.summary.rowsRead == 4 && reading.summary.rowsSkipped == 0)
    #expect(reading.recognition.window?.description == "2025-02-01…2025-03-28")
    #expect(
      reading.recognition.notes == [
        "it compares periods: each row has the days of its own, and only those of the report's days are added up"
      ])
    #expect(reading.recognition.columns.map(\.meaning) == ["dimension", "period", "sessions"])
  }

  /// A month and an id are names, though they are written as numbers: beside them rows are not alike.
  @Test(arguments: ["Month", "Session Google Ads campaign ID", "Nth week", "Woche"])
  func namesThatAreNumbers(column: String) throws {
    let reading = try Sample(
      """
      # Start date: 20260101
      # End date: 20260228
      Session channel,\(column),Sessions
      Direct,01,100
      Direct,02,200
      """
    ).read()
    #expect(reading.total(.sessions) == "300")
    #expect(reading.all.webTraffic.map(\.metric) == [.sessions, .sessions])
    #expect(Set(reading.all.webTraffic.map(\.dimensionValue)).count == 2)
  }

  @Test(.enabled(if: Shared.isPresent, "needs the shared collection"))
  func realFile() throws {
    let reading = try Shared.reading("ga4-ui/data-export.csv")
    // 131 data rows in 15 tables and 17 blank lines after the first header.
    #expect(reading.summary.rowsRead == 148)
    #expect(reading.all.skippedRows.count { $0.reason == .blank } == 17)
    #expect(reading.summary.rowsRejected == 0)
    #expect(reading.total(.sessions) == "6")
    #expect(reading.total(.views) == "15")
    #expect(reading.total(.users) == "1")
    // Only tables without rows have a column of it.
    #expect(reading.total(.revenue) == nil && reading.total(.conversions) == nil)
    #expect(reading.all.webTraffic.first { $0.metricName == "Views" }?.origin.section == 11)
  }

  private static func report(_ lines: [String], _ rows: String) -> String {
    (["----", "Report CSV Export", "Account: Acme", "Property: Shop", "----", ""] + lines).map { "# \($0)\n" }.joined()
      + rows
  }

  /// Some of the visits are another series than all of them.
  @Test(arguments: [
    (["All Users", "Start date: 20261001"], ""), (["Alle Nutzer", "Startdatum: 20261001"], ""),
    (["Mobile traffic", "Start date: 20261001"], "filtered by Mobile traffic"),
    (["Alle Nutzer", "Filter: Land genau Peru", "Startdatum: 20261001"], "filtered by Land genau Peru"),
    (["Wszyscy", "Data rozpoczęcia: 20261001"], ""), (["Who visits?", "Start date: 20261001"], ""),
  ])
  func aReportOfSomeUsersSaysSo(lines: [String], words: String) throws {
    let reading = try Sample(
      Self.report(lines + ["End date: 20261002"], "Date,Sessions\n20261001,40\n20261002,45\n")
    ).read()
    #expect(reading.all.webTraffic.map(\.dimension) == [words, words] && reading.total(.sessions) == "85")
    #expect(
      reading.recognition.notes.contains { $0.contains("kept apart from those of the whole site") } == !words.isEmpty)
    let byCountry = try Sample(Self.report(lines + ["End date: 20261002"], "Country,Sessions\nPeru,40\n")).read()
    #expect(byCountry.all.webTraffic.map(\.dimension) == [words.isEmpty ? "country" : "\(words), country"])
  }

  @Test func ofComparisonsThatOfEverybodyIsRead() throws {
    let days = "# Start date: 20261001\n# End date: 20261002\nCountry,Sessions\n"
    let reading = try Sample("# Mobile traffic\n\(days)Peru,40\n# All Users\n\(days)Peru,100\n").read()
    #expect(reading.all.webTraffic.map(\.dimension) == ["country"] && reading.total(.sessions) == "100")
    #expect(reading.all.skippedRows.map(\.reason) == [.overlapping])
  }

  /// Cards of a page have titles, and those are no users.
  @Test func titlesOfCardsAreNoUsers() throws {
    let days = "# Start date: 20261001\n# End date: 20261002\n"
    let reading = try Sample("# Visits\n\(days)Date,Sessions\n20261001,5\n# Lands\n\(days)Country,Users\nPeru,4\n")
      .read()
    #expect(reading.all.webTraffic.map(\.dimension) == ["", "country"])
  }

  /// The same report in several languages tells of one dimension and one figure.
  @Test(arguments: [
    ("Session source / medium,Sessions,Key events", "session source / medium"),
    ("Sitzung – Quelle/Medium,Sitzungen,Schlüsselereignisse", "session source / medium"),
    ("Source / Support de la session,Sessions,Événements clés", "session source / medium"),
    ("Fuente/medio de la sesión,Sesiones,Eventos clave", "session source / medium"),
    ("セッションの参照元 / メディア,セッション,キーイベント", "session source / medium"),
    ("Standard-Channelgruppe der Sitzung,Sitzungen,Schlüsselereignisse", "session default channel group"),
    ("Gruppo di canali predefinito della sessione,Sessioni,Eventi chiave", "session default channel group"),
    ("Erste Nutzerinteraktion – Quelle/Medium,Sitzungen,Schlüsselereignisse", "first user source / medium"),
    ("Land,Sessies,Belangrijke gebeurtenissen", "country"), ("Support,Sessions,Key events", "support"),
    ("Kundenart,Sitzungen,Schlüsselereignisse", "kundenart"),
  ])
  func namesAreKeptInEnglish(header: String, dimension: String) throws {
    let reading = try Self.exploration("\(header)\ngoogle / cpc,100,3\n").read()
    #expect(reading.all.webTraffic.map(\.dimension) == [dimension, dimension])
    #expect(reading.all.webTraffic.map(\.metricName) == ["Sessions", "Key events"])
    #expect(reading.all.webTraffic.map(\.metric) == [.sessions, .conversions])
  }

  /// Two kinds of users stay two, and English stays as it is written.
  @Test(arguments: [
    ("Datum,Aktive Nutzer,Nutzer insgesamt,Engagement-Rate", ["Active users", "Total users", "Engagement-Rate"]),
    ("Date,Screen page views,TOTAL USERS,Engagement rate", ["Screen page views", "TOTAL USERS", "Engagement rate"]),
  ])
  func figuresOfOneKindKeepTheirNames(header: String, names: [String]) throws {
    let reading = try Self.exploration("\(header)\n20261001,5,6,0.5\n").read()
    #expect(reading.all.webTraffic.map(\.metricName) == names)
    #expect(reading.all.webTraffic.allSatisfy { $0.dimension.isEmpty })
  }

  /// From 10 March 2026 on as lands write it; of the fourth and fifth, which read both ways, the report's days tell.
  @Test(arguments: [
    ("Date", ["10.03.2026", "11.03.2026", "13.03.2026"]),
    ("Datum", ["10.3.26", "11.3.26", "13.3.26"]),
    ("Fecha", ["10/03/2026", "11/03/2026", "13/03/2026"]),
    ("Date", ["3/10/2026", "3/11/2026", "3/12/2026"]),
    ("Datum", ["10-3-2026", "11-3-2026", "12-3-2026"]),
    ("Date", ["2026/3/10", "2026-03-11", "Mar 12, 2026"]),
  ])
  func daysAsLandsWriteThem(column: String, days: [String]) throws {
    let lines = ["All Users", "Start date: 20260310", "End date: 20260316"]
    let alone = try Sample(
      Self.report(lines, "\(column),Sessions\n" + days.map { "\"\($0)\",1000\n" }.joined())
    ).read()
    let last = days[2].contains("13") ? "2026-03-13" : "2026-03-12"
    #expect(alone.all.webTraffic.map(\.window.description) == ["2026-03-10", "2026-03-11", last])
    #expect(alone.all.webTraffic.allSatisfy { $0.dimension.isEmpty && $0.dimensionValue.isEmpty })
    #expect(alone.recognition.columns.map(\.meaning) == ["day", "sessions"])
    let split = try Sample(
      Self.report(
        lines, "\(column),Session source / medium,Sessions\n" + days.map { "\"\($0)\",a / b,1000\n" }.joined())
    ).read()
    #expect(split.all.webTraffic.map(\.window.description) == ["2026-03-10", "2026-03-11", last])
    #expect(split.all.webTraffic.map(\.dimensionValue) == ["a / b", "a / b", "a / b"])
  }

  /// 4 and 5 March or 3 April and 3 May: both lie in the report's days.
  @Test func daysThatReadBothWaysAreAskedAbout() throws {
    let text = Self.report(
      ["All Users", "Start date: 20260101", "End date: 20261231"], "Date,Sessions\n4/3/2026,1\n5/3/2026,2\n")
    #expect(try Sample(text).failure() == .ambiguousDates(file: "sample.csv", column: "Date", line: 11))
    let british = try Sample(text).read(ReadOptions(dateOrder: .dayMonthYear))
    #expect(british.all.webTraffic.map(\.window.description) == ["2026-03-04", "2026-03-05"])
  }

  /// It would be a name beside the site's own days, or make names of them all.
  @Test func aDateThatIsNoDayIsRefused() throws {
    let reading = try Sample(
      Self.report(
        ["All Users", "Start date: 20261001", "End date: 20261002"],
        "Date,Sessions\n20261001,40\n(other),3\n20261002,45\n")
    ).read()
    #expect(reading.all.webTraffic.map(\.window.description) == ["2026-10-01", "2026-10-02"])
    #expect(reading.total(.sessions) == "85" && reading.all.rejectedRows.map(\.line) == [12])
  }

  private static func exploration(_ rows: String) throws -> Sample {
    let line = "# ----------------------------------------\n"
    return try Sample("\(line)# Acme - GA4\n# Free form 1\n# 20261001-20261031\n\(line)\n\(rows)")
  }

  /// Its predecessor stands below such a box as well, but no longer in these days; the word for totals is the user's.
  @Test(arguments: [
    "Sitzung – Quelle/Medium,Sitzungen,Aktive Nutzer\n,150,140,Gesamtsumme\na / b,100,95\n(direct) / (none),50,45\n",
    "ISO week of ISO year,Sessions\n202640,100\n202641,50\n,150,Grand total\n",
    "Date + hour (YYYYMMDDHH),Sessions\n2026100100,100\n2026100101,50\n",
  ])
  func explorationsInWordsThatItsPredecessorHas(rows: String) throws {
    let reading = try Self.exploration(rows).read()
    #expect(reading.recognition.format == "GA4Report" && reading.total(.sessions) == "150")
    #expect(reading.summary.rowsRejected == 0)
    #expect(reading.all.skippedRows.filter { $0.reason == .totals }.count == (rows.contains(",150") ? 1 : 0))
  }

  @Test(arguments: [
    "Device category,desktop,mobile\nDate,Sessions,Sessions\n20261001,100,50\n",
    "Device category,desktop,desktop,Totals,Totals\nDate,Sessions,Active users,Sessions,Active users\n20261001,9,5,9,5\n",
  ])
  func anExplorationWithColumnsOfADimensionIsRefused(rows: String) throws {
    #expect("\(try #require(try Self.exploration(rows).failure()))".contains("move the dimension to the rows"))
  }
}
