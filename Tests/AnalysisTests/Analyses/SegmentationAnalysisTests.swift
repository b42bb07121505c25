import Testing

@testable import Analysis

struct SegmentationAnalysisTests {
  @Test func theClearestCaseChoosesItsNameFirst() {
    // Both order often; the second does so more, the first has nothing else but recency.
    let fits: [[(Segmentation.SegmentName, Double)]] = [
      [(.regulars, 40), (.slippingAway, 10), (.steady, 5)],
      [(.regulars, 130), (.bigBaskets, 60), (.steady, 5)],
      [(.bigBaskets, 20), (.regulars, 10), (.steady, 5)],
    ]
    #expect(SegmentNames.assign(fits) == [.slippingAway, .regulars, .bigBaskets])
  }

  @Test func whoHasOrderedMuchIsNoNewcomer() {
    let frequent = SegmentNames.fits { $0 == .daysSinceOrder ? 30 : $0 == .orders ? 250 : 100 }
    #expect(frequent.first { $0.0 == .newcomers }?.1 == -100)
    let recent = SegmentNames.fits { $0 == .daysSinceOrder ? 30 : $0 == .orders ? 60 : 100 }
    #expect(recent.first { $0.0 == .newcomers }?.1 == 70)
  }
}
