import Computation
import Modeling
import Vocabulary

/// What a churn score may know of a customer: everything up to the as-of day and nothing after it.
///
/// Two of the features are what a Poisson buyer's own history says about their rhythm. With x days of orders after the
/// first within t days, and a Gamma prior worth two orders in two horizons H on the rate λ, the posterior of λ is
/// Gamma(x + 2, t + 2H) and
///
///     −ln P(no order for s days | still a customer) = (x + 2) ln(1 + s ÷ (t + 2H))
///
/// (the survival of a Pareto, as in Schmittlein, Morrison and Colombo 1987, eq. 13): `surprise`, with s the days since
/// the last order, and `ahead`, the logarithm of the same for the coming H days given the silence so far.
package enum ChurnFeatures {
  /// For the recency rule alone: the two features above say all of it and more.
  package static let daysSinceOrder = Feature("days since the last order", unit: .days)

  package static let surprise = Feature("silence against own rhythm", unit: .ratio)
  package static let ahead = Feature("orders due in the period", unit: .ratio)
  package static let orderValue = Feature("value of an order", unit: .money)
  package static let discountShare = Feature("share of orders at a discount", unit: .share)
  /// Over the orders of which lines are known.
  package static let products = Feature("products in an order", unit: .count, missing: .mean)

  /// A year's first harmonic, for all customers of a day the same: shops sell more in some months. The amplitude of 0.2
  /// makes the score's ridge penalty a prior: swings of the odds by a fifth are usual, a doubling is not.
  package static let seasonCosine = Feature("season, cosine", unit: .ratio)
  package static let seasonSine = Feature("season, sine", unit: .ratio)
  package static let season = [seasonCosine, seasonSine]
  private static let seasonAmplitude = 0.2

  package static let scored = [surprise, ahead, orderValue, discountShare, products]

  /// Those of `scored` of which the table has any value: a shop that tells no lines of its orders has no products.
  static func told(by table: FeatureTable) -> [Feature] {
    scored.filter { feature in
      guard case .numeric(let values) = table[feature] else { return false }
      return values.contains { $0 != nil }
    }
  }

  /// Counts, days and amounts enter by their logarithm, since a customer's second order says more than the twelfth.
  /// Each customer has to have ordered by their day. O(orders).
  package static func table(
    _ customers: [CustomerOnDay], horizon: Int
  ) throws(ComputationProblem) -> FeatureTable {
    let rows = customers.map { Row($0.history, asOf: $0.day, horizon: Double(max(horizon, 1))) }
    var table = FeatureTable(rowCount: rows.count)
    try table.append(daysSinceOrder, .numeric(rows.map { Logarithm.ofOnePlus($0.silence) }))
    try table.append(surprise, .numeric(rows.map(\.surprise)))
    try table.append(ahead, .numeric(rows.map { Logarithm.of($0.ahead) }))
    try table.append(orderValue, .numeric(rows.map { Logarithm.ofOnePlus($0.orderValue) }))
    try table.append(discountShare, .numeric(rows.map(\.discountShare)))
    try table.append(products, .numeric(rows.map { row in row.products.map { Logarithm.ofOnePlus($0) } }))
    let turns = customers.map { Double($0.day.number) / 365.2425 }
    try table.append(seasonCosine, .numeric(turns.map { seasonAmplitude * Turns.cosine($0) }))
    try table.append(seasonSine, .numeric(turns.map { seasonAmplitude * Turns.cosine($0 - 0.25) }))
    return table
  }

  private struct Row {
    let silence, surprise, ahead, orderValue, discountShare: Double
    let products: Double?

    init(_ history: PurchaseHistory, asOf: Day, horizon: Double) {
      let known = history.purchases.filter { $0.day <= asOf }
      let last = known.last?.day ?? asOf
      let count = Double(max(known.count, 1))
      silence = Double(asOf - last)
      let observed = Double(last - (known.first?.day ?? asOf)) + 2 * horizon
      surprise = (count + 1) * Logarithm.ofOnePlus(silence / observed)
      ahead = (count + 1) * Logarithm.ofOnePlus(horizon / (observed + silence))
      orderValue = max(0, known.reduce(0) { $0 + Micros.double($1.netMicros) } / count)
      discountShare = Double(known.filter(\.isDiscounted).count) / count
      let products = known.compactMap(\.products)
      self.products = products.isEmpty ? nil : Double(products.reduce(0, +)) / Double(products.count)
    }
  }
}
