import Computation
import Modeling
import Testing

@Suite("StratifiedSplit")
struct StratifiedSplitTests {
  @Test("each outcome in the same shares, each row once")
  func shares() {
    let outcomes = (0..<1_000).map { $0 % 5 == 0 }
    let parts = StratifiedSplit().split(outcomes, using: SeededGenerator(seed: 1))
    #expect([parts.train, parts.validation, parts.test].map(\.count) == [600, 200, 200])
    #expect([parts.train, parts.validation, parts.test].map { $0.count { outcomes[$0] } } == [120, 40, 40])
    #expect((parts.train + parts.validation + parts.test).sorted() == Array(0..<1_000))
    #expect(parts != StratifiedSplit().split(outcomes, using: SeededGenerator(seed: 2)))
    #expect(parts == StratifiedSplit().split(outcomes, using: SeededGenerator(seed: 1)))
  }
}
