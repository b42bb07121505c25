import Charting
import Testing

@Suite struct HistogramBinsTests {
  @Test func binsHoldEveryValueOnce() throws {
    let tail: [Double] = (1...400).map(Double.init) + [90_000, 120_000]
    let spread: [Double] = (0..<300).map { index in Double((index * 13) % 101) - 60 }
    let tiny: [Double] = (1...50).map { index in Double(index) * 1e-9 }
    let all: [[Double]] = [tail, spread, tiny, [1, 2], [7, 7, 7], [0]]
    for values in all {
      let bins = try #require(HistogramBins(values))
      #expect(bins.counts.reduce(0, +) == values.count)
      #expect(bins.counts.count <= 41)
    }
  }

  @Test func binsAreFreedmanDiaconisRoundedToRoundNumbers() throws {
    // 0…999: IQR 499.5, 2·IQR ÷ 10 = 99.9 → hundreds.
    let bins = try #require(HistogramBins((0..<1_000).map(Double.init)))
    #expect(bins.width == 100 && bins.start == 0 && bins.counts == Array(repeating: 100, count: 10))
  }

  @Test func aHeavyTailEndsInAnOpenBin() throws {
    let bins = try #require(HistogramBins((1...400).map(Double.init) + [90_000, 120_000]))
    #expect(bins.lastIsOpen && bins.counts.last ?? 0 >= 2)
  }

  @Test func nothingFiniteHasNoBins() {
    #expect(HistogramBins([]) == nil && HistogramBins([.nan, .infinity]) == nil)
  }

  @Test func quantilesInterpolate() {
    #expect(HistogramBins.quantile([1, 2, 3, 4], 0.5) == 2.5)
    #expect(HistogramBins.quantile([1, 2, 3, 4], 0.25) == 1.75)
    #expect(HistogramBins.quantile([5], 0.9) == 5)
  }
}
