import Ingestion
import Testing
import Vocabulary

struct ShopifyRefundTableTests {
  @Test func theAmountIsUnknown() throws {
    let reading = try Sample(
      """
      id,created_at,processed_at,note,restock,total_duties_set,order_id
      9,2026-01-02 10:00:00.000,2026-01-03 00:30:00.000,broken,TRUE,"{""shop_money"":{""amount"":""7.00""}}",77
      10,2026-01-02 10:00:00.000,,,FALSE,,78
      """
    ).read()
    #expect(reading.recognition.format == "ShopifyRefundTable")
    #expect(reading.all.refunds.map(\.amountMicros) == [nil])
    #expect(reading.all.refunds[0].day.description == "2026-01-03")
    #expect(reading.all.refunds[0].orderID == "77")
    #expect(reading.all.refunds[0].reason == "broken")
    #expect(reading.summary.problems.map(\.column) == ["processed_at"])
  }

  @Test(.enabled(if: Shared.isPresent, "needs the shared collection"))
  func realFile() throws {
    let reading = try Shared.reading("shopify-api/shopify_refund_data.csv")
    #expect(reading.summary.rowsRead == 5)
    #expect(reading.summary.rowsRejected == 0)
    #expect(reading.all.refunds.count == 5)
    #expect(reading.all.refunds.allSatisfy { $0.amountMicros == nil && $0.day.description == "2021-04-17" })
    #expect(reading.all.refunds[0].instant == 1_618_691_108)
    #expect(reading.all.refunds.map(\.reason) == ["", "", "", "my refund note", ""])
  }
}
