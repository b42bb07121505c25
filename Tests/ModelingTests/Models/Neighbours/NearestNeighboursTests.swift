import Computation
import Modeling
import Testing

@Suite("NearestNeighbours")
struct NearestNeighboursTests {
  @Test("counts the nearest by hand, the pseudo-row included")
  func byHand() throws {
    let examples = try Examples(
      features: Matrix(rows: 5, columns: 1, values: [0, 1, 2, 10, 11]), outcomes: [false, true, true, false, false])
    let fitted = try NearestNeighbours(neighbours: 3).fit(examples)
    // Near 1: no, yes, yes; near 10.6: 11, 10 and 2. Base rate 2/5.
    let expected = [(2 + 0.4) / 4, (1 + 0.4) / 4]
    #expect(zip(try fitted.probabilities(Matrix([[1], [10.6]])), expected).allSatisfy { abs($0 - $1) < 1e-15 })
    #expect(throws: FitProblem.tooFewRows(model: "NearestNeighbours", found: 5, needed: 6)) {
      try NearestNeighbours(neighbours: 6).fit(examples)
    }
  }

  @Test("finds the same rows as sorting all distances")
  func againstSorting() throws {
    let examples = try Simulated.examples(503, seed: 4)
    let asked = try Simulated.examples(40, seed: 5).features
    let scores = try NearestNeighbours(neighbours: 7).fit(examples).probabilities(asked)
    let base = Double(examples.positives) / 503
    for row in 0..<40 {
      let order = (0..<503).sorted { a, b in
        func square(_ other: Int) -> Double {
          let (x, y) = (examples.features[other, 0] - asked[row, 0], examples.features[other, 1] - asked[row, 1])
          return x * x + y * y
        }
        return square(a) < square(b)
      }
      let events = Double(order.prefix(7).count { examples.outcomes[$0] })
      #expect(abs(scores[row] - (events + base) / 8) < 1e-15)
    }
  }
}
