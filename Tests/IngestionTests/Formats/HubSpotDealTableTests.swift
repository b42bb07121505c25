import Ingestion
import Testing
import Vocabulary

struct HubSpotDealTableTests {
  @Test func deals() throws {
    let reading = try Sample(
      """
      deal_id,is_deleted,deal_pipeline_id,deal_pipeline_stage_id,owner_id,property_dealname,property_amount,property_createdate,property_hs_date_entered_closedwon
      1,false,default,closedwon,7,Acme,1250.5,2026-01-02 10:00:00,2026-02-01 06:00:00.123
      2,false,default,81f3,7,Umbra,,2026-01-02 10:00:00,
      3,true,default,closedlost,7,Gone,5,2026-01-02 10:00:00,
      """
    ).read()
    #expect(reading.recognition.format == "HubSpotDealTable")
    #expect(reading.total(.dealAmount) == "1250.5")
    #expect(reading.all.deals.map(\.outcome) == [.won, nil])
    #expect(reading.all.skippedRows.map(\.reason) == [.deleted])
    let change = try #require(reading.all.dealStageChanges.first)
    // 2026-02-01T06:00:00Z.
    #expect(change.stage == "closedwon" && change.instant == 1_769_925_600)
  }

  /// Figures by Python's csv module over the same file: no deal in it has a pipeline, a stage or an amount.
  @Test(.enabled(if: Shared.isPresent, "needs the shared collection"))
  func realFile() throws {
    let reading = try Shared.reading("hubspot-api/deal_data.csv")
    #expect(reading.summary.rowsRead == 44 && reading.summary.rowsRejected == 0)
    #expect(reading.total(.deals) == "44" && reading.total(.dealAmount) == nil)
    #expect(reading.all.deals.count { !$0.owner.isEmpty } == 22)
    #expect(reading.all.deals.allSatisfy { $0.outcome == nil && $0.amountMicros == nil })
    #expect(reading.recognition.window?.description == "2019-10-07…2021-01-15")
  }
}
