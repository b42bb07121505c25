import Modeling
import Testing

@Suite("WassersteinDistance")
struct WassersteinDistanceTests {
  @Test("how far values move")
  func byHand() throws {
    #expect(try WassersteinDistance.between([1, 2, 3], [4, 2, 3]) == 1)
    #expect(try WassersteinDistance.between([0, 0], [0, 3, 3, 0]) == 1.5)
    #expect(try WassersteinDistance.between([5], [5, 5]) == 0)
    #expect(throws: MetricProblem.self) { try WassersteinDistance.between([1], []) }
  }
}
