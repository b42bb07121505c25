import Computation
import Modeling
import Testing

@Suite("SilhouetteCount")
struct SilhouetteCountTests {
  @Test("finds three groups where there are three, and one where there are none")
  func truth() throws {
    let three = Simulated.blobs(300, centres: [(0, 0), (10, 0), (0, 10)], deviation: 1, seed: 1)
    let result = try SilhouetteCount(largest: 5, replicates: 10).choose(three, using: SeededGenerator(seed: 1))
    #expect(result.chosen == 3)
    #expect(result.candidates.map(\.clusters) == [2, 3, 4, 5])
    var generator = SeededGenerator(seed: 2)
    let cloud = Matrix((0..<400).map { _ in (0..<6).map { _ in generator.normal() } })
    #expect(try SilhouetteCount(largest: 4, replicates: 10).choose(cloud, using: SeededGenerator(seed: 1)).chosen == 1)
  }
}
