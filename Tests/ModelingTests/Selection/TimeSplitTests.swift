import Modeling
import Testing

@Suite("TimeSplit")
struct TimeSplitTests {
  @Test("cuts by key, earliest first, rows of one key together")
  func byHand() throws {
    let keys = [5, 1, 2, 2, 3, 4, 1, 5, 3, 4]
    let parts = try TimeSplit().split(keys: keys)
    #expect(parts.train == [1, 2, 3, 4, 6, 8])
    #expect(parts.validation == [5, 9])
    #expect(parts.test == [0, 7])
  }

  @Test("every part has a key, even when one key has nearly all rows")
  func lopsided() throws {
    for keys in [[1, 2] + [Int](repeating: 3, count: 50), [Int](repeating: 1, count: 50) + [2, 3], [3, 1, 2]] {
      let parts = try TimeSplit().split(keys: keys)
      #expect(!parts.train.isEmpty && !parts.validation.isEmpty && !parts.test.isEmpty)
      #expect((parts.train + parts.validation + parts.test).sorted() == Array(keys.indices))
    }
    #expect(throws: FitProblem.tooFewDistinctRows(model: "TimeSplit", found: 2, needed: 3)) {
      try TimeSplit().split(keys: [1, 2, 2])
    }
  }
}
