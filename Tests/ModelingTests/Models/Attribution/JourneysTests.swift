import Computation
import Testing

@testable import Modeling

@Suite("Journeys")
struct JourneysTests {
  @Test("rows of one path are one path, whatever their order and the order of channels")
  func merges() throws {
    let one = try Journeys(rows: [("b>a", 1, 0.1, 2), ("a", 0, 0, 1), ("b>a", 2, 0.2, 3), ("b>a", 2, 0.3, 0)])
    let other = try Journeys(rows: [("b > a", 2, 0.3, 0), ("b>a", 2, 0.2, 3), ("b>a", 1, 0.1, 2), ("a", 0, 0, 1)])
    #expect(one == other)
    #expect(one.channels == ["a", "b"])
    #expect(one.count == 2)
    #expect(one.conversions == [0, 5])
    #expect(one.nulls == [1, 5])
    #expect(one.total == 11)
  }

  @Test("leaves out paths and channels of no row")
  func unused() throws {
    let journeys = try Journeys(
      channels: ["x", "b", "a", "b"], paths: [[0], [1, 2], [3, 2]],
      rows: [.init(path: 2, conversions: 1), .init(path: 1, conversions: 2)])
    #expect(journeys.channels == ["a", "b"])
    #expect(journeys.conversions == [3])
  }

  @Test("names what is wrong with a row")
  func refusals() {
    let row = { (conversions: Double, value: Double, nulls: Double) in
      [("a", 1.0, 1.0, 1.0), ("a>b", conversions, value, nulls)]
    }
    #expect(throws: FitProblem.noRows(model: "Journeys")) { try Journeys(rows: []) }
    #expect(throws: FitProblem.emptyPath(model: "Journeys", row: 1)) {
      try Journeys(rows: [("a", 1, 0, 0), ("", 1, 0, 0)])
    }
    #expect(throws: FitProblem.noConversions(model: "Journeys")) { try Journeys(rows: [("a", 0, 0, 5)]) }
    #expect(throws: FitProblem.notFinite(model: "Journeys", row: 1, column: 1)) { try Journeys(rows: row(1, .nan, 0)) }
    #expect(throws: FitProblem.outOfRange(model: "Journeys", row: 1, column: 0)) { try Journeys(rows: row(-1, 0, 0)) }
    #expect(throws: FitProblem.outOfRange(model: "Journeys", row: 1, column: 2)) {
      try Journeys(rows: row(0, 0, 1e308))
    }
    #expect(throws: FitProblem.outOfRange(model: "Journeys", row: 1, column: 1)) {
      try Journeys(rows: row(0, 1e308, 0))
    }
    #expect(throws: FitProblem.lengths(model: "Journeys", found: 1, expected: 2)) {
      try Journeys(channels: ["a"], paths: [[0, 0]], ages: [[1]], rows: [.init(path: 0, conversions: 1)])
    }
    #expect(throws: FitProblem.outOfRange(model: "Journeys", row: 0, column: 1)) {
      try Journeys(channels: ["a"], paths: [[0, 0]], ages: [[1, -1]], rows: [.init(path: 0, conversions: 1)])
    }
  }
}
