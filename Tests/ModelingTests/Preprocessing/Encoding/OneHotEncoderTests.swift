import Computation
import Modeling
import Testing

@Suite("OneHotEncoder")
struct OneHotEncoderTests {
  @Test("has a column for each level in order, and none for an unseen one")
  func levels() throws {
    let fitted = try OneHotEncoder(Feature("c", unit: .category)).fit(["b", "a", "b", "É"])
    #expect(fitted.levels == ["a", "b", "É"])
    #expect(try fitted.transform(["b", "x"]) == Matrix([[0, 1, 0], [0, 0, 0]]))
  }

  @Test("marks missing values in a column of their own, or refuses them")
  func missing() throws {
    let fitted = try OneHotEncoder(Feature("c", unit: .category, missing: .ownLevel)).fit(["b", nil])
    #expect(try fitted.transform([nil, "b"]) == Matrix([[0, 1], [1, 0]]))
    #expect(throws: FitProblem.missingValue(feature: "c", row: 1)) {
      try OneHotEncoder(Feature("c", unit: .category)).fit(["b", nil])
    }
  }
}
