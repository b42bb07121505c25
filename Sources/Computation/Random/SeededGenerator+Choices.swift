extension SeededGenerator {
  /// Uniform in [0, 1): the upper 53 bits over 2^53.
  package mutating func uniform() -> Double {
    Double(next() >> 11) * 0x1p-53
  }

  /// Uniform in (0, 1): never 0, for use under a logarithm.
  package mutating func openUniform() -> Double {
    (Double(next() >> 12) + 0.5) * 0x1p-52
  }

  package mutating func uniform(in range: ClosedRange<Double>) -> Double {
    range.lowerBound + (range.upperBound - range.lowerBound) * uniform()
  }

  /// Uniform in 0..<bound without bias (Lemire 2019). Requires bound ≥ 1.
  package mutating func integer(below bound: Int) -> Int {
    precondition(bound >= 1, "a bound of at least one")
    let width = UInt64(bound)
    var product = next().multipliedFullWidth(by: width)
    if product.low < width {
      let threshold = (0 &- width) % width
      while product.low < threshold { product = next().multipliedFullWidth(by: width) }
    }
    return Int(product.high)
  }

  /// True with the given probability.
  package mutating func chance(_ probability: Double) -> Bool {
    uniform() < probability
  }

  /// An index drawn in proportion to the weights. Requires weights ≥ 0 with a positive sum.
  package mutating func index(weights: [Double]) -> Int {
    var total = 0.0
    for weight in weights { total += weight }
    precondition(total > 0 && total < .infinity, "weights need a positive sum")
    var left = uniform() * total
    var last = 0
    for (index, weight) in weights.enumerated() where weight > 0 {
      if left < weight { return index }
      left -= weight
      last = index
    }
    return last
  }

  /// 0..<count in random order (Fisher–Yates).
  package mutating func permutation(_ count: Int) -> [Int] {
    var order = Array(0..<count)
    for i in stride(from: count - 1, to: 0, by: -1) { order.swapAt(i, integer(below: i + 1)) }
    return order
  }

  /// `count` indices of 0..<count drawn with replacement.
  package mutating func resample(_ count: Int) -> [Int] {
    (0..<count).map { _ in integer(below: count) }
  }
}
