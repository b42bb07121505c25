import Computation
import Modeling
import Testing

@Suite("ColumnTest")
struct ColumnTestTests {
  let outcomes = SelectionExample.outcomes

  func isClose(_ a: Double, _ b: Double) -> Bool { abs(a - b) <= 1e-12 * max(1, abs(b)) }

  @Test("χ² and its probabilities are those of scikit-learn 1.9.1's chi2")
  func chiSquare() throws {
    let rows = Matrix(
      rows: 10, columns: 4, values: SelectionExample.rows.values.map { abs($0) })
    let tests = try ColumnTest.chiSquare(rows, outcomes: outcomes)
    for (test, expected) in zip(
      tests,
      [
        (13.499999999999996, 0.0011708796207911768), (11.86111111111111, 0.0026570054645217614),
        (4.4380076142131974, 0.10871735835708313), (0, 1),
      ])
    {
      #expect(isClose(test.statistic, expected.0) && isClose(test.pValue, expected.1))
    }
  }

  @Test("F and its probabilities are those of scikit-learn 1.9.1's f_classif; a constant column has none")
  func analysisOfVariance() throws {
    let tests = try ColumnTest.analysisOfVariance(SelectionExample.rows, outcomes: outcomes)
    for (test, expected) in zip(
      tests,
      [
        (18.9, 0.0015078914929239175), (11.956, 0.0055258395884563265), (3.631409275576421, 0.08281793351857947),
        (0, 1),
      ])
    {
      #expect(isClose(test.statistic, expected.0) && isClose(test.pValue, expected.1))
    }
    let apart = try ColumnTest.analysisOfVariance(Matrix([[1], [1], [2], [2]]), outcomes: [0, 0, 1, 1])
    #expect(apart == [ColumnTest(statistic: .greatestFiniteMagnitude, pValue: 0)])
  }

  @Test("names what cannot be tested")
  func refusals() {
    #expect(throws: FitProblem.negative(model: "chi-square test", row: 5, column: 2)) {
      try ColumnTest.chiSquare(SelectionExample.rows, outcomes: outcomes)
    }
    #expect(throws: FitProblem.oneClass(model: "chi-square test")) {
      try ColumnTest.chiSquare(Matrix([[1], [2]]), outcomes: [3, 3])
    }
    #expect(throws: FitProblem.tooFewRows(model: "analysis of variance", found: 2, needed: 3)) {
      try ColumnTest.analysisOfVariance(Matrix([[1], [2]]), outcomes: [3, 4])
    }
    #expect(throws: FitProblem.columnTooLarge(model: "analysis of variance", column: 0)) {
      try ColumnTest.analysisOfVariance(Matrix([[1e308], [-1e308], [1]]), outcomes: [0, 0, 1])
    }
  }
}
