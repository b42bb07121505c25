import Testing
import Vocabulary
import Warehouse

@testable import Analysis

struct IdentityPrecisionTests {
  private func quality(trials: Int, right: Int) -> IdentityQuality {
    IdentityQuality(rule: .phone, links: 3, refused: 1, customers: 2, trials: trials, right: right)
  }

  /// Wilson's interval of 9 in 10 at 95 %: Brown, Cai and DasGupta's formula by hand, .5958 to .9821.
  @Test func precisionComesWithItsInterval() throws {
    let joined = DataQualityAnalysis.joined(quality(trials: 10, right: 9))
    #expect(joined.precision == 0.9)
    #expect(abs(try #require(joined.low) - 0.5958) < 5e-5)
    #expect(abs(try #require(joined.high) - 0.9821) < 5e-5)
  }

  @Test func withoutAChanceToCheckThereIsNoFigure() {
    let joined = DataQualityAnalysis.joined(quality(trials: 0, right: 0))
    #expect(joined.precision == nil && joined.low == nil && joined.high == nil)
    #expect(joined.links == 3 && joined.refused == 1)
  }
}
