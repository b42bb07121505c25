import Computation

/// The best that can be done from an analyst's usual features when the true segments are known: a Gaussian density per
/// segment (own mean and full covariance, fitted to the true members) and Bayes' rule with the true shares. How well
/// its choice agrees with the truth bounds what clustering on the same features can be asked to reach.
package struct SegmentOracle: Sendable {
  package static let featureNames = [
    "log1p net pounds per order", "log orders per (weeks since first order + 4)", "share of discounted orders",
    "number of categories",
  ]

  /// From how many orders on a customer counts as a frequent buyer.
  package static let frequentBuyerOrders = 3

  private let densities: [Density]

  /// What is known of a customer, and what is not.
  struct Known {
    let segment: Int
    /// In the order of `featureNames`.
    let features: [Double]
  }

  /// Fits the densities; `each` goes through all customers, and is asked twice.
  init(each: (_ take: (Known) -> Void) throws -> Void) throws {
    var moments = Segment.all.map { _ in Moments(columns: SegmentOracle.featureNames.count) }
    try each { moments[$0.segment].count(in: $0.features) }
    for segment in moments.indices { moments[segment].settle() }
    try each { moments[$0.segment].spread(with: $0.features) }
    let total = moments.reduce(0) { $0 + $1.count }
    densities = moments.enumerated().compactMap { Density(segment: $0.offset, $0.element, of: total) }
  }

  /// Index into `Segment.all`.
  func choice(for known: Known) -> Int {
    densities.max { $0.score(known.features) < $1.score(known.features) }?.segment ?? known.segment
  }

  /// Of a customer's orders that were not cancelled, in the order of time.
  static func features(of customer: Customer, kept orders: [Order], dayCount: Int) -> [Double] {
    let count = Double(orders.count)
    let pounds = Double(orders.reduce(0) { $0 + $1.netPence }) / 100
    let weeks = (Double(dayCount) - customer.joined) / 7
    var categories: Set<Int> = []
    for order in orders {
      for line in order.lines { categories.insert(Catalogue.fernhill.products[line.product].category) }
    }
    return [
      Logarithm.ofOnePlus(max(0, pounds / count)), Logarithm.of(count / (weeks + 4)),
      Double(orders.count { $0.discountPercent > 0 }) / count, Double(categories.count),
    ]
  }

  /// Mean and covariance of one segment's members, of whom each is shown once for either.
  private struct Moments {
    private(set) var count = 0
    private(set) var mean: [Double]
    private(set) var covariance: Matrix

    init(columns: Int) {
      mean = Array(repeating: 0, count: columns)
      covariance = Matrix(rows: columns, columns: columns)
    }

    mutating func count(in point: [Double]) {
      count += 1
      for column in mean.indices { mean[column] += point[column] }
    }

    mutating func settle() {
      for column in mean.indices { mean[column] /= Double(count) }
    }

    mutating func spread(with point: [Double]) {
      for i in mean.indices {
        for j in mean.indices { covariance[i, j] += (point[i] - mean[i]) * (point[j] - mean[j]) / Double(count) }
      }
    }
  }

  private struct Density {
    let segment: Int
    private let mean: [Double]
    private let whitening: Matrix
    private let offset: Double

    /// Nil where a segment has too few members to fit a covariance to.
    init?(segment: Int, _ moments: Moments, of total: Int) {
      guard moments.count > 3 * SegmentOracle.featureNames.count, let factor = try? Cholesky(moments.covariance) else {
        return nil
      }
      self.segment = segment
      mean = moments.mean
      whitening = factor.inverseLower
      offset = Logarithm.of(Double(moments.count) / Double(total)) - 0.5 * factor.logDeterminant
    }

    /// ln(share · density) up to a constant.
    func score(_ point: [Double]) -> Double {
      var square = 0.0
      for i in 0..<whitening.rows {
        var value = 0.0
        for j in 0...i { value += whitening[i, j] * (point[j] - mean[j]) }
        square += value * value
      }
      return offset - 0.5 * square
    }
  }
}

extension SegmentOracle {
  package init(_ business: Business) {
    let known = Self.known(business)
    do {
      try self.init { take in known.forEach(take) }
    } catch {
      preconditionFailure("customers in memory are all there: \(error)")
    }
  }

  /// Index into `Segment.all` by customer.
  package func chosen(_ business: Business) -> [Int] { Self.known(business).map { choice(for: $0) } }

  private static func known(_ business: Business) -> [Known] {
    business.customers.map { customer in
      Known(
        segment: customer.segment,
        features: features(of: customer, kept: business.keptOrders(of: customer), dayCount: business.plan.dayCount))
    }
  }
}
