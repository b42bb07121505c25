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
    }
  }

  @Test("no rows, fewer rows than asked for, and none near")
  func few() {
    #expect(KDTree(Matrix(rows: 0, columns: 1)).nearest(2, to: [1]).isEmpty)
    let tree = KDTree(Matrix([[1], [4]]))
    #expect(tree.nearest(5, to: [5]).map(\.row) == [1, 0])
    #expect(tree.within(0.5, of: [2]).isEmpty)
  }
}
