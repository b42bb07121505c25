import Computation

/// Walks from a group to its nearest, from there to that one's nearest, and so on: where two groups are each other's
/// nearest they are joined. Ward's merges come out right though not in their order (Müllner 2011, theorem 3).
struct WardChain {
  private let columns: Int
  private var means: [Double]
  private var sizes: [Double]
  /// Groups that have not been joined to another, in rising order.
  private var active: [Int]

  init(_ rows: Matrix) {
    columns = rows.columns
    means = rows.values
    sizes = [Double](repeating: 1, count: rows.rows)
    active = Array(0..<rows.rows)
  }

  mutating func merges() -> [(first: Int, second: Int, height: Double)] {
    var merges: [(first: Int, second: Int, height: Double)] = []
    var chain: [Int] = []
    while active.count > 1 {
      if chain.isEmpty { chain = [active[0]] }
      let last = chain[chain.count - 1]
      let before = chain.count > 1 ? chain[chain.count - 2] : nil
      let (nearest, square) = nearest(to: last, preferring: before)
      if nearest == before {
        merges.append((min(last, nearest), max(last, nearest), square.squareRoot()))
        join(last, nearest)
        chain.removeLast(2)
      } else {
        chain.append(nearest)
      }
    }
    return merges
  }

  /// The group before in the chain wins a tie, so that a chain cannot run in a circle; else the lowest number does.
  private func nearest(to group: Int, preferring before: Int?) -> (group: Int, square: Double) {
    means.withUnsafeBufferPointer { means in
      sizes.withUnsafeBufferPointer { sizes in
        guard let start = means.baseAddress else { return (group, 0) }
        let own = start + group * columns
        let square = { (other: Int) -> Double in
          let (a, b) = (sizes[group], sizes[other])
          return 2 * a * b / (a + b) * SquaredDistance.between(own, start + other * columns, columns: columns)
        }
        var best = before ?? group
        var least = before.map(square) ?? .infinity
        for other in active where other != group {
          let candidate = square(other)
          if candidate < least { (best, least) = (other, candidate) }
        }
        return (best, least)
      }
    }
  }

  /// The lower number stands for both.
  private mutating func join(_ first: Int, _ second: Int) {
    let (kept, gone) = (min(first, second), max(first, second))
    let total = sizes[kept] + sizes[gone]
    for column in 0..<columns {
      let (a, b) = (means[kept * columns + column], means[gone * columns + column])
      means[kept * columns + column] = (sizes[kept] * a + sizes[gone] * b) / total
    }
    sizes[kept] = total
    active.removeAll { $0 == gone }
  }
}
