import Ingestion
import Testing
import Vocabulary

/// One campaign, several rows a day, told apart by a column that the report does not read.
struct SplitColumnsTests {
  private let header = "Campaign Name,Start Date (in UTC),Impressions,Total Spent,Currency"

  @Test func jobTitlesAreParts() throws {
    let reading = try Sample(
      header + ",Job Title Segment\nA,03/01/2026,10,5.00,EUR,Engineer\nA,03/01/2026,20,7.00,EUR,Founder\n"
        + "B,03/01/2026,4,1.00,EUR,Engineer\nB,03/01/2026,5,2.00,EUR,Founder\n"
    ).read(ReadOptions(dateOrder: .monthDayYear))
    #expect(reading.recognition.format == "LinkedInAdsReport")
    #expect(reading.all.adPerformance.map(\.breakdown) == [String](repeating: "job title segment", count: 4))
    #expect(reading.all.adPerformance.map(\.breakdownValue) == ["Engineer", "Founder", "Engineer", "Founder"])
    #expect(reading.recognition.columns.last?.meaning == "breakdownValue")
    #expect(
      reading.recognition.notes.contains { $0.hasPrefix("its rows are parts of campaigns by \"Job Title Segment\"") })
  }

  /// A small account: one campaign, one period, two texts.
  @Test(arguments: ["Text", "Product ID", "Body (asset)"])
  func twoRowsAreParts(name: String) throws {
    let reading = try Sample(
      "Campaign name,\(name),Amount spent (EUR),Impressions,Reporting starts,Reporting ends\n"
        + "Brand,Buy now,60,600,2026-09-01,2026-09-30\nBrand,Try it,40,400,2026-09-01,2026-09-30\n"
    ).read()
    #expect(reading.all.adPerformance.map(\.breakdown) == [name.lowercased(), name.lowercased()])
    #expect(reading.all.adPerformance.map(\.breakdownValue) == ["Buy now", "Try it"])
  }

  /// Ids are figures, and parts where the column is known.
  @Test func productsAreParts() throws {
    let reading = try Sample(
      "Campaign name,Product ID,Amount spent (EUR),Impressions,Reporting starts,Reporting ends\n"
        + "Brand,4711,60,600,2026-09-01,2026-09-30\nBrand,4712,40,400,2026-09-01,2026-09-30\n"
    ).read()
    #expect(reading.all.adPerformance.map(\.breakdownValue) == ["4711", "4712"])
  }

  /// Copied ads keep their name; how they do, and when they run, may be another in the next export.
  @Test(arguments: ["Quality ranking", "Gebotsstrategie", "Schedule", "Entrega de la campaña"])
  func statesOfTwinsAreNoParts(name: String) throws {
    let reading = try Sample(
      "Ad name,\(name),Amount spent (EUR),Impressions,Reporting starts,Reporting ends\n"
        + "Brand,Average,60,600,2026-09-01,2026-09-30\nBrand,Above average,40,400,2026-09-01,2026-09-30\n"
    ).read()
    #expect(reading.all.adPerformance.map(\.breakdown) == ["", ""])
  }

  /// Different campaigns, whatever stands beside them; a state is no part; twins of one name are an exception.
  @Test(arguments: [
    ",Region\nA,03/01/2026,10,5.00,EUR,North\nB,03/01/2026,20,7.00,EUR,South\nA,03/02/2026,4,1.00,EUR,South\n",
    ",Campaign Status\nA,03/01/2026,10,5.00,EUR,Active\nA,03/01/2026,20,7.00,EUR,Paused\nA,03/01/2026,1,7.00,EUR,Draft\n",
    ",Remarks\nA,03/01/2026,10,5.00,EUR,x\nA,03/01/2026,20,7.00,EUR,y\nB,03/01/2026,1,7.00,EUR,x\nC,03/01/2026,1,7.00,EUR,x\n",
    ",Headline 1\nA,03/01/2026,10,5.00,EUR,x\nA,03/01/2026,20,7.00,EUR,y\nA,03/01/2026,1,7.00,EUR,z\n",
    ",Rank\nA,03/01/2026,10,5.00,EUR,1\nA,03/01/2026,20,7.00,EUR,2\nA,03/01/2026,1,7.00,EUR,3\n",
  ])
  func whatIsNoPart(rows: String) throws {
    let reading = try Sample(header + rows).read(ReadOptions(dateOrder: .monthDayYear))
    #expect(reading.all.adPerformance.allSatisfy { $0.breakdown.isEmpty } && !reading.all.adPerformance.isEmpty)
  }

  @Test func aTableOfTheCommonShape() throws {
    let reading = try Sample(
      "Campaign name,Date,Spend in account currency,Impressions,Targeting value\nA,2026-03-01,5,10,Cooking\n"
        + "A,2026-03-01,4,10,Travel\nA,2026-03-01,5,10,Sport\n"
    ).read(ReadOptions(currency: Currency("EUR")))
    #expect(reading.recognition.format == "PinterestAdsReport")
    #expect(reading.all.adPerformance.map(\.breakdownValue) == ["Cooking", "Travel", "Sport"])
  }
}
