import Ingestion
import Testing
import Vocabulary

/// A sum that carries a day, in a table whose mapping says nothing of it.
struct ClosingTotalTests {
  private func read(_ rows: [String]) throws -> Reading {
    var mapping = TableMapping(name: "spots", kind: .adPerformance)
    mapping.fields = [
      .day: FieldMapping(["Day"]), .campaign: FieldMapping(["Station"]), .spend: FieldMapping(["Cost"]),
      .impressions: FieldMapping(["Views"]),
    ]
    mapping.constants = [.currency: "EUR"]
    mapping.goesFirst = true
    let text = (["Day,Station,Group,Cost,Views"] + rows).joined(separator: "\n") + "\n"
    return try Sample(text).read(ReadOptions(mappings: [mapping]))
  }

  private static let rows = ["2026-05-01,FFH,Gesamt 14+,300.10,7", "2026-05-02,HR3,Gesamt 14+,200,8"]

  @Test(arguments: ["2026-05-31,Total,,500.10,15", "2026-05-31,Grand total:,,500.11,15", "2026-05-31,Gesamt,,500.10,"])
  func theSumOfAllRows(total: String) throws {
    let reading = try read(Self.rows + [total])
    #expect(reading.total(.spend) == "500.1" && reading.summary.rowsRejected == 0)
    #expect(reading.all.skippedRows.map(\.line) == [4])
    #expect(reading.all.controlTotals.first { $0.metric == .spend }?.coversAllRows == true)
  }

  /// 300.10 + 200 + 99.90, of which the second has no day.
  @Test func rowsThatAreRefusedAreInTheSheetsSum() throws {
    let reading = try read([Self.rows[0], "soon,HR3,,200,8", "2026-05-03,FFH,,99.90,1", "2026-05-31,Total,,600,16"])
    #expect(reading.all.rejectedRows.map(\.line) == [3] && reading.all.skippedRows.map(\.line) == [5])
    #expect(reading.total(.spend) == "400")
  }

  /// A station that is called so, a sum by chance under a word that each row has, counts that do not add up, a row that
  /// others follow, and a second row like the first.
  @Test(arguments: [
    rows + ["2026-05-03,Total,,120,15"], rows + ["2026-05-03,FFH,Gesamt 14+,500.10,15"],
    rows + ["2026-05-03,Total,,500.10,16"], rows + ["2026-05-03,Total,,500.10,15", "2026-05-04,FFH,,1,1"],
    ["2026-05-01,FFH,,10,1", "2026-05-02,Total,,10,1"],
  ])
  func whatIsNoTotal(rows: [String]) throws {
    let reading = try read(rows)
    #expect(reading.all.skippedRows.isEmpty && reading.all.adPerformance.count == rows.count)
  }
}
