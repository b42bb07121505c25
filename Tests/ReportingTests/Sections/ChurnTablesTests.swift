@testable import Analysis
import Testing

@testable import Reporting

@Suite struct ChurnTablesTests {
  /// By hand: 1,450.6 and 1,504.2, rounded outward in the tile and in the table beneath it.
  @Test func expectedLeavers() throws {
    var churn = Fixture.churn
    churn.expectedLeavers = Estimate(1_476.6, low: 1_450.6, high: 1_504.2, level: 0.9, sampleSize: 2_040)
    let why = try #require(ChurnTables.tiles(churn).first?.why)
    #expect(why.replacing("\u{2060}", with: "") == "90% interval 1,450–1,505")
    let row = try #require(ChurnTables.expected(churn).table.rows.first)
    #expect(row.map(\.text) == ["Expected to leave", "1,477", "1,450", "1,505"])
  }
}
