import Foundation
import Testing

@testable import Charting

@Suite struct ScaleTests {
  @Test func logarithmAgreesWithTheSystem() {
    for value in [1e-300, 1e-9, 0.5, 0.9999, 1, 1.82, 2, 10, 12_345.678, 1e12, 1e300] {
      #expect(abs(naturalLogarithm(value) - Foundation.log(value)) <= 1e-13 * max(1, abs(Foundation.log(value))))
    }
  }

  @Test func logScaleDoublesInEqualSteps() {
    let scale = ValueScale.logarithmic(low: 0.5, high: 16)
    #expect([0.5, 1, 2, 4, 8, 16].map { Length.number(scale.percent($0)) } == ["0", "20", "40", "60", "80", "100"])
    #expect(scale.clamped(900) == 100 && scale.clamped(0.001) == 0)
  }

  @Test func linearScaleMapsEnds() {
    let scale = ValueScale.linear(low: -1, high: 3)
    #expect(scale.percent(-1) == 0 && scale.percent(1) == 50 && scale.percent(3) == 100)
    #expect(scale.pixel(-1, top: 10, bottom: 110) == 110)
  }

  @Test func domainsOfNothingAndOfEqualValues() {
    #expect(Domain.around([]) == (0, 1))
    #expect(Domain.around([0, 0]) == (0, 1))
    #expect(Domain.around([100, 100]) == (95, 105))
    #expect(Domain.withZero([5, 5]) == (0, 5))
    #expect(Domain.withZero([-5]) == (-5, 0))
  }

  @Test func onlyAnOutlierIsClipped() {
    #expect(Domain.clip([100, 90, 80, 70]) == nil)
    #expect(Domain.clip([1_200_000, 300, 200, -150, 90]) == 360)
    #expect(Domain.clip([1_200_000, 3]) == nil)
    #expect(Domain.clip([5, 0, 0]) == nil)
    // Two far out are not one that sticks out.
    #expect(Domain.clip(Array(repeating: 1, count: 40) + [900, 1_000]) == nil)
  }

  @Test func coordinatesAreShort() {
    #expect(Length.number(-0.001) == "0")
    #expect(Length.number(12.345) == "12.35" || Length.number(12.345) == "12.34")
    #expect(Length.number(-7.5) == "-7.5")
    #expect(Length.number(3) == "3")
    #expect(Length.number(1.05) == "1.05")
  }
}
