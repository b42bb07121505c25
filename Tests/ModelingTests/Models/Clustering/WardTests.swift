import Computation
import Testing

@testable import Modeling

@Suite("Ward")
struct WardTests {
  @Test("merges and heights by hand")
  func byHand() throws {
    // 0 and 1 join at 1; 5 joins 7 at 2; means 0.5 and 6 of two rows each at √(2 · 2 · 2 / 4) · 5.5 = √2 · 5.5.
    let fitted = try Ward(clusters: 2).fit(Matrix([[7], [0], [5], [1]]))
    #expect(
      fitted.dendrogram.merges == [
        .init(first: 0, second: 1, height: 1, size: 2), .init(first: 2, second: 3, height: 2, size: 2),
        .init(first: 4, second: 5, height: fitted.dendrogram.merges[2].height, size: 4),
      ])
    #expect(abs(fitted.dendrogram.merges[2].height - 5.5 * 2.0.squareRoot()) < 1e-14)
    #expect(try fitted.predict(Matrix([[7], [0], [5], [1]])) == [1, 0, 1, 0])
    #expect(try fitted.predict(Matrix([[100], [2]])) == [1, 0])
  }

  @Test("scipy 1.17: heights and scikit-learn 1.9: sizes on three squares")
  func peers() throws {
    let rows = FormulaRows.threeSquares
    for (k, sizes) in [(3, [33, 30, 27]), (4, [30, 30, 27, 3]), (6, [30, 23, 15, 12, 7, 3])] {
      #expect(FormulaRows.sizes(try Ward(clusters: k).fit(rows).predict(rows)) == sizes)
    }
    let heights = try Ward(clusters: 1).fit(rows).dendrogram.merges.map(\.height)
    let last = [4.710071213191296, 19.05280948423156, 37.30523956725481, 39.05651224584094]
    #expect(zip(heights.suffix(4), last).allSatisfy { abs($0 - $1) < 1e-12 })
    #expect(abs(heights.reduce(0, +) - 177.08414947658585) < 1e-11)
    #expect(zip(heights, heights.dropFirst()).allSatisfy { $0 <= $1 })
  }

  @Test(
    "scikit-learn 1.9: agreement and scipy 1.17: the last height on the reference sets",
    .enabled(if: SharedReference.isPresent, "\(SharedReference.absence)"),
    arguments: [
      ("iris", 3, 0.6153229932145449, 27.249911456942908), ("r15", 15, 0.9819955008205571, 24.173445370046114),
      ("hepta", 7, 1, 18.770126991133086), ("wine", 3, 0.7899332213582837, 35.40153383134743),
    ])
  func reference(set: String, k: Int, agreement: Double, height: Double) throws {
    let (rows, labels) = try SharedReference.clusters(set)
    let fitted = try Ward(clusters: k).fit(rows)
    let index = try AdjustedRandIndex().value(of: LabelPair(try fitted.predict(rows), labels))
    #expect(abs(index - agreement) < 1e-12)
    #expect(abs((fitted.dendrogram.merges.last?.height ?? 0) - height) < 1e-9 * height)
  }

  @Test("refuses what it has no time for and what it cannot cut")
  func refusals() {
    #expect(throws: FitProblem.tooManyRows(model: "Ward", found: 50_001, most: 50_000)) {
      try Ward(clusters: 2).fit(Matrix(rows: 50_001, columns: 1))
    }
    #expect(throws: FitProblem.tooFewDistinctRows(model: "Ward", found: 2, needed: 3)) {
      try Ward(clusters: 3).fit(Matrix([[1], [2], [2]]))
    }
    #expect(throws: FitProblem.self) { try Ward(clusters: 0).fit(Matrix([[1], [2]])) }
    #expect(throws: FitProblem.valueTooLarge(model: "Ward", row: 1, column: 0)) {
      try Ward(clusters: 1).fit(Matrix([[1], [1e200]]))
    }
  }
}
