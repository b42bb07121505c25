import Modeling
import Testing

@Suite("AdjustedRandIndex")
struct AdjustedRandIndexTests {
  let metric = AdjustedRandIndex()

  @Test("by hand")
  func byHand() throws {
    // Table rows (2, 1), (0, 3): pairs 1 + 3 = 4 together, 6 and 1 + 6 = 7 in each, 15 in all; expected 42/15.
    let value = try metric.value(of: LabelPair([0, 0, 0, 1, 1, 1], [0, 0, 1, 1, 1, 1]))
    #expect(abs(value - (4 - 2.8) / (6.5 - 2.8)) < 1e-15)
  }

  @Test("is 1 for the same groups under other numbers, and for two trivial groupings")
  func same() throws {
    #expect(try metric.value(of: LabelPair([0, 0, 1, 2], [7, 7, 3, 5])) == 1)
    #expect(try metric.value(of: LabelPair([0, 0, 0], [1, 1, 1])) == 1)
    #expect(try metric.value(of: LabelPair([0, 1, 2], [2, 1, 0])) == 1)
    #expect(try metric.value(of: LabelPair([4], [4])) == 1)
  }

  @Test("refuses none and unequal lengths")
  func refusals() {
    #expect(throws: MetricProblem.noRows(metric: "adjusted Rand index")) { try metric.value(of: LabelPair([], [])) }
    #expect(throws: MetricProblem.lengths(metric: "adjusted Rand index", first: 1, second: 2)) {
      try metric.value(of: LabelPair([1], [1, 2]))
    }
  }
}
