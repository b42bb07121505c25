import Computation
import Modeling
import Testing

@Suite("PrincipalComponents")
struct PrincipalComponentsTests {
  /// Three squares with a column made of the two others and one that has nothing to do with them.
  static let rows = Matrix(
    (0..<90).map { i in
      let (x, y) = (FormulaRows.threeSquares[i, 0], FormulaRows.threeSquares[i, 1])
      return [x, y, x * 0.5 + y * y / 10, Double(i % 7)]
    })

  @Test("by hand: rows on a line")
  func byHand() throws {
    // (−1, −1), (0, 0), (1, 1) about (3, 4): all variance, 2 · 2 / 2 = 2, along (√½, √½).
    let fitted = try PrincipalComponents(components: 2).fit(Matrix([[2, 3], [3, 4], [4, 5]]))
    #expect(fitted.means == [3, 4])
    #expect(abs(fitted.variances[0] - 2) < 1e-15)
    #expect(fitted.variances[1] < 1e-15)
    #expect(abs(fitted.shares[0] - 1) < 1e-15)
    #expect(abs(try fitted.transform(Matrix([[4, 5]]))[0, 0] - 2.0.squareRoot()) < 1e-15)
  }

  @Test("scikit-learn 1.9: variances, directions and scores")
  func peer() throws {
    let fitted = try PrincipalComponents(components: 3).fit(Self.rows)
    let variances = [18.452820626115816, 8.80944754388152, 3.9831494825790883]
    #expect(zip(fitted.variances, variances).allSatisfy { abs($0 - $1) < 1e-12 })
    let shares = [0.5880129435144839, 0.2807196409682209, 0.12692604015208092]
    #expect(zip(fitted.shares, shares).allSatisfy { abs($0 - $1) < 1e-14 })
    let directions = [
      [0.386884557342667, 0.6512059128995787, 0.6525843303400398, 0.019618615879768448],
      [0.8597357731281847, -0.5107359673461062, 1.64387561312207e-05, -0.0017809526909870954],
      [-0.011681212701721285, -0.023149164207749897, -2.7377627832791268e-05, 0.9996637758350381],
    ].flatMap { $0 }
    #expect(zip(fitted.directions.values, directions).allSatisfy { abs($0 - $1) < 1e-12 })
    let scores = [
      -6.595793869276713, -1.6393383577601275, -2.827073980441221, -0.13475214176537165, 3.1251464269241627,
      -1.962218726987607,
    ]
    let own = try fitted.transform(Self.rows.selecting(rows: [0, 1])).values
    #expect(zip(own, scores).allSatisfy { abs($0 - $1) < 1e-12 })
  }

  @Test("all components give the rows back, fewer the nearest ones")
  func inverse() throws {
    let all = try PrincipalComponents(components: 4).fit(Self.rows)
    let back = try all.inverse(try all.transform(Self.rows))
    #expect(zip(back.values, Self.rows.values).allSatisfy { abs($0 - $1) < 1e-12 })
    let two = try PrincipalComponents(components: 2).fit(Self.rows)
    let near = try two.inverse(try two.transform(Self.rows))
    let lost = zip(near.values, Self.rows.values).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
    #expect(abs(lost - 89 * (all.variances[2] + all.variances[3])) < 1e-9)
  }

  @Test("refuses more components than columns, one row and constant rows")
  func refusals() {
    #expect(throws: FitProblem.self) { try PrincipalComponents(components: 5).fit(Self.rows) }
    #expect(throws: FitProblem.self) { try PrincipalComponents(components: 0).fit(Self.rows) }
    #expect(throws: FitProblem.tooFewRows(model: "PrincipalComponents", found: 1, needed: 2)) {
      try PrincipalComponents(components: 1).fit(Matrix([[1, 2]]))
    }
  }
}
