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
    let rows = reading.all.adPerformance
    #expect(rows.map(\.campaign) == ["Spring", "Spring"] && rows.map(\.adGroup) == ["Managers", "Engineers"])
    #expect(rows.map(\.campaignID) == ["60", "60"])
    #expect(rows.map(\.clicks) == [120, 11] && rows.map(\.allClicks) == [310, 40])
    #expect(reading.total(.spend) == "1300" && reading.total(.clicks) == "131")
  }

  @Test func withoutADayThePeriodAboveCounts() throws {
    let plain = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      line.contains("\t") ? line.split(separator: "\t").dropFirst().joined(separator: "\t") : String(line)
    }
    let reading = try Sample(plain.joined(separator: "\n")).read()
    #expect(reading.all.adPerformance.map(\.window.description) == Array(repeating: "2026-03-01…2026-03-31", count: 2))
  }
}
