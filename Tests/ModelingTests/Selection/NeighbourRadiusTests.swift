import Computation
import Testing

@testable import Modeling

@Suite("NeighbourRadius")
struct NeighbourRadiusTests {
  @Test("the turn is farthest below the line from first to last, by hand")
  func turn() {
    // At x = 0, ⅓, ⅔, 1 the line is at x, the distances at 0, 0.1, 0.2, 1: farthest below at the third.
    #expect(NeighbourRadius.turn(of: [1, 2, 3, 11]) == 3)
    #expect(NeighbourRadius.turn(of: [2, 2, 2]) == 2)
    #expect(NeighbourRadius.turn(of: [0, 0]) == nil)
  }

  @Test("groups far apart come out, whatever the order of rows")
  func groups() throws {
    let rows = Simulated.blobs(600, centres: [(0, 0), (20, 0), (0, 20)], deviation: 1, seed: 1)
    let radius = try NeighbourRadius().choose(rows)
    #expect((0.1...4).contains(radius))
    let fitted = try DensityClusters(radius: radius).fit(rows)
    // A few rows in a tail may be a group of their own.
    #expect(FormulaRows.sizes(try fitted.predict(rows)).prefix(3).allSatisfy { $0 > 150 })
    var generator = SeededGenerator(seed: 2)
    #expect(try NeighbourRadius().choose(rows.selecting(rows: generator.permutation(600))) == radius)
  }

  @Test("rows with many equals have a radius above 0; constant and few rows a name")
  func edges() throws {
    let rows = Matrix((0..<40).map { [$0 < 20 ? 1.0 : 5] })
    #expect(try NeighbourRadius().choose(rows) == 4)
    #expect(throws: FitProblem.constantFeatures(model: "DBSCAN")) {
      try NeighbourRadius().choose(Matrix(rows: 9, columns: 1, repeating: 3))
    }
    #expect(throws: FitProblem.tooFewRows(model: "DBSCAN", found: 2, needed: 5)) {
      try NeighbourRadius().choose(Matrix([[1], [2]]))
    }
    #expect(throws: FitProblem.self) { try NeighbourRadius(neighbours: 1).choose(rows) }
  }
}
