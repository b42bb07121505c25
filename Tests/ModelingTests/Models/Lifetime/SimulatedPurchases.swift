import Computation
import Modeling

/// Customers drawn from the stories that the models tell, watched for 20 to 40 weeks.
enum SimulatedPurchases {
  static func betaGeometric(
    _ count: Int, _ parameters: [Double], _ dropout: BetaGeometricNBD.Dropout, seed: UInt64
  ) throws -> PurchaseHistories {
    try draw(count, seed) { generator, age in
      let rate = generator.gamma(shape: parameters[0], scale: 1 / parameters[1])
      let chance = generator.beta(parameters[2], parameters[3])
      var (x, last, time) = (0.0, 0.0, 0.0)
      if dropout == .afterAnyPurchase, generator.chance(chance) { return (0, 0) }
      while true {
        time += generator.exponential(rate: rate)
        if time > age { return (x, last) }
        (x, last) = (x + 1, time)
        if generator.chance(chance) { return (x, last) }
      }
    }
  }

  static func pareto(_ count: Int, _ parameters: [Double], seed: UInt64) throws -> PurchaseHistories {
    try draw(count, seed) { generator, age in
      let rate = generator.gamma(shape: parameters[0], scale: 1 / parameters[1])
      let leaves = generator.exponential(rate: generator.gamma(shape: parameters[2], scale: 1 / parameters[3]))
      var (x, last, time) = (0.0, 0.0, 0.0)
      while true {
        time += generator.exponential(rate: rate)
        if time > min(age, leaves) { return (x, last) }
        (x, last) = (x + 1, time)
      }
    }
  }

  private static func draw(
    _ count: Int, _ seed: UInt64, _ customer: (inout SeededGenerator, Double) -> (Double, Double)
  ) throws -> PurchaseHistories {
    var generator = SeededGenerator(seed: seed)
    var columns: [[Double]] = [[], [], []]
    for _ in 0..<count {
      let age = generator.uniform(in: 20...40)
      let (x, last) = customer(&generator, age)
      columns[0].append(x)
      columns[1].append(last)
      columns[2].append(age)
    }
    return try PurchaseHistories(frequency: columns[0], recency: columns[1], age: columns[2])
  }
}
