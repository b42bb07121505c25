import Computation
import Testing

@Suite("ColumnBlock")
struct ColumnBlockTests {
  @Test("scores, products and weighted Gram matrix equal the plain sums", arguments: [1, 3, 4, 7, 16], [1, 2, 3, 6])
  func sums(rows: Int, columns: Int) {
    var generator = SeededGenerator(seed: UInt64(rows * 10 + columns))
    let matrix = Matrix((0..<(rows + 5)).map { _ in (0..<columns).map { _ in generator.normal() } })
    let centre = (0..<columns).map { Double($0) }
    let block = ColumnBlock(matrix, rows: Array(2..<(rows + 2)), less: centre, appendingOnes: true)
    let plain = (2..<(rows + 2)).map { row in (0..<columns).map { matrix[row, $0] - centre[$0] } + [1] }
    let weights = (0...columns).map { _ in generator.normal() }
    let y = (0..<rows).map { _ in generator.uniform() }
    let scores = block.scores(weights)
    for row in 0..<rows {
      var expected = 0.0
      for column in 0...columns { expected += plain[row][column] * weights[column] }
      #expect(abs(scores[row] - expected) < 1e-13)
    }
    let size = columns + 1
    var products = [Double](repeating: 1, count: size)
    block.addProducts(with: y, to: &products)
    var gram = [Double](repeating: 0, count: size * size)
    block.addGram(weights: y, to: &gram)
    var counts = [Double](repeating: 0, count: size * size)
    block.addGram(weights: nil, to: &counts)
    for i in 0..<size {
      var product = 1.0
      for row in 0..<rows { product += y[row] * plain[row][i] }
      #expect(abs(products[i] - product) < 1e-13)
      for j in 0..<size {
        var expected = 0.0
        if j <= i { for row in 0..<rows { expected += y[row] * plain[row][i] * plain[row][j] } }
        #expect(abs(gram[i * size + j] - expected) < 1e-13)
      }
    }
    #expect(counts[size * size - 1] == Double(rows))
  }
}
