import Computation
import Modeling
import Vocabulary

/// What a churn score may know of a customer: everything up to the as-of day and nothing after it.
package enum ChurnFeatures {
  package static let daysSinceOrder = Feature("days since the last order", unit: .days)
  package static let orders = Feature("orders so far", unit: .count)
  package static let tenure = Feature("days as a customer", unit: .days)
  package static let silence = Feature("silence against own rhythm", unit: .ratio)
  package static let recentOrders = Feature("orders in the last 180 days", unit: .count)
  package static let orderValue = Feature("value of an order", unit: .money)
  package static let discountShare = Feature("share of orders at a discount", unit: .share)
  package static let products = Feature("products in an order", unit: .count)

  /// Column of `daysSinceOrder`, the one the recency rule looks at.
  package static let recencyColumn = 0

  /// Counts, days and amounts enter by their logarithm, since a customer's second order says more than the twelfth.
  /// Each customer has to have ordered by their day. O(orders).
  package static func table(_ customers: [CustomerOnDay]) throws(ComputationProblem) -> FeatureTable {
    let rows = customers.map { Row($0.history, asOf: $0.day) }
    var table = FeatureTable(rowCount: rows.count)
    try table.append(daysSinceOrder, .numeric(rows.map { Logarithm.ofOnePlus($0.recency) }))
    try table.append(orders, .numeric(rows.map { Logarithm.of($0.orders) }))
    try table.append(tenure, .numeric(rows.map { Logarithm.ofOnePlus($0.tenure) }))
    try table.append(silence, .numeric(rows.map(\.silence)))
    try table.append(recentOrders, .numeric(rows.map { Logarithm.ofOnePlus($0.recentOrders) }))
    try table.append(orderValue, .numeric(rows.map { Logarithm.ofOnePlus($0.orderValue) }))
    try table.append(discountShare, .numeric(rows.map(\.discountShare)))
    try table.append(products, .numeric(rows.map { Logarithm.ofOnePlus($0.products) }))
    return table
  }

  private struct Row {
    let recency, orders, tenure, silence, recentOrders, orderValue, discountShare, products: Double

    init(_ history: PurchaseHistory, asOf: Day) {
      let known = history.purchases.filter { $0.day <= asOf }
      let count = Double(max(known.count, 1))
      let last = known.last?.day ?? asOf
      let first = known.first?.day ?? asOf
      recency = Double(asOf - last)
      orders = count
      tenure = Double(asOf - first)
      // One order has no rhythm of its own yet: a quarter of a year stands in for it and fades with each order.
      let rhythm = (Double(last - first) + 90) / count
      silence = Logarithm.of((recency + 7) / (rhythm + 7))
      recentOrders = Double(known.filter { asOf - $0.day < 180 }.count)
      orderValue = max(0, known.reduce(0) { $0 + Micros.double($1.netMicros) } / count)
      discountShare = Double(known.filter(\.isDiscounted).count) / count
      products = Double(known.reduce(0) { $0 + $1.products }) / count
    }
  }
}
