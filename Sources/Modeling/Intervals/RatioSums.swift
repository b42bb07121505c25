import Computation

/// A ratio of sums with its linearised standard error, under any weights of the customers.
struct RatioSums: Sendable {
  static let name = "ratio of sums"

  struct Linearised: Sendable {
    let ratio: Double
    let error: Double
  }

  private let numerators: [Double]
  private let denominator: RatioBootstrap.Denominator

  init(_ numerators: [Double], _ denominator: RatioBootstrap.Denominator) throws(MetricProblem) {
    guard numerators.count >= 2 else { throw .noRows(metric: Self.name) }
    if let row = numerators.firstIndex(where: { !$0.isFinite }) { throw .notFinite(metric: Self.name, row: row) }
    switch denominator {
    case .perCustomer(let amounts):
      guard amounts.count == numerators.count else {
        throw .lengths(metric: Self.name, first: numerators.count, second: amounts.count)
      }
      if let row = amounts.firstIndex(where: { !$0.isFinite }) { throw .notFinite(metric: Self.name, row: row) }
      guard amounts.allSatisfy({ $0 >= 0 }), amounts.contains(where: { $0 > 0 }) else {
        throw .emptyDenominator(metric: Self.name)
      }
    case .fixed(let amount):
      guard amount > 0, amount.isFinite else { throw .emptyDenominator(metric: Self.name) }
    }
    self.numerators = numerators
    self.denominator = denominator
  }

  /// R = Σ w r / Σ w s and se² = Σ w (r − R s)² / (Σ w s)²; with a fixed denominator S, se² = Σ w r² / S².
  /// A ratio without denominator is not finite. No weights means 1 for each.
  func linearised(weights: [Double]?) -> Linearised {
    var top = 0.0
    var bottom = 0.0
    for row in numerators.indices {
      let weight = weights?[row] ?? 1
      top += weight * numerators[row]
      if case .perCustomer(let amounts) = denominator { bottom += weight * amounts[row] }
    }
    if case .fixed(let amount) = denominator { bottom = amount }
    let ratio = top / bottom
    var square = 0.0
    for row in numerators.indices {
      let residual = residual(row, ratio)
      square += (weights?[row] ?? 1) * residual * residual
    }
    return Linearised(ratio: ratio, error: square.squareRoot() / bottom)
  }

  /// Σ l³ / (Σ l²)^1.5 of the customers' influences on the ratio.
  var skewness: Double {
    let ratio = linearised(weights: nil).ratio
    var square = 0.0
    var cube = 0.0
    for row in numerators.indices {
      let residual = residual(row, ratio)
      square += residual * residual
      cube += residual * residual * residual
    }
    return square > 0 ? cube / (square * square.squareRoot()) : 0
  }

  private func residual(_ row: Int, _ ratio: Double) -> Double {
    switch denominator {
    case .perCustomer(let amounts): numerators[row] - ratio * amounts[row]
    case .fixed: numerators[row]
    }
  }
}
