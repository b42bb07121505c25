import Computation
import Modeling
import Vocabulary

/// How customers differ in what they buy, in columns on which distances make sense.
package enum SegmentFeatures {
  package static let orderValue = Feature("value of an order", unit: .money)
  package static let pace = Feature("orders a year", unit: .ratio)
  package static let discountShare = Feature("share of orders at a discount", unit: .share)
  package static let products = Feature("products in an order", unit: .count)

  /// Only customers with enough orders to have habits are grouped by them.
  package static let fewestOrders = 2

  /// Shares and paces of customers with few orders are drawn towards the average of all, as far as few orders leave
  /// room for doubt (a Beta or Gamma prior worth two orders).
  package static func table(_ histories: [PurchaseHistory], asOf: Day) throws(ComputationProblem) -> FeatureTable {
    let traits = histories.map { Habits($0, asOf: asOf) }
    let orders = traits.reduce(0) { $0 + $1.orders }
    let meanShare = traits.reduce(0) { $0 + $1.discounted } / max(orders, 1)
    let meanPace = orders / max(traits.reduce(0) { $0 + $1.years }, 1e-9)
    var table = FeatureTable(rowCount: traits.count)
    try table.append(orderValue, .numeric(traits.map { Logarithm.ofOnePlus(max(0, $0.orderValue)) }))
    try table.append(
      pace, .numeric(traits.map { Logarithm.of(($0.orders + 2) / ($0.years + 2 / max(meanPace, 1e-9))) }))
    try table.append(discountShare, .numeric(traits.map { ($0.discounted + 2 * meanShare) / ($0.orders + 2) }))
    try table.append(products, .numeric(traits.map { Logarithm.ofOnePlus($0.products) }))
    return table
  }

  /// A customer's sums, from which report and features take their ratios.
  package struct Habits: Sendable, Equatable {
    package let orders: Double
    package let discounted: Double
    package let orderValue: Double
    package let products: Double
    /// Time as a customer, at least a month, so that a first week does not look like a hundred orders a year.
    package let years: Double
    package let daysSinceOrder: Double

    package init(_ history: PurchaseHistory, asOf: Day) {
      let known = history.purchases.filter { $0.day <= asOf }
      let count = Double(max(known.count, 1))
      orders = Double(known.count)
      discounted = Double(known.filter(\.isDiscounted).count)
      orderValue = known.reduce(0) { $0 + Micros.double($1.netMicros) } / count
      products = Double(known.reduce(0) { $0 + $1.products }) / count
      years = Double(max(asOf - (known.first?.day ?? asOf), 30)) / 365.25
      daysSinceOrder = Double(asOf - (known.last?.day ?? asOf))
    }
  }
}
