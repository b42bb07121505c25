import Computation
import Testing

@testable import Modeling

@Suite("CentredSums")
struct CentredSumsTests {
  @Test("parts joined give the means and products of all rows, far off as they may lie", arguments: [0.0, 1e8])
  func joined(offset: Double) {
    var generator = SeededGenerator(seed: 3)
    let rows = Matrix((0..<700).map { [offset + Double($0) * 0.01 + generator.normal(), generator.uniform(), 0.1] })
    var sums = CentredSums(columns: 3)
    for range in [0..<256, 256..<257, 257..<700] { sums.add(ColumnBlock(rows, rows: Array(range))) }
    let means = (0..<3).map { column in
      offset * (column == 0 ? 1 : 0)
        + rows.column(column).reduce(0) {
          $0 + ($1 - (column == 0 ? offset : 0)) / 700
        }
    }
    for column in 0..<2 { #expect(abs(sums.means[column] - means[column]) < 1e-13 * max(1, offset)) }
    // A column of one value has it for its mean, to the last bit, and nothing about it.
    #expect(sums.means[2] == 0.1 && sums[2, 0] == 0 && sums[2, 2] == 0)
    for i in 0..<2 {
      for j in 0...i {
        let expected = (0..<700).reduce(0.0) { $0 + (rows[$1, i] - means[i]) * (rows[$1, j] - means[j]) }
        #expect(abs(sums[i, j] - expected) < (offset > 0 ? 1e-4 : 1e-10))
        #expect(sums.products(of: 2)[j, i] == sums[i, j])
      }
    }
  }
}
