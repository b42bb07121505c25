import Computation

/// Means of columns and sums of products of their differences to these, built up from parts that each know their own means
/// (Chan, Golub and LeVeque 1983, equations 1.5): one pass over the rows, and nothing cancels.
struct CentredSums: Sendable {
  /// Exactly the value of a column that has one only.
  private(set) var means: [Double]
  private var count = 0.0
  /// Row-major; the lower triangle holds.
  private var sums: [Double]

  init(columns: Int) {
    means = [Double](repeating: 0, count: columns)
    sums = [Double](repeating: 0, count: columns * columns)
  }

  mutating func add(_ rows: ColumnBlock) {
    var (rows, part) = (rows, CentredSums(columns: means.count))
    part.count = Double(rows.rows)
    part.means = rows.centre()
    rows.addGram(weights: nil, to: &part.sums)
    add(part)
  }

  mutating func add(_ part: CentredSums) {
    let all = count + part.count
    let ways = zip(part.means, means).map { $0 - $1 }
    for i in means.indices {
      let scaled = ways[i] * (count * part.count / all)
      for j in 0...i { sums[i * means.count + j] += part.sums[i * means.count + j] + scaled * ways[j] }
    }
    for i in means.indices { means[i] += ways[i] * (part.count / all) }
    count = all
  }

  var isFinite: Bool { means.allSatisfy(\.isFinite) && sums.allSatisfy(\.isFinite) }

  /// Σ of products of two columns, the first not before the second.
  subscript(i: Int, j: Int) -> Double { sums[i * means.count + j] }

  /// Both triangles of the sums of products of the first columns.
  func products(of columns: Int) -> Matrix {
    var products = Matrix(rows: columns, columns: columns)
    for i in 0..<columns {
      for j in 0...i {
        products[i, j] = self[i, j]
        products[j, i] = self[i, j]
      }
    }
    return products
  }
}
