import Computation
import Modeling
import Testing

@Suite("OutlierBounds")
struct OutlierBoundsTests {
  let table: FeatureTable

  init() throws {
    table = try SmallTable.numbers([1, 2, 2, 3, 4, 5, 5, 6, 40].map { [$0] })
  }

  /// numpy 2.4.6: percentiles 2 and 5; mean 7.5556 and deviation 11.5769; scipy's scaled median_abs_deviation about 4.
  @Test(
    "bounds of each rule are numpy's and scipy's",
    arguments: [
      (OutlierRule.quartiles(1.5), -2.5, 9.5),
      (.deviations(2), -15.598251160233074, 30.709362271344183),
      (.medianDeviations(3.5), -6.378215529539215, 14.378215529539215),
    ])
  func rules(rule: OutlierRule, low: Double, high: Double) throws {
    let bounds = try OutlierBounds(rule).fit(table).bounds
    #expect(bounds.map(\.feature) == [SmallTable.feature(0)])
    #expect(abs(bounds[0].low - low) < 1e-13 && abs(bounds[0].high - high) < 1e-13)
  }

  @Test("caps, flags or leaves out what lies beyond; a gap stays one")
  func treatments() throws {
    let asked = try SmallTable.numbers([[9.5], [10], [-7], [nil]])
    let capped = try OutlierBounds(.quartiles(1.5)).fit(table)
    #expect(SmallTable.rows(try capped.transform(asked)) == [[9.5], [9.5], [-2.5], [nil]])
    let flagged = try OutlierBounds(.quartiles(1.5), treatment: .flag).fit(table).transform(asked)
    #expect(SmallTable.rows(flagged) == [[9.5, 0], [10, 1], [-7, 1], [nil, 0]])
    #expect(flagged.features.map(\.name) == ["a", "a is an outlier"])
    #expect(try capped.rowsWithin(asked) == [0, 3])
  }

  @Test("a column without spread has no bounds; what cannot be bounded is named")
  func edges() throws {
    let mostlyZero = try SmallTable.numbers([0, 0, 0, 0, 9].map { [$0] })
    #expect(try OutlierBounds(.quartiles(1.5)).fit(mostlyZero).bounds.isEmpty)
    #expect(throws: FitProblem.columnTooLarge(model: "OutlierBounds", column: 0)) {
      try OutlierBounds(.deviations(3)).fit(try SmallTable.numbers([[1e308], [-1e308]]))
    }
    #expect(throws: FitProblem.self) { try OutlierBounds(.quartiles(-1)).fit(table) }
  }
}
