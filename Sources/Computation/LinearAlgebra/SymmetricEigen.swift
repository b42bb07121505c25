/// The eigenvalues and eigenvectors of a symmetric matrix, A = V Λ Vᵀ, by cyclic Jacobi rotations (Jacobi 1846; Golub and
/// Van Loan 2013, section 8.5).
package struct SymmetricEigen: Sendable, Equatable {
  /// Falling; equal ones in the order of their columns.
  package let values: [Double]
  /// One eigenvector in each row, of length 1, in the order of the values; its element of largest size is positive.
  package let vectors: Matrix

  /// Sweeps after which rounding is all that is left; five to ten are usual.
  private static let mostSweeps = 60

  /// Reads the lower triangle of a square matrix only. O(d³) for each of five to ten sweeps.
  /// Throws `tooLarge` when an element is NaN or its square is not finite.
  package init(_ matrix: Matrix) throws(ComputationProblem) {
    precondition(matrix.rows == matrix.columns, "eigenvalues need a square matrix")
    let order = matrix.rows
    var a = matrix
    var scale = 0.0
    for i in 0..<order {
      for j in 0...i {
        a[j, i] = a[i, j]
        guard abs(a[i, j]) < 1e150 else { throw .tooLarge(row: i, column: j) }
        scale = max(scale, abs(a[i, j]))
      }
    }
    var vectors = Matrix.identity(order)
    var sweep = 0
    while sweep < Self.mostSweeps, Self.rotateAll(&a, &vectors, negligible: scale * 0x1p-70) { sweep += 1 }
    let diagonal = (0..<order).map { a[$0, $0] }
    let ranked = (0..<order).sorted { diagonal[$0] != diagonal[$1] ? diagonal[$0] > diagonal[$1] : $0 < $1 }
    values = ranked.map { diagonal[$0] }
    self.vectors = Matrix(rows: order, columns: order, values: ranked.flatMap { Self.signed(vectors.row($0)) })
  }

  /// One rotation for each element below the diagonal; false when all of them were negligible.
  private static func rotateAll(_ a: inout Matrix, _ vectors: inout Matrix, negligible: Double) -> Bool {
    var rotated = false
    for p in 0..<a.rows {
      for q in (p + 1)..<max(a.rows, p + 1) {
        let element = a[p, q]
        let isSmall = abs(element) <= 0x1p-60 * min(abs(a[p, p]), abs(a[q, q]))
        if abs(element) <= negligible || isSmall { continue }
        rotated = true
        // The smaller root of t² + 2 θ t − 1 = 0 (Golub and Van Loan 2013, algorithm 8.5.1).
        let theta = (a[q, q] - a[p, p]) / (2 * element)
        let t = (theta >= 0 ? 1.0 : -1.0) / (abs(theta) + (1 + theta * theta).squareRoot())
        let cosine = 1 / (1 + t * t).squareRoot()
        rotate(&a, &vectors, p, q, cosine: cosine, sine: t * cosine)
        // Exactly, or what rounding leaves there would be rotated for ever.
        a[p, q] = 0
        a[q, p] = 0
      }
    }
    return rotated
  }

  private static func rotate(
    _ a: inout Matrix, _ vectors: inout Matrix, _ p: Int, _ q: Int, cosine: Double, sine: Double
  ) {
    for k in 0..<a.rows {
      let (x, y) = (a[k, p], a[k, q])
      a[k, p] = cosine * x - sine * y
      a[k, q] = sine * x + cosine * y
    }
    for k in 0..<a.rows {
      let (x, y) = (a[p, k], a[q, k])
      a[p, k] = cosine * x - sine * y
      a[q, k] = sine * x + cosine * y
    }
    for k in 0..<a.rows {
      let (x, y) = (vectors[p, k], vectors[q, k])
      vectors[p, k] = cosine * x - sine * y
      vectors[q, k] = sine * x + cosine * y
    }
  }

  /// A vector and its opposite are both right; the sign is fixed so that a result is one and the same.
  private static func signed(_ vector: ArraySlice<Double>) -> [Double] {
    var largest = 0.0
    for value in vector where abs(value) > abs(largest) { largest = value }
    return largest < 0 ? vector.map { -$0 } : Array(vector)
  }
}
