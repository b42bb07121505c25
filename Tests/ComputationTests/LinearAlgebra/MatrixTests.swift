import Computation
import Foundation
import Testing

@Suite("Matrix")
struct MatrixTests {
  let matrix = Matrix([[3, 1], [1, 2], [1, -2], [3, 1]])

  @Test("rows, columns, selections")
  func access() {
    #expect(matrix[1, 1] == 2)
    #expect(Array(matrix.row(2)) == [1, -2])
    #expect(matrix.column(0) == [3, 1, 1, 3])
    #expect(matrix.selecting(rows: [2, 0]) == Matrix([[1, -2], [3, 1]]))
    #expect(matrix.joined(with: Matrix([[9], [8], [7], [6]])).row(3) == [3, 1, 6])
  }

  @Test("canonical order is lexicographic, equal rows by index")
  func canonicalOrder() {
    #expect(matrix.canonicalOrder == [2, 1, 0, 3])
  }

  /// Values of the first column: few, nearly alike, of all sizes, all different.
  static let firsts: [@Sendable (inout SeededGenerator) -> Double] = [
    { Double($0.integer(below: 3)) - 1 }, { 1 + Double($0.integer(below: 50)) * 0x1p-52 },
    { $0.normal() * ($0.chance(0.5) ? 1e300 : 1e-300) }, { $0.normal() },
    { $0.chance(0.9) ? ($0.chance(0.5) ? 0 : -0.0) : 0.1 * Double($0.integer(below: 99)) },
  ]

  @Test("canonical order of many rows is that of comparing them", arguments: firsts.indices, [1, 65, 3_000])
  func canonicalOrderOfMany(kind: Int, count: Int) {
    var generator = SeededGenerator(seed: UInt64(kind))
    let rows = Matrix(
      (0..<count).map { _ in [Self.firsts[kind](&generator), Double(generator.integer(below: 5)), 4] })
    let last = (0..<count).map { _ in Double(generator.integer(below: 2)) }
    let expected = (0..<count).sorted { a, b in
      if rows[a, 0] != rows[b, 0] { return rows[a, 0] < rows[b, 0] }
      if rows[a, 1] != rows[b, 1] { return rows[a, 1] < rows[b, 1] }
      return (last[a], a) < (last[b], b)
    }
    #expect(rows.canonicalOrder { last[$0] } == expected)
  }

  @Test("finds the first value that is not finite")
  func notFinite() {
    #expect(matrix.firstNotFinite == nil)
    let place = Matrix([[1, 2], [3, .nan]]).firstNotFinite
    #expect(place?.row == 1 && place?.column == 1)
  }

  @Test("a stored shape that does not match its values is refused")
  func decoding() throws {
    let bytes = try JSONEncoder().encode(matrix)
    #expect(try JSONDecoder().decode(Matrix.self, from: bytes) == matrix)
    let damaged = Data(#"{"rows":2,"columns":2,"values":[1,2,3]}"#.utf8)
    #expect(throws: DecodingError.self) { try JSONDecoder().decode(Matrix.self, from: damaged) }
  }
}
