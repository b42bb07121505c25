import Modeling
import Testing

@Suite("KolmogorovSmirnov")
struct KolmogorovSmirnovTests {
  @Test("the largest distance of two staircases")
  func byHand() throws {
    // After 2: 2/3 against 0; after 3: 1 against 1/4.
    let test = try KolmogorovSmirnov([1, 2, 3], [3, 4, 5, 6])
    #expect(test.statistic == 0.75)
    // n = 12/7, rounded 2: P(D ≥ x) = 2 (1 − x)² from 1/2 on.
    #expect(abs(test.pValue - 0.125) < 1e-12)
    #expect(try KolmogorovSmirnov([1, 2], [2, 1]).statistic == 0)
    #expect(try KolmogorovSmirnov([1, 2], [2, 1]).pValue == 1)
    #expect(throws: MetricProblem.self) { try KolmogorovSmirnov([], [1]) }
  }
}
