import Computation
import Testing

@testable import Modeling

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

  @Test(
    "finds the same rows as sorting all distances on tables with a tree, equal distances in canonical order",
    arguments: [1, 2, 5, NearestNeighbours.treeColumns, NearestNeighbours.treeColumns + 1])
  func againstSortingWithTree(columns: Int) throws {
    // Whole numbers, so that very many distances are equal.
    var generator = SeededGenerator(seed: UInt64(columns))
    func draw(_ count: Int) -> Matrix {
      var matrix = Matrix(rows: count, columns: columns)
      for row in 0..<count {
        for column in 0..<columns { matrix[row, column] = (generator.normal() * 3).rounded() }
      }
      return matrix
    }
    let (rows, asked) = (draw(2_100), draw(30))
    let outcomes = (0..<2_100).map { _ in generator.chance(0.4) }
    let examples = try Examples(features: rows, outcomes: outcomes)
    let sorted = examples.canonical
    let scores = try NearestNeighbours(neighbours: 9).fit(examples).probabilities(asked)
    let base = Double(examples.positives) / 2_100
    for point in 0..<30 {
      let squares = (0..<2_100).map { row -> Double in
        var square = 0.0
        for column in 0..<columns {
          let difference = sorted.features[row, column] - asked[point, column]
          square += difference * difference
        }
        return square
      }
      let order = squares.indices.sorted { squares[$0] != squares[$1] ? squares[$0] < squares[$1] : $0 < $1 }
      let events = Double(order.prefix(9).count { sorted.outcomes[$0] })
      #expect(abs(scores[point] - (events + base) / 10) < 1e-15)
    }
  }
}
