import Ingestion
import Testing
import Vocabulary

struct StripePaymentsTests {
  /// The payment of a dispute that cannot be read is rejected whole, and so is counted nowhere.
  @Test func aDisputeOfABadDay() throws {
    let reading = try Sample(
      "id,Created (UTC),Amount,Amount Refunded,Currency,Status,Disputed Amount,Dispute Status,Dispute Date (UTC)\n"
        + "ch_1,2026-05-13 12:34,60.00,0.00,eur,Paid,60.00,lost,2026-02-30 10:00\n"
    ).read()
    #expect(reading.all.payments.isEmpty && reading.all.rejectedRows.count == 1 && reading.summary.totals.isEmpty)
  }

  /// An attempt that came to nothing has no id; one that is paid must have one.
  @Test func attemptsWithoutAnID() throws {
    let header = "id,Created date (UTC),Amount,Amount Refunded,Currency,Captured,Status\n"
    let reading = try Sample(
      header
        + "py_1,2026-11-19 22:17:46,9.99,0.00,gbp,true,Paid\n,2026-11-19 22:16:37,9.99,,gbp,,requires_payment_method\n"
        + ",2026-11-19 22:16:38,5.00,0.00,gbp,true,Paid\n"
    ).read()
    #expect(reading.total(.payments) == "1" && reading.total(.revenue) == "9.99")
    #expect(reading.all.skippedRows.map(\.reason) == [.noData] && reading.all.rejectedRows.map(\.line) == [4])
  }

  /// Of two disputes the lost one takes its money back.
  @Test func lostDisputes() throws {
    let header =
      "id,Created (UTC),Amount,Amount Refunded,Currency,Status,Disputed Amount,Dispute Status,Dispute Date (UTC)\n"
    let reading = try Sample(
      header + "ch_1,2026-05-13 12:34,60.00,0.00,eur,Paid,60.00,lost,2026-06-01 10:00\n"
        + "ch_2,2026-05-14 12:34,30.00,0.00,eur,Paid,30.00,won,2026-06-02 10:00\n"
    ).read()
    #expect(reading.all.payments.map(\.kind) == [.charge, .dispute, .charge])
    let lost = reading.all.payments[1]
    #expect(
      lost.amountMicros == -60_000_000 && lost.day.description == "2026-06-01" && lost.paymentID == "dispute ch_1")
    #expect(reading.total(.revenue) == "90")
  }

  private static let header =
    "id,Created date (UTC),Amount,Amount Refunded,Currency,Captured,Converted Amount,Converted Amount Refunded,"
    + "Converted Currency,Fee,Mode,Payment Source Type,Status,Customer ID,Customer Email,Invoice ID,order_id (metadata)\n"

  @Test func refundsFeesAndWhatIsNoMoney() throws {
    let reading = try Sample(
      Self.header
        + """
        ch_1,2026-06-07 02:38:54,15.00,5.00,usd,true,13.80,4.60,eur,0.62,Live,card,Refunded,cus_1,ann@example.org,in_1,
        ch_2,2026-06-08 10:00:00,20.00,0.00,eur,true,20.00,0.00,eur,0.55,Live,card,Paid,cus_2,,,1002
        ch_3,2026-06-08 10:00:00,99.00,0.00,eur,false,99.00,0.00,eur,0.00,Live,card,Failed,cus_2,,,
        ch_4,2026-06-08 10:00:00,7.00,0.00,eur,false,7.00,0.00,eur,0.00,Live,card,Paid,cus_2,,,
        ch_5,2026-06-08 10:00:00,7.00,0.00,eur,true,7.00,0.00,eur,0.00,Test,card,Paid,cus_2,,,
        ch_6,2026-06-08 10:00:00,7.00,0.00,eur,true,7.00,0.00,eur,0.00,Live,card,Mislaid,cus_2,,,
        ch_7,2026-06-08 10:00:00,7.00,0.00,,true,7.00,0.00,eur,0.00,Live,card,Paid,cus_2,,,
        """
    ).read()
    #expect(reading.recognition.format == "StripePayments")
    #expect(reading.total(.payments) == "2")
    #expect(reading.total(.revenue) == nil)
    #expect(reading.recognition.currency == nil)
    let payments = reading.all.payments
    #expect(payments.map(\.status) == [.succeeded, .succeeded, .failed, .pending])
    #expect(payments.map(\.currency) == ["USD", "EUR", "EUR", "EUR"].map { Currency($0) })
    #expect(payments.map(\.feeMicros) == [nil, 550_000, 0, 0])
    #expect(payments.map(\.refundedMicros) == [5_000_000, 0, 0, 0])
    #expect(payments.map(\.orderID) == ["in_1", "1002", "", ""])
    #expect(payments[0].email?.normalized == "ann@example.org")
    #expect(reading.all.skippedRows.map(\.reason) == [.test])
    #expect(reading.summary.problems.map(\.column) == ["Status", "Currency"])
  }

  @Test func savedAgainFromASpreadsheet() throws {
    let reading = try Sample(
      """
      Notes;STATUS;Currency;Amount Refunded;Amount;ID;Created Date (UTC)
      x;Paid;EUR;0;1.015,00;ch_1;31.01.2026 02:38
      y;Paid;EUR;0,5;20,00;ch_2;01.02.2026 02:38
      """
    ).read()
    #expect(reading.recognition.format == "StripePayments")
    #expect(reading.total(.revenue) == "1035")
    #expect(reading.total(.refunds) == "0.5")
    #expect(reading.all.payments.map(\.day.description) == ["2026-01-31", "2026-02-01"])
    #expect(reading.all.payments.map(\.feeMicros) == [nil, nil])
  }

  @Test func oneCurrencyHasASum() throws {
    let reading = try Sample(
      Self.header
        + """
        ch_1,2026-06-07 02:38:54,15.00,5.00,eur,true,15.00,5.00,eur,0.62,Live,card,Refunded,cus_1,,,
        ch_2,2026-06-08 10:00:00,20.00,0.00,eur,true,20.00,0.00,eur,0.55,Live,card,Paid,cus_2,,,
        """
    ).read()
    #expect(reading.total(.revenue) == "35")
    #expect(reading.total(.refunds) == "5")
    #expect(reading.recognition.currency?.code == "EUR")
  }

  @Test(.enabled(if: Shared.isPresent, "needs the shared collection"))
  func realFile() throws {
    let reading = try Shared.reading("stripe/stripe_unified_payments_masked.csv")
    #expect(reading.summary.rowsRead == 1)
    #expect(reading.total(.payments) == "1")
    #expect(reading.total(.revenue) == "15")
    #expect(reading.total(.refunds) == "0")
    #expect(reading.recognition.timeZone == "UTC")
    let payment = try #require(reading.all.payments.first)
    #expect(payment.currency == Currency("USD"))
    #expect(payment.instant == 1_717_727_934)
    // The fee of 35.40 is in baht, as 534.80 of them is what the fifteen dollars were.
    #expect(payment.feeMicros == nil)
    #expect(payment.netMicros == nil)
    #expect(payment.method == "card")
    #expect(payment.customerID == "cus_PsVhjfaepodbyRV")
  }
}
