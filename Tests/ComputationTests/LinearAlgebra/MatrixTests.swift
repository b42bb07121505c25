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
