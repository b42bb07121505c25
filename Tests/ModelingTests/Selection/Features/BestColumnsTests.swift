import Computation
import Modeling
import Testing

@Suite("BestColumns")
struct BestColumnsTests {
  let rows = SelectionExample.rows
  let outcomes = SelectionExample.outcomes

  @Test("keeps the best so many, or those with small probabilities, and drops the rest elsewhere too")
  func keeps() throws {
    let two = try BestColumns(by: .analysisOfVariance, keeping: .count(2)).fit(rows, outcomes: outcomes)
    #expect(two.kept == [0, 1])
    #expect(try two.transform(Matrix([[9, 8, 7, 6]])) == Matrix([[9, 8]]))
    #expect(throws: FitProblem.columns(model: "ColumnSelection", found: 1, expected: 4)) {
      try two.transform(Matrix([[9]]))
    }
    #expect(
      try BestColumns(by: .analysisOfVariance, keeping: .pValue(0.002)).fit(rows, outcomes: outcomes).kept == [0])
    #expect(throws: FitProblem.nothingLeft(model: "BestColumns")) {
      try BestColumns(by: .analysisOfVariance, keeping: .pValue(1e-6)).fit(rows, outcomes: outcomes)
    }
  }

  @Test("the first of columns that score alike")
  func ties() throws {
    // In the example columns 0 and 2 tell the same of the class.
    #expect(try BestColumns(by: .discreteInformation, keeping: .count(1)).fit(rows, outcomes: outcomes).kept == [0])
  }

  @Test("refuses probabilities of what is no test, and outcomes of another length")
  func refusals() {
    #expect(throws: FitProblem.self) {
      try BestColumns(by: .information(neighbours: 3), keeping: .pValue(0.1)).fit(rows, outcomes: outcomes)
    }
    #expect(throws: FitProblem.self) {
      try BestColumns(by: .information(neighbours: 3), keeping: .count(1)).fit(rows, outcomes: [1])
    }
  }
}
