import Ingestion
import Testing
import Vocabulary

/// Sums that carry a day, in a table whose mapping says nothing of them.
struct SummedTotalsTests {
  private func read(_ rows: String) throws -> Reading {
    var mapping = TableMapping(name: "spots", kind: .adPerformance)
    mapping.fields = [
      .day: FieldMapping(["Day"]), .campaign: FieldMapping(["Station"]), .spend: FieldMapping(["Cost"]),
    ]
    mapping.constants = [.currency: "EUR"]
    mapping.goesFirst = true
    return try Sample("Day,Station,Cost\n" + rows).read(ReadOptions(mappings: [mapping]))
  }

  @Test(arguments: ["Total", "Gesamt", "Grand total:"])
  func theSumOfAllRows(label: String) throws {
    let reading = try read("2026-05-01,FFH,300\n2026-05-02,HR3,200\n2026-05-31,\(label),500\n")
    #expect(reading.total(.spend) == "500" && reading.summary.rowsRejected == 0)
    #expect(reading.all.skippedRows.map(\.line) == [4])
    #expect(reading.all.controlTotals.map(\.valueMicros) == [500_000_000])
    #expect(reading.all.controlTotals.map(\.coversAllRows) == [true])
  }

  /// 100 + 200, 50 + 200, and all of it.
  @Test func sumsOfGroupsAndOfAll() throws {
    let reading = try read(
      "2026-05-01,FFH,100\n2026-05-02,FFH,200\n2026-05-31,Summe FFH,300\n2026-05-01,HR3,50\n2026-05-02,HR3,200\n"
        + "2026-05-31,Summe HR3,250\n2026-05-31,Gesamtsumme,550\n")
    #expect(reading.total(.spend) == "550")
    #expect(reading.all.skippedRows.map(\.line) == [4, 7, 8])
    #expect(reading.all.controlTotals.map(\.valueMicros) == [300_000_000, 250_000_000, 550_000_000])
    #expect(reading.all.controlTotals.map(\.coversAllRows) == [false, false, true])
  }

  /// A station that is called so, and a sum that calls itself nothing of the kind.
  @Test(arguments: ["2026-05-03,Total,120", "2026-05-03,Klassik,500"])
  func whatIsNoTotal(row: String) throws {
    let reading = try read("2026-05-01,FFH,300\n2026-05-02,HR3,200\n\(row)\n")
    #expect(reading.all.skippedRows.isEmpty && reading.all.adPerformance.count == 3)
  }
}
