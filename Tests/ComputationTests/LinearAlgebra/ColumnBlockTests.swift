import Computation
import Testing

@Suite("ColumnBlock")
struct ColumnBlockTests {
  @Test("scores, products and weighted Gram matrix equal the plain sums", arguments: [1, 3, 4, 7, 16], [1, 2, 3, 6])
  func sums(rows: Int, columns: Int) {
    var generator = SeededGenerator(seed: UInt64(rows * 10 + columns))
    let matrix = Matrix((0..<(rows + 5)).map { _ in (0..<columns).map { _ in generator.normal() } })
    let more = (0..<(rows + 5)).map { _ in generator.normal() }
    let block = ColumnBlock(matrix, rows: Array(2..<(rows + 2)), appending: more, appendingOnes: true)
    let plain = (2..<(rows + 2)).map { row in (0..<columns).map { matrix[row, $0] } + [more[row], 1] }
    let size = columns + 2
    let weights = (0..<size).map { _ in generator.normal() }
    let y = (0..<rows).map { _ in generator.uniform() }
    let scores = block.scores(weights)
    for row in 0..<(4 * block.groups) {
      var expected = 0.0
      if row < rows { for column in 0..<size { expected += plain[row][column] * weights[column] } }
      #expect(abs(scores[row / 4][row % 4] - expected) < 1e-13)
    }
    var products = [Double](repeating: 1, count: size)
    block.addProducts(with: packed(y), to: &products)
    var gram = [Double](repeating: 0, count: size * size)
    block.addGram(weights: packed(y), to: &gram)
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

  @Test("centring takes the means off, a constant's to the last bit", arguments: [1, 3, 4, 7, 250])
  func centring(rows: Int) {
    var generator = SeededGenerator(seed: UInt64(rows))
    let matrix = Matrix((0..<rows).map { _ in [1e6 + generator.normal(), 0.1] })
    var block = ColumnBlock(matrix, rows: Array(0..<rows))
    let means = block.centre()
    let mean = matrix.column(0).reduce(0, +) / Double(rows)
    #expect(abs(means[0] - mean) < 1e-9 && means[1] == 0.1)
    #expect(block.scores([0, 1]).allSatisfy { $0 == .zero })
    for (place, score) in block.scores([1, 0]).enumerated() {
      for lane in 0..<4 {
        let row = 4 * place + lane
        #expect(abs(score[lane] - (row < rows ? matrix[row, 0] - mean : 0)) < 1e-9)
      }
    }
  }

  private func packed(_ y: [Double]) -> [SIMD4<Double>] {
    var packed = [SIMD4<Double>](repeating: .zero, count: (y.count + 3) / 4)
    for (row, value) in y.enumerated() { packed[row / 4][row % 4] = value }
    return packed
  }
}
