import Testing

@testable import Warehouse

struct DisjointSetsTests {
  @Test("what was joined directly or by way of others has one root, its least; what was never named stands alone")
  func unions() {
    var sets = DisjointSets<Int>()
    for (left, right) in [(9, 7), (4, 9), (2, 3), (7, 8)] { sets.unite(left, right) }
    #expect((1...10).map { sets.root(of: $0) } == [1, 2, 2, 4, 5, 6, 4, 4, 4, 10])
  }

  @Test("a hundred thousand unions in a row, from either end, are one set in a moment", arguments: [false, true])
  func chain(isReversed: Bool) {
    var sets = DisjointSets<Int>()
    let links = (0..<100_000).map { ($0, $0 + 1) }
    for (left, right) in isReversed ? links.reversed() : links { sets.unite(left, right) }
    #expect([1, 50_000, 100_000].map { sets.root(of: $0) } == [0, 0, 0])
  }
}
