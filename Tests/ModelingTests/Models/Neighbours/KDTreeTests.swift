import Computation
import Testing

@testable import Modeling

@Suite("KDTree")
struct KDTreeTests {
  @Test("finds what measuring every row finds", arguments: 1...20)
  func sameAsAll(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    let columns = 1 + generator.integer(below: 5)
    // Whole numbers, so that there are ties and equal rows.
    let rows = Matrix(
      (0..<300).map { _ in (0..<columns).map { _ in Double(generator.integer(below: seed % 2 == 0 ? 6 : 1_000)) } })
    let tree = KDTree(rows)
    for _ in 0..<20 {
      let point = (0..<columns).map { _ in Double(generator.integer(below: 10)) }
      let all = (0..<300).map { row in
        KDTree.Neighbour(
          row: row,
          distance: zip(rows.row(row), point).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }.squareRoot())
      }
      let ranked = all.sorted { ($0.distance, $0.row) < ($1.distance, $1.row) }
      #expect(tree.nearest(7, to: point) == Array(ranked.prefix(7)))
      #expect(tree.within(4, of: point) == all.filter { $0.distance <= 4 }.map(\.row))
      for count in [1, 5, 40] {
        #expect(tree.has(count, within: 4, of: point) == (all.count { $0.distance <= 4 } >= count))
      }
    }
  }

  @Test("links what steps of the radius link", arguments: 1...20)
  func linked(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    let columns = 1 + generator.integer(below: 3)
    let rows = Matrix(
      (0..<400).map { _ in (0..<columns).map { _ in Double(generator.integer(below: seed % 2 == 0 ? 12 : 2_000)) } })
    let radius = seed % 2 == 0 ? 1.0 : [5.0, 60, 150][columns - 1]
    var expected = DisjointSets(count: 400)
    for a in 0..<400 {
      for b in 0..<a {
        let square = zip(rows.row(a), rows.row(b)).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
        if square.squareRoot() <= radius { expected.join(a, b) }
      }
    }
    var found = KDTree(rows).linked(within: radius)
    // The same partition, whoever stands for a set.
    var names: [Int: Int] = [:]
    let isSame = (0..<400).allSatisfy { row in
      let (own, theirs) = (found.root(of: row), expected.root(of: row))
      defer { names[own] = theirs }
      return names[own, default: theirs] == theirs
    }
    #expect(isSame && names.count == Set((0..<400).map { expected.root(of: $0) }).count)
  }

  @Test("very many equal rows are not looked at one by one", .timeLimit(.minutes(1)))
  func equalRows() {
    let rows = Matrix(rows: 200_000, columns: 2, values: (0..<400_000).map { Double($0 / 2 % 2) })
    let tree = KDTree(rows)
    for row in 0..<200_000 {
      let isFound = tree.has(5, within: 0.5, of: [Double(row % 2), Double(row % 2)])
      guard isFound else {
        Issue.record("row \(row)")
        return
      }
    }
    #expect(tree.nearest(2, to: [1, 1]).map(\.row) == [1, 3])
  }

  @Test("no rows, fewer rows than asked for, and none near")
  func few() {
    #expect(KDTree(Matrix(rows: 0, columns: 1)).nearest(2, to: [1]).isEmpty)
    let tree = KDTree(Matrix([[1], [4]]))
    #expect(tree.nearest(5, to: [5]).map(\.row) == [1, 0])
    #expect(tree.within(0.5, of: [2]).isEmpty)
  }
}
