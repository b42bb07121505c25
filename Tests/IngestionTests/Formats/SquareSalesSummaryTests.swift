import Ingestion
import Testing
import Vocabulary

struct SquareSalesSummaryTests {
  @Test func aColumnForEachDay() throws {
    let reading = try Sample(
      """
      Sales Summary,,
      Sales,01/02/2026,01/03/2026
      Gross Sales,"$1,204.50",$95.50
      Returns,-$20.00,$0.00
      Discounts & Comps,($4.50),$0.00
      Net Sales,"$1,180.00",$95.50
      Gift Card Sales,$0.00,$0.00
      Tax,$94.40,$7.64
      Tips,$10.00,$0.00
      Partial Refunds,-$5.00,$0.00
      Total Collected,"$1,279.40",$103.14
      ,,
      Payments,,
      Cash,$500.00,$0.00
      """
    ).read()
    #expect(reading.recognition.format == "SquareSalesSummary" && !reading.recognition.isVerified)
    let sales = reading.all.offlineSales
    // Two days in a row: read day first they would be a month apart.
    #expect(sales.map(\.window.description) == ["2026-01-02", "2026-01-03"])
    #expect(sales.map(\.grossMicros) == [1_204_500_000, 95_500_000])
    #expect(sales.map(\.refundMicros) == [25_000_000, 0] && sales.map(\.discountMicros) == [4_500_000, 0])
    #expect(sales.map(\.netMicros) == [1_175_000_000, 95_500_000])
    #expect(sales.map(\.totalMicros) == [1_279_400_000, 103_140_000] && sales.map(\.tipMicros) == [10_000_000, 0])
    #expect(reading.summary.rowsRead == 11 && reading.summary.rowsSkipped == 10)
    #expect(reading.recognition.notes.contains { $0.contains("load one of the two") })
    #expect(reading.total(.revenue) == "1270.5")
  }

  @Test func thePeriodInItsLineOrInTheName() throws {
    let rows = "Gross Sales,$10.00\nNet Sales,$9.00\nTotal Collected,$9.50\n"
    let lined = try Sample("Sales Summary,\nSales,\"Jan 1, 2026 - Jan 31, 2026\"\n" + rows).read()
    #expect(lined.all.offlineSales.map(\.window.description) == ["2026-01-01…2026-01-31"])
    let named = try Sample("Sales,Amount\n" + rows, name: "sales-summary-2026-01-01-2026-01-31.csv").read()
    #expect(named.all.offlineSales.map(\.window.description) == ["2026-01-01…2026-01-31"])
    let bare = try Sample("Sales,Amount\n" + rows).read()
    #expect(bare.all.offlineSales.allSatisfy { $0.window.isUndated })
  }

  @Test func aDayThatReadsBothWaysIsAsked() throws {
    let sample = try Sample("Sales,03/04/2026\nGross Sales,$10.00\nNet Sales,$9.00\nTotal Collected,$9.50\n")
    #expect(sample.failure() == .ambiguousDates(file: "sample.csv", column: "Sales", line: 1))
    #expect(
      try sample.read(ReadOptions(dateOrder: .dayMonthYear)).all.offlineSales.first?.window.description == "2026-04-03")
  }

  @Test func anotherTillsSummaryIsNotSquares() throws {
    let sample = try Sample("Sales,Amount\nGross Sales,$10.00\nNet Sales,$9.00\n")
    #expect("\(try #require(sample.failure()))".contains("not Square's"))
  }
}
