import Computation
import Modeling
import Testing

@Suite("FractionSplit")
struct FractionSplitTests {
  private let stream = SeededGenerator(seed: 3)

  @Test("60, 20 and 20 in a hundred of each class, every row once")
  func shares() throws {
    let classes = (0..<115).map { $0 < 15 ? 1 : 0 }
    let parts = try FractionSplit([0.6, 0.2, 0.2]).split(classes, using: stream)
    #expect(parts.map(\.count) == [69, 23, 23])
    #expect(parts.map { $0.count { classes[$0] == 1 } } == [9, 3, 3])
    #expect(parts.flatMap { $0 }.sorted() == Array(0..<115))
    #expect(parts.allSatisfy { $0 == $0.sorted() })
  }

  @Test("what is left of whole rows goes where most is lacking")
  func remainders() throws {
    // 7 rows: 3.5, 1.75, 1.75 → 3, 2, 2.
    #expect(try FractionSplit([0.5, 0.25, 0.25]).split(rows: 7, using: stream).map(\.count) == [3, 2, 2])
    #expect(try FractionSplit([0.5, 0.5]).split(rows: 3, using: stream).map(\.count) == [2, 1])
    #expect(try FractionSplit([1]).split(rows: 3, using: stream) == [[0, 1, 2]])
    #expect(try FractionSplit([0.5, 0.5]).split(rows: 0, using: stream) == [[], []])
  }

  @Test("shares have to sum to 1", arguments: [[], [0.5, 0.4], [1.5, -0.5], [.nan]])
  func refusals(fractions: [Double]) {
    #expect(throws: FitProblem.self) { try FractionSplit(fractions) }
  }
}
