import Computation
import Modeling
import Testing

@Suite("YeoJohnson")
struct YeoJohnsonTests {
  struct Column: Sendable {
    let values: [Double]
    /// Where the likelihood's slope is 0: mpmath at 40 digits.
    let exact: Double
    /// scipy 1.17.1's yeojohnson_normmax, good to about 3e-8.
    let scipy: Double
    /// Transforms of the first, sixth and tenth value by scipy.
    let transformed: [Double]
  }

  static let columns = [
    Column(
      values: [0.1, 0.5, 0.9, 1.2, 2, 3.3, 5, 8.1, 13, 40], exact: -0.33673868286317052, scipy: -0.3367386691010982,
      transformed: [0.09379693981616838, 1.1524997537647121, 2.1192676535316815]),
    Column(
      values: [-3, -1.5, -0.2, 0, 0.3, 0.7, 1.1, 2.5, 6, 9.5], exact: 0.61215595545640734, scipy: 0.6121559670438182,
      transformed: [-4.213748319803181, 0.6269506404147862, 5.257156250327558]),
    Column(
      values: [-40, -12, -7.7, -5, -3, -2.1, -1.3, -0.8, -0.4, -0.1], exact: 2.3364594465986975,
      scipy: 2.3364594234949405, transformed: [-2.120143499290196, -0.9409670792773243, -0.09379818135089604]),
    Column(
      values: [12, 19.9, 25, 49, 49, 120, 250, 999, 15_000, 48.5], exact: -0.32979255550356805,
      scipy: -0.3297925592207453, transformed: [1.7308746788272844, 2.4086580314111306, 2.1948900723927194]),
    Column(
      values: [-20, -4, 1, 2, 2.5, 3, 3.2, 3.3, 3.4, 3.5], exact: 1.9457611825285302, scipy: 1.9457611815037268,
      transformed: [-3.3103225339938236, 7.1134430427028565, 9.077992689594888]),
  ]

  @Test("powers and transforms are those of mpmath and scipy", arguments: columns)
  func reference(column: Column) throws {
    let rows = Matrix(column.values.map { [$0] })
    let fitted = try YeoJohnson().fit(rows)
    #expect(abs(fitted.powers[0] - column.exact) < 1e-7)
    #expect(abs(fitted.powers[0] - column.scipy) < 1e-7)
    let transformed = try fitted.transform(rows)
    for (row, expected) in zip([0, 5, 9], column.transformed) { #expect(abs(transformed[row, 0] - expected) < 1e-6) }
    let back = try fitted.inverse(transformed)
    for (value, expected) in zip(back.values, column.values) {
      #expect(abs(value - expected) <= 1e-12 * max(1, abs(expected)))
    }
  }

  @Test("λ = 1 changes nothing, λ = 0 is the logarithm, λ = 2 that of negative numbers", arguments: [-2.5, 0, 1.75])
  func special(x: Double) throws {
    func at(_ power: Double) throws -> Double {
      let bytes = "{\"model\":{\"powers\":[\(power)]},\"name\":\"YeoJohnson\",\"version\":1}".utf8
      return try ModelArchive.read(YeoJohnson.Fitted.self, from: Array(bytes)).transform(Matrix([[x]]))[0, 0]
    }
    #expect(abs(try at(1) - x) < 1e-15)
    #expect(abs(try at(0) - (x < 0 ? -((1 - x) * (1 - x) - 1) / 2 : Logarithm.ofOnePlus(x))) < 1e-14)
    #expect(abs(try at(2) - (x < 0 ? -Logarithm.ofOnePlus(-x) : ((1 + x) * (1 + x) - 1) / 2)) < 1e-14)
    #expect(abs(try at(1e-9) - at(0)) < 1e-8)
  }

  @Test("a constant column keeps its values; a column far from 0 is named, and standardised it is not")
  func edges() throws {
    #expect(try YeoJohnson().fit(Matrix([[5, 1], [5, 2], [5, 4]])).powers[0] == 1)
    let far = Matrix([[1e9], [1e9 + 1], [1e9 + 2], [1e9 + 40]])
    #expect(throws: FitProblem.flattened(model: "YeoJohnson", column: 0)) { try YeoJohnson().fit(far) }
    let near = try Standardiser().fit(far).transform(far)
    #expect(try YeoJohnson().fit(near).powers[0] < 1)
  }

  @Test("refuses numbers that have no inverse and numbers past the largest")
  func refusals() throws {
    let fitted = try YeoJohnson().fit(Matrix(Self.columns[0].values.map { [$0] }))
    // With λ = −0.337 no value is transformed to 1 / 0.337 or more.
    #expect(throws: FitProblem.columnTooLarge(model: "YeoJohnson", column: 0)) { try fitted.inverse(Matrix([[3]])) }
    #expect(throws: FitProblem.self) { try YeoJohnson().fit(Matrix([[1e308], [-1e308], [3]])) }
  }
}
