import Foundation
import Ingestion
import Testing
import Vocabulary

struct LinkedInAdsReportTests {
  /// As the documentation and bug reports describe it: UTF-16 with tabs, five lines above the header.
  private let text = """
    Campaign Performance Report (in UTC)
    Report Start: March 1, 2026, 12:00 AM
    Report End: March 31, 2026, 11:59 PM
    Date Generated: April 2, 2026, 9:15 AM

    Start Date (in UTC)\tAccount Name\tCurrency\tCampaign Group ID\tCampaign Group Name\tCampaign ID\tCampaign Name\tTotal Spent\tImpressions\tClicks\tClicks to Landing Page\tReach
    3/1/2026\tNorth\tEUR\t60\tSpring\t71\tManagers\t1,204.50\t20,100\t310\t120\t9,000
    3/2/2026\tNorth\tEUR\t60\tSpring\t72\tEngineers\t95.50\t1,900\t40\t11\t800

    """

  @Test func groupsAreCampaignsAndDaysHaveTheMonthFirst() throws {
    var utf16: [UInt8] = [0xFF, 0xFE]
    for unit in text.utf16 { utf16 += [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
    let reading = try Sample(utf16, name: "linkedin.csv").read()
    #expect(reading.recognition.format == "LinkedInAdsReport" && !reading.recognition.isVerified)
    #expect(reading.recognition.window?.description == "2026-03-01…2026-03-02")
    #expect(reading.recognition.timeZone == "UTC")
    #expect(reading.recognition.account == "North")
    let rows = reading.all.adPerformance
    #expect(rows.map(\.campaign) == ["Spring", "Spring"] && rows.map(\.adGroup) == ["Managers", "Engineers"])
    #expect(rows.map(\.campaignID) == ["60", "60"])
    #expect(rows.map(\.clicks) == [120, 11] && rows.map(\.allClicks) == [310, 40])
    #expect(reading.total(.spend) == "1300" && reading.total(.clicks) == "131")
  }

  /// 310 + 40 clicks of every kind, and none to the landing page.
  @Test func clicksOfEveryKindAloneAreToldOf() throws {
    let reading = try Sample(text.replacingOccurrences(of: "Clicks to Landing Page", with: "Clicks to LinkedIn Page"))
      .read()
    #expect(reading.all.adPerformance.map(\.allClicks) == [310, 40])
    #expect(reading.all.adPerformance.allSatisfy { $0.clicks == nil })
    let note = "its column \"Clicks\" counts clicks of every kind"
    #expect(reading.recognition.notes.count { $0.hasPrefix(note) } == 1)
    #expect(try Sample(text).read().recognition.notes.allSatisfy { !$0.hasPrefix(note) })
  }

  @Test func withoutADayThePeriodAboveCounts() throws {
    let plain = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      line.contains("\t") ? line.split(separator: "\t").dropFirst().joined(separator: "\t") : String(line)
    }
    let reading = try Sample(plain.joined(separator: "\n")).read()
    #expect(reading.all.adPerformance.map(\.window.description) == Array(repeating: "2026-03-01…2026-03-31", count: 2))
  }

  /// As public readers of newer exports describe them: a campaign and its ad sets, in the language of the account.
  @Test func campaignsAndAdSetsInEnglish() throws {
    let reading = try Sample(
      """
      Ad Performance Report (in UTC)
      "Report Start: September 1, 2026, 12:00 AM"
      "Report End: September 3, 2026, 11:59 PM"
      "Date Generated: September 4, 2026, 12:40 PM"

      Start Date (in UTC)\tAccount Name\tCurrency\tCampaign ID\tCampaign Name\tAd Set ID\tAd Set Name\tAd Name\tAd ID\tTotal Spent\tImpressions\tClicks\tClicks to Landing Page
      9/1/2026\tNorth\tEUR\t60\tSpring\t71\tManagers\tOne\t501\t20.00\t1,200\t4\t3
      9/2/2026\tNorth\tEUR\t60\tSpring\t71\tManagers\tOne\t501\t26.03\t1,930\t6\t5

      """
    ).read()
    let rows = reading.all.adPerformance
    #expect(rows.map(\.campaign) == ["Spring", "Spring"] && rows.map(\.adGroup) == ["Managers", "Managers"])
    #expect(rows.map(\.campaignID) == ["60", "60"] && rows.map(\.adID) == ["501", "501"])
    #expect(rows.map(\.window.description) == ["2026-09-01", "2026-09-02"])
    #expect(reading.total(.spend) == "46.03" && reading.recognition.notes.isEmpty)
  }

  @Test(arguments: [
    (["9/1/2026", "10/1/2026"], ["2026-09-01…2026-09-30", "2026-10-01…2026-10-18"]),
    (["10/5/2026", "10/12/2026"], ["2026-10-05…2026-10-11", "2026-10-12…2026-10-18"]),
    (["9/30/2026", "10/1/2026"], ["2026-09-30", "2026-10-01"]),
  ])
  func startDatesThatLieWeeksOrMonthsApart(starts: [String], windows: [String]) throws {
    let reading = try Sample(
      """
      Campaign Performance Report (in UTC)
      "Report Start: September 1, 2026, 12:00 AM"
      "Report End: October 18, 2026, 11:59 PM"

      Start Date (in UTC)\tCurrency\tCampaign Group Name\tTotal Spent\tImpressions
      \(starts[0])\tEUR\tSpring\t12.34\t1000
      \(starts[1])\tEUR\tSpring\t2.66\t300

      """
    ).read()
    #expect(reading.all.adPerformance.map(\.window.description) == windows)
    #expect(reading.recognition.notes.isEmpty == (windows[0] == "2026-09-30"))
    #expect(reading.recognition.window?.description == "\(windows[0].prefix(10))…\(windows[1].suffix(10))")
  }

  /// One row an ad, with the period's first day: 60.67 is not what one day cost.
  @Test func aReportThatIsNotByDayCoversItsPeriod() throws {
    let reading = try Sample(
      """
      Ad Performance Report (in UTC)
      "Report Start: September 1, 2026, 12:00 AM"
      "Report End: September 3, 2026, 11:59 PM"

      Start Date (in UTC)\tCampaign Name\tAd Set Name\tAd Name\tAd ID\tTotal Spent\tImpressions
      9/1/2026\tSpring\tManagers\tOne\t501\t55.39\t3,422
      9/1/2026\tSpring\tManagers\tTwo\t502\t5.28\t440

      """
    ).read()
    let windows = reading.all.adPerformance.map(\.window.description)
    #expect(windows == ["2026-09-01…2026-09-03", "2026-09-01…2026-09-03"])
    #expect(reading.recognition.notes.contains { $0.contains("the whole period 2026-09-01…2026-09-03") })
    #expect(reading.total(.spend) == "60.67")
  }

  @Test(arguments: [
    """
    Rapport met advertentieprestaties (in UTC)
    Begindatum van rapport: 5 september 2026 00:00
    Einddatum van rapport: 6 september 2026 23:59

    Begindatum (in UTC)\tAccountnaam\tValuta\tCampagne-ID\tCampagnenaam\tAdvertentieset-ID\tNaam van advertentieset\tAdvertentie-ID\tTotaal besteed\tWeergaven\tKlikken\tKlikken naar bestemmingspagina
    5-9-2026\tNorth\tEUR\t60\tSpring\t71\tManagers\t501\t"1.234"\t2.093\t9\t7
    6-9-2026\tNorth\tEUR\t60\tSpring\t71\tManagers\t501\t"1,50"\t47\t1\t1

    """,
    """
    Bericht zur Performance (in UTC)
    Startdatum des Berichts: 5. September 2026, 00:00
    Enddatum des Berichts: 6. September 2026, 23:59

    Startdatum (in UTC)\tWährung\tKampagnen-ID\tName der Kampagne\tName der Anzeigengruppe\tAnzeigengruppen-ID\tGesamtausgaben\tImpressionen\tKlicks\tKlicks zur Landingpage
    5.9.2026\tEUR\t60\tSpring\tManagers\t71\t"1.234"\t2.093\t9\t7
    6.9.2026\tEUR\t60\tSpring\tManagers\t71\t"1,50"\t47\t1\t1

    """,
  ])
  func otherLanguagesHaveTheDayFirstAndDecimalCommas(text: String) throws {
    let reading = try Sample(text).read()
    #expect(reading.recognition.format == "LinkedInAdsReport")
    let rows = reading.all.adPerformance
    #expect(rows.map(\.window.description) == ["2026-09-05", "2026-09-06"])
    #expect(rows.map(\.campaignID) == ["60", "60"] && rows.map(\.adGroup) == ["Managers", "Managers"])
    #expect(rows.map(\.spendMicros) == [1_234_000_000, 1_500_000] && rows.map(\.clicks) == [7, 1])
    #expect(reading.total(.impressions) == "2140")
  }

  /// Of campaigns merged over their days: a row that names none was the account's own. An id names a campaign too.
  @Test(arguments: [("", 1), ("60", 0)])
  func aRowWithoutTheCampaignThatOthersHaveIsABadRow(id: String, rejected: Int) throws {
    let reading = try Sample(
      "Campaign Name,Campaign ID,Start Date (in UTC),Total Spent,Impressions,Currency\n"
        + "A,60,2026-03-14,10.14,1400,EUR\n,\(id),2026-03-15,10.15,1500,EUR\n,,,20.29,2900,EUR\n"
    ).read()
    #expect(reading.recognition.format == "LinkedInAdsReport" && reading.summary.rowsRejected == rejected)
    #expect(reading.all.rejectedRows.allSatisfy { $0.line == 3 && $0.column == "Campaign Name" })
    #expect(reading.all.rejectedRows.allSatisfy { $0.expected == "a campaign's name" })
    #expect(reading.total(.spend) == (rejected == 1 ? "10.14" : "20.29"))
    #expect(reading.all.skippedRows.map(\.line) == [4])
  }

  /// Without the period above, 3/4/2026 is read as the platform writes it; with it, the period shows that it is.
  @Test func datesThatReadBothWays() throws {
    let table =
      "Start Date (in UTC)\tCurrency\tCampaign Group Name\tTotal Spent\tImpressions\n"
      + "9/1/2026\tEUR\tSpring\t12.34\t1000\n9/4/2026\tEUR\tSpring\t2.66\t300\n"
    let supposed = try Sample(table).read()
    #expect(supposed.recognition.window?.description == "2026-09-01…2026-09-04")
    #expect(supposed.recognition.notes.contains { $0.contains("month first, as the platform writes them") })
    let said = try Sample(table).read(ReadOptions(dateOrder: .monthDayYear))
    #expect(said.recognition.notes.isEmpty)
    let period = "\"Report Start: September 1, 2026, 12:00 AM\"\n\"Report End: September 5, 2026, 11:59 PM\"\n\n"
    #expect(try Sample(period + table).read().recognition.notes.isEmpty)
  }

  /// Saved again by a spreadsheet: the 31st shows that the starts have the day first too, whatever the platform writes.
  @Test func endsProveTheOrderOfTheStarts() throws {
    let reading = try Sample(
      "Start Date (in UTC)\tEnd Date (in UTC)\tCurrency\tCampaign Group Name\tTotal Spent\tImpressions\n"
        + "01/03/2026\t31/03/2026\tEUR\tSpring\t12.34\t1000\n"
    ).read()
    #expect(reading.all.adPerformance.map(\.window.description) == ["2026-03-01…2026-03-31"])
    #expect(reading.recognition.notes.isEmpty)
  }
}
