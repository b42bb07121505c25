import Ingestion
import Testing
import Vocabulary

struct StripeInvoicesTests {
  @Test func amountsInOtherMoneyThanTheCodeSays() throws {
    let reading = try Sample(
      "id,Number,Amount Due,Currency,Date (UTC),Subtotal,Tax,Total,Amount Paid\n"
        + "in_1,BC-1,€5.00,usd,2026-06-07,5.00,,€5.00,\nin_2,BC-2,$5.00,usd,2026-06-07,$5.00,,$5.00,\n"
    ).read()
    #expect(reading.all.invoices.map(\.invoiceID) == ["in_2"])
    #expect(reading.summary.problems.map(\.found) == ["an amount in EUR"])
  }

  @Test func invoices() throws {
    let reading = try Sample(
      """
      id,Amount Due,Billing,Currency,Customer ID,Customer Email,Date (UTC),Due Date (UTC),Number,Paid,Subscription,Subtotal,Tax,Total,Amount Paid,Status
      in_1,15.00,charge_automatically,usd,cus_1,ann@example.org,2026-06-07 02:38,2026-06-21 00:00,BC-1,true,sub_1,12.61,2.39,15.00,15.00,Paid
      in_2,30.00,send_invoice,usd,cus_2,,2026-06-08 02:38,,BC-2,true,,30.00,,30.00,0.00,
      in_3,30.00,send_invoice,usd,cus_2,,2026-06-08 02:38,,,false,,30.00,,30.00,0.00,deleted
      in_4,30.00,send_invoice,usd,cus_2,,,,BC-3,false,,30.00,,30.00,0.00,open
      """
    ).read()
    #expect(reading.recognition.format == "StripeInvoices")
    #expect(reading.total(.invoices) == "2")
    let first = reading.all.invoices[0]
    #expect(first.subtotalMicros == 12_610_000)
    #expect(first.taxMicros == 2_390_000)
    #expect(first.totalMicros == 15_000_000)
    #expect(first.paidMicros == 15_000_000)
    #expect(first.dueDay?.description == "2026-06-21")
    #expect(first.subscriptionID == "sub_1")
    #expect(reading.all.invoices.map(\.status) == ["paid", "paid"])
    #expect(reading.all.invoices[1].taxMicros == nil)
    #expect(reading.all.skippedRows.map(\.reason) == [.deleted])
    #expect(reading.summary.problems.map(\.column) == ["Date (UTC)"])
  }
}
