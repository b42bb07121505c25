import Ingestion
import Testing
import Vocabulary

struct PipedriveDealsTests {
  @Test func deals() throws {
    let reading = try Sample(
      """
      Deal - ID,Deal - Title,Deal - Value,Deal - Currency of Value,Deal - Stage,Deal - Pipeline,Deal - Status,Deal - Deal created,Deal - Won time,Deal - Expected close date,Organization - ID,Person - ID,Person - Email - Work,Person - Email - Home
      1,Acme,1250.50,EUR,Signed,Sales,Won,2026-01-02 10:00:00,2026-02-03 11:00:00,2026-05-01,9,101,,ann@example.org
      2,Umbra,80,USD,Demo,Sales,Open,2026-01-03 10:00:00,,2026-05-01,,,,
      3,Gone,5,USD,Demo,Sales,Deleted,2026-01-03 10:00:00,,,,,,
      """
    ).read()
    #expect(reading.recognition.format == "PipedriveDeals")
    #expect(reading.all.deals.map(\.outcome) == [.won, .open])
    #expect(reading.all.deals.map(\.closeDay?.description) == ["2026-02-03", "2026-05-01"])
    #expect(reading.all.deals[0].email?.normalized == "ann@example.org" && reading.all.deals[0].companyID == "9")
    #expect(reading.all.skippedRows.map(\.reason) == [.deleted])
    // Money in two currencies has no sum.
    #expect(reading.all.deals.map(\.amountMicros) == [1_250_500_000, 80_000_000])
    #expect(reading.total(.deals) == "2" && reading.total(.dealAmount) == nil)
  }

  @Test func theOrganisationAndTheIdOfItsOtherExports() throws {
    let reading = try Sample(
      "Deal - Title,Deal - Value,Deal - Currency of value,Deal - Status,Organization,Contact person,Deal - Pipedrive System ID\n"
        + "Oak,1200,EUR,Won,North,Ada,17\n"
    ).read()
    let deal = try #require(reading.all.deals.first)
    #expect(deal.dealID == "17" && deal.companyID == "North" && deal.outcome == .won)
  }
}
