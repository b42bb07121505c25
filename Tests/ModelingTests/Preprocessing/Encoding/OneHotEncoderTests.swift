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

  @Test("fills a missing level with the most frequent one where the policy says so")
  func mode() throws {
    let fitted = try OneHotEncoder(Feature("c", unit: .category, missing: .mode)).fit(["b", nil, "a", "b", "a", "c"])
    #expect(fitted.fill == "a")
    #expect(try fitted.transform([nil]) == Matrix([[1, 0, 0]]))
  }

  @Test("gives the levels back, and no level for one unseen in training")
  func inverse() throws {
    let fitted = try OneHotEncoder(Feature("c", unit: .category, missing: .ownLevel)).fit(["b", "a", nil])
    #expect(try fitted.inverse(try fitted.transform(["a", "b", nil, "x"])) == ["a", "b", nil, nil])
    #expect(throws: FitProblem.self) { try fitted.inverse(Matrix([[1]])) }
  }

  @Test("refuses more levels than its limit")
  func limit() {
    #expect(throws: FitProblem.tooManyLevels(feature: "c", found: 3, limit: 2)) {
      try OneHotEncoder(Feature("c", unit: .category), maximumLevels: 2).fit(["a", "b", "c"])
    }
  }
}
