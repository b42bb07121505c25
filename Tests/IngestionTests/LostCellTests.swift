import Testing

@testable import Ingestion

struct LostCellTests {
  @Test func whatASpreadsheetHasLostIsCalledSo() throws {
    let reading = try Sample(
      "Campaign,Day,Currency code,Cost,Impr.\nA,2026-01-01,EUR,1.50,9\nA,########,EUR,1.50,9\nA,2026-01-02,EUR,#REF!,9\n"
        + "A,2026-01-03,EUR,1.50,#1\n"
    ).read()
    #expect(
      reading.summary.problems.map(\.found) == [
        "#### (the column was too narrow when the sheet was saved)", "#REF!, the error of a formula", "#1",
      ])
    #expect(reading.total(.spend) == "1.5")
  }
}
