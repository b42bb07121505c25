import Computation
import Testing

@testable import Modeling

@Suite("RowSums")
struct RowSumsTests {
  @Test("sums of rows that come and go are those of the integers, for any number of columns", arguments: 1...9)
  func moves(columns: Int) {
    var generator = SeededGenerator(seed: UInt64(columns))
    let rows = (0..<200).map { _ in (0..<columns).map { 1e3 * generator.normal() + Double($0) } }
    let points = (0..<columns).map { column in FixedPoint(largest: rows.map { abs($0[column]) }.max() ?? 0) }
    var sums = RowSums(clusters: 3, points)
    var expected = [Int128](repeating: 0, count: 3 * columns)
    for (place, row) in rows.enumerated() {
      let (new, old) = (place % 3, place % 4 == 0 ? -1 : (place + 1) % 3)
      row.withUnsafeBufferPointer { if let start = $0.baseAddress { sums.move(start, to: new, from: old) } }
      for column in 0..<columns {
        expected[new * columns + column] += points[column].integer(row[column])
        if old >= 0 { expected[old * columns + column] -= points[column].integer(row[column]) }
      }
    }
    #expect(sums.totals == expected)
    for column in 0..<columns {
      let plain = rows.enumerated().reduce(0.0) { sum, item in
        let (place, row) = item
        return sum + (place % 3 == 0 ? row[column] : 0) - (place % 4 != 0 && (place + 1) % 3 == 0 ? row[column] : 0)
      }
      #expect(abs(points[column].number(sums.totals[column]) - plain) < 1e-9)
    }
  }
}
