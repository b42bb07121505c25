import Computation
import Testing

@testable import Modeling

@Suite("HierarchicalDensity")
struct HierarchicalDensityTests {
  @Test("stabilities and choice by hand")
  func byHand() {
    // Rows 0 1 2 and 3 4 5 join at distances 1, 2 and 1, 1; the two at 4; row 6 at 10.
    let tree = Dendrogram([(0, 1, 1), (1, 2, 2), (3, 4, 1), (4, 5, 1), (2, 3, 4), (5, 6, 10)])
    // Row 6 falls off the whole, which then splits at density 1/4 into two groups of three.
    #expect(GroupNumbers.bySize(CondensedTree(tree, leastRows: 3).labels()) == [0, 0, 0, 1, 1, 1, -1])
    // With groups of four at least, nothing ever splits.
    #expect(CondensedTree(tree, leastRows: 4).labels() == [Int](repeating: -1, count: 7))
  }

  @Test("a group is kept where its parts are less stable, and they where it is")
  func excessOfMass() {
    // Two pairs at distance s within a foursome that came to be at 10, beside another foursome. The foursome's stability
    // is 4 (1/t − 1/10) where its pairs join at t; each pair's 2 (1/s − 1/t).
    func labels(pairs s: Double, join t: Double) -> [Int] {
      let tree = Dendrogram([(0, 1, s), (2, 3, s), (1, 2, t), (4, 5, 1), (6, 7, 1), (5, 6, 1.5), (3, 4, 10)])
      return GroupNumbers.bySize(CondensedTree(tree, leastRows: 2).labels())
    }
    // t 2, s 1.5: 4 · 0.4 = 1.6 against 2 · 2 (0.667 − 0.5) = 0.67.
    #expect(labels(pairs: 1.5, join: 2)[0...3].allSatisfy { $0 == 0 })
    // t 8, s 1: 4 · 0.025 = 0.1 against 4 · 0.875: the pairs.
    #expect(Set(labels(pairs: 1, join: 8)[0...3]).count == 2)
  }

  @Test("scikit-learn 1.9: sizes and rows in no group on three squares", arguments: [(5, 5), (10, 10), (4, 4), (8, 3)])
  func peer(leastRows: Int, neighbours: Int) throws {
    let rows = FormulaRows.threeSquares
    let fitted = try HierarchicalDensity(leastRows: leastRows, neighbours: neighbours).fit(rows)
    let labels = try fitted.predict(rows)
    #expect(fitted.clusters == 3)
    #expect(FormulaRows.sizes(labels) == [30, 30, 27])
    #expect(FormulaRows.none(labels) == [29, 59, 89])
  }

  @Test(
    "scikit-learn 1.9: sizes, rows in no group and agreement on the reference sets",
    .enabled(if: SharedReference.isPresent, "\(SharedReference.absence)"),
    arguments: [
      ("iris", 5, [98, 50], 2, 0.5637510205230709), ("iris", 15, [98, 48], 4, 0.5437620604567994),
      ("hepta", 15, [32, 30, 30, 30, 30, 30, 30], 0, 1), ("wine", 15, [74, 22], 82, 0.22765898391161274),
    ])
  func reference(set: String, leastRows: Int, sizes: [Int], none: Int, agreement: Double) throws {
    let (rows, truth) = try SharedReference.clusters(set)
    let labels = try HierarchicalDensity(leastRows: leastRows).fit(rows).predict(rows)
    #expect(FormulaRows.sizes(labels) == sizes)
    #expect(FormulaRows.none(labels).count == none)
    #expect(abs(try AdjustedRandIndex().value(of: LabelPair(labels, truth)) - agreement) < 1e-12)
  }

  @Test(
    "where edges of equal length leave a choice, one of the answers that scikit-learn 1.9 gives by the order of rows",
    .enabled(if: SharedReference.isPresent, "\(SharedReference.absence)"))
  func equalEdges() throws {
    // Of thirty orders eighteen give 86 and 34, the others this.
    let wine = try SharedReference.clusters("wine").rows
    let labels = try HierarchicalDensity(leastRows: 5).fit(wine).predict(wine)
    #expect(FormulaRows.sizes(labels) == [87, 33])
    #expect(FormulaRows.none(labels).count == 58)
    // Thirty orders give sixteen answers with 15 groups, 21 to 23 rows in none.
    let (rows, truth) = try SharedReference.clusters("r15")
    let many = try HierarchicalDensity(leastRows: 5).fit(rows).predict(rows)
    #expect(FormulaRows.sizes(many).count == 15)
    #expect((21...23).contains(FormulaRows.none(many).count))
    #expect(try AdjustedRandIndex().value(of: LabelPair(many, truth)) > 0.93)
  }

  @Test("many equal rows are a group, and few rows none")
  func equalRows() throws {
    let rows = Matrix((0..<20).map { [$0 < 10 ? 1.0 : 5.0] })
    #expect(FormulaRows.sizes(try HierarchicalDensity(leastRows: 5).fit(rows).predict(rows)) == [10, 10])
    #expect(throws: FitProblem.tooFewRows(model: "HDBSCAN", found: 3, needed: 5)) {
      try HierarchicalDensity().fit(Matrix([[1], [2], [3]]))
    }
    #expect(throws: FitProblem.self) { try HierarchicalDensity(leastRows: 1).fit(rows) }
  }
}
