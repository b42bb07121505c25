import Computation
import Testing

@Suite("SymmetricEigen")
struct SymmetricEigenTests {
  @Test("by hand: a rotation by 45 degrees")
  func byHand() throws {
    let eigen = try SymmetricEigen(Matrix([[2, 1], [1, 2]]))
    let half = 0.5.squareRoot()
    #expect(zip(eigen.values, [3, 1]).allSatisfy { abs($0 - $1) < 1e-15 })
    // (1, 1) and (1, −1): both elements are as large, and the first decides the sign.
    #expect(zip(eigen.vectors.values, [half, half, half, -half]).allSatisfy { abs($0 - $1) < 1e-15 })
  }

  @Test("numpy 2.4: values and vectors of a matrix of order four")
  func peer() throws {
    let eigen = try SymmetricEigen(Matrix([[4, 1, -2, 2], [1, 2, 0, 1], [-2, 0, 3, -2], [2, 1, -2, -1]]))
    let values = [6.844621107234965, 2.2685314064312423, 1.0843644637732166, -2.1975169774394243]
    #expect(zip(eigen.values, values).allSatisfy { abs($0 - $1) < 1e-13 })
    // Signs so that the largest element is positive.
    let vectors = [
      [0.7180459594506796, 0.2211529881551807, -0.5573513771375096, 0.3533564748939929],
      [0.20171109662094233, 0.7894499124874399, 0.5796341693167878, 0.010280998686330589],
      [0.6422600067660328, -0.5441878481946866, 0.5202218509386148, -0.14398227457619123],
      [-0.17670517062447652, -0.17810046990630077, 0.28766803431970117, 0.9242849167461132],
    ].flatMap { $0 }
    #expect(zip(eigen.vectors.values, vectors).allSatisfy { abs($0 - $1) < 1e-13 })
  }

  @Test("V Λ Vᵀ is the matrix and V Vᵀ the identity, for any symmetric matrix", arguments: [1, 2, 3, 7, 20, 50])
  func rebuilds(order: Int) throws {
    var generator = SeededGenerator(seed: UInt64(order))
    var matrix = Matrix(rows: order, columns: order)
    for i in 0..<order {
      for j in 0...i {
        matrix[i, j] = generator.normal() * (j % 3 == 0 ? 1 : 1e-6)
        matrix[j, i] = matrix[i, j]
      }
    }
    let eigen = try SymmetricEigen(matrix)
    for i in 0..<order {
      for j in 0..<order {
        var rebuilt = 0.0
        var product = 0.0
        for k in 0..<order {
          rebuilt += eigen.vectors[k, i] * eigen.values[k] * eigen.vectors[k, j]
          product += eigen.vectors[i, k] * eigen.vectors[j, k]
        }
        #expect(abs(rebuilt - matrix[i, j]) < 1e-13 * Double(order))
        #expect(abs(product - (i == j ? 1 : 0)) < 1e-13)
      }
    }
    #expect(zip(eigen.values, eigen.values.dropFirst()).allSatisfy { $0 >= $1 })
  }

  @Test("zero, diagonal and tiny matrices; NaN and 1e308 have a name")
  func edges() throws {
    #expect(try SymmetricEigen(Matrix(rows: 3, columns: 3)).values == [0, 0, 0])
    #expect(try SymmetricEigen(Matrix([[1, 0], [0, 5]])).values == [5, 1])
    #expect(try SymmetricEigen(Matrix([[2e-140, 1e-140], [1e-140, 2e-140]])).values.allSatisfy { $0 > 0 })
    for value in [Double.nan, 1e308] {
      #expect(throws: ComputationProblem.tooLarge(row: 1, column: 0)) {
        try SymmetricEigen(Matrix([[1, 0], [value, 1]]))
      }
    }
  }
}
