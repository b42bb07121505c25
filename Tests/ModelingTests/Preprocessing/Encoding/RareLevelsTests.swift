import Computation
import Modeling
import Testing

@Suite("RareLevels")
struct RareLevelsTests {
  let feature = Feature("level", unit: .category)

  func grouped(_ step: RareLevels, _ asked: [String?]) throws -> FeatureTable.Column? {
    let training = try SmallTable.levels(["a", "b", "a", "c", "b", "d", "a", "d", nil])
    return try step.fit(training).transform(try SmallTable.levels(asked))[feature]
  }

  @Test("levels of too few rows and unseen ones go under one name; missing ones do not")
  func rare() throws {
    #expect(
      try grouped(RareLevels(minimumRows: 2), ["a", "b", "c", "x", nil])
        == .categorical(["a", "b", "other", "other", nil]))
    #expect(
      try grouped(RareLevels(minimumRows: 3, name: "rest"), ["a", "b", "c"]) == .categorical(["a", "rest", "rest"]))
  }

  @Test("of equally frequent levels the first stay")
  func limit() throws {
    #expect(
      try grouped(RareLevels(minimumRows: 1, maximumLevels: 2), ["a", "b", "d"]) == .categorical(["a", "b", "other"]))
  }

  @Test("a level that has the name of the rare ones joins them")
  func sameName() throws {
    let training = try SmallTable.levels(["other", "other", "a", "a"])
    #expect(try RareLevels(minimumRows: 2).fit(training).groupings[0].kept == ["a"])
  }
}
