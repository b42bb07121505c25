@testable import Analysis
import Testing
import Vocabulary

@testable import Reporting

/// The table beneath a row of tiles must not name another range than the tile above it.
@Suite struct SummaryTilesTests {
  private func table(_ tile: Overview.Tile) throws -> (tile: TileView, row: [String]) {
    var overview = Fixture.overview
    overview.tiles = [tile]
    let tiles = try SummaryTiles(overview)
    let row = try #require(tiles.table.rows.first)
    return (try #require(tiles.views.first), row.map(\.text))
  }

  private func tile(_ measure: Overview.Measure, _ value: Double, _ low: Double, _ high: Double) throws -> Overview.Tile
  {
    var tile = try #require(Fixture.overview.tiles.first { $0.measure == measure })
    tile.value = value
    tile.usualRange = Overview.UsualRange(low: low, high: high, weeks: 26)
    return tile
  }

  /// By hand: 36 lies above 35.5, which rounded to the nearest would be 36 too.
  @Test func usualRangeOfACount() throws {
    let found = try table(tile(.newCustomers, 36, 22.7, 35.5))
    #expect(found.tile.why?.replacing("\u{2060}", with: "") == "Above its usual range, 23–35")
    #expect(found.row[4...5] == ["23", "35"])
  }

  @Test func usualRangeOfMoney() throws {
    let found = try table(tile(.revenue, 9_643, 8_116, 9_648))
    #expect(found.tile.why?.replacing("\u{2060}", with: "") == "Usual range £8.11k–£9.65k")
    #expect(found.row[4...5] == ["£8.11k", "£9.65k"])
  }

  /// 5.00217 after 5: told in pence, nothing has moved. 5.016 has by two.
  @Test func aRatioMovesByWhatCanBeSeen() throws {
    var one = try tile(.revenuePerSpend, 5.00217, 4, 6)
    one.previous = 5
    let still = try #require(try table(one).tile.delta)
    #expect(still.change == "£0.00" && still.arrow == DeltaView("", .level, tone: "", spoken: "").arrow)
    one.value = 5.016
    #expect(try table(one).tile.delta?.change.replacing("\u{2060}", with: "") == "+£0.02")
  }

  @Test func withoutAUsualRange() throws {
    var one = try tile(.revenue, 9_643, 0, 1)
    one.usualRange = nil
    #expect(try table(one).row[4...5] == ["–", "–"])
  }
}
