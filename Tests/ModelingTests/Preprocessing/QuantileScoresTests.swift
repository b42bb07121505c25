import Modeling
import Testing

@Suite("QuantileScores")
struct QuantileScoresTests {
  @Test("ten numbers: two in each fifth, in the order of their size")
  func distinct() {
    let values = [30.0, 10, 20, 50, 40, 100, 90, 80, 70, 60]
    #expect(QuantileScores().byRank(values) == [2, 1, 1, 3, 2, 5, 5, 4, 4, 3])
    // Cuts at 28, 46, 64 and 82.
    #expect(QuantileScores().byCut(values) == [2, 1, 1, 3, 2, 5, 5, 4, 4, 3])
    let cuts = QuantileScores().cuts(of: values)
    #expect(zip(cuts, [28.0, 46, 64, 82]).allSatisfy { abs($0 - $1) < 1e-12 })
  }

  @Test("equal values: ranks split them in their order, cuts keep them together")
  func ties() {
    // Ranks 1…5; cuts 1, 1, 1 and 1.2 by hand.
    #expect(QuantileScores().byRank([1, 1, 1, 1, 2]) == [1, 2, 3, 4, 5])
    #expect(QuantileScores().byCut([1, 1, 1, 1, 2]) == [1, 1, 1, 1, 5])
    #expect(QuantileScores().byRank([7, 7, 7]) == [2, 4, 5])
    #expect(QuantileScores().byCut([7, 7, 7]) == [1, 1, 1])
  }

  @Test("a value at a cut stays below it")
  func border() {
    // The median of three is one of them.
    #expect(QuantileScores(groups: 2).byCut([1, 2, 3]) == [1, 1, 2])
    #expect(QuantileScores(groups: 2).byRank([1, 2, 3]) == [1, 2, 2])
  }

  @Test("nothing and one")
  func edges() {
    #expect(QuantileScores().byRank([]) == [])
    #expect(QuantileScores().byCut([]) == [])
    #expect(QuantileScores().byRank([4]) == [5])
    #expect(QuantileScores(groups: 1).byCut([4, 5]) == [1, 1])
  }
}
