import Ingestion
import Testing
import Vocabulary

struct StripeSubscriptionsTests {
  @Test func periodsDoNotOverlap() throws {
    let reading = try Sample(
      """
      id,Customer ID,Customer Email,Plan,Quantity,Currency,Interval,Amount,Status,Created (UTC),Start Date (UTC),Current Period Start (UTC),Current Period End (UTC),Trial End (UTC),Canceled At (UTC),Ended At (UTC)
      sub_1,cus_1,ann@example.org,gold,2,usd,Month,15.00,active,2026-01-05 12:33,2026-01-05 12:33,2026-02-05 12:33,2026-03-05 12:33,,,
      sub_2,cus_2,,gold,1,usd,year,150.00,canceled,2025-01-05 12:33,,2025-01-05 12:33,2026-01-05 12:33,2025-01-19 12:33,2025-11-02 08:00,2026-01-05 12:33
      ,cus_3,,gold,1,usd,year,150.00,active,2025-01-05 12:33,,,,,,
      """
    ).read()
    #expect(reading.recognition.format == "StripeSubscriptions")
    #expect(!reading.recognition.isVerified)
    #expect(reading.total(.subscriptions) == "2")
    let first = reading.all.subscriptions[0]
    #expect(first.periodFirstDay?.description == "2026-02-05")
    #expect(first.periodLastDay?.description == "2026-03-04")
    #expect(first.interval == "month")
    #expect(first.amountMicros == 15_000_000)
    #expect(first.quantity == 2)
    #expect(first.currency == Currency("USD"))
    #expect(first.canceledDay == nil)
    let second = reading.all.subscriptions[1]
    #expect(second.startDay?.description == "2025-01-05")
    #expect(second.trialEndDay?.description == "2025-01-19")
    #expect(second.canceledDay?.description == "2025-11-02")
    #expect(second.endedDay?.description == "2026-01-05")
    #expect(reading.summary.problems.map(\.column) == ["id"])
  }
}
