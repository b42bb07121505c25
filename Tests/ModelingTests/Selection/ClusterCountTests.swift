import Computation
import Modeling
import Testing

@Suite("ClusterCount")
struct ClusterCountTests {
  let tool = ClusterCount(largest: 4, replicates: 3)

  @Test("one cloud is one group")
  func one() throws {
    let rows = Simulated.blobs(300, centres: [(0, 0)], deviation: 1, seed: 1)
    let result = try tool.choose(rows, using: SeededGenerator(seed: 1))
    #expect(result.chosen == 1)
    #expect(result.candidates.map(\.clusters) == [1, 2, 3, 4])
    #expect(result.candidates[0].stability == 1)
  }

  @Test("three clouds are three groups, whatever the order of rows")
  func three() throws {
    let rows = Simulated.blobs(300, centres: [(0, 0), (6, 0), (0, 6)], deviation: 1, seed: 2)
    let result = try tool.choose(rows, using: SeededGenerator(seed: 1))
    #expect(result.chosen == 3)
    #expect(result.candidates[2].stability > 0.95)
    var generator = SeededGenerator(seed: 3)
    let shuffled = rows.selecting(rows: generator.permutation(300))
    #expect(try tool.choose(shuffled, using: SeededGenerator(seed: 1)) == result)
  }

  @Test("refuses what cannot be fitted at all")
  func refusals() {
    #expect(throws: FitProblem.self) {
      try tool.choose(Matrix(rows: 10, columns: 2, repeating: 1), using: SeededGenerator(seed: 1))
    }
    #expect(throws: FitProblem.self) {
      try ClusterCount(largest: 0).choose(Matrix([[1], [2]]), using: SeededGenerator(seed: 1))
    }
  }
}
