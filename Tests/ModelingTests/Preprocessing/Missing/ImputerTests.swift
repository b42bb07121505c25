import Computation
import Modeling
import Testing

@Suite("Imputer")
struct ImputerTests {
  @Test(
    "fills as the policy says",
    arguments: [
      (Feature.MissingPolicy.mean, 4.0), (.median, 2.0), (.constant(-1), -1.0), (.mode, 1.0),
    ])
  func policies(policy: Feature.MissingPolicy, fill: Double) throws {
    let fitted = try Imputer(Feature("x", unit: .count, missing: policy)).fit([9, nil, 1, 2])
    #expect(try fitted.transform([nil, 5]) == [fill, 5])
  }

  @Test("the median of an even number is the mean of the middle two")
  func evenMedian() throws {
    #expect(try Imputer(Feature("x", unit: .count, missing: .median)).fit([4, 1, 2, 9]).fill == 3)
    #expect(try Imputer(Feature("x", unit: .count, missing: .median)).fit([1e308, 1.5e308]).fill == 1.25e308)
  }

  @Test("the mode is the least of the most frequent")
  func mode() throws {
    #expect(try Imputer(Feature("x", unit: .count, missing: .mode)).fit([7, 3, nil, 7, 3, 9]).fill == 3)
  }

  @Test("refuses a mean past the largest number")
  func overflow() {
    #expect(throws: FitProblem.columnTooLarge(model: "Imputer", column: 0)) {
      try Imputer(Feature("x", unit: .count, missing: .mean)).fit([1.5e308, 1.5e308])
    }
  }

  @Test("refuses gaps where none may be, and means of nothing")
  func refusals() throws {
    #expect(throws: FitProblem.missingValue(feature: "x", row: 1)) {
      try Imputer(Feature("x", unit: .count)).fit([1, nil])
    }
    #expect(throws: FitProblem.nothingToImpute(feature: "x")) {
      try Imputer(Feature("x", unit: .count, missing: .mean)).fit([nil, nil])
    }
    let fitted = try Imputer(Feature("x", unit: .count)).fit([1, 2])
    #expect(throws: FitProblem.missingValue(feature: "x", row: 0)) { try fitted.transform([nil]) }
  }
}
