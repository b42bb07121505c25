import Computation
import Modeling
import Testing

@Suite("DensityClusters")
struct DensityClustersTests {
  @Test("core, border and lone rows by hand")
  func byHand() throws {
    // Within 1 lie three rows of 1 and 2 alone; 0 and 3 are on their border; 10 is alone.
    let rows = Matrix([[10], [0], [1], [2], [3]])
    let fitted = try DensityClusters(radius: 1, neighbours: 3).fit(rows)
    #expect(fitted.coreCount == 2)
    #expect(fitted.clusters == 1)
    #expect(try fitted.predict(rows) == [-1, 0, 0, 0, 0])
    #expect(try fitted.predict(Matrix([[3.5], [-0.25]])) == [-1, -1])
  }

  @Test("a row on the border of two groups goes with the nearer core row")
  func border() throws {
    // Five rows lie within 1 of 0 and of 1.9, the row at 0.94 among both; within 1 of it lie but three.
    let rows = Matrix([[-0.9], [-0.6], [-0.3], [0], [0.94], [1.9], [2.2], [2.5], [2.8]])
    let fitted = try DensityClusters(radius: 1, neighbours: 5).fit(rows)
    #expect(fitted.coreCount == 2)
    #expect(try fitted.predict(rows) == [0, 0, 0, 0, 0, 1, 1, 1, 1])
    #expect(try fitted.predict(Matrix([[1], [-1], [2.95]])) == [1, 0, -1])
  }

  @Test("scikit-learn 1.9: core rows, sizes and rows in no group on three squares")
  func peer() throws {
    let rows = FormulaRows.threeSquares
    let fitted = try DensityClusters(radius: 0.6, neighbours: 5).fit(rows)
    let labels = try fitted.predict(rows)
    #expect(fitted.coreCount == 45)
    #expect(FormulaRows.sizes(labels) == [28, 28, 14])
    #expect(
      FormulaRows.none(labels) == [
        0, 2, 5, 8, 11, 22, 29, 32, 33, 35, 38, 44, 53, 55, 59, 62, 65, 68, 86, 89,
      ])
    let sparse = try DensityClusters(radius: 0.4, neighbours: 4).fit(rows)
    #expect(sparse.clusters == 0)
    #expect(try sparse.predict(rows).allSatisfy { $0 == -1 })
  }

  @Test(
    "scikit-learn 1.9: sizes on the reference sets, with border rows given to the nearest core row of its",
    .enabled(if: SharedReference.isPresent, "\(SharedReference.absence)"),
    arguments: [
      ("r15", 0.3, 5, 600, [320, 40, 40, 40, 40, 40, 40, 40]),
      ("hepta", 0.5, 10, 118, [32, 30, 30, 30, 28, 21, 20, 7]),
      ("unbalance", 0.3, 5, 6_479, [2_000, 2_000, 2_000, 99, 99, 99, 98, 98]),
      ("wine", 0.5, 10, 0, []),
    ])
  func reference(set: String, radius: Double, neighbours: Int, cores: Int, sizes: [Int]) throws {
    let (rows, _) = try SharedReference.clusters(set)
    let fitted = try DensityClusters(radius: radius, neighbours: neighbours).fit(rows)
    #expect(fitted.coreCount == cores)
    #expect(FormulaRows.sizes(try fitted.predict(rows)) == sizes)
  }

  @Test("refuses settings that mean nothing")
  func refusals() {
    for radius in [0, -1, Double.nan, .infinity] {
      #expect(throws: FitProblem.self) { try DensityClusters(radius: radius).fit(Matrix([[1], [2]])) }
    }
    #expect(throws: FitProblem.self) { try DensityClusters(radius: 1, neighbours: 0).fit(Matrix([[1], [2]])) }
    #expect(throws: FitProblem.constantFeatures(model: "DBSCAN")) {
      try DensityClusters(radius: 1).fit(Matrix([[1], [1]]))
    }
  }
}
