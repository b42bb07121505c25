import Ingestion
import Testing
import Vocabulary

struct GoogleAdsCampaignReportTests {
  /// Ages are parts of the campaigns, and the same clicks stand beside each asset of an ad.
  @Test(arguments: ["Age", "Asset", "Landing page", "Interaction type", "Item ID", "Day & time", "Placement"])
  func reportsOfPartsAreLeftOut(part: String) throws {
    let text =
      "Some report\n\"July 1, 2026 - July 31, 2026\"\n\(part),Campaign,Clicks,Impr.,Currency code,Cost\nx,Search,10,100,EUR,5.00\n"
    let failure = try #require(try Sample(text).failure())
    #expect("\(failure)".contains("a Google Ads report of parts of campaigns"))
    #expect("\(failure)".hasSuffix("export the campaign report instead"))
  }

  private static let january = "Campaign report\n\"January 1, 2026 - January 31, 2026\"\n"

  /// Only the left one would be read.
  @Test func twoTablesSideBySideAreRefused() throws {
    let header = "Day,Campaign,Currency code,Cost"
    let failure = try #require(
      try Sample(Self.january + "\(header),,\(header)\n2026-01-02,A,EUR,1.50,,2026-02-02,A,EUR,2.50\n").failure())
    #expect(
      failure
        == .leftOut(
          file: "sample.csv", kind: "two tables side by side, the second from column 6",
          advice: "put each table into a file of its own"))
    #expect(try Sample(Self.january + "\(header),Cost,Cost\n2026-01-02,A,EUR,1.50,,\n").failure() == nil)
  }

  /// A mark of dollars beside a code of euros is neither.
  @Test func anAmountWithTheMarkOfAnotherCurrencyIsRejected() throws {
    let reading = try Sample(
      Self.january + "Campaign,Day,Currency code,Cost\nA,2026-01-02,EUR,40.00\nB,2026-01-02,EUR,$30.00\n"
    ).read()
    #expect(reading.total(.spend) == "40")
    #expect(reading.summary.problems.map(\.found) == ["an amount in $"])
  }

  private static func campaigns(cost: String) -> String {
    january + "Campaign,Day,Impr.,Clicks,\(cost)\nA,2026-01-02,10,1,40.00\n"
  }

  /// A dollar is no one currency.
  @Test(arguments: [("Cost (€)", "EUR"), ("Cost (£)", "GBP"), ("Cost ($)", nil)] as [(String, String?)])
  func aSignInTheHeaderCountsAsItsCode(cost: String, code: String?) throws {
    let reading = try Sample(Self.campaigns(cost: cost)).read()
    #expect(reading.all.adPerformance.map(\.spendMicros) == [40_000_000])
    #expect(reading.all.adPerformance.map { $0.currency?.code } == [code])
  }

  @Test func dollarsInTheHeaderAreNoEuros() throws {
    let euros = try #require(Currency("EUR"))
    let sample = try Sample(Self.campaigns(cost: "Cost ($)"))
    #expect(
      sample.failure(ReadOptions(currency: euros))
        == .contradictoryCurrency(
          file: "sample.csv", column: "Cost ($)", line: 4, mark: "$", declared: euros, mapping: nil))
    let told = try sample.read(ReadOptions(currency: Currency("CAD")))
    #expect(told.all.adPerformance.map { $0.currency?.code } == ["CAD"])
  }

  @Test func daysBeyondTheStatedPeriodAreNamed() throws {
    let reading = try Sample(
      Self.january + "Campaign,Day,Currency code,Cost\nA,2026-01-02,EUR,40.00\nA,2026-02-03,EUR,30.00\n"
    ).read()
    #expect(
      reading.recognition.notes.contains(
        "its rows reach from 2026-01-02 to 2026-02-03, beyond the period that it states: it may hold several exports"))
  }

  @Test func aRemarkBelowTheTableIsNoCampaign() throws {
    let reading = try Sample(
      Self.january + "Campaign,Day,Currency code,Cost\nA,2026-01-02,EUR,40.00\nSource: Google Ads,,,\n"
    ).read()
    #expect(reading.all.adPerformance.map(\.campaign) == ["A"])
    #expect(reading.all.skippedRows.map(\.reason) == [.footer])
  }

  /// A spreadsheet fills up the lines above the header.
  @Test func aTableThatASpreadsheetSavedAgain() throws {
    let lines = Self.report.split(separator: "\n").map(String.init)
    let padded = lines.enumerated().map { $0.offset < 2 ? $0.element + String(repeating: ",", count: 9) : $0.element }
    let reading = try Sample("sep=,\r\n" + padded.joined(separator: "\r\n")).read()
    #expect(reading.recognition.format == "GoogleAdsCampaignReport")
    #expect(reading.recognition.window?.description == "2026-10-01…2026-10-31")
    #expect(reading.total(.spend) == "1260.5")
  }

  @Test func totalsWhoseLabelIsNotInTheFirstColumn() throws {
    let reading = try Sample(
      "Campaign report\nAll time\nCost,Currency code,Impr.,Campaign,Campaign status\n1.50,EUR,9,Total: Sale,Enabled\n"
        + "1.50,EUR,9, --,Total: Campaigns\n"
    ).read()
    #expect(reading.all.adPerformance.map(\.campaign) == ["Total: Sale"])
    #expect(reading.all.skippedRows.map(\.reason) == [.totals])
  }

  /// Without the lines above it the table is known by the words that nobody else puts side by side; Microsoft's has them
  /// too, and calls what was spent "Spend".
  @Test func aTableWithoutTheLinesAboveIt() throws {
    let rows = "Brand,2026-03-01,EUR,1.50,9,1\nBrand,2026-03-02,EUR,2.25,4,0\n"
    let reading = try Sample("Campaign,Day,Currency code,Cost,Impr.,Clicks\n" + rows).read()
    #expect(reading.recognition.format == "GoogleAdsCampaignReport" && reading.total(.spend) == "3.75")
    #expect(reading.recognition.window?.description == "2026-03-01…2026-03-02")
    for header in [
      "Campaign,Day,Currency code,Spend,Impr.,Clicks", "Campaign,Day,Currency code,Cost,Impressions,Clicks",
    ] {
      #expect((try? Sample(header + "\n" + rows).read())?.recognition.format != "GoogleAdsCampaignReport")
    }
  }

  /// Title and period are the report's own, so that the cost is figure enough.
  @Test(arguments: ["Cost,Currency code,Day,Campaign", "Campaign,Day,Cost", "Day,Campaign,Cost,Conversions"])
  func aReportOfFewColumns(header: String) throws {
    let cells = [
      "Cost": "1.50", "Currency code": "EUR", "Day": "2025-03-01", "Campaign": "Brand", "Conversions": "2.00",
    ]
    let row = header.split(separator: ",").compactMap { cells[String($0)] }.joined(separator: ",")
    let table = "\(header)\n\(row)\n"
    let reading = try Sample("Campaign report\n\"March 1, 2025 - March 14, 2025\"\n" + table).read()
    #expect(reading.recognition.format == "GoogleAdsCampaignReport" && reading.total(.spend) == "1.5")
    #expect(reading.all.adPerformance.map(\.window.description) == ["2025-03-01"])
    #expect(try Sample(table).failure() == .unrecognised(file: "sample.csv", kind: nil))
  }

  /// 02/03 is the second of March where the period begins on the first, and either day in a longer one.
  @Test func thePeriodDecidesTheOrderOfDates() throws {
    func report(_ period: String) -> String {
      "Campaign report\n\"\(period)\"\nCampaign status,Campaign,Day,Currency code,Clicks,Cost\nEnabled,A,02/03/2025,EUR,1,2.50\n"
    }
    let reading = try Sample(report("March 1, 2025 - March 12, 2025")).read()
    #expect(reading.all.adPerformance.map(\.window.description) == ["2025-03-02"])
    for period in ["February 1, 2025 - March 31, 2025", "April 1, 2025 - April 30, 2025", "All time"] {
      #expect(try Sample(report(period)).failure() == .ambiguousDates(file: "sample.csv", column: "Day", line: 4))
    }
  }

  private static let report = """
    Campaign report
    "October 1, 2026 - October 31, 2026"
    Campaign status,Campaign,Campaign type,Impr.,Interactions,Currency code,Cost,Clicks,Conversions,Cost / conv.
    Enabled,"Brand, exact",Search,"1,000",70,EUR,"1,250.40",70,3.50,< 10%
    Paused,Everywhere,Performance Max,500, --,EUR,10.10,7, --, --
    Total: Campaigns, --, --,"1,500",70,EUR,"1,260.50",77,3.50, --
    Total: Search,,Search,"1,000",70,EUR,"1,250.40",70,3.50,

    """

  @Test func campaignsAndTotals() throws {
    let reading = try Sample(Self.report).read()
    #expect(reading.recognition.format == "GoogleAdsCampaignReport")
    #expect(reading.recognition.window?.grain == .month)
    #expect(reading.summary.rowsRead == 4)
    #expect(reading.all.skippedRows.map(\.reason) == [.totals, .totals])
    #expect(reading.total(.spend) == "1260.5")
    #expect(reading.total(.conversions) == "3.5")
    #expect(reading.all.adPerformance.map(\.channel) == [.paidSearch, .crossNetwork])
    #expect(reading.all.adPerformance.map(\.campaign) == ["Brand, exact", "Everywhere"])
    #expect(reading.all.adPerformance[1].interactions == nil)
    #expect(reading.all.controlTotals.filter(\.coversAllRows).allSatisfy { $0.label == "Total: Campaigns" })
    let control = try #require(reading.all.controlTotals.first { $0.metric == .spend && $0.coversAllRows })
    #expect(Micros.text(control.valueMicros) == "1260.5")
  }

  /// The page totals what it shows, under its filter's name: 1,250.40 + 10.10. The account's may hold more.
  @Test(arguments: [
    "Total: All but removed campaigns", "Total: Filtered campaigns", "Gesamt: Alle außer entfernten Kampagnen",
    "Gesamt: Alle außer entfernte Kampagnen", "Total : Toutes les campagnes sauf celles supprimées",
  ])
  func theTotalOfWhatIsShownCoversTheRows(label: String) throws {
    let reading = try Sample(
      Self.report.replacing("Total: Campaigns", with: label)
        + "Total: Account, --, --,\"1,900\",90,EUR,\"1,500.00\",90,4.00, --\n"
    ).read()
    let covering = reading.all.controlTotals.filter { $0.metric == .spend && $0.coversAllRows }
    #expect(covering.map(\.label) == [label] && covering.map(\.valueMicros) == [1_260_500_000])
    #expect(reading.all.controlTotals.contains { $0.label == "Total: Account" && !$0.coversAllRows })
  }

  @Test func theExcelFlavourIsUTF16WithTabs() throws {
    let text = Self.report.replacing("\"1,000\"", with: "1000").replacing("\"1,250.40\"", with: "1250.40")
      .replacing("\"1,260.50\"", with: "1260.50").replacing("\"1,500\"", with: "1500")
      .replacing("\"October 1, 2026 - October 31, 2026\"", with: "October 1; 2026 - October 31; 2026")
      .replacing("\"Brand, exact\"", with: "Brand").replacing(",", with: "\t").replacing("; ", with: ", ")
    let bytes: [UInt8] = [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let reading = try Sample(bytes).read()
    #expect(reading.recognition.encoding == "UTF-16LE")
    #expect(reading.recognition.dialect == "delimiter: tab")
    #expect(reading.total(.spend) == "1260.5")
  }

  @Test func aDayColumnGivesDays() throws {
    let reading = try Sample(
      "Campaign report\nAll time\nDay,Campaign,Cost,Currency code,Impr.\n2026-10-02,A,1.00,EUR,9\n2026-10-01,A,2.50,EUR,8\n"
    ).read()
    #expect(reading.all.adPerformance.map(\.window.description) == ["2026-10-02", "2026-10-01"])
    #expect(reading.recognition.window?.description == "2026-10-01…2026-10-02")
    #expect(reading.all.adPerformance.first?.channel == .unknown)
  }

  @Test func allTimeIsUndated() throws {
    let reading = try Sample("Campaign report\nAll time\nCampaign,Cost,Currency code,Impr.\nA,1.50,EUR,9\n").read()
    #expect(reading.recognition.window == nil)
    #expect(reading.all.adPerformance.first?.window == .undated)
  }

  @Test func portuguese() throws {
    let reading = try Sample(
      """
      Relatório de campanha
      5 de maio de 2026 - 15 de maio de 2026
      Status da campanha,Campanha,Código da moeda,Tipo de campanha,Impr.,Custo,Cliques,Conversões
      Ativada,[SEARCH] Teste,BRL,Pesquisa,1.488,"1.116,12",33,"13,00"
      Total: Campanhas, --,BRL, --,1.488,"1.116,12",33,"13,00"
      """
    ).read()
    #expect(reading.total(.spend) == "1116.12")
    #expect(reading.total(.impressions) == "1488")
    #expect(reading.all.adPerformance.first?.channel == .paidSearch)
    #expect(reading.all.controlTotals.allSatisfy { $0.coversAllRows })
  }

  @Test func periodsThatCannotBeReadStopTheFile() throws {
    let sample = try Sample("Campaign report\nlast Tuesday\nCampaign,Cost,Currency code,Impr.\nA,1.5,EUR,9\n")
    #expect(sample.failure() == .unreadPeriod(file: "sample.csv", line: 2))
  }

  @Test func numbersThatReadBothWaysAreAsked() throws {
    let sample = try Sample(
      "Campaign report\nAll time\nCampaign,Cost,Currency code\tImpr.\nA,\"1,234\",EUR\n".replacing("\t", with: ",")
        .replacing("EUR\n", with: "EUR,9\n"))
    #expect(sample.failure() == .ambiguousNumbers(file: "sample.csv", column: "Cost", line: 4))
    #expect(try sample.read(ReadOptions(locale: "en")).total(.spend) == "1234")
    #expect(try sample.read(ReadOptions(locale: "de")).total(.spend) == "1.234")
  }

  @Test(.enabled(if: Shared.isPresent, "needs the shared collection"))
  func realFiles() throws {
    let english = try Shared.reading("google-ads/Campaign_report.csv")
    #expect(english.summary.rowsRead == 17)
    #expect(english.all.adPerformance.count == 12)
    #expect(english.total(.spend) == "199421.15")
    #expect(english.total(.clicks) == "167739")
    #expect(english.total(.impressions) == "14117313")
    #expect(english.total(.conversions) == "18703.32")
    #expect(english.recognition.currency?.code == "USD")
    let control = english.all.controlTotals.filter { $0.metric == .spend && $0.coversAllRows }
    #expect(control.map { Micros.text($0.valueMicros) } == ["199421.15"])
    let portuguese = try Shared.reading("google-ads/ptBR_relatorio_de_campanha.csv")
    #expect(portuguese.summary.rowsRead == 6)
    #expect(portuguese.total(.spend) == "118.99")
    #expect(portuguese.total(.clicks) == "34")
    #expect(portuguese.recognition.window?.description == "2026-05-05…2026-05-15")
  }

  @Test func aSegmentSplitsTheCampaign() throws {
    let reading = try Sample(
      """
      Kampagnenbericht
      1. Oktober 2026 - 31. Oktober 2026
      Kampagne,Gerät,Währungscode,Kosten,Klicks,Impressionen
      Marke,Computer,EUR,"12,50",3,40
      Marke,Smartphones,EUR,"7,25",2,20
      Gesamt: Kampagnen, --,EUR,"19,75",5,60

      """
    ).read()
    #expect(reading.recognition.format == "GoogleAdsCampaignReport")
    #expect(reading.all.adPerformance.map(\.breakdown) == ["device", "device"])
    #expect(reading.all.adPerformance.map(\.breakdownValue) == ["Computer", "Smartphones"])
    #expect(reading.total(.spend) == "19.75")
    #expect(reading.all.controlTotals.allSatisfy { $0.coversAllRows })
  }

  @Test func aRowWithoutACampaignIsRefused() throws {
    let reading = try Sample("Campaign report\nAll time\nCampaign,Cost,Currency code,Impr.\n,1.50,EUR,9\nA,2.5,EUR,1\n")
      .read()
    #expect(reading.summary.problems.map(\.line) == [4])
    #expect(reading.summary.problems.first?.expected == "a campaign's name")
  }

  /// October 2026 begins on a Thursday: of the week from September 28 the report holds four days.
  @Test(arguments: [
    ("Week", "2026-09-28", "2026-10-01…2026-10-04", Grain.range),
    ("Woche", "2026-10-05", "2026-10-05…2026-10-11", .week),
    ("Month", "2026-10-01", "2026-10-01…2026-10-31", .month),
    ("Mois", "octobre 2026", "2026-10-01…2026-10-31", .month), ("Mês", "2026-10", "2026-10-01…2026-10-31", .month),
    ("Quarter", "2026-10-01", "2026-10-01…2026-11-30", .range),
    ("Trimestre", "T4 2026", "2026-10-01…2026-11-30", .range),
    ("Jahr", "2026", "2026-10-01…2026-11-30", .range),
  ])
  func aRowCoversItsSpan(column: String, cell: String, window: String, grain: Grain) throws {
    let reading = try Sample(
      "Campaign report\n\"October 1, 2026 - November 30, 2026\"\n\(column),Campaign,Currency code,Cost,Impr.\n"
        + "\(cell),Brand,EUR,1.50,9\n"
    ).read()
    let row = try #require(reading.all.adPerformance.first)
    #expect(row.window.description == window && row.window.grain == grain)
    #expect(reading.recognition.window?.description == "2026-10-01…2026-11-30")
  }

  /// The report begins on a Sunday and ends on a Monday: 10 + 100 + 20.
  @Test func weeksOfWhichADayIsLeftAreSums() throws {
    let reading = try Sample(
      "Campaign report\n\"October 4, 2026 - October 12, 2026\"\nWeek,Campaign,Currency code,Cost,Impr.\n"
        + "2026-09-28,Brand,EUR,10,9\n2026-10-05,Brand,EUR,100,90\n2026-10-12,Brand,EUR,20,18\n"
    ).read()
    let rows = reading.all.adPerformance
    #expect(rows.map(\.window.description) == ["2026-10-04", "2026-10-05…2026-10-11", "2026-10-12"])
    #expect(rows.map(\.grain) == [.range, .week, .range] && reading.total(.spend) == "130")
    let days = try Sample(
      "Campaign report\n\"October 4, 2026 - October 5, 2026\"\nDay,Week,Campaign,Currency code,Cost,Impr.\n"
        + "2026-10-04,2026-09-28,Brand,EUR,10,9\n2026-10-05,2026-10-05,Brand,EUR,11,9\n"
    ).read()
    #expect(days.all.adPerformance.map(\.grain) == [.day, .day])
  }

  /// A week that a month's end cuts is two rows, each with the days that are of both.
  @Test func weeksWithinMonths() throws {
    let reading = try Sample(
      "Campaign report\nAll time\nMonth,Week,Campaign,Currency code,Cost,Impr.\n"
        + "2026-09-01,2026-09-28,Brand,EUR,1.50,9\n2026-10-01,2026-09-28,Brand,EUR,2.50,9\n"
    ).read()
    let windows = reading.all.adPerformance.map(\.window.description)
    #expect(windows == ["2026-09-28…2026-09-30", "2026-10-01…2026-10-04"])
    #expect(reading.recognition.window?.description == "2026-09-28…2026-10-04" && reading.recognition.notes.isEmpty)
  }

  @Test func aReportOfAllTimeSaysThatDaysAreMissing() throws {
    let reading = try Sample("Campaign report\nAll time\nCampaign,Cost,Currency code,Impr.\nA,2.5,EUR,1\n").read()
    #expect(reading.recognition.notes.contains { $0.hasSuffix("add the day to the report and export it again by day") })
  }

  /// A column without a figure in it tells nothing, and one of noughts tells 0.
  @Test func figuresThatNoRowHasHaveNoSum() throws {
    let reading = try Sample(
      "Campaign report\n\"October 1, 2026 - October 31, 2026\"\n"
        + "Day,Campaign,Conversion action,Currency code,Cost,Impr.,Clicks,Conversions\n"
        + "2026-10-01,Brand,Purchase,EUR, --, --,0,2.00\n2026-10-01,Brand,Lead form,EUR, --, --,0,3.00\n"
    ).read()
    #expect(reading.total(.spend) == nil && reading.total(.impressions) == nil)
    #expect(reading.total(.clicks) == "0" && reading.total(.conversions) == "5")
    #expect(reading.all.adPerformance.allSatisfy { $0.spendMicros == nil })
  }
}
