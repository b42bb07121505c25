import Charting
import Testing

@Suite struct StackedShareTests {
  private func mix(_ parts: [[Double?]]) -> StackedShare {
    StackedShare(
      head: EdgeCases.head("mix", "Mix"), days: (parts.first ?? []).indices.map { $0 * 7 },
      parts: parts.enumerated().map { StackedShare.Part("Part \($0.offset + 1)", $0.element) },
      format: ValueFormat(.count))
  }

  @Test func partsFillEachPeriodFromTheBottom() throws {
    let body = try mix([[30, 1], [10, 3]]).draw().body
    // Two bands of 100 ÷ (2 − 0.25 + 0.24) = 50.25 each: 6.03–43.72 and 56.28–93.97.
    #expect(body.contains("class=\"part f1\" d=\"M6.03 100H43.72V25H6.03ZM56.28 100H93.97V75H56.28Z\""))
    #expect(body.contains("class=\"part f2\" d=\"M6.03 25H43.72V0H6.03ZM56.28 75H93.97V0H56.28Z\""))
  }

  @Test func theSmallestOfManyAreOneGreyPart() throws {
    let figure = try mix((1...8).map { [Double($0)] }).draw()
    #expect(figure.key.map(\.label) == ["Part 5", "Part 6", "Part 7", "Part 8", "4 others"])
  }

  @Test func aPeriodWithoutOnePartHasNoWhole() throws {
    let body = try mix([[30, 1], [10, nil]]).draw().body
    #expect(body.contains("class=\"part f1\" d=\"M6.03 100H43.72V25H6.03Z\""))
    #expect(try mix([[30, nil], [nil, 3]]).draw().body.contains("No period has a value for every part."))
  }

  @Test func partsBelowZeroAreLines() throws {
    let figure = try mix([[30, -1], [10, 3]]).draw()
    #expect(figure.body.contains("class=\"ln s1\"") && !figure.body.contains("class=\"part"))
    #expect(try mix((0..<5).map { [Double($0) - 1] }).draw().body.contains("a part is below zero"))
  }
}
