import Ingestion
import Testing
import Vocabulary

/// Sums below a table whose mapping says nothing of them.
struct UndatedTotalsTests {
  private func read(_ text: String, _ fields: [TableField: String], kind: RecordKind = .adPerformance) throws -> Reading
  {
    var mapping = TableMapping(name: "spots", kind: kind)
    mapping.fields = fields.mapValues { FieldMapping([$0]) }
    mapping.constants = [.currency: "EUR"]
    mapping.goesFirst = true
    return try Sample(text).read(ReadOptions(mappings: [mapping]))
  }

  private static let spots: [TableField: String] = [.day: "Day", .campaign: "Show", .spend: "Cost"]

  /// 1,250.00 + 980.50; the word stands in a column that the mapping does not name.
  @Test func aRowOfSumsIsKeptToCheckAgainst() throws {
    let reading = try read(
      "Sender;Sendedatum;Preis;Kampagne\nNord;01.05.2026;1.250,00;F\nNord;13.05.2026;980,50;F\nGesamt;;2.230,50;\n",
      [.day: "Sendedatum", .campaign: "Kampagne", .spend: "Preis"])
    #expect(reading.summary.rowsRejected == 0 && reading.total(.spend) == "2230.5")
    #expect(reading.all.skippedRows.map(\.line) == [4] && reading.all.skippedRows.map(\.reason) == [.totals])
    let stated = reading.all.controlTotals
    #expect(stated.map(\.metric) == [.spend] && stated.map(\.valueMicros) == [2_230_500_000])
    #expect(stated.map(\.label) == ["Gesamt"] && stated.map(\.coversAllRows) == [true])
  }

  @Test(arguments: [
    ("Total,,,30", true), ("Grand total:,,,30", true), (",Total,,30", true), ("--,,Summe,30", true),
    ("4,,Total,30", true), ("Subtotal,,,30", false),
  ])
  func wordsForTotals(row: String, coversAllRows: Bool) throws {
    let reading = try read("No,Day,Show,Cost\n1,2026-05-13,A,10\n2,2026-05-14,B,20\n\(row)\n", Self.spots)
    #expect(reading.summary.rowsRejected == 0 && reading.summary.rowsSkipped == 1 && reading.total(.spend) == "30")
    #expect(reading.all.controlTotals.map(\.valueMicros) == [30_000_000])
    #expect(reading.all.controlTotals.map(\.coversAllRows) == [coversAllRows])
  }

  /// A campaign may be called so.
  @Test func aRowWithADayIsNone() throws {
    let reading = try read("Show,Day,Cost\nTotal,2026-05-13,10\n,2026-05-14,20\nSumme,2026-05-15,5\n", Self.spots)
    #expect(reading.summary.rowsSkipped == 0 && reading.total(.spend) == "35")
  }

  @Test(arguments: ["A,,30", ",,30", "A,Total,30", "Total Recall,,30"])
  func aFactWithoutADayIsStillRefused(row: String) throws {
    let reading = try read("Show,Day,Cost\nA,2026-05-13,10\n\(row)\n", Self.spots)
    #expect(reading.summary.rowsRejected == 1 && reading.summary.rowsSkipped == 0 && reading.total(.spend) == "10")
  }

  @Test func ofPeriodsBothEndsAreEmpty() throws {
    let fields: [TableField: String] = [.firstDay: "From", .lastDay: "To", .place: "Shop", .net: "Net"]
    let reading = try read(
      "Shop,From,To,Net\nA,2026-05-13,2026-05-14,10\nTotal,,,10\nTotal,2026-05-15,,10\n", fields, kind: .offlineSales)
    #expect(reading.all.skippedRows.map(\.line) == [3] && reading.all.rejectedRows.map(\.line) == [4])
    #expect(reading.all.controlTotals.map(\.metric) == [.revenue])
  }

  @Test func rowsOfOtherKindsAreLeftToTheMapping() throws {
    let reading = try read(
      "No,Date,Sum\n1,2026-05-13,10\nTotal,,10\n", [.orderID: "No", .day: "Date", .total: "Sum"], kind: .orders)
    #expect(reading.summary.rowsRejected == 1 && reading.summary.rowsSkipped == 0)
  }
}
