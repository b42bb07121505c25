import Testing

@testable import Charting

@Suite struct BandScaleTests {
  @Test func gapsAreAQuarterInsideAndAnEighthOutside() {
    let scale = BandScale(count: 3)
    // d3: step = 100 ÷ (3 − 0.25 + 2 × 0.12).
    let step = 100 / 2.99
    #expect(abs(scale.width - step * 0.75) < 1e-12)
    #expect(abs(scale.start(0) - step * 0.12) < 1e-12)
    #expect(abs(scale.start(2) + scale.width + step * 0.12 - 100) < 1e-9)
  }

  @Test func decadesAreOneTwoFive() {
    #expect(Ticks.decades(0.3, 30, most: 8) == [0.5, 1, 2, 5, 10, 20])
    #expect(Ticks.decades(0.3, 30, most: 5) == [1, 10])
    #expect(Ticks.decades(1, 1e12, most: 5) == [1, 1e4, 1e8, 1e12])
  }
}
