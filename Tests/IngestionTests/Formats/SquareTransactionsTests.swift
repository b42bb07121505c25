import Ingestion
import Testing
import Vocabulary

struct SquareTransactionsTests {
  @Test func salesAndRefunds() throws {
    let reading = try Sample(
      """
      Date,Time,Time Zone,Gross Sales,Discounts,Net Sales,Tax,Tip,Partial Refunds by Amount,Total Collected,Transaction ID,Payment ID,Event Type,Location,Customer ID
      12/30/2025,10:00:00,Eastern Time (US & Canada),"$1,234.00",($34.00),"$1,200.00",$96.00,$5.00,$0.00,"$1,301.00",T1,P1,Payment,Main Street,C1
      12/30/2025,11:00:00,Eastern Time (US & Canada),$20.00,$0.00,$20.00,$1.60,$0.00,($5.00),$16.60,T2,P2,Payment,Main Street,
      12/31/2025,11:00:00,Eastern Time (US & Canada),($20.00),$0.00,($20.00),($1.60),$0.00,$0.00,($21.60),T1,P3,Refund,Main Street,
      12/31/2025,11:00:00,Eastern Time (US & Canada),$1.00,$0.00,$1.00,$0.00,$0.00,$0.00,$1.00,,P4,Payment,Main Street,
      """
    ).read(ReadOptions(currency: Currency("USD")))
    #expect(reading.recognition.format == "SquareTransactions")
    #expect(!reading.recognition.isVerified)
    // A refund is no sale.
    #expect(reading.total(.sales) == "2")
    #expect(reading.total(.revenue) == "1195")
    let sales = reading.all.offlineSales
    #expect(sales.map(\.saleID) == ["T1", "T2", "refund P3"])
    #expect(sales.map(\.grossMicros) == [1_234_000_000, 20_000_000, nil])
    #expect(sales.map(\.discountMicros) == [34_000_000, 0, nil])
    #expect(sales.map(\.refundMicros) == [0, 5_000_000, 20_000_000])
    #expect(sales.map(\.netMicros) == [1_200_000_000, 15_000_000, -20_000_000])
    #expect(sales.map(\.taxMicros) == [96_000_000, 1_600_000, -1_600_000])
    #expect(sales.map(\.totalMicros) == [1_301_000_000, 16_600_000, -21_600_000])
    #expect(sales.map(\.transactions) == [1, 1, 0])
    #expect(sales[0].currency == Currency("USD"))
    #expect(sales[0].tipMicros == 5_000_000)
    #expect(sales[2].window.description == "2025-12-31")
    #expect(reading.summary.problems.map(\.column) == ["Transaction ID"])
  }

  @Test func aListOfItemsIsNamed() throws {
    let error = try Sample(
      "Date,Time,Time Zone,Category,Item,Qty,Gross Sales,Discounts,Net Sales,Tax,Transaction ID,Location\n",
      name: "items.csv"
    ).failure()
    #expect(
      error
        == .leftOut(
          file: "items.csv", kind: "a Square list of items, which repeats its transactions",
          advice: "export the transactions instead"))
  }
}
