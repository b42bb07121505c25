/// The non-decreasing step function nearest to 0/1 outcomes in least squares, by pooling adjacent violators
/// (Ayer et al. 1955; de Leeuw, Hornik and Mair 2009). Equal values are pooled first. O(n log n).
package struct MonotoneFit: Sendable, Equatable {
  /// A run of values with one fitted mean.
  package struct Block: Sendable, Equatable {
    /// Smallest and largest value in the run.
    package let low: Double
    package let high: Double
    /// Number of observations.
    package let weight: Double
    /// Share of them with the event.
    package let mean: Double
  }

  /// In rising order of value, means strictly rising.
  package let blocks: [Block]

  /// Requires finite values and as many outcomes.
  package init(values: [Double], outcomes: [Bool]) {
    precondition(values.count == outcomes.count, "values and outcomes differ in number")
    let ties = Ties(values)
    var sums = [Double](repeating: 0, count: ties.values.count)
    for (row, outcome) in outcomes.enumerated() where outcome { sums[ties.place[row]] += 1 }
    var blocks: [Block] = []
    Self.pool(sums: sums, weights: ties.weights) { range, mean, weight in
      blocks.append(
        Block(low: ties.values[range.lowerBound], high: ties.values[range.upperBound - 1], weight: weight, mean: mean))
    }
    self.blocks = blocks
  }

  /// Calls `body` with each block in order. `sums` are whole numbers of events, so that the order of pooling cannot
  /// change a bit.
  static func pool(
    sums: [Double], weights: [Double], _ body: (_ range: Range<Int>, _ mean: Double, _ weight: Double) -> Void
  ) {
    var ends: [Int] = []
    var pooledSums: [Double] = []
    var pooledWeights: [Double] = []
    for index in sums.indices {
      var sum = sums[index]
      var weight = weights[index]
      // a/b ≥ c/d as a·d ≥ c·b: exact for counts below 2^26 and free of division.
      while let lastSum = pooledSums.last, let lastWeight = pooledWeights.last, lastSum * weight >= sum * lastWeight {
        sum += lastSum
        weight += lastWeight
        pooledSums.removeLast()
        pooledWeights.removeLast()
        ends.removeLast()
      }
      pooledSums.append(sum)
      pooledWeights.append(weight)
      ends.append(index + 1)
    }
    var start = 0
    for (block, end) in ends.enumerated() {
      body(start..<end, pooledSums[block] / pooledWeights[block], pooledWeights[block])
      start = end
    }
  }
}

/// The distinct values of a list in rising order, how often each comes, and where each element went.
struct Ties: Sendable {
  let values: [Double]
  let weights: [Double]
  /// Index into `values` of each element.
  let place: [Int]

  init(_ list: [Double]) {
    let order = list.indices.sorted { list[$0] != list[$1] ? list[$0] < list[$1] : $0 < $1 }
    var values: [Double] = []
    var weights: [Double] = []
    var place = [Int](repeating: 0, count: list.count)
    for index in order {
      if values.last != list[index] {
        values.append(list[index])
        weights.append(0)
      }
      weights[values.count - 1] += 1
      place[index] = values.count - 1
    }
    self.values = values
    self.weights = weights
    self.place = place
  }
}
