import Ingestion
import Testing
import Vocabulary

struct MicrosoftAdsReportTests {
  /// Rare terms are in no such report, so that its sums are no campaign's.
  @Test func searchTermsAndKeywordsAreBreakdowns() throws {
    let header = "TimePeriod,CampaignName,Keyword,SearchQuery,Spend,Impressions,Clicks\n"
    let row = try #require(
      try Sample(header + "2026-09-01,A,cups,blue cups,1.50,9,2\n").read().all.adPerformance.first)
    #expect(row.breakdown == "keyword+searchTerm" && row.breakdownValue == "cups+blue cups")
  }

  /// Of campaigns merged over their days: a row that names none was the account's own. An id names a campaign too.
  @Test(arguments: [("", 1), ("60", 0)])
  func aRowWithoutTheCampaignThatOthersHaveIsABadRow(id: String, rejected: Int) throws {
    let reading = try Sample(
      "CampaignName,CampaignId,TimePeriod,Spend,Impressions,CurrencyCode\n"
        + "A,60,2026-03-14,10.14,1400,EUR\n,\(id),2026-03-15,10.15,1500,EUR\n,,,20.29,2900,EUR\n"
    ).read()
    #expect(reading.recognition.format == "MicrosoftAdsReport" && reading.summary.rowsRejected == rejected)
    #expect(reading.all.rejectedRows.allSatisfy { $0.line == 3 && $0.column == "CampaignName" })
    #expect(reading.all.rejectedRows.allSatisfy { $0.expected == "a campaign's name" })
    #expect(reading.total(.spend) == (rejected == 1 ? "10.14" : "20.29"))
    #expect(reading.all.skippedRows.map(\.line) == [4])
  }

  @Test func hoursOfTheServiceAreABreakdownOfTheDay() throws {
    let reading = try Sample(
      """
      "AccountName","CampaignId","CampaignName","TimePeriod","CurrencyCode","DeviceType","Impressions","Clicks","Spend","Conversions","Revenue"
      "Shop","531","Brand","2026-03-01|07","EUR","Computer","10","2","1.48","1","20.00"
      "Shop","531","Brand","2026-03-02|08","EUR","Smartphone","5","0","0.00","0",""
      """
    ).read()
    #expect(reading.recognition.format == "MicrosoftAdsReport")
    #expect(reading.recognition.window?.description == "2026-03-01…2026-03-02")
    #expect(reading.total(.spend) == "1.48" && reading.total(.clicks) == "2" && reading.total(.conversions) == "1")
    #expect(reading.recognition.account == "Shop")
    let rows = reading.all.adPerformance
    #expect(rows.map(\.breakdown) == ["device+hour", "device+hour"])
    #expect(rows.map(\.breakdownValue) == ["Computer+07", "Smartphone+08"])
    #expect(rows.map(\.campaignID) == ["531", "531"])
    #expect(rows[0].conversionValueMicros == 20_000_000 && rows[1].conversionValueMicros == nil)
    #expect(rows[0].channel == .paidSearch && rows[0].currency?.code == "EUR")
  }

  @Test func thePagesWrapperGivesThePeriod() throws {
    let reading = try Sample(
      """
      "Report Name: Campaigns"
      "Report Time: 3/1/2026,3/31/2026"
      "Time Zone: (GMT+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna"
      "Rows: 2"

      "Campaign name","Campaign type","Currency code","Impressions","Clicks","Spend"
      "Brand","Search & content","EUR","1,200","30","45.10"
      "Feeds","Shopping","EUR","800","8","9.90"
      "©2026 Microsoft Corporation. All rights reserved. "
      """
    ).read()
    #expect(reading.recognition.format == "MicrosoftAdsReport")
    #expect(reading.all.adPerformance.map(\.window.description) == ["2026-03-01…2026-03-31", "2026-03-01…2026-03-31"])
    #expect(reading.all.adPerformance.map(\.channel) == [.paidSearch, .shopping])
    #expect(reading.total(.spend) == "55" && reading.total(.impressions) == "2000")
    #expect(reading.summary.rowsRead == 3 && reading.summary.rowsSkipped == 1)
    #expect(reading.recognition.timeZone == "(GMT+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna")
  }

  /// Accounts of several zones in one report have none in common.
  @Test(
    arguments: [
      ("(GMT-08:00) Pacific Time (US & Canada); Tijuana", "(GMT-08:00) Pacific Time (US & Canada); Tijuana"),
      ("Various", nil),
    ] as [(String, String?)])
  func theTimeZoneOfThePreamble(line: String, zone: String?) throws {
    let reading = try Sample(
      """
      "Report Name: Campaigns"
      "Report Time: 3/1/2026,3/31/2026"
      "Time Zone: \(line)"

      "Campaign name","Currency code","Impressions","Clicks","Spend"
      "Brand","EUR","1200","30","45.10"
      """
    ).read()
    #expect(reading.recognition.timeZone == zone)
  }

  /// Microsoft's weeks begin on Sunday; the report begins and ends within one.
  @Test(arguments: [
    ("Weekly", ["2026-10-04", "2026-10-11"], ["2026-10-05…2026-10-10", "2026-10-11…2026-10-17"]),
    ("Monthly", ["2026-10-01", "2026-11-01"], ["2026-10-05…2026-10-31", "2026-11-01…2026-11-18"]),
    ("Daily", ["2026-10-05", "2026-10-06"], ["2026-10-05", "2026-10-06"]),
  ])
  func theLinesAboveTellWhatARowAddsUp(aggregation: String, days: [String], windows: [String]) throws {
    let reading = try Sample(
      """
      "Report Name: Campaigns"
      "Report Time: 10/5/2026,11/18/2026"
      "Report Aggregation: \(aggregation)"
      "TimePeriod","CampaignName","CurrencyCode","Impressions","Clicks","Spend"
      "\(days[0])","Brand","EUR","1000","10","5.00"
      "\(days[1])","Brand","EUR","1200","12","6.00"
      """
    ).read()
    #expect(reading.all.adPerformance.map(\.window.description) == windows)
    let first = windows[0].prefix(10)
    #expect(reading.recognition.window?.description == "\(first)…\(windows[1].suffix(10))")
  }

  /// The report ends on a Sunday, with which a week begins.
  @Test(arguments: [("Weekly", Grain.range), ("Daily", .day)])
  func aWeekOfWhichADayIsLeftIsASum(aggregation: String, grain: Grain) throws {
    let reading = try Sample(
      """
      "Report Name: Campaigns"
      "Report Time: 10/4/2026,10/11/2026"
      "Report Aggregation: \(aggregation)"
      "TimePeriod","CampaignName","CurrencyCode","Impressions","Clicks","Spend"
      "2026-10-11","Brand","EUR","1000","10","5.00"
      """
    ).read()
    #expect(reading.all.adPerformance.map(\.window.description) == ["2026-10-11"])
    #expect(reading.all.adPerformance.map(\.grain) == [grain])
  }

  /// Somebody took out the line that says so, or it is in another language: the column's name tells it too.
  @Test func aWeekOfWhichADayIsLeftIsASumWithoutTheLineThatSaysSo() throws {
    let reading = try Sample(
      """
      "Report Name: Campaigns"
      "Report Time: 10/4/2026,10/11/2026"

      "Week","Campaign name","Currency code","Impressions","Clicks","Spend"
      "2026-10-04","Brand","EUR","7000","70","35.00"
      "2026-10-11","Brand","EUR","1000","10","5.00"
      """
    ).read()
    #expect(reading.all.adPerformance.map(\.window.description) == ["2026-10-04…2026-10-10", "2026-10-11"])
    #expect(reading.all.adPerformance.map(\.grain) == [.range, .range])
  }

  /// The page names the column of the time after its unit. 4 October 2026 is a Sunday, the first day before the period.
  @Test(arguments: [
    ("Weekly", "Week", ["2026-10-04", "2026-10-11"], ["2026-10-05…2026-10-10", "2026-10-11…2026-10-17"]),
    ("Weekly", "WeekStartDate", ["10/4/2026", "10/18/2026"], ["2026-10-05…2026-10-10", "2026-10-18…2026-10-24"]),
    ("Monthly", "Month", ["2026-10-01", "2026-11-01"], ["2026-10-05…2026-10-31", "2026-11-01…2026-11-18"]),
    ("Monthly", "Month", ["October 2026", "November 2026"], ["2026-10-05…2026-10-31", "2026-11-01…2026-11-18"]),
    ("Monthly", "MonthStartDate", ["10/1/2026", "11/1/2026"], ["2026-10-05…2026-10-31", "2026-11-01…2026-11-18"]),
  ])
  func theColumnOfTheTimeTellsWhatARowAddsUp(
    aggregation: String, column: String, cells: [String], windows: [String]
  ) throws {
    let reading = try Sample(
      """
      "Report Name: Campaigns"
      "Report Time: 10/5/2026,11/18/2026"
      "Last Completed Available Day: 11/20/2026 11:59:59 PM (GMT)"
      "Report Aggregation: \(aggregation)"

      "\(column)","Campaign name","Currency code","Impressions","Clicks","Spend"
      "\(cells[0])","Brand","EUR","1000","10","5.00"
      "\(cells[1])","Brand","EUR","1200","12","6.00"
      """
    ).read()
    #expect(reading.all.adPerformance.map(\.window.description) == windows)
    #expect(reading.recognition.window?.description == "2026-10-05…2026-11-18" && reading.total(.spend) == "11")
  }

  @Test func weeksWithoutAColumnThatSaysWhichAreRefused() throws {
    let kind = "rows that each add up one week, and no column that says which"
    let advice = "add the column of the week to the report, or one of the day, and export it again"
    // Monday to Sunday: two of the weeks that begin on Sunday.
    for period in ["10/5/2026,11/18/2026", "10/5/2026,10/11/2026"] {
      #expect(
        try Sample(Self.summary("Weekly", period)).failure() == .leftOut(file: "sample.csv", kind: kind, advice: advice)
      )
    }
    let failure = try #require(try Sample(Self.summary("Monthly", "9/1/2026,10/31/2026")).failure())
    #expect("\(failure)".contains("rows that each add up one month"))
  }

  /// One row of a campaign can be there only.
  @Test(arguments: [
    ("Weekly", "10/4/2026,10/10/2026", "2026-10-04…2026-10-10"),
    ("Monthly", "10/1/2026,10/31/2026", "2026-10-01…2026-10-31"),
    ("Daily", "10/1/2026,10/31/2026", "2026-10-01…2026-10-31"),
  ])
  func aPeriodOfOneWeekOrMonthNeedsNoColumn(aggregation: String, period: String, window: String) throws {
    let reading = try Sample(Self.summary(aggregation, period)).read()
    #expect(reading.all.adPerformance.map(\.window.description) == [window])
  }

  private static func summary(_ aggregation: String, _ period: String) -> String {
    """
    "Report Name: Campaigns"
    "Report Time: \(period)"
    "Report Aggregation: \(aggregation)"

    "Campaign name","Currency code","Impressions","Clicks","Spend"
    "Brand","EUR","800","8","9.90"
    """
  }

  /// 1801.36 + 1751.36 = 3552.72 and 298 + 237 = 535.
  @Test func withoutCampaignsRowsAreTheAccounts() throws {
    let reading = try Sample(
      Self.account("2026-09-14,Shop,EUR,\"17,174\",298,\"1,801.36\"\n2026-09-15,Shop,EUR,\"12,371\",237,\"1,751.36\"")
    ).read()
    #expect(reading.recognition.format == "MicrosoftAdsReport" && reading.recognition.account == "Shop")
    #expect(reading.all.adPerformance.map(\.window.description) == ["2026-09-14", "2026-09-15"])
    #expect(reading.all.adPerformance.allSatisfy { $0.campaign.isEmpty && $0.breakdown.isEmpty })
    #expect(reading.total(.spend) == "3552.72" && reading.total(.clicks) == "535")
  }

  /// Nothing says of what each of the two rows is.
  @Test func severalRowsOfAnAccountAndDayAreRefused() throws {
    let failure = try #require(
      try Sample(Self.account("2026-09-14,Shop,EUR,100,2,1.50\n2026-09-14,Shop,EUR,200,4,2.50")).failure())
    #expect("\(failure)".contains("add the campaign to the report"))
  }

  /// Anybody's sheet may have such columns.
  @Test func anAccountWithoutTheLinesAboveIsNobodys() throws {
    let text = "Gregorian date,Account name,Currency code,Impressions,Clicks,Spend\n2026-09-14,Shop,EUR,100,2,1.50\n"
    #expect(try Sample(text).failure() == .unrecognised(file: "sample.csv", kind: nil))
  }

  private static func account(_ rows: String) -> String {
    """
    Report Name: Account_Performance_Report
    "Report Time: 9/14/2026,9/29/2026"
    Report Aggregation: Daily

    Gregorian date,Account name,Currency code,Impressions,Clicks,Spend
    \(rows)
    """
  }

  /// 3/2/2025 reads both ways. The period tells, and over a long one another day of the same lines.
  @Test(arguments: [
    ("3/1/2025,3/12/2025", "3/13/2025", "3/2/2025"), ("1/3/2025,12/3/2025", "13/3/2025", "2/3/2025"),
    ("1/1/2025,6/30/2025", "7/1/2025", "3/2/2025"),
  ])
  func theLinesAboveTellTheOrderOfDays(period: String, available: String, day: String) throws {
    let reading = try Sample(Self.page(period, available, day)).read()
    #expect(reading.all.adPerformance.map(\.window.description) == ["2025-03-02"])
    #expect(reading.recognition.window?.description == "2025-03-02")
  }

  @Test func whereNothingTellsTheOrderIsAsked() throws {
    let sample = try Sample(Self.page("3/1/2025,3/12/2025", "4/1/2025", "3/2/2025"))
    #expect(sample.failure() == .ambiguousDates(file: "sample.csv", column: "Gregorian date", line: 6))
    #expect(try sample.read(ReadOptions(dateOrder: .dayMonthYear)).recognition.window?.description == "2025-02-03")
  }

  private static func page(_ period: String, _ available: String, _ day: String) -> String {
    """
    "Report Name: Campaigns"
    "Report Time: \(period)"
    "Last Completed Available Day: \(available) 10:15:00 PM (GMT)"

    "Gregorian date","Campaign name","Currency code","Impressions","Clicks","Spend"
    "\(day)","Brand","EUR","800","8","9.90"
    """
  }

  /// A spreadsheet has saved the service's report again.
  @Test func daysInTheLanguageOfASpreadsheet() throws {
    let reading = try Sample(
      "CampaignName;TimePeriod;CurrencyCode;Clicks;Spend\nA;9.3.2026;EUR;1;1,50\nA;31.3.2026;EUR;1;2,25\n"
    ).read()
    #expect(reading.all.adPerformance.map(\.window.description) == ["2026-03-09", "2026-03-31"])
    #expect(reading.recognition.window?.description == "2026-03-09…2026-03-31" && reading.total(.spend) == "3.75")
  }

  @Test func aMomentThatIsNoneIsRefused() throws {
    let reading = try Sample("CampaignName,TimePeriod,CurrencyCode,Clicks,Spend\nA,2026-13-01,EUR,1,1\n").read()
    #expect(reading.summary.rowsRejected == 1)
    #expect(reading.summary.problems.first?.found == "2026-13-01")
  }

  @Test func idsThatASpreadsheetCutAreLeftOutAndToldOf() throws {
    let reading = try Sample(
      "CampaignName,CampaignId,TimePeriod,CurrencyCode,Clicks,Spend\nA,5.31E+11,2026-03-01,EUR,1,1\n"
    ).read()
    #expect(reading.all.adPerformance.map(\.campaignID) == [""])
    #expect(reading.summary.problems.map(\.column) == ["CampaignId"] && reading.summary.rowsRejected == 0)
  }

  /// Figures by Python's csv module over the same file.
  @Test(.enabled(if: Shared.isPresent, "needs the shared collection"))
  func realFile() throws {
    let reading = try Shared.reading("microsoft-ads/microsoft_campaign_performance_hourly.csv")
    #expect(reading.summary.rowsRead == 24 && reading.summary.rowsRejected == 0)
    #expect(reading.total(.spend) == "35.52")
    #expect(reading.total(.clicks) == "24" && reading.total(.impressions) == "24")
    #expect(Set(reading.all.adPerformance.map(\.breakdownValue)).count == 24)
    #expect(reading.recognition.window?.description == "2023-11-11…2023-11-12")
  }
}
