import Computation
import Modeling
import Vocabulary

/// How customers differ in what they buy, in columns on which distances make sense.
package enum SegmentFeatures {
  package static let itemPrice = Feature("list price of an item", unit: .money)
  /// Stands in for the price of an item where no order tells what was in it.
  package static let orderValue = Feature("value of an order", unit: .money)
  package static let pace = Feature("orders a year while buying", unit: .ratio)
  package static let discountShare = Feature("share of orders at a discount", unit: .share)
  package static let products = Feature("products in an order", unit: .count)

  /// Only customers with enough orders to have habits are grouped by them.
  package static let fewestOrders = 2
  /// From how many orders on habits are steady enough to learn the groups from.
  package static let fewestOrdersToLearn = 3

  /// List prices, not what was paid, so that a discount does not look like a taste for cheap things. A share of few
  /// orders enters by its empirical log-odds, ln((d + 1) ÷ (n − d + 1)), so that none of three is not the same as none of
  /// thirty. Means of few orders are drawn towards the average of all, as if by two more orders. Orders without
  /// known lines count in nothing about products; where that is all of them, the table has none of it.
  package static func table(_ histories: [PurchaseHistory], asOf: Day) throws(ComputationProblem) -> FeatureTable {
    let habits = histories.map { Habits($0, asOf: asOf) }
    let described = habits.reduce(0) { $0 + $1.described }
    let meanProducts = habits.reduce(0) { $0 + $1.products * $1.described } / max(described, 1)
    let units = habits.reduce(0) { $0 + $1.units }
    let meanPrice = habits.reduce(0) { $0 + $1.itemPrice * $1.units } / max(units, 1)
    var table = FeatureTable(rowCount: habits.count)
    if described > 0 {
      let prices = habits.map { $0.described > 0 ? $0.itemPrice : meanPrice }
      try table.append(itemPrice, .numeric(prices.map { Logarithm.ofOnePlus(max(0, $0)) }))
    } else {
      try table.append(orderValue, .numeric(habits.map { Logarithm.ofOnePlus(max(0, $0.orderValue)) }))
    }
    try table.append(pace, .numeric(habits.map { Logarithm.of(($0.orders + 0.5) / ($0.buyingYears + 0.25)) }))
    try table.append(
      discountShare,
      .numeric(habits.map { Logarithm.of(($0.discounted + 1) / ($0.orders - $0.discounted + 1)) }))
    if described > 0 {
      try table.append(
        products,
        .numeric(
          habits.map { Logarithm.of(($0.products * $0.described + 2 * meanProducts + 0.5) / ($0.described + 2)) }))
    }
    return table
  }

  /// A customer's sums, from which report and features take their ratios.
  package struct Habits: Sendable, Equatable {
    package let orders: Double
    package let discounted: Double
    package let orderValue: Double
    /// Orders of which lines are known, and the pieces in them.
    package let described: Double
    package let units: Double
    package let itemPrice: Double
    package let products: Double
    /// Time as a customer, at least a month, so that a first week does not look like a hundred orders a year.
    package let years: Double
    /// From the first order to the last.
    package let buyingYears: Double
    package let daysSinceOrder: Double

    package init(_ history: PurchaseHistory, asOf: Day) {
      let known = history.purchases.filter { $0.day <= asOf }
      let count = Double(max(known.count, 1))
      let first = known.first?.day ?? asOf
      let last = known.last?.day ?? asOf
      orders = Double(known.count)
      discounted = Double(known.filter(\.isDiscounted).count)
      orderValue = known.reduce(0) { $0 + Micros.double($1.netMicros) } / count
      let told = known.filter { $0.products != nil }
      let counts = told.compactMap(\.products)
      described = Double(counts.count)
      units = Double(told.reduce(0) { $0 + $1.units })
      itemPrice = told.reduce(0) { $0 + Micros.double($1.listMicros) } / max(1, units)
      products = Double(counts.reduce(0, +)) / max(1, described)
      years = Double(max(asOf - first, 30)) / 365.25
      buyingYears = Double(last - first) / 365.25
      daysSinceOrder = Double(asOf - last)
    }
  }
}
