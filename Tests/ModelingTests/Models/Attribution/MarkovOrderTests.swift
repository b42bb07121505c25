import Computation
import Testing

@testable import Modeling

@Suite("MarkovOrder")
struct MarkovOrderTests {
  @Test("areas and their penalty by hand")
  func byHand() throws {
    // Order 1: all journeys end in b, so nothing is told apart. Order 2: "a b" 9 sales of 10, "c b" 1 of 10:
    // of 100 pairs of a sale and a failure 81 are in order, 1 in reverse, 9 + 9 tie: 0.81 + 0.09 = 0.9.
    let journeys = try Journeys(rows: [("a>b", 9, 0, 1), ("c>b", 1, 0, 9)])
    let candidates = try #require(try MarkovOrder().candidates(journeys, upTo: 2))
    #expect(candidates.map(\.area) == [0.5, 0.9])
    // n 20; one and two states in which journeys end.
    expectClose(candidates.map(\.penalisedArea), [1 - 0.5 * 19 / 18, 1 - 0.1 * 19 / 17], relative: 1e-14)
    #expect(candidates.map(\.states) == [3, 4])
    #expect(MarkovOrder.best(of: candidates) == 2)
  }

  @Test("prefers the lower order where the higher one tells no more")
  func simple() throws {
    let journeys = try Journeys(rows: [("a>b", 9, 0, 1), ("a>c", 1, 0, 9)])
    #expect(MarkovOrder.best(of: try MarkovOrder().candidates(journeys)) == 1)
    #expect(try MarkovOrder().candidates(try Journeys(rows: [("a", 1, 0, 0)])) == nil)
    #expect(MarkovOrder.best(of: nil) == 1)
  }
}
