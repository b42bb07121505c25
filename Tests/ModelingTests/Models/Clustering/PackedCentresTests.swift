import Computation
import Testing

@testable import Modeling

@Suite("PackedCentres")
struct PackedCentresTests {
  @Test("of centres as far the lower number, within eight and across them")
  func ties() {
    // The same centre again and again: every distance is equal.
    for count in [2, 8, 9, 17] {
      let centres = PackedCentres<Double>(Matrix(rows: count, columns: 2, values: (0..<2 * count).map { _ in 3 }))
      #expect(centres.nearest(Matrix([[3, 3], [-4, 9]]), on: .one) == [0, 0])
    }
    // 1 lies midway between 0 and 2, which stand in different eights.
    var values = [Double](repeating: 100, count: 12)
    (values[5], values[11]) = (2, 0)
    let centres = PackedCentres<Double>(Matrix(rows: 12, columns: 1, values: values))
    #expect(centres.nearest(Matrix([[1], [0.9], [1.1]]), on: .one) == [5, 11, 5])
  }

  @Test("places past the last centre are nobody's, wherever the rows lie", arguments: 1...17)
  func filling(count: Int) {
    let centres = PackedCentres<Double>(Matrix(rows: count, columns: 1, values: (0..<count).map { 1e6 + Double($0) }))
    let rows = Matrix(rows: count + 2, columns: 1, values: [0, -5] + (0..<count).map { 1e6 + Double($0) + 0.25 })
    #expect(centres.nearest(rows, on: .one) == [0, 0] + Array(0..<count))
  }
}
