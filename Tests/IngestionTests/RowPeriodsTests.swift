import Ingestion
import Testing
import Vocabulary

/// Rows that say from which day to which they are. In 2026 September 14 and 21 and October 12 are Mondays.
struct RowPeriodsTests {
  private func grains(_ periods: [String], others: String = "") throws -> [Grain] {
    let rows = periods.map { "Brand,1000,10.00,\($0)\n" }
    return try Sample(
      "Campaign name,Impressions,Amount spent (GBP),Reporting starts,Reporting ends\n" + rows.joined() + others
    ).read().all.adPerformance.map(\.grain)
  }

  @Test func aWeekOfWhichTheReportHasADayIsASum() throws {
    #expect(
      try grains(["2026-09-13,2026-09-13", "2026-09-14,2026-09-20", "2026-09-21,2026-09-21"])
        == [.range, .week, .range])
    // In the order in which the page shows them.
    #expect(try grains(["2026-10-12,2026-10-12", "2026-10-05,2026-10-11"]) == [.range, .week])
  }

  @Test func aMonthThatHasBegunIsASum() throws {
    #expect(
      try grains(["2026-08-01,2026-08-31", "2026-09-01,2026-09-30", "2026-10-01,2026-10-01"])
        == [.month, .month, .range])
  }

  @Test func rowsThatAreAllOfADayAreDays() throws {
    #expect(try grains(["2026-09-13,2026-09-13"]) == [.day])
    #expect(try grains(["2026-09-13,2026-09-13", "2026-10-12,2026-10-12"]) == [.day, .day])
  }

  /// The row of both days names nothing, and is their total.
  @Test func aTotalIsNoLongerPeriod() throws {
    #expect(
      try grains(
        ["2026-09-13,2026-09-13", "2026-09-14,2026-09-14"], others: ",2000,20.00,2026-09-13,2026-09-14\n")
        == [.day, .day])
  }

  @Test func twoReportsBelowEachOtherAreOfSums() throws {
    #expect(
      try grains([
        "2026-09-13,2026-09-13", "2026-09-14,2026-09-20", "2026-09-21,2026-09-21", "2026-09-22,2026-09-22",
        "2026-09-23,2026-09-27",
      ]) == [.range, .week, .range, .range, .range])
  }

  @Test func threeDaysInARowAreDaysBesideAMonth() throws {
    #expect(
      try grains([
        "2026-08-01,2026-08-31", "2026-09-01,2026-09-01", "2026-09-02,2026-09-02", "2026-09-03,2026-09-03",
      ]) == [.month, .day, .day, .day])
  }

  /// An end at midnight is the end of the day before.
  @Test func momentsAreDaysAsTheFormatReadsThem() throws {
    let reading = try Sample(
      """
      Start Time,End Time,Campaign Name,Amount Spent,Paid Impressions
      2026-09-13 00:00:00,2026-09-14 00:00:00,Spring,1,2
      2026-09-14 00:00:00,2026-09-21 00:00:00,Spring,7,14
      """
    ).read()
    #expect(reading.recognition.format == "SnapchatAdsReport")
    #expect(reading.all.adPerformance.map(\.window.description) == ["2026-09-13", "2026-09-14…2026-09-20"])
    #expect(reading.all.adPerformance.map(\.grain) == [.range, .week])
  }

  /// Their figures read both ways; the day that can be no month decides.
  @Test func aMappedTableIsReadAlike() throws {
    var mapping = TableMapping(name: "radio", kind: .adPerformance)
    mapping.fields = [
      .firstDay: FieldMapping(["From"]), .lastDay: FieldMapping(["To"]), .campaign: FieldMapping(["Spot"]),
      .spend: FieldMapping(["Cost"]),
    ]
    mapping.constants = [.currency: "EUR"]
    mapping.goesFirst = true
    let reading = try Sample(
      "From,To,Spot,Cost\n05.10.2026,11.10.2026,A,70\n12.10.2026,12.10.2026,A,10\n13.10.2026,18.10.2026,B,60\n"
    ).read(ReadOptions(mappings: [mapping]))
    #expect(reading.all.adPerformance.map(\.grain) == [.week, .range, .range])
  }
}
