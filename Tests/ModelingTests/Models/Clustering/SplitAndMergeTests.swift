import Computation
import Testing

@testable import Modeling

@Suite("SplitAndMerge")
struct SplitAndMergeTests {
  /// Four groups in a row; a start that has two means in the first and one between the last two.
  private static let rows = Simulated.blobs(
    800, centres: [(0, 0), (20, 0), (40, 0), (46, 0)], deviation: 1, seed: 3)
  private static let badStart = Matrix([[-0.5, 0], [0.5, 0], [20, 0], [43, 0]])

  private static func hill() throws -> (Matrix, MixtureState, Matrix) {
    let sorted = rows.selecting(rows: rows.canonicalOrder)
    let stuck = try GaussianMixture(components: 4, start: .means(badStart)).fit(sorted, using: SeededGenerator(seed: 1))
    let state = MixtureState(weights: stuck.weights, means: stuck.means, covariances: stuck.covariances)
    return (sorted, state, try stuck.shares(sorted))
  }

  @Test("first tries to join the two that hold the same rows and to split the one that holds two groups")
  func firstMove() throws {
    let (rows, state, shares) = try Self.hill()
    let ways = SplitAndMerge(rows, state, shares: shares, on: .one)
    let move = try #require(try ways.moves().first)
    #expect(abs(state.means[move.merged.0, 0]) < 2 && abs(state.means[move.merged.1, 0]) < 2)
    #expect(abs(state.means[move.split, 0] - 43) < 1)
    #expect(try ways.moves().allSatisfy { $0.split != $0.merged.0 && $0.split != $0.merged.1 })
  }

  @Test("a move keeps each row's shares whole, and cuts the split component across its longest axis")
  func shares() throws {
    let (rows, state, shares) = try Self.hill()
    let ways = SplitAndMerge(rows, state, shares: shares, on: .one)
    let move = try #require(try ways.moves().first)
    let next = try ways.shares(after: move)
    for row in 0..<rows.rows {
      #expect(abs(next.row(row).reduce(0, +) - 1) < 1e-12)
      if rows[row, 0] > 44.5 { #expect(next[row, move.split] < 1e-6 || next[row, move.merged.1] < 1e-6) }
    }
    let (left, right) = (
      (0..<rows.rows).filter { rows[$0, 0] > 37 && rows[$0, 0] < 42 }, (0..<rows.rows).filter { rows[$0, 0] > 44.5 }
    )
    let side = next[left[0], move.split] > 0.5 ? move.split : move.merged.1
    #expect(left.allSatisfy { next[$0, side] > 0.99 })
    #expect(right.allSatisfy { next[$0, side] < 0.01 })
  }

  @Test("two components have no third to split")
  func two() throws {
    let state = MixtureState.unit(means: Matrix([[0, 0], [1, 1]]))
    let rows = Matrix([[0, 0], [1, 1], [2, 2]])
    let shares = Matrix([[1, 0], [0, 1], [0, 1]])
    #expect(try SplitAndMerge(rows, state, shares: shares, on: .one).moves().isEmpty)
  }

  @Test(
    "from one start the search finds groups that the start alone misses", arguments: GaussianMixture.Covariance.allCases
  )
  func search(covariance: GaussianMixture.Covariance) throws {
    // Twenty-five groups, five by five: with one start k-means puts two means into some and one between others.
    let centres = (0..<25).map { (Double($0 % 5) * 8, Double($0 / 5) * 8) }
    let rows = Simulated.blobs(2_500, centres: centres, deviation: 1, seed: 4)
    let truth = (0..<2_500).map { $0 % 25 }
    var missed = 0
    for seed in 1...4 as ClosedRange<UInt64> {
      let alone = try GaussianMixture(
        components: 25, covariance: covariance, start: .kMeans(starts: 1), tolerance: 1e-4
      )
      .fit(rows, using: SeededGenerator(seed: seed))
      let moved = try GaussianMixture(
        components: 25, covariance: covariance, start: .splitAndMerge(starts: 1), tolerance: 1e-4
      ).fit(rows, using: SeededGenerator(seed: seed))
      if try AdjustedRandIndex().value(of: LabelPair(alone.predict(rows), truth)) < 0.98 { missed += 1 }
      #expect(try AdjustedRandIndex().value(of: LabelPair(moved.predict(rows), truth)) > 0.99)
      #expect(moved.logLikelihood >= alone.logLikelihood)
    }
    #expect(missed > 0, "the rows do not tell the two searches apart")
  }

  @Test(
    "a spike is not taken for a higher hill: rows that are equal in one column", arguments: [(8, 2), (8, 3), (12, 2)])
  func spikes(everyRow: Int, seed: UInt64) throws {
    var cells: [[Double]] = []
    var generator = SeededGenerator(seed: seed)
    for row in 0..<400 { cells.append([generator.normal(), row % everyRow == 0 ? 0.25 : generator.normal()]) }
    let thinnest = { (start: GaussianMixture.Start) in
      try GaussianMixture(components: 3, start: start).fit(Matrix(cells), using: SeededGenerator(seed: 1)).covariances
        .map { min($0[0, 0], $0[1, 1]) }.min() ?? 0
    }
    #expect(try thinnest(.kMeans(starts: 1)) > 0.1, "the start alone has found the spike")
    #expect(try thinnest(.splitAndMerge(starts: 1)) > 1e-3)
  }
}
