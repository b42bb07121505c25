import Computation
import Testing

@testable import Modeling

@Suite("IsolationForest")
struct IsolationForestTests {
  @Test("the mean depth c(m) by hand")
  func meanDepth() {
    // H(1) = 1, H(2) = 3/2, H(3) = 11/6.
    #expect(IsolationForest.meanDepth(0) == 0)
    #expect(IsolationForest.meanDepth(1) == 0)
    #expect(IsolationForest.meanDepth(2) == 1)
    #expect(abs(IsolationForest.meanDepth(3) - 5.0 / 3) < 1e-15)
    #expect(abs(IsolationForest.meanDepth(4) - (11.0 / 3 - 1.5)) < 1e-15)
  }

  @Test("two rows are always cut apart at once: score ½ for both")
  func twoRows() throws {
    let rows = Matrix([[0, 5], [1, 5]])
    let fitted = try IsolationForest(trees: 10).fit(rows, using: SeededGenerator(seed: 1))
    // Depth 1 and c(2) = 1.
    #expect(try fitted.scores(rows).allSatisfy { abs($0 - 0.5) < 1e-15 })
  }

  @Test("the depth is limited to ⌈log₂ sample⌉", arguments: [(2, 1), (3, 2), (4, 2), (256, 8), (257, 9)])
  func limit(sample: Int, depth: Int) {
    #expect(IsolationForest.depthLimit(sample) == depth)
  }

  @Test("scikit-learn 1.9, mean of twenty seeds: scores on three squares")
  func peer() throws {
    let rows = FormulaRows.threeSquares
    var means = [Double](repeating: 0, count: rows.rows)
    for seed in 1...20 {
      let forest = IsolationForest(trees: 100, sample: 64)
      let scores = try forest.fit(rows, using: SeededGenerator(seed: UInt64(seed))).scores(rows)
      for row in means.indices { means[row] += scores[row] / 20 }
    }
    // One seed's standard deviation there is 0.006 to 0.013; c(m) is exact here and ln m + γ there.
    for (row, score) in [(0, 0.6114), (1, 0.4603), (29, 0.7117), (59, 0.7012), (89, 0.7002)] {
      #expect(abs(means[row] - score) < 0.015, "row \(row): \(means[row])")
    }
    #expect(abs(means.reduce(0, +) / 90 - 0.5074) < 0.01)
    #expect(Set(means.indices.sorted { means[$0] > means[$1] }.prefix(3)) == [29, 59, 89])
  }

  @Test("refuses settings that mean nothing")
  func refusals() {
    let rows = Matrix([[1], [2]])
    #expect(throws: FitProblem.self) { try IsolationForest(trees: 0).fit(rows, using: SeededGenerator(seed: 1)) }
    #expect(throws: FitProblem.self) { try IsolationForest(sample: 1).fit(rows, using: SeededGenerator(seed: 1)) }
  }
}
