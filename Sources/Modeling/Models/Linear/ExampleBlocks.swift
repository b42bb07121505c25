import Computation

/// Examples as a loss reads them: in blocks that stay in the first-level cache, with a column of ones if asked.
struct ExampleBlocks: Sendable {
  struct Block: Sendable {
    let columns: ColumnBlock
    /// 1 where the event happened, −1 where not, 0 past the last row.
    let signs: [SIMD4<Double>]

    init(_ examples: Examples, rows: [Int], appendingOnes: Bool) {
      columns = ColumnBlock(examples.features, rows: rows, appendingOnes: appendingOnes)
      var signs = [SIMD4<Double>](repeating: .zero, count: columns.groups)
      for (place, row) in rows.enumerated() { signs[place / 4][place % 4] = examples.outcomes[row] ? 1 : -1 }
      self.signs = signs
    }
  }

  let blocks: [Block]
  let count: Int
  let positives: Int
  /// Without that of ones.
  let width: Int

  /// The examples at `order`, in that order.
  init(
    _ examples: Examples, order: [Int], blockRows: Int = 256, appendingOnes: Bool = true, on workers: Workers
  ) {
    blocks = workers.map(order.count, chunksOf: blockRows) { range in
      Block(examples, rows: Array(order[range]), appendingOnes: appendingOnes)
    }
    count = order.count
    positives = order.count { examples.outcomes[$0] }
    width = examples.features.columns
  }
}
