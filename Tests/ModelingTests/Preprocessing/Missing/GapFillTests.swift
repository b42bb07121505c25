import Computation
import Modeling
import Testing

@Suite("GapFill")
struct GapFillTests {
  let table: FeatureTable

  init() throws {
    table = try SmallTable.numbers([[nil], [1], [nil], [nil], [nil], [5], [9], [nil]])
  }

  /// The median of 1, 5 and 9 is 5. The rest is what pandas' ffill and bfill give.
  @Test(
    "carries values forward or back, so far and no further; the median where none reaches",
    arguments: [
      (GapFill(.forward), [5, 1, 1, 1, 1, 5, 9, 9]),
      (GapFill(.backward), [1, 1, 5, 5, 5, 5, 9, 5]),
      (GapFill(.forward, limit: 2), [5, 1, 1, 1, 5, 5, 9, 9]),
      (GapFill(.backward, limit: 1), [1, 1, 5, 5, 5, 5, 9, 5]),
    ] as [(GapFill, [Double])])
  func carries(fill: GapFill, expected: [Double]) throws {
    #expect(SmallTable.rows(try fill.fit(table).transform(table)) == expected.map { [$0] })
  }

  @Test("refuses a limit of no row")
  func refusal() {
    #expect(throws: FitProblem.self) { try GapFill(.forward, limit: 0).fit(table) }
  }
}
