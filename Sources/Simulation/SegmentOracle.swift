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

  /// Index into `Segment.all` by customer.
  package let chosen: [Int]
  /// Agreement of `chosen` with the truth over all customers, and over frequent buyers.
  package let adjustedRandIndex: Double
  package let adjustedRandIndexOfFrequentBuyers: Double

  package init(_ business: Business) {
    let features = business.customers.map { SegmentOracle.features(of: $0, in: business) }
    let densities = Segment.all.indices.compactMap { segment in
      Density(
        segment: segment,
        points: zip(business.customers, features).filter { $0.0.segment == segment }.map { $0.1 },
        of: business.customers.count)
    }
    let truth = business.customers.map(\.segment)
    let chosen = zip(features, truth).map { point, own in
      densities.max { $0.score(point) < $1.score(point) }?.segment ?? own
    }
    self.chosen = chosen
    adjustedRandIndex = AdjustedRandIndex.of(truth, chosen)
    let frequent = business.customers.indices.filter {
      business.keptOrders(of: business.customers[$0]).count >= SegmentOracle.frequentBuyerOrders
    }
    adjustedRandIndexOfFrequentBuyers = AdjustedRandIndex.of(
      frequent.map { truth[$0] }, frequent.map { chosen[$0] })
  }

  /// In the order of `featureNames`, from all orders that were not cancelled.
  static func features(of customer: Customer, in business: Business) -> [Double] {
    let orders = business.keptOrders(of: customer)
    let count = Double(orders.count)
    let pounds = Double(orders.reduce(0) { $0 + $1.netPence }) / 100
    let weeks = (Double(business.plan.dayCount) - customer.joined) / 7
    var categories: Set<Int> = []
    for order in orders {
      for line in order.lines { categories.insert(Catalogue.fernhill.products[line.product].category) }
    }
    return [
      Logarithm.ofOnePlus(max(0, pounds / count)), Logarithm.of(count / (weeks + 4)),
      Double(orders.count { $0.discountPercent > 0 }) / count, Double(categories.count),
    ]
  }

  private struct Density {
    let segment: Int
    private let mean: [Double]
    private let whitening: Matrix
    private let offset: Double

    /// Nil where a segment has too few members to fit a covariance to.
    init?(segment: Int, points: [[Double]], of total: Int) {
      let dimension = SegmentOracle.featureNames.count
      guard points.count > 3 * dimension else { return nil }
      let count = Double(points.count)
      let mean = (0..<dimension).map { column in points.reduce(0.0) { $0 + $1[column] } / count }
      var covariance = Matrix(rows: dimension, columns: dimension)
      for point in points {
        for i in 0..<dimension {
          for j in 0..<dimension { covariance[i, j] += (point[i] - mean[i]) * (point[j] - mean[j]) / count }
        }
      }
      guard let factor = try? Cholesky(covariance) else { return nil }
      self.segment = segment
      self.mean = mean
      whitening = factor.inverseLower
      offset = Logarithm.of(count / Double(total)) - 0.5 * factor.logDeterminant
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

/// Agreement of two partitions: 1 for equal ones, 0 on average for unrelated ones (Hubert and Arabie 1985, eq. 5).
enum AdjustedRandIndex {
  static func of(_ first: [Int], _ second: [Int]) -> Double {
    var cells: [Int: Int] = [:]
    var rows: [Int: Int] = [:]
    var columns: [Int: Int] = [:]
    for (a, b) in zip(first, second) {
      cells[a * 1_000 + b, default: 0] += 1
      rows[a, default: 0] += 1
      columns[b, default: 0] += 1
    }
    // Sums of whole numbers, so the order of the dictionaries cannot show.
    func pairs(_ counts: [Int: Int]) -> Double { Double(counts.values.reduce(0) { $0 + $1 * ($1 - 1) / 2 }) }
    let all = Double(first.count * (first.count - 1) / 2)
    guard all > 0 else { return 1 }
    let chance = pairs(rows) * pairs(columns) / all
    let largest = (pairs(rows) + pairs(columns)) / 2
    return largest == chance ? 1 : (pairs(cells) - chance) / (largest - chance)
  }
}
