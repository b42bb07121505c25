import Computation
import Modeling
import Testing

@Suite("MiniBatchKMeans")
struct MiniBatchKMeansTests {
  @Test("comes near k-means where groups lie apart")
  func nearKMeans() throws {
    let rows = Simulated.blobs(20_000, centres: [(0, 0), (9, 0), (0, 9), (9, 9)], deviation: 1, seed: 1)
    let generator = SeededGenerator(seed: 1)
    let exact = try KMeans(clusters: 4, start: .plusPlus(starts: 3)).fit(rows, using: generator)
    let fitted = try MiniBatchKMeans(clusters: 4).fit(rows, using: generator)
    #expect(fitted.inertia >= exact.inertia)
    #expect(fitted.inertia < 1.01 * exact.inertia)
    #expect(fitted.sizes.reduce(0, +) == 20_000)
  }

  @Test("a batch of one draws the only centre to the mean of what it drew")
  func oneCentre() throws {
    // Of two values 0 and 4, the mean of many draws is near 2 and the inertia near 2² a row.
    let rows = Matrix((0..<1_000).map { [$0 % 2 == 0 ? 0.0 : 4] })
    let fitted = try MiniBatchKMeans(clusters: 1, epochs: 20, patience: 1_000).fit(
      rows, using: SeededGenerator(seed: 2))
    #expect(abs(fitted.centres[0, 0] - 2) < 0.1)
    #expect(abs(fitted.inertia - 4_000) < 10)
  }

  @Test("refuses settings that mean nothing")
  func refusals() {
    let rows = Matrix([[1], [2], [3]])
    let generator = SeededGenerator(seed: 1)
    #expect(throws: FitProblem.self) { try MiniBatchKMeans(clusters: 0).fit(rows, using: generator) }
    #expect(throws: FitProblem.self) { try MiniBatchKMeans(clusters: 2, batch: 0).fit(rows, using: generator) }
    #expect(throws: FitProblem.tooFewDistinctRows(model: "MiniBatchKMeans", found: 3, needed: 4)) {
      try MiniBatchKMeans(clusters: 4).fit(rows, using: generator)
    }
  }
}
