import Computation
import Modeling
import Testing

@Suite("Stability")
struct StabilityTests {
  @Test("refits that always agree are 1, refits that guess are about 0")
  func bounds() throws {
    let rows = Matrix(rows: 200, columns: 1, values: (0..<200).map { Double($0) })
    let labels = (0..<200).map { $0 < 100 ? 0 : 1 }
    let stream = SeededGenerator(seed: 1)
    // The names of the groups are of no account.
    let same = try Stability(replicates: 5).measure(rows, labels: labels, using: stream) { _, _ in
      labels.map { 1 - $0 }
    }
    #expect(same == 1)
    let guessed = try Stability(replicates: 20).measure(rows, labels: labels, using: stream) { _, draw in
      var draw = draw
      return (0..<200).map { _ in draw.integer(below: 2) }
    }
    #expect(abs(guessed) < 0.02)
  }
}
