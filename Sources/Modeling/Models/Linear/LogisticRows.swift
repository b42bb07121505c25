import Computation

/// Examples as the logistic loss reads them: a column of ones appended, in blocks that stay in the first-level cache.
struct LogisticRows: Sendable {
  struct Block: Sendable {
    let columns: ColumnBlock
    let outcomes: [Bool]
  }

  let blocks: [Block]
  let count: Int
  let positives: Int
  /// Without that of ones.
  let width: Int

  /// The examples at `order`, in that order.
  init(_ examples: Examples, order: [Int], on workers: Workers) {
    blocks = workers.map(order.count, chunksOf: 256) { range in
      let rows = Array(order[range])
      return Block(
        columns: ColumnBlock(examples.features, rows: rows, appendingOnes: true),
        outcomes: rows.map { examples.outcomes[$0] })
    }
    count = order.count
    positives = blocks.reduce(0) { $0 + $1.outcomes.count { $0 } }
    width = examples.features.columns
  }
}
