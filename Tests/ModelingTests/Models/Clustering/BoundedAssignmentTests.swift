import Computation
import Testing

@testable import Modeling

/// Bounds may only save work: each comparison here is with Lloyd's algorithm written out, row by row in double.
@Suite("BoundedAssignment")
struct BoundedAssignmentTests {
  /// Rows of one kind of trouble for bounds.
  enum Trouble: CaseIterable {
    case none, ties, farOff, tiny, huge, oneColumnDominates, duplicates
  }

  struct Case: Sendable, CustomTestStringConvertible {
    let trouble: Trouble
    let seed: UInt64
    var testDescription: String { "\(trouble) \(seed)" }
  }

  static let cases = Trouble.allCases.flatMap { trouble in (1...5).map { Case(trouble: trouble, seed: $0) } }

  @Test("gives the labels, counts and means of Lloyd's algorithm, bit for bit, at every step", arguments: cases)
  func sameAsLloyd(item: Case) {
    var generator = SeededGenerator(seed: item.seed)
    let k = 1 + generator.integer(below: 40)
    let columns = 1 + generator.integer(below: 9)
    let rows = Self.rows(600, columns, item.trouble, &generator)
    var centres = rows.selecting(rows: (0..<k).map { _ in generator.integer(below: rows.rows) })
    var bounded = BoundedAssignment(rows, within: ColumnBounds(rows), from: centres)
    var shared = bounded
    _ = bounded.assign(to: centres, on: .one)
    _ = shared.assign(to: centres, on: Workers(count: 2))
    for step in 0..<25 {
      let labels = Self.nearest(rows, centres)
      #expect(bounded.labels == labels, "step \(step)")
      #expect(shared.labels == labels, "step \(step)")
      let means = Self.means(rows, labels, instead: centres)
      #expect(bounded.means(instead: centres) == means, "step \(step)")
      #expect(bounded.counts == (0..<k).map { cluster in labels.count { $0 == cluster } })
      let before = labels
      _ = bounded.move(centres, to: means)
      _ = shared.move(centres, to: means)
      centres = means
      let changed = bounded.assign(to: centres, on: .one)
      #expect(changed == zip(before, bounded.labels).count { $0 != $1 })
      #expect(shared.assign(to: centres, on: Workers(count: 2)) == changed)
    }
  }

  @Test("an empty cluster takes the row farthest from its centre, but none that is alone")
  func emptyCluster() {
    let rows = Matrix([[0], [1], [2], [10], [11], [12], [40]])
    let centres = Matrix([[1], [11], [38], [1_000], [2_000]])
    var bounded = BoundedAssignment(rows, within: ColumnBounds(rows), from: centres)
    _ = bounded.assign(to: centres, on: .one)
    #expect(bounded.counts == [3, 3, 1, 0, 0])
    // 40 is farthest, at 2, but alone; of 0, 2, 10 and 12, all at 1, the two first by value go.
    bounded.fillEmpty(near: centres)
    #expect(bounded.counts == [1, 3, 1, 1, 1])
    #expect(bounded.labels == [3, 0, 4, 1, 1, 1, 2])
    #expect(bounded.means(instead: centres) == Matrix([[1], [11], [40], [0], [2]]))
    // Only the centres that were given a row have moved; the bounds have to see it.
    let means = bounded.means(instead: centres)
    _ = bounded.move(centres, to: means)
    #expect(bounded.assign(to: means, on: .one) == 0)
  }

  @Test("inertia and the mean variance of the columns, by hand")
  func inertia() {
    let rows = Matrix([[0, 1], [2, 1], [4, 7]])
    var bounded = BoundedAssignment(rows, within: ColumnBounds(rows), from: Matrix([[1, 1], [4, 6]]))
    _ = bounded.assign(to: Matrix([[1, 1], [4, 6]]), on: .one)
    #expect(bounded.inertia(about: Matrix([[1, 1], [4, 6]]), on: .one) == 3)
    // Means 2 and 3: (4 + 0 + 4) / 3 and (4 + 4 + 16) / 3.
    #expect(abs(bounded.meanVariance(on: .one) - (8.0 / 3 + 8) / 2) < 1e-14)
  }

  static func rows(
    _ count: Int, _ columns: Int, _ trouble: Trouble, _ generator: inout SeededGenerator
  ) -> Matrix {
    var rows = Matrix(rows: count, columns: columns)
    for row in 0..<count {
      for column in 0..<columns {
        let blob = Double(generator.integer(below: 4)) * 3 + generator.normal()
        rows[row, column] =
          switch trouble {
          case .none: blob
          case .ties: Double(generator.integer(below: 3))
          case .farOff: blob + 1e9
          case .tiny: blob * 1e-160
          case .huge: blob * 1e148
          case .oneColumnDominates: column == 0 ? blob * 1e12 : blob
          case .duplicates: blob.rounded()
          }
      }
    }
    return rows
  }

  static func nearest(_ rows: Matrix, _ centres: Matrix) -> [Int32] {
    (0..<rows.rows).map { row in
      let squares = (0..<centres.rows).map { centre in
        zip(rows.row(row), centres.row(centre)).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
      }
      var best = 0
      for centre in 1..<max(centres.rows, 1) where squares[centre] < squares[best] { best = centre }
      return Int32(best)
    }
  }

  static func means(_ rows: Matrix, _ labels: [Int32], instead old: Matrix) -> Matrix {
    var means = old
    for cluster in 0..<old.rows {
      let members = labels.indices.filter { labels[$0] == Int32(cluster) }
      guard !members.isEmpty else { continue }
      for column in 0..<rows.columns {
        let point = FixedPoint(largest: rows.column(column).map { abs($0) }.max() ?? 0)
        let sum = members.reduce(0) { $0 + point.integer(rows[$1, column]) }
        means[cluster, column] = point.number(sum) / Double(members.count)
      }
    }
    return means
  }
}
