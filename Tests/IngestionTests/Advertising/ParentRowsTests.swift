import Testing
import Vocabulary

@testable import Ingestion

/// A campaign's own row above those of its ages. By hand: Brand 4 + 6.50 = 10.50 and 40 + 60 impressions; Generic 3 and 30.
struct ParentRowsTests {
  private static let columns = "Campaign name,Age,Amount spent (EUR),Impressions,Link clicks,Day"
  private static let ages = ["Brand,18-24,4,40,1,2026-09-14", "Brand,25-34,6.50,60,2,2026-09-14"]
  private static let generic = "Generic,18-24,3,30,0,2026-09-14"

  private func read(_ rows: [String], columns: String = Self.columns) throws -> Reading {
    let reading = try Sample(([columns] + rows).joined(separator: "\n") + "\n").read()
    #expect(reading.recognition.format == "MetaAdsReport" && reading.summary.rowsRejected == 0)
    return reading
  }

  @Test(arguments: ["", "All", "alle", "--"])
  func aCampaignsOwnRowIsTheSumOfItsAges(word: String) throws {
    let reading = try read(
      ["Brand,\(word),10.50,100,3,2026-09-14"] + Self.ages + ["Generic,\(word),3,30,,2026-09-14", Self.generic])
    #expect(reading.total(.spend) == "13.5" && reading.total(.impressions) == "130")
    #expect(reading.all.adPerformance.map(\.breakdownValue) == ["18-24", "25-34", "18-24"])
    #expect(reading.all.skippedRows.map(\.reason) == [.totals, .totals] && reading.summary.rowsRead == 5)
    #expect(reading.all.controlTotals.allSatisfy { !$0.coversAllRows })
  }

  /// Whether its days state the report's period or the day itself.
  @Test(arguments: [
    ["2026-09-14,2026-09-15", "2026-09-14,2026-09-15"], ["2026-09-14,2026-09-14", "2026-09-15,2026-09-15"],
  ])
  func aCampaignsOwnRowIsTheSumOfItsDays(periods: [String]) throws {
    let reading = try read(
      [
        "Brand,,10.50,100,3,2026-09-14,2026-09-15", "Brand,2026-09-14,4,40,1,\(periods[0])",
        "Brand,2026-09-15,6.50,60,2,\(periods[1])",
      ], columns: "Campaign name,Day,Amount spent (EUR),Impressions,Link clicks,Reporting starts,Reporting ends")
    #expect(reading.total(.spend) == "10.5" && reading.all.skippedRows.map(\.reason) == [.totals])
    #expect(reading.all.adPerformance.map(\.window.description) == ["2026-09-14", "2026-09-15"])
  }

  @Test func decimalCommasAddUpToo() throws {
    let reading = try read(
      ["Brand;;10,50;100;3;2026-09-14", "Brand;18-24;4;40;1;2026-09-14", "Brand;25-34;6,50;60;2;2026-09-14"],
      columns: Self.columns.replacing(",", with: ";"))
    #expect(reading.total(.spend) == "10.5")
  }

  /// It counts where a figure is not their sum, a part is missing below it, another day, or it stands elsewhere.
  @Test(arguments: [
    ["Brand,,10.52,100,3,2026-09-14"] + ages, ["Brand,,10.50,101,3,2026-09-14"] + ages,
    ["Brand,,10.50,100,4,2026-09-14"] + ages, ["Brand,,10.50,100,3,2026-09-15"] + ages,
    ["Brand,,10.50,100,3,2026-09-14", generic] + ages, ["Brand,Unknown,10.50,100,3,2026-09-14"] + ages,
    ages + ["Brand,,10.50,100,3,2026-09-14"], ["Generic,,3,30,0,2026-09-14", generic],
  ])
  func whatIsNoSumIsAPart(rows: [String]) throws {
    let reading = try read(rows)
    #expect(reading.all.adPerformance.count == rows.count && reading.all.skippedRows.isEmpty)
  }
}
