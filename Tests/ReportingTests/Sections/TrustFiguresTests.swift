@testable import Analysis
import Testing

@testable import Reporting

@Suite struct TrustFiguresTests {
  @Test func neighboursWithOneRateAreOneStep() {
    let points = [
      Trust.Point(score: 0.1, observed: 0.05, low: 0, high: 1, count: 10),
      Trust.Point(score: 0.2, observed: 0.05, low: 0, high: 1, count: 5),
      Trust.Point(score: 0.3, observed: 0.4, low: 0, high: 1, count: 2),
    ]
    let steps = TrustFigures.steps(points)
    #expect(steps.map(\.from) == [0.1, 0.3])
    #expect(steps.map(\.to) == [0.2, 0.3])
    #expect(steps.map(\.count) == [15, 2])
  }
}
