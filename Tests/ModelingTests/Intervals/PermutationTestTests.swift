import Computation
import Modeling
import Testing

@Suite("PermutationTest")
struct PermutationTestTests {
  private let differences = [1.5, -0.5, 2, 3, 0.25, -1, 2.5, 0.75, 1.25, -0.25]
  private let stream = SeededGenerator(seed: 4)

  @Test("few pairs are counted out: 64 of the 1,024 ways, as SciPy's exact test has it")
  func exact() throws {
    #expect(try PermutationTest().paired(differences, using: stream) == 0.0625)
    #expect(try PermutationTest().paired(differences.reversed(), using: stream) == 0.0625)
    #expect(try PermutationTest().paired([0, 0, 0], using: stream) == 1)
  }

  @Test("drawn ones come near the exact p, the same on two workers")
  func drawn() throws {
    let test = PermutationTest(permutations: 999)
    let p = try test.paired(differences, using: stream)
    // Standard error 0.0077.
    #expect(abs(p - 0.0625) < 0.03)
    #expect(try test.paired(differences, using: stream, on: Workers(count: 2)) == p)
    // SciPy counts 12 of 462.
    let (first, second) = ([3.1, 4.2, 5, 6.3, 7.7], [1, 2.2, 3.3, 4.1, 2.9, 3.6])
    let means = try PermutationTest().means(first, second, using: stream)
    #expect(abs(means - 12.0 / 462) < 0.006, "\(means)")
    #expect(try PermutationTest().means(first.reversed(), second, using: stream) == means)
  }

  @Test("names empty and unfinished samples")
  func refusals() {
    #expect(throws: MetricProblem.noRows(metric: "permutation test")) {
      try PermutationTest().paired([], using: stream)
    }
    #expect(throws: MetricProblem.notFinite(metric: "permutation test", row: 1)) {
      try PermutationTest().means([1], [2, .nan], using: stream)
    }
  }
}
